import Basics

/// Changes a kind of plan from a day on, or adds one of the trust's own. Plans that are there keep the kind as it was.
struct KeepPlanKind: Sendable {
    let name, about, rhythm, source: String
    /// Keys of parts.
    let needed, possible: [String]
    let from: Day
    /// Of a kind of one's own: whether a pupil with SEN support is served by it.
    let isSupportPlan: Bool
    let isRetired: Bool

    /// - Parameters:
    ///   - before: the kind as it is; nil for a new one.
    ///   - latest: the day from which the last change of it holds.
    ///   - kinds: all that there are.
    func applied(to before: PlanKind?, latest: Day? = nil, beside kinds: [PlanKind], by who: String, today: Day) throws -> Change<PlanKindVersion> {
        var problems = Problems()
        let name = name.trimmed, support = before?.isShipped == true ? before?.isSupportPlan == true : isSupportPlan
        problems.require(before?.isProposal != true, "", "This kind of plan is only proposed by the government. It can be changed here once it is law.")
        problems.require(!name.isEmpty, "name", "Give the kind a name.")
        problems.require(name.count <= 80, "name", "Make this shorter: at most 80 characters.")
        if let same = kinds.first(where: { $0.key != before?.key && $0.name.folded == name.folded }) {
            problems.add("name", same.isProposal ? "The government only proposes a plan of this name. Another name keeps people from taking yours for law." : "There is a kind of this name already. Give another.")
        }
        problems.require(!about.trimmed.isEmpty, "about", "Say in a sentence what it is for.")
        problems.require(about.count <= 300, "about", "Make this shorter: at most 300 characters.")
        problems.require(!parts(needed).isEmpty, "parts", "Choose at least one part that such a plan can’t be without.")
        problems.require(!support || needed.contains(PlanPart.outcomes.key), "parts", "A plan for SEN support can’t be without outcomes (SEND Code of Practice 2015, 6.48). Choose “Needed” there.")
        problems.require(ReviewRhythm.named(rhythm) != nil, "rhythm", "Choose how often it is looked at.")
        problems.require(!source.trimmed.isEmpty, "source", "Say where that stands, such as: our SEND policy, 2026.")
        problems.require(source.count <= 200, "source", "Make this shorter: at most 200 characters.")
        problems.require(from >= today, "from", "What was until today stays as it was. Give today or a later day.")
        problems.require(from <= today.adding(years: 2), "from", "This day is more than two years ahead. Give an earlier one.")
        if let latest { problems.require(from >= latest, "from", "A change is planned for \(latest.inWords). Give that day or a later one.") }
        try problems.check()
        return Change(before == nil ? "planKind.added" : "planKind.changed", to: PlanKindVersion(
            id: .new, kind: before?.key ?? Self.key(name, beside: kinds), name: name, about: about.trimmed, needed: parts(needed).joined(separator: ","), possible: parts(possible).joined(separator: ","),
            rhythm: rhythm, source: source.trimmed, isSupportPlan: support, isRetired: isRetired, fromDay: from, changedBy: who))
    }

    /// Those that are known, in the order of a plan.
    private func parts(_ keys: [String]) -> [String] { PlanPart.all.map(\.key).filter(keys.contains) }

    /// `reading-plan` for “Reading plan”: files that go to another school name the kind by it.
    private static func key(_ name: String, beside kinds: [PlanKind]) -> String {
        let words = name.folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
        let stem = String((words.first?.isLetter == true ? words : "plan-\(words)").prefix(30))
        return ([stem] + (2...kinds.count + 2).map { "\(stem)-\($0)" }).first { kinds.named($0) == nil } ?? stem
    }
}
