import Basics

/// Names the three people who look a data drop through.
public struct NameReviewers: Sendable {
    public let people: [DropReviewer.Seat: (account: AccountID, name: String)]

    public init(_ people: [DropReviewer.Seat: (account: AccountID, name: String)]) { self.people = people }

    /// - Throws: `Problems` at `send-lead`, `head` and `governor`.
    public func applied(to drop: DataDrop, _ before: [DropReviewer]) throws -> [Change<DropReviewer>] {
        var problems = Problems(), seen: Set<AccountID> = []
        problems.require(drop.state != .signed, "", "This data drop is signed off.")
        for seat in DropReviewer.Seat.allCases {
            guard let person = people[seat] else {
                problems.add(seat.rawValue, "Name somebody: \(seat.label.lowercased()).")
                continue
            }
            problems.require(seen.insert(person.account).inserted, seat.rawValue, "\(person.name) is named already. Three different people look.")
            let sitting = before.first { $0.seat == seat }
            problems.require(sitting?.signedOn == nil || sitting?.account == person.account, seat.rawValue, "\(sitting?.name ?? "") has signed already, and stays.")
        }
        try problems.check()
        return DropReviewer.Seat.allCases.compactMap { seat in people[seat].map { change(drop, seat, $0, before.first { $0.seat == seat }) } }.filter { !$0.isEmpty }
    }

    private func change(_ drop: DataDrop, _ seat: DropReviewer.Seat, _ person: (account: AccountID, name: String), _ before: DropReviewer?) -> Change<DropReviewer> {
        var after = before ?? DropReviewer(drop: drop.id, school: drop.school, seat: seat, account: person.account, name: person.name)
        (after.account, after.name) = (person.account, person.name)
        return Change("drop.reviewerNamed", from: before, to: after)
    }
}

/// Signs a data drop off, with a comment or a question. The third to sign closes it.
public struct SignDrop: Sendable {
    public let comment, question: String

    public init(comment: String, question: String = "") { (self.comment, self.question) = (comment.trimmed, question.trimmed) }

    /// - Parameters:
    ///   - account: who signs.
    /// - Returns: the reviewer, and the drop where it is signed by all and no question is open.
    public func applied(to drop: DataDrop, by account: AccountID, among reviewers: [DropReviewer], today: Day) throws -> (reviewer: Change<DropReviewer>, drop: Change<DataDrop>?) {
        var problems = Problems()
        problems.require(drop.state != .signed, "", "This data drop is signed off already.")
        problems.require(drop.state != .open, "", "This data drop has not been sent to the three who sign. The SENCO sends it once everybody below is explained.")
        problems.require(comment.count <= 2000, "comment", "Make this shorter: at most 2,000 characters.")
        problems.require(question.count <= 1000, "question", "Make this shorter: at most 1,000 characters.")
        problems.require(!comment.isEmpty || !question.isEmpty, "comment", "Say in a sentence what you saw, or ask something.")
        guard let before = reviewers.first(where: { $0.account == account }) else {
            problems.add("", "You are not one of the three who sign this data drop.")
            throw problems
        }
        problems.require(before.signedOn == nil, "", "You signed on \(before.signedOn?.inWords ?? "").")
        try problems.check()
        var after = before
        (after.signedOn, after.comment, after.question) = (today, comment, question)
        let all = reviewers.map { $0.seat == after.seat ? after : $0 }
        return (Change("drop.signed", from: before, to: after), drop.closed(if: all))
    }
}

/// Answers what a reviewer asked.
public struct AnswerReviewer: Sendable {
    public let answer: String

    public init(_ answer: String) { self.answer = answer.trimmed }

    public func applied(to before: DropReviewer, of drop: DataDrop, among reviewers: [DropReviewer]) throws -> (reviewer: Change<DropReviewer>, drop: Change<DataDrop>?) {
        var problems = Problems()
        problems.require(drop.state != .signed, "", "This data drop is signed off. What the three have read stays as it is.")
        problems.require(!before.question.isEmpty, "", "Nothing was asked.")
        problems.require(!answer.isEmpty, "answer", "Answer in a sentence.")
        problems.require(answer.count <= 2000, "answer", "Make this shorter: at most 2,000 characters.")
        try problems.check()
        var after = before
        after.answer = answer
        return (Change("drop.answered", from: before, to: after), drop.closed(if: reviewers.map { $0.seat == after.seat ? after : $0 }))
    }
}

extension DataDrop {
    /// Signed once all three have, and every question has its answer.
    fileprivate func closed(if reviewers: [DropReviewer]) -> Change<DataDrop>? {
        guard state == .explained, reviewers.count == DropReviewer.Seat.allCases.count, reviewers.allSatisfy({ $0.signedOn != nil && !$0.isWaiting }) else { return nil }
        var after = self
        after.state = .signed
        return Change("drop.closed", from: self, to: after)
    }
}
