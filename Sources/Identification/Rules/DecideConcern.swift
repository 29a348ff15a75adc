import Basics
import People

/// Decides what comes of a concern.
public struct DecideConcern: Sendable {
    public var outcome: String
    public var reason: String
    public var lookAgain: Day?
    public var passedTo = ""
    /// Of targeted support: whether it is additional to or different from what others of this age get. Then it is SEN support.
    public var isDifferent = ""
    public var doing = ""
    public var familyWords = ""
    public var familyOn: Day?
    /// Of SEN support: the main need, its first day, and when the family was told of it.
    public var need = ""
    public var from: Day?
    public var toldOn: Day?

    public init(_ outcome: String, because reason: String, lookAgain: Day? = nil) {
        (self.outcome, self.reason, self.lookAgain) = (outcome, reason.trimmed, lookAgain)
    }

    /// The decision, with what it changes in the register and what the family was told.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to record: ConcernRecord, of pupil: RegisterRecord, by name: String, today: Day) throws -> ConcernChange {
        guard let outcome = ConcernOutcome(rawValue: outcome) else { throw Problems("outcome", "Choose what comes of it.") }
        var problems = problems(outcome, record, pupil.pupil, today)
        let register = collecting(&problems) { try registerChange(outcome, record, pupil, today) }
        let told = collecting(&problems) { try telling(outcome, pupil.pupil, record.concern.school, name, today) }
        try problems.check()
        let decision = ConcernDecision(
            id: .new, concern: record.concern.id, pupil: record.concern.pupil, school: record.concern.school, outcome: outcome, decidedBy: name, decidedOn: today,
            reason: reason, lookAgain: outcome.closes ? nil : lookAgain, passedTo: outcome == .passedOn ? passedTo : "", doing: doing.trimmed,
            familyWords: outcome == .family ? familyWords.trimmed : "", familyOn: outcome == .family ? familyOn : nil)
        return ConcernChange(decision: Change("concern.decided", to: decision, because: reason), register: register ?? RegisterChange(), told: told ?? nil,
                             promise: ConcernPromise(decision, by: lookAgain))
    }

    private func problems(_ outcome: ConcernOutcome, _ record: ConcernRecord, _ pupil: Pupil, _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(!record.isClosed, "", "This concern is closed already. If something new worries you, raise a new one.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a sentence or two. It is kept with the record.")
        if outcome.asksForDay { addDayProblems(outcome, &problems, today) }
        switch outcome {
        case .passedOn: problems.require(OtherLead(rawValue: passedTo) != nil, "passed_to", "Choose whose matter it is.")
        case .targeted: addTargetedProblems(&problems)
        case .screen, .refer: problems.require(doing.nonEmpty != nil, "doing", outcome == .screen ? "Say which screening or test." : "Say to whom.")
        case .family: addFamilyProblems(&problems, pupil, today)
        default: break
        }
        return problems
    }

    private func addDayProblems(_ outcome: ConcernOutcome, _ problems: inout Problems, _ today: Day) {
        guard let lookAgain else {
            return problems.add("look_again", outcome == .passedOn ? "Give the day by which they take it up." : "Give the day by which somebody looks again.")
        }
        problems.require(lookAgain > today, "look_again", "Give a day after today.")
        problems.require(lookAgain <= today.adding(years: 1), "look_again", "Give a day within a year.")
    }

    private func addTargetedProblems(_ problems: inout Problems) {
        problems.require(doing.nonEmpty != nil, "doing", "Say what the support is.")
        problems.require(["yes", "no"].contains(isDifferent), "is_different", "Choose yes or no.")
        problems.require(isDifferent != "yes", "is_different", "Then it is SEN support. Choose “\(ConcernOutcome.register.label)” above.")
    }

    private func addFamilyProblems(_ problems: inout Problems, _ pupil: Pupil, _ today: Day) {
        problems.require(familyWords.nonEmpty != nil, "family_words", "Write what the family said, in their words.")
        problems.require(doing.nonEmpty != nil, "doing", "Say what the school still does.")
        guard let familyOn else { return problems.add("family_on", "Give the day on which they said it.") }
        problems.require(familyOn <= today, "family_on", "This day is still to come.")
        problems.require(familyOn > pupil.birth, "family_on", "This day is before \(pupil.calledName) was born.")
    }

    private func registerChange(_ outcome: ConcernOutcome, _ record: ConcernRecord, _ pupil: RegisterRecord, _ today: Day) throws -> RegisterChange {
        switch outcome {
        case .register:
            return try ChangeStatus(provision: "K", from: from ?? today, need: need, reason: reason).applied(to: pupil, today: today)
        case .monitor:
            guard let lookAgain else { return RegisterChange() }
            return try watching(record.concern.school, lookAgain, pupil, today)
        default:
            // What was watched for this concern is no longer watched once it is closed.
            guard outcome.closes, record.latest?.outcome == .monitor, pupil.watch(on: today) != nil else { return RegisterChange() }
            return try StopWatching(reason: reason).applied(to: pupil, today: today)
        }
    }

    /// Puts the pupil on the watch list, or moves the day of one who is on it.
    private func watching(_ school: SchoolID, _ lookAgain: Day, _ pupil: RegisterRecord, _ today: Day) throws -> RegisterChange {
        guard let before = pupil.watch(on: today) else {
            return try StartWatching(school: school, reason: reason, lookAgain: lookAgain).applied(to: pupil, today: today)
        }
        var after = before, change = RegisterChange()
        (after.lookAgain, after.reason) = (lookAgain, reason)
        change.watches = [Change("watch.extended", from: before, to: after, because: reason)]
        return change
    }

    private func telling(_ outcome: ConcernOutcome, _ pupil: Pupil, _ school: SchoolID, _ name: String, _ today: Day) throws -> Change<FamilyTold>? {
        guard outcome == .register, toldOn != nil else { return nil }
        return try TellFamily(toldOn: toldOn, isUnknown: false).applied(to: pupil, at: school, by: name, today: today)
    }

    /// What a rule gives; what it refuses is added to what is wrong.
    private func collecting<Result>(_ problems: inout Problems, _ rule: () throws -> Result) -> Result? {
        do { return try rule() } catch {
            for problem in (error as? Problems)?.list ?? [] where !problems.list.contains(where: { $0.field == problem.field && !problem.field.isEmpty }) {
                problems.add(problem.field == "provision" ? "outcome" : problem.field, problem.message)
            }
            return nil
        }
    }
}

/// What a decision changes; saved as a whole or not at all.
public struct ConcernChange: Sendable {
    public let decision: Change<ConcernDecision>
    public let register: RegisterChange
    public let told: Change<FamilyTold>?
    /// What somebody is to do, and by when.
    public let promise: ConcernPromise?
}
