import Basics

/// Decides whether an intervention is kept, adapted or stopped.
public struct DecideImpact: Sendable {
    public let verdict: ImpactDecision.Verdict?
    public let because, change: String
    public let decidedOn: Day
    public let lookAgain: Day?

    public init(verdict: ImpactDecision.Verdict?, because: String, change: String = "", decidedOn: Day, lookAgain: Day? = nil) {
        (self.verdict, self.because, self.change) = (verdict, because.trimmed, change.trimmed)
        (self.decidedOn, self.lookAgain) = (decidedOn, lookAgain)
    }

    /// What is decided about: an intervention at a school, by the runs that ended between two days.
    public struct Subject: Sendable {
        public let intervention: InterventionID, school: SchoolID, from: Day, to: Day
        /// Not to be judged before this day, where somebody said so at the start.
        public let judgeFrom: Day?
        /// When the last of these runs was over; nil where nobody asks.
        public let lastEnd: Day?

        public init(intervention: InterventionID, school: SchoolID, from: Day, to: Day, judgeFrom: Day? = nil, lastEnd: Day? = nil) {
            (self.intervention, self.school, self.from, self.to) = (intervention, school, from, to)
            (self.judgeFrom, self.lastEnd) = (judgeFrom, lastEnd)
        }

        /// Why it is too early to judge; nil where it is not.
        public func tooEarly(on day: Day) -> String? {
            judgeFrom.flatMap { $0 > day ? "Not to be judged before \($0.inWords), as was said at the start." : nil }
        }
    }

    /// - Throws: `Problems` at `verdict`, `because`, `change`, `decided_on` and `look_again`.
    public func applied(to subject: Subject, by who: String, today: Day) throws -> Change<ImpactDecision> {
        var problems = Problems()
        problems.require(!because.isEmpty, "because", "Say why, in a few words: what you saw, and what you weighed.")
        problems.require(because.count <= 2000, "because", "Make this shorter: at most 2,000 characters.")
        problems.require(change.count <= 2000, "change", "Make this shorter: at most 2,000 characters.")
        problems.require(verdict != .adapt || !change.isEmpty, "change", "Say what you change.")
        problems.require(decidedOn <= today, "decided_on", "This day is in the future. Give the day on which you decided.")
        problems.require(decidedOn >= subject.from, "decided_on", "This day is before the first run that you look at, of \(subject.from.inWords).")
        if let last = subject.lastEnd, last <= today { problems.require(decidedOn >= last, "decided_on", "The last run that you look at ended on \(last.inWords). Give that day or a later one.") }
        if let lookAgain { problems.require(lookAgain > decidedOn, "look_again", "This day is not after the decision. Give a later day.") }
        // What harms is stopped at any time.
        if verdict != .stop, let early = subject.tooEarly(on: decidedOn) { problems.add("decided_on", "\(early) It can be stopped, or judged from that day on.") }
        guard let verdict else {
            problems.add("verdict", "Choose: keep, adapt or stop.")
            throw problems
        }
        try problems.check()
        return Change("impact.decided", to: ImpactDecision(
            id: .new, intervention: subject.intervention, school: subject.school, from: subject.from, to: subject.to, verdict: verdict, because: because,
            change: verdict == .adapt ? change : "", decidedOn: decidedOn, decidedBy: who, lookAgain: lookAgain), because: because)
    }
}
