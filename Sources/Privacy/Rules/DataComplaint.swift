import Basics

/// A complaint about how we use somebody's data. It must be acknowledged within 30 days (Data (Use and Access) Act
/// 2025; domain 8.1, S2; that this starts on 19 June 2026 is marked M: check locally).
public struct DataComplaint: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID?
    public var madeBy: String
    public var about: String
    public var receivedOn: Day
    public var acknowledgedOn: Day?
    public var closedOn: Day?
    public var answer = ""

    /// The last day for saying that we have it: thirty days, begun on the day of receipt.
    public var acknowledgeBy: Day { receivedOn + 30 }

    public static func received(_ pupil: PupilID?, from name: String, about: String, on day: Day, today: Day) throws -> Change<DataComplaint> {
        var problems = Problems()
        problems.require(name.nonEmpty != nil, "made_by", "Write who complains.")
        problems.require(about.nonEmpty != nil, "about", "Write what it is about.")
        problems.require(day <= today, "received_on", "This day is still to come. Give the day on which it came.")
        try problems.check()
        return Change("complaint.received", to: DataComplaint(id: .new, pupil: pupil, madeBy: name.trimmed, about: about.trimmed, receivedOn: day))
    }

    public func acknowledged(on day: Day, today: Day) throws -> Change<DataComplaint> {
        var problems = Problems()
        problems.require(acknowledgedOn == nil, "day", "This was acknowledged already.")
        problems.require(day >= receivedOn && day <= today, "day", "Give a day from \(receivedOn.inWords) to today.")
        try problems.check()
        var after = self
        after.acknowledgedOn = day
        return Change("complaint.acknowledged", from: self, to: after)
    }

    public func answered(_ answer: String, today: Day) throws -> Change<DataComplaint> {
        var problems = Problems()
        problems.require(closedOn == nil, "", "This complaint is answered already.")
        problems.require(acknowledgedOn != nil, "", "Tell them first that you have their complaint.")
        problems.require(answer.nonEmpty != nil, "answer", "Write what you found and what happens now.")
        try problems.check()
        var after = self
        (after.closedOn, after.answer) = (today, answer.trimmed)
        return Change("complaint.answered", from: self, to: after)
    }
}
