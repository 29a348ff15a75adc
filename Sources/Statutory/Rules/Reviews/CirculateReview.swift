import Basics
import People

/// That something was sent to somebody on a day, or why it was not.
public struct ReviewCirculation: Hashable, Sendable {
    public enum What: String, Sendable, CaseIterable {
        case pack, report

        public var label: String { self == .pack ? "The advice" : "The report" }
    }

    public var id: RowID = .new
    public var version = 1
    public var review: RowID
    public var person: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var what: What
    public var sentOn: Day
    public var skippedBecause: String
}

/// Sends papers of a review round, and says who gets none.
public struct CirculateReview: Sendable {
    public let what: ReviewCirculation.What
    public let day: Day
    /// Those whom the sender left out.
    public let leftOut: Set<RowID>

    public init(_ what: ReviewCirculation.What, on day: Day, leavingOut leftOut: Set<RowID> = []) { (self.what, self.day, self.leftOut) = (what, day, leftOut) }

    /// - Parameter contacts: all of the pupil's, those that ended, too.
    public func applied(to review: AnnualReview, people: [ReviewPerson], contacts: [Contact]) throws -> [Change<ReviewCirculation>] {
        let rows = people.map { person in
            ReviewCirculation(review: review.id, person: person.id, pupil: review.pupil, school: review.school, what: what, sentOn: day,
                              skippedBecause: person.barred(by: contacts) ?? (leftOut.contains(person.id) ? "Left out by the sender" : ""))
        }
        if !rows.contains(where: \.skippedBecause.isEmpty) { throw Problems("", "Nobody would get it. Ask somebody to the review first, or leave fewer out.") }
        return rows.map { Change($0.skippedBecause.isEmpty ? "reviewCirculation.sent" : "reviewCirculation.skipped", to: $0) }
    }
}
