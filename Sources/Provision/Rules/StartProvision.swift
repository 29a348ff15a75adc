import Basics

/// A pupil who is to take part, with what the rule must know of them.
public struct JoiningPupil: Sendable {
    public let pupil: PupilID
    /// What the pupil is called, for messages.
    public let called: String
    /// The pupil's time on this school's roll.
    public let rolls: [Spell]
    /// Outcomes of the pupil's plan that it serves.
    public let outcomes: [OutcomeID]

    public init(_ pupil: PupilID, called: String, rolls: [Spell], outcomes: [OutcomeID] = []) { (self.pupil, self.called, self.rolls, self.outcomes) = (pupil, called, rolls, outcomes) }
}

/// Begins a provision for a pupil or a group.
public struct StartProvision: Sendable {
    public var name: String
    public var starts: Day
    public var plannedEnd: Day?
    public var pattern: PatternForm
    public var pupils: [JoiningPupil]
    /// The class that has it as a whole.
    public var schoolClass: ClassID?
    public var doNotJudgeBefore: Day?
    /// Whether it serves a line of section F of an EHC plan.
    public var isSectionF = false
    /// Made by the page that sends it.
    public var sendKey: String?

    public init(name: String = "", starts: Day, plannedEnd: Day? = nil, pattern: PatternForm, pupils: [JoiningPupil]) {
        (self.name, self.starts, self.plannedEnd, self.pattern, self.pupils) = (name.trimmed, starts, plannedEnd, pattern, pupils)
    }

    /// - Parameter twin: the provision that was begun under this key.
    /// - Returns: nil where the very same was sent before: nothing is begun twice.
    /// - Throws: `SentBefore` where another was begun under this key; `Problems` with everything that is wrong.
    public func applied(to intervention: Intervention, at school: SchoolID, twin: WholeProvision?, today: Day) throws -> ProvisionChange? {
        let change = try applied(to: intervention, at: school, today: today)
        guard let twin else { return change }
        if twin.began(with: change) { return nil }
        throw SentBefore(name: twin.run.name)
    }

    /// - Returns: the provision with its week, pupils and outcomes, and what its materials cost where the catalogue says so.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to intervention: Intervention, at school: SchoolID, today: Day) throws -> ProvisionChange {
        var problems = Problems()
        if let sendKey { problems.requireSendKey(sendKey, page: "the form") }
        check(intervention, school, today, &problems)
        let week = pattern.pattern(of: intervention.kind, from: starts, to: nil, isSectionF: isSectionF, &problems)
        for pupil in pupils { problems.requireRoll(pupil, from: starts, "pupils") }
        guard let week else { throw problems }
        try problems.check()
        return change(intervention, school, week)
    }

    private func check(_ intervention: Intervention, _ school: SchoolID, _ today: Day, _ problems: inout Problems) {
        problems.require(intervention.school == nil || intervention.school == school, "intervention", "This belongs to another school’s catalogue. Choose one of your own or of the trust.")
        problems.require(intervention.isOffered(on: starts), "intervention", "This was taken out of the catalogue after \(intervention.ends?.inWords ?? ""). Choose another.")
        problems.require(starts <= today.adding(months: 12), "starts", "This day is more than a year ahead. Give the day on which it starts.")
        problems.require(starts >= today.adding(years: -3), "starts", "This day is more than three years ago. Give a later one.")
        problems.requireEnd(plannedEnd, after: starts)
        problems.require(doNotJudgeBefore.map { $0 > starts } ?? true, "do_not_judge_before", "This day comes before it starts. Give a later one, or leave it empty.")
        problems.require(name.count <= 120, "name", "Make this shorter: at most 120 characters.")
        problems.require(intervention.kind == .universal || !pupils.isEmpty, "pupils", "Choose at least one pupil.")
        problems.require(schoolClass == nil || intervention.kind == .universal, "school_class", "Only what is there for everyone runs for a whole class. Choose the pupils by name.")
        problems.require(schoolClass == nil || pupils.isEmpty, "pupils", "Choose a class, or pupils, and not both.")
        problems.require(Set(pupils.map(\.pupil)).count == pupils.count, "pupils", "A pupil stands here twice.")
        if let size = pattern.plannedSize, size > 0 { problems.require(pupils.count <= size, "group_size", "You chose \(pupils.count) pupils for a group of \(size). Make the group larger, or choose fewer.") }
    }

    private func change(_ intervention: Intervention, _ school: SchoolID, _ week: WeeklyPattern) -> ProvisionChange {
        var run = ProvisionRun(school: school, intervention: intervention.id, name: name.nonEmpty ?? intervention.name, kind: intervention.kind, starts: starts, plannedEnd: plannedEnd)
        (run.schoolClass, run.doNotJudgeBefore, run.sendKey) = (schoolClass, doNotJudgeBefore, sendKey)
        var change = ProvisionChange()
        change.run = Change("provision.started", to: run)
        change.patterns = [Change("provision.planned", to: week)]
        change.members = pupils.map { Change("provision.joined", to: ProvisionMember(pupil: $0.pupil, spell: Spell(starts: starts))) }
        change.outcomes = pupils.flatMap { pupil in pupil.outcomes.map { Change("provision.outcomeLinked", to: ProvisionOutcome(pupil: pupil.pupil, outcome: $0)) } }
        change.costs = ProvisionCost.usual(intervention, pupils.map(\.pupil), on: starts).map { Change("provision.costAdded", to: $0) }
        return change
    }
}

/// A form that began a provision came again with other words, as after the browser's “back”.
public struct SentBefore: Error, Equatable {
    /// What the first began.
    public let name: String

    public var inWords: String { "This form was sent before and began “\(name)”. If you want one more provision, press “Start the provision” once more." }
}

extension WholeProvision {
    /// Whether this is what such a change began: the same thing, days, week and pupils.
    fileprivate func began(with change: ProvisionChange) -> Bool {
        guard let begun = change.run?.after, let week = change.patterns.first?.after, let first = patterns.first else { return false }
        let isSameRun = (run.school, run.intervention, run.name, run.starts) == (begun.school, begun.intervention, begun.name, begun.starts) && run.plannedEnd == begun.plannedEnd && run.schoolClass == begun.schoolClass
        let isSameWeek = first.plannedSize == week.plannedSize && first.times.map(\.asTyped).sorted() == week.times.map(\.asTyped).sorted()
        return isSameRun && isSameWeek && Set(change.members.map(\.after.pupil)) == Set(members.filter { $0.spell.starts == run.starts }.map(\.pupil))
    }
}

extension WeeklyTime {
    /// All that somebody types of it, in one line.
    fileprivate var asTyped: String { "\(weekday) \(startsAt) \(minutes) \(room) \(adults.map { "\($0.role) \($0.staff.map { "\($0)" } ?? "")" })" }
}

extension Problems {
    mutating func requireEnd(_ end: Day?, after starts: Day) {
        guard let end else { return }
        require(end >= starts, "ends", "The last day comes before the first. Give a later last day.")
        require(end <= starts.adding(years: 3), "ends", "This is longer than three years. Give an earlier last day.")
    }

    /// A pupil can only take part while on this school's roll.
    mutating func requireRoll(_ pupil: JoiningPupil, from day: Day, _ field: String) {
        if pupil.rolls.contains(where: { $0.covers(day) }) { return }
        let left = pupil.rolls.compactMap(\.ends).filter { $0 < day }.max()
        add(field, left.map { "\(pupil.called) left this school on \($0.inWords)." } ?? "\(pupil.called) is not on this school’s roll on \(day.inWords).")
    }
}
