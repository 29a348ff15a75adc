import Basics

/// Notes that something was bought for a provision.
public struct RecordCost: Sendable {
    public let kind: ProvisionCost.Kind?
    public let day: Day?
    public let amount: Pence?
    public let pupil: PupilID?
    public let words: String
    /// By which a form that is sent again is known; nil for what no page sent.
    public let sendKey: String?

    public init(kind: ProvisionCost.Kind?, day: Day?, amount: Pence?, pupil: PupilID? = nil, words: String = "", sendKey: String? = nil) {
        (self.kind, self.day, self.amount, self.pupil, self.words) = (kind, day, amount, pupil, words.trimmed)
        self.sendKey = sendKey
    }

    /// Whether this is what was noted before under the same key.
    public func isNoted(as twin: ProvisionCost) -> Bool { (twin.kind, twin.day, twin.amount, twin.pupil, twin.words) == (kind, day, amount, pupil, words) }

    public func applied(to whole: WholeProvision, today: Day) throws -> Change<ProvisionCost> {
        var problems = Problems()
        problems.require(kind != nil, "kind", "Choose what it is.")
        problems.require(amount.map { (1...10_000_000).contains($0.rawValue) } ?? false, "amount", "Give pounds and pence, from £0.01 to £100,000.")
        problems.require(day != nil, "day", "Give the day on which it was bought.")
        if let day {
            problems.require(day <= today, "day", "This day is in the future.")
            problems.require(whole.run.starts <= day && day <= whole.run.endedOn ?? .distantFuture, "day", "The provision does not run on \(day.inWords).")
            problems.require(pupil.map { whole.member($0, on: day) != nil } ?? true, "pupil", "This pupil does not take part on that day.")
        }
        if let sendKey { problems.requireSendKey(sendKey, page: "the form") }
        problems.require(words.count <= 200, "words", "Make this shorter: at most 200 characters.")
        guard let kind, let day, let amount else { throw problems }
        try problems.check()
        var cost = ProvisionCost(run: whole.run.id, kind: kind, day: day, amount: amount, pupil: pupil, words: words)
        cost.sendKey = sendKey
        return Change("provision.costAdded", to: cost)
    }
}
