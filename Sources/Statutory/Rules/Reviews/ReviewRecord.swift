import Basics

/// What was said at the meeting.
public struct ReviewRecord: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var review: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var pupilView = ""
    /// How the pupil's views were gathered.
    public var viewsHow = ""
    public var familyView = ""
    public var schoolView = ""
    public var otherView = ""
    public var differences = ""
    public var adulthood = ""
    public var travel = ""
    /// What was said of a personal budget, where there is one or one is asked for.
    public var budget = ""
    public var conclusion: AnnualReview.Decision?
    public var changes = ""

    public init(of review: AnnualReview) { (self.review, pupil, school) = (review.id, review.pupil, review.school) }
}

/// How far one outcome has come.
public struct ReviewOutcome: Hashable, Sendable {
    public enum Progress: String, Sendable, CaseIterable {
        case unsaid = ""
        case reached, onTrack = "on-track", some, none

        public var label: String {
            switch self {
            case .unsaid: "Not said"
            case .reached: "Reached"
            case .onTrack: "On the way, in time"
            case .some: "Some progress"
            case .none: "No progress yet"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var review: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var position: Int
    public var outcome: String
    public var progress = Progress.unsaid
    public var words = ""

    public init(_ outcome: String, at position: Int, of review: AnnualReview) {
        (self.review, pupil, school) = (review.id, review.pupil, review.school)
        (self.outcome, self.position) = (outcome.trimmed, position)
    }
}

/// Writes down the meeting of a review, or puts right what is written.
public struct RecordMeeting: Sendable {
    /// One outcome as typed.
    public struct Line: Sendable {
        public let outcome: String, progress: String, words: String

        public init(outcome: String, progress: String, words: String) { (self.outcome, self.progress, self.words) = (outcome.trimmed, progress, words.trimmed) }

        var isBlank: Bool { outcome.isEmpty && words.isEmpty }
    }

    /// So many outcomes can be looked at in one review.
    public static let mostLines = 40
    /// A view may hold what several people wrote.
    static let longestView = 60_000

    public let day: Day?
    public var attended: [RowID: ReviewPerson.Attendance] = [:]
    public var pupilView = "", familyView = "", schoolView = "", otherView = "", differences = "", adulthood = "", changes = ""
    public var viewsHow = "", travel = "", budget = ""
    public var conclusion: AnnualReview.Decision?
    public var lines: [Line] = []

    public init(on day: Day?) { self.day = day }

    /// What is saved together.
    public struct Outcome: Sendable {
        public let review: Change<AnnualReview>
        public let record: Change<ReviewRecord>
        public let people: [Change<ReviewPerson>]
        public let lines: [Change<ReviewOutcome>]
        /// Lines that were emptied.
        public let removed: [ReviewOutcome]
    }

    /// - Parameter asksForAdulthood: whether the pupil is in Year 9 or above.
    public func applied(
        to review: AnnualReview, record: ReviewRecord?, people: [ReviewPerson], outcomes: [ReviewOutcome], asksForAdulthood: Bool, today: Day
    ) throws -> Outcome {
        let held = try review.heldOn == nil || review.heldOn != day ? TakeReviewStep(.held, on: day).applied(to: review, today: today) : Change("annualReview.held", from: review, to: review)
        try problems(review, asksForAdulthood).check()
        var after = record ?? ReviewRecord(of: review)
        (after.pupilView, after.familyView, after.schoolView, after.otherView) = (pupilView.trimmed, familyView.trimmed, schoolView.trimmed, otherView.trimmed)
        (after.differences, after.adulthood, after.conclusion, after.changes) = (differences.trimmed, adulthood.trimmed, conclusion, changes.trimmed)
        (after.viewsHow, after.travel, after.budget) = (viewsHow.trimmed, travel.trimmed, budget.trimmed)
        let kept = lines.enumerated().filter { !$1.isBlank }
        let lines = kept.map { position, line in change(line, position, of: review, from: outcomes.first { $0.position == position }) }
        let places = Set(kept.map(\.offset))
        return Outcome(review: held, record: Change(record == nil ? "reviewRecord.written" : "reviewRecord.changed", from: record, to: after), people: people.compactMap(attendance),
                       lines: lines, removed: outcomes.filter { !places.contains($0.position) })
    }

    private func change(_ line: Line, _ position: Int, of review: AnnualReview, from before: ReviewOutcome?) -> Change<ReviewOutcome> {
        var after = before ?? ReviewOutcome(line.outcome, at: position, of: review)
        (after.outcome, after.progress, after.words) = (line.outcome, ReviewOutcome.Progress(rawValue: line.progress) ?? .unsaid, line.words)
        return Change(before == nil ? "reviewOutcome.seen" : "reviewOutcome.changed", from: before, to: after)
    }

    private func attendance(_ person: ReviewPerson) -> Change<ReviewPerson>? {
        guard let attended = attended[person.id], attended != person.attended else { return nil }
        var after = person
        after.attended = attended
        return Change("reviewPerson.\(attended == .unsaid ? "attendanceUnsaid" : attended == .away ? "stayedAway" : attended == .came ? "came" : "sentWords")", from: person, to: after)
    }

    private func problems(_ review: AnnualReview, _ asksForAdulthood: Bool) -> Problems {
        var problems = Problems()
        problems.require(conclusion != nil, "conclusion", "Choose what the meeting recommends.")
        if conclusion == .amend { problems.require(!changes.trimmed.isEmpty, "changes", "Write what should be changed.") }
        if asksForAdulthood { problems.require(!adulthood.trimmed.isEmpty, "adulthood", "From Year 9 each review looks at preparation for adulthood (regulation 20(6)). Write what was said.") }
        for (position, line) in lines.enumerated() where line.outcome.isEmpty && !line.words.isEmpty { problems.add("outcome_\(position)", "Write the outcome, too.") }
        for (field, text) in [("pupil_view", pupilView), ("family_view", familyView), ("school_view", schoolView), ("other_view", otherView)] { problems.require(text.count <= Self.longestView, field, "Make this shorter: at most 60,000 letters.") }
        problems.require(lines.count <= Self.mostLines, "outcome_\(Self.mostLines - 1)", "So many outcomes do not fit into one record: at most \(Self.mostLines).")
        let texts = [("differences", differences), ("adulthood", adulthood), ("changes", changes), ("views_how", viewsHow), ("travel", travel), ("budget", budget)]
            + lines.enumerated().flatMap { [("outcome_\($0)", $1.outcome), ("words_\($0)", $1.words)] }
        for (field, text) in texts { problems.require(text.count <= 10_000, field, "Make this shorter: at most 10,000 letters.") }
        return problems
    }
}
