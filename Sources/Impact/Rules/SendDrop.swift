import Basics

/// Sends a data drop to the three who sign, once something is said of everybody below. From then on its figures stand
/// still, so that all three put their names to the same.
public struct SendDrop: Sendable {
    /// Pupils below what was expected, in sight of whoever sends it, of whom nothing is said yet.
    public let unexplained: Int
    /// Pupils who have a score and an expectation to hold it against.
    public let judged: Int
    /// What is expected of them, in words.
    public let expected: String

    public init(unexplained: Int, judged: Int, expected: String = "") { (self.unexplained, self.judged, self.expected) = (unexplained, judged, expected) }

    public func applied(to drop: DataDrop, among reviewers: [DropReviewer]) throws -> Change<DataDrop> {
        var problems = Problems()
        problems.require(drop.state == .open, "", "This data drop has been sent already.")
        problems.require(reviewers.count == DropReviewer.Seat.allCases.count, "", "Name the three people who look it through first.")
        problems.require(unexplained == 0, "", "\(count(unexplained, "pupil")) below what was expected, and nothing is said of them yet.")
        problems.require(judged > 0, "", "Nobody in it has a score and something to hold it against yet. Enter the results, and say what is expected on this scale.")
        try problems.check()
        var after = drop
        (after.state, after.expected) = (.explained, expected)
        return Change("drop.sent", from: drop, to: after)
    }
}

/// Takes it back, for as long as nobody has signed: a score was wrong, or came late.
public struct TakeDropBack: Sendable {
    public init() {}

    public func applied(to drop: DataDrop, among reviewers: [DropReviewer]) throws -> Change<DataDrop> {
        var problems = Problems()
        problems.require(drop.state == .explained, "", drop.state == .open ? "This data drop has not been sent yet." : "This data drop is signed off. It stays as it is.")
        let signed = reviewers.filter { $0.signedOn != nil }.map(\.name)
        problems.require(signed.isEmpty, "", "\(signed.joined(separator: " and ")) signed already, so the figures stay as they are. Answer questions in words.")
        try problems.check()
        var after = drop
        (after.state, after.expected) = (.open, "")
        return Change("drop.takenBack", from: drop, to: after)
    }
}
