import Basics

/// A request for an EHC needs assessment, or for a reassessment, from the first thought to the final plan or to its end.
public struct AssessmentCase: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case request, reassessment

        public var label: String { self == .request ? "A needs assessment" : "A reassessment" }
    }

    public enum Asker: String, Sendable, CaseIterable {
        case school, family, other

        public var label: String {
            switch self {
            case .school: "The school"
            case .family: "The family, or the young person"
            case .other: "Somebody else: the school has learned of it"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var kind: Kind
    public var askedBy: Asker
    public var council: String
    public var officer = ""
    public var words = CaseWords()
    public var begunBy: String
    public var begunOn: Day
    public var state = CaseStepKind.begun
    public var since: Day
    public var isOver = false

    public init(_ kind: Kind, of pupil: PupilID, at school: SchoolID, askedBy: Asker, council: String, begunBy: String, on day: Day) {
        (self.kind, self.pupil, self.school, self.askedBy, self.council, self.begunBy) = (kind, pupil, school, askedBy, council, begunBy)
        (begunOn, since) = (day, day)
    }
}

/// One step of a case: what happened, when, how that is known, and its paper.
public struct CaseStep: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var caseID: RowID
    public var pupil: PupilID
    public var kind: CaseStepKind
    public var happenedOn: Day
    public var stated: DateSource
    public var words: String
    public var who: String
    public var paper: PaperID?

    public init(_ kind: CaseStepKind, of held: AssessmentCase, on day: Day, stated: DateSource, words: String, by who: String, paper: PaperID? = nil) {
        (caseID, pupil, self.kind, happenedOn, self.stated, self.words, self.who, self.paper) = (held.id, held.pupil, kind, day, stated, words, who, paper)
    }
}

/// Begins a case, or puts its words right.
public struct KeepCase: Sendable {
    public let kind: AssessmentCase.Kind?
    public let askedBy: AssessmentCase.Asker?
    public let council: String
    public let officer: String
    public let words: CaseWords

    public init(_ kind: AssessmentCase.Kind?, askedBy: AssessmentCase.Asker?, council: String, officer: String = "", words: CaseWords = CaseWords()) {
        (self.kind, self.askedBy, self.council, self.officer, self.words) = (kind, askedBy, council.trimmed, officer.trimmed, words)
    }

    /// - Parameters:
    ///   - others: the pupil’s other cases.
    ///   - hasPlan: whether a plan is in force: then a reassessment is asked for.
    /// - Throws: `Problems` by `kind`, `asked_by`, `la`, `officer` and the parts of `CaseWords`.
    public func applied(about pupil: PupilID, at school: SchoolID, beside others: [AssessmentCase], hasPlan: Bool, by who: String, today: Day) throws -> Change<AssessmentCase> {
        var problems = problems
        problems.require(!others.contains { !$0.isOver }, "", "A request is open already. Go on with that one.")
        problems.require(kind != .reassessment || hasPlan, "kind", "Without a plan nothing can be reassessed. Choose a needs assessment.")
        problems.require(kind != .request || !hasPlan, "kind", "There is a plan in force. Choose a reassessment.")
        guard problems.isEmpty, let kind, let askedBy else { throw problems }
        var held = AssessmentCase(kind, of: pupil, at: school, askedBy: askedBy, council: council, begunBy: who, on: today)
        (held.officer, held.words) = (officer, words)
        return Change("ehcCase.begun", to: held)
    }

    public func applied(to before: AssessmentCase) throws -> Change<AssessmentCase> {
        guard !before.isOver else { throw Problems("", "This case is over, so its words stay as they were.") }
        var problems = problems
        problems.require(before.state == .begun || council == before.council, "la", "The request went to council \(before.council), and the days are counted there. Close this one and start another, if another council has it now.")
        try problems.check()
        var after = before
        if before.state == .begun, let askedBy { after.askedBy = askedBy }
        (after.council, after.officer, after.words) = (council, officer, words)
        return Change("ehcCase.changed", from: before, to: after)
    }

    private var problems: Problems {
        var problems = words.problems
        problems.require(kind != nil, "kind", "Choose what is asked for.")
        problems.require(askedBy != nil, "asked_by", "Choose who asks.")
        problems.require(council.count == 3 && council.allSatisfy { $0.isASCII && $0.isNumber }, "la", "Give the three figures of the council.")
        problems.require(officer.count <= 120, "officer", "Make this shorter: at most 120 letters.")
        return problems
    }
}

/// Takes a case one step on.
public struct TakeCaseStep: Sendable {
    public let kind: CaseStepKind?
    public let day: Day?
    public let stated: DateSource?
    public let words: String
    public var paper: PaperID?

    public init(_ kind: CaseStepKind?, on day: Day?, stated: DateSource?, words: String = "", paper: PaperID? = nil) {
        (self.kind, self.day, self.stated, self.words, self.paper) = (kind, day, stated, words.trimmed, paper)
    }

    /// - Parameter steps: those that were taken, the first first.
    /// - Throws: `Problems` by `to`, `happened_on`, `stated`, `words`.
    public func applied(to before: AssessmentCase, after steps: [CaseStep], by who: String, today: Day) throws -> (held: Change<AssessmentCase>, step: CaseStep) {
        var problems = Problems()
        let next = CaseStepKind.next(after: steps.map(\.kind)), last = steps.last { !$0.kind.isBeside }
        problems.require(kind.map(next.contains) ?? false, "to", next.isEmpty ? "This case is over. Begin a new one." : "The case stands at “\(before.state.label)”. Choose one of the steps that may follow.")
        problems.require(day != nil, "happened_on", "Give the day on which it happened.")
        if let day {
            problems.require(day <= today, "happened_on", "This day is still to come.")
            if let last, last.kind != .begun { problems.require(day >= last.happenedOn, "happened_on", "The step before this one was on \(last.happenedOn.inWords). Give that day or a later one.") }
        }
        problems.require(stated != nil, "stated", "Choose how you know.")
        problems.require(words.count <= 5000, "words", "Make this shorter: at most 5,000 letters.")
        problems.require(!(kind?.asksForWords ?? false) || !words.isEmpty, "words", "Say why, in a sentence, as the letter does.")
        guard problems.isEmpty, let kind, let day, let stated else { throw problems }
        var after = before
        if !kind.isBeside { (after.state, after.since, after.isOver) = (kind, day, kind.isOver) }
        return (Change("ehcCase.\(kind.event)", from: before, to: after), CaseStep(kind, of: before, on: day, stated: stated, words: words, by: who, paper: paper))
    }
}

extension CaseStepKind {
    /// How the trail names it.
    var event: String {
        switch self {
        case .begun: "begun"
        case .asked: "asked"
        case .adviceAsked: "adviceAsked"
        case .adviceGiven: "adviceGiven"
        case .certificate: "certificateCame"
        case .assessing: "assessmentAgreed"
        case .refused: "assessmentRefused"
        case .draft: "draftCame"
        case .comments: "commented"
        case .final: "finalCame"
        case .notIssued: "planRefused"
        case .mediation: "mediationAnswered"
        case .appeal: "appealed"
        case .conceded: "conceded"
        case .ordered: "ordered"
        case .closed: "closed"
        case .withdrawn: "withdrawn"
        }
    }

    /// What of the law’s duties a step fulfils.
    var meets: [String] {
        switch self {
        case .adviceGiven: ["NA-5"]
        case .certificate: ["MT-3"]
        // After mediation it shows that the meeting led somewhere; after a concession or an order it is what they ask for.
        case .assessing: ["NA-3", "RE-1", "MT-4", "MT-6", "MT-8"]
        case .refused: ["NA-3", "RE-1"]
        // Whoever sends a draft has decided that there is to be a plan.
        case .draft: ["NA-6", "MT-4", "MT-6a", "MT-8a", "MT-8c"]
        case .final: ["NA-6", "NA-7", "NA-9", "RE-2", "MT-4", "MT-6a", "MT-6b", "MT-7", "MT-8a", "MT-8b", "MT-8c", "MT-8d", "MT-8e", "MT-8f"]
        case .notIssued: ["NA-6", "MT-6a", "MT-8a"]
        // Nobody appeals without the certificate, but for section I alone.
        case .appeal: ["MT-1", "MT-2", "MT-3"]
        // The council that gives way, and the hearing, are past its answer.
        case .conceded, .ordered: ["MT-5"]
        default: []
        }
    }

    /// Why nothing else is owed any more after it; nil where the rest goes on.
    var ends: String? {
        switch self {
        case .refused: "The council refused to assess."
        case .notIssued: "The council issues no plan."
        case .closed: "The case is closed."
        case .withdrawn: "The request was taken back."
        default: nil
        }
    }

    /// What sets the law’s clock going.
    func legalEvent(_ kind: AssessmentCase.Kind) -> StatutoryEvent? {
        switch self {
        case .asked: kind == .request ? .needsAssessment : .reassessment
        case .adviceAsked: .adviceRequest
        case .draft: .draftPlan
        case .refused, .notIssued, .final: .decisionLetter
        case .mediation: .mediation
        case .appeal: .appeal
        case .conceded: .concession
        case .ordered: .order
        default: nil
        }
    }
}
