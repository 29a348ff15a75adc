import Basics

/// Somebody who is asked to a review.
public struct ReviewPerson: Hashable, Sendable {
    public enum Attendance: String, Sendable, CaseIterable {
        case unsaid = ""
        case came, words, away

        public var label: String {
            switch self {
            case .unsaid: "Not said"
            case .came: "Came"
            case .words: "Sent words"
            case .away: "Did not come"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var review: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var role: ReviewRole
    public var name: String
    public var email = ""
    public var contact: RowID?
    public var attended = Attendance.unsaid
    public var removedOn: Day?

    public init(_ role: ReviewRole, name: String, email: String = "", contact: RowID? = nil, of review: AnnualReview) {
        (self.review, pupil, school) = (review.id, review.pupil, review.school)
        (self.role, self.name, self.email, self.contact) = (role, name.trimmed, email.trimmed, contact)
    }
}

/// Asks somebody to a review.
public struct AddReviewPerson: Sendable {
    public let role: ReviewRole?
    public let name: String
    public let email: String

    public init(_ role: ReviewRole?, name: String, email: String) { (self.role, self.name, self.email) = (role, name.trimmed, email.trimmed) }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to review: AnnualReview, beside people: [ReviewPerson]) throws -> Change<ReviewPerson> {
        var problems = Problems()
        problems.require(review.isOpen, "", "This review is over, so nobody can be asked to it.")
        problems.require(role != nil, "role", "Choose in which part they are asked.")
        problems.require(!name.isEmpty, "name", "Give their name.")
        problems.require(name.count <= 200, "name", "Make this shorter: at most 200 letters.")
        problems.require(email.isEmpty || email.contains("@") && email.count <= 200, "email", "This is not a mail address. Check it, or leave it empty.")
        problems.require(!people.contains { $0.name.folded == name.folded && $0.role == role }, "name", "They are asked already.")
        try problems.check()
        return Change("reviewPerson.asked", to: ReviewPerson(role ?? .other, name: name, email: email, of: review))
    }
}

/// What somebody wrote for a review.
public struct ReviewContribution: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var person: RowID
    public var review: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var well = ""
    public var hard = ""
    public var wanted = ""
    public var more = ""
    /// From Year 9.
    public var adulthood = ""
    public var givenOn: Day
    public var givenBy: String

    public init(of person: ReviewPerson, on day: Day, by who: String) {
        (self.person, review, pupil, school, givenOn, givenBy) = (person.id, person.review, person.pupil, person.school, day, who)
    }

    public func words(_ key: ReviewQuestion.Key) -> String {
        switch key {
        case .well: well
        case .hard: hard
        case .wanted: wanted
        case .more: more
        case .adulthood: adulthood
        }
    }
}

/// Gives a contribution, or changes it.
public struct GiveContribution: Sendable {
    public let words: [ReviewQuestion.Key: String]
    public static let longest = 5_000

    public init(_ words: [ReviewQuestion.Key: String]) { self.words = words.mapValues(\.trimmed) }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: ReviewContribution?, of person: ReviewPerson, to review: AnnualReview, by who: String, today: Day) throws -> Change<ReviewContribution> {
        var problems = Problems()
        problems.require(review.takesContributions, "", "The advice has gone round already, so this can’t be changed any more. Say it at the meeting, or ring the school.")
        problems.require(words.values.contains { !$0.isEmpty }, "well", "Write something in one of the boxes first.")
        for (key, text) in words { problems.require(text.count <= Self.longest, key.rawValue, "Make this shorter: at most 5,000 letters.") }
        try problems.check()
        var after = before ?? ReviewContribution(of: person, on: today, by: who)
        (after.well, after.hard, after.wanted, after.more) = (words[.well] ?? "", words[.hard] ?? "", words[.wanted] ?? "", words[.more] ?? "")
        after.adulthood = words[.adulthood] ?? after.adulthood
        (after.givenOn, after.givenBy) = (today, who)
        return Change(before == nil ? "reviewContribution.given" : "reviewContribution.changed", from: before, to: after)
    }
}
