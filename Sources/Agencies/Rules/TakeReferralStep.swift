import Basics

/// Takes a referral one step on.
public struct TakeReferralStep: Sendable {
    public let state: ReferralState?
    public let day: Day?
    public let words: String
    public var expectedOn: Day?
    /// The last day of the agency, where it is closed.
    public var agencyEnds: Day?

    public init(_ state: ReferralState?, on day: Day?, words: String = "", expectedOn: Day? = nil) {
        (self.state, self.day, self.words, self.expectedOn) = (state, day, words.trimmed, expectedOn)
    }

    /// - Parameter consents: all of the pupil.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: Referral, consents: [AgencyConsent], by who: String, today: Day) throws -> (referral: Change<Referral>, step: ReferralStep) {
        guard let state, before.state.next.contains(state) else {
            throw Problems("to", "This referral stands at “\(before.state.label)”. \(before.state.isOver ? "It is over: draft a new one." : "Choose one of the steps that may follow.")")
        }
        guard let day else { throw Problems("happened_on", "Give the day on which it happened.") }
        try problems(state, day, before, consents, today).check()
        var after = before
        (after.state, after.since) = (state, day)
        if state == .sent { after.sentOn = before.sentOn ?? day }
        if state == .seen { after.seenOn = before.seenOn ?? day }
        after.expectedOn = state.mayExpect ? expectedOn ?? before.expectedOn : ReferralState.queued.contains(state) ? before.expectedOn : nil
        return (Change("referral.\(state.event)", from: before, to: after), ReferralStep(state, of: before, on: day, by: who, words: words))
    }

    private func problems(_ state: ReferralState, _ day: Day, _ before: Referral, _ consents: [AgencyConsent], _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(day <= today, "happened_on", "This day is still to come.")
        problems.require(day >= before.since, "happened_on", "The step before this one was on \(before.since.inWords). Give that day or a later one.")
        problems.require(!state.asksForWords || !words.isEmpty, "words", state == .moreInformation ? "Write what they ask for." : "Say why, in a sentence.")
        problems.require(words.count <= DraftReferral.longest, "words", "Make this shorter: at most 5,000 letters.")
        if state.mayExpect, let expectedOn { problems.require(expectedOn >= day, "expected_on", "This is before the step itself. Give a later day.") }
        problems.require(state != .waiting || before.state != .waiting || expectedOn != nil, "expected_on", "Give the new day on which they expect to see the pupil.")
        if state == .sent, let agencyEnds, agencyEnds < day { problems.add("", "This agency closed after \(agencyEnds.inWords), so nothing can be sent to it. Take this referral back, and draft one to the agency that does its work now.") }
        if state == .sent, consents.holding(for: before, on: day) == nil { problems.add("", Self.noConsent(before, consents, day)) }
        return problems
    }

    /// Why nothing may leave the school.
    private static func noConsent(_ referral: Referral, _ consents: [AgencyConsent], _ day: Day) -> String {
        let past = consents.serving(referral).max { $0.until < $1.until }
        let why = past.map { "\($0.basis == .consent ? "The consent" : "What allowed it without consent,") of \($0.givenOn.inWords) \($0.endedOn == nil ? "holds until \($0.until.inWords) only" : "was taken back")" } ?? "The family has not agreed that this agency is told"
        return "\(why), so nothing can be sent on \(day.inWords). Write down the consent first; or, to keep a child safe, why it is shared without."
    }
}

extension ReferralState {
    /// What happened, as the trail names it.
    var event: String { self == .moreInformation ? "moreInformationAsked" : self == .consent ? "consentAsked" : rawValue }
}
