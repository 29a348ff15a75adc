import Basics

/// Writes one part of a plan, and says how far it is.
public struct WriteSection: Sendable {
    public let part: PlanPart
    /// What is written, by area of need; the empty area for parts that are not told by area.
    public let words: [String: String]
    /// Nil: complete where something is written.
    public let state: PlanSection.State?

    public init(_ part: PlanPart, _ words: [String: String], state: PlanSection.State? = nil) {
        (self.part, self.state) = (part, state)
        self.words = words.mapValues { $0.replacing("\r\n", with: "\n").trimmed }
    }

    /// Longer than this, nobody reads it.
    public static let longest = 4000

    public func applied(to whole: WholePlan, by who: String, today: Day) throws -> [Change<PlanSection>] {
        let isWritten = words.values.contains { !$0.isEmpty } || (part.content == .outcomes && !whole.outcomes.isEmpty)
        let state = state ?? (isWritten ? .complete : .notStarted)
        try problems(whole, isWritten, state).check()
        var saved = part.content == .barriers ? whole.scheme.areas.map { ($0.key, PlanSection.State.notStarted) } : []
        saved.append(("", state))
        return saved.compactMap { area, state in change(whole, area, state, who, today) }
    }

    private func change(_ whole: WholePlan, _ area: String, _ state: PlanSection.State, _ who: String, _ today: Day) -> Change<PlanSection>? {
        let before = whole.section(part, area: area), words = words[area] ?? ""
        if before == nil, words.isEmpty, state == .notStarted { return nil }
        if let before, before.words == words, before.state == state { return nil }
        var after = before ?? PlanSection(plan: whole.plan.id, pupil: whole.plan.pupil, part: part.key, area: area, savedOn: today)
        (after.words, after.state, after.savedBy, after.savedOn) = (words, state, who, today)
        return Change("plan.written", from: before, to: after)
    }

    private func problems(_ whole: WholePlan, _ isWritten: Bool, _ state: PlanSection.State) -> Problems {
        var problems = Problems()
        let needed = whole.kind.part(part.key)
        problems.require(needed != nil, "", "Plans of this kind do not have this part.")
        problems.require(whole.canWrite(part), part.key, whole.plan.isInForce
            ? "This part is locked, because the plan is live. Amend the plan from a day on; what was agreed stays as it was."
            : "This plan is \(whole.plan.state.label.lowercased()), so nothing more is written in it.")
        for (area, text) in words where text.count > Self.longest {
            problems.add(field(area), "Make this shorter: at most 4,000 characters. It has \(text.count).")
        }
        problems.require(state != .complete || isWritten, laterField, "Nothing is written here yet, so it is not complete.")
        problems.require(state != .notNeeded || needed?.isNeeded != true, noneField, "A \(whole.kind.name) can’t be without this part. Write what you know so far.")
        problems.require(state != .notNeeded || !isWritten, noneField, "Something is written here. Take it out, or say that it is complete.")
        return problems
    }

    /// The fields of the part in a form that holds many.
    public func field(_ area: String = "") -> String { part.field(area) }
    private var laterField: String { part.laterField }
    private var noneField: String { part.noneField }
}

extension PlanPart {
    /// Under which names a form sends what is written in the part, and how far it is.
    public func field(_ area: String = "") -> String { area.isEmpty ? key : "\(key)-\(area.filter(\.isLetter))" }
    public var laterField: String { "later-\(key)" }
    public var noneField: String { "none-\(key)" }
}
