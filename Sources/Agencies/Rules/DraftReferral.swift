import Basics

/// Writes down what is to be asked of an agency, before anything leaves the school.
public struct DraftReferral: Sendable {
    public let agency: AgencyID?
    public let reason: String
    public let wanted: String

    public init(to agency: AgencyID?, because reason: String, wanted: String) {
        (self.agency, self.reason, self.wanted) = (agency, reason.trimmed, wanted.trimmed)
    }

    static let longest = 5000

    /// - Parameters:
    ///   - choices: the agencies that may be chosen.
    ///   - others: the pupil's other referrals.
    public func applied(about pupil: PupilID, at school: SchoolID, among choices: [AgencyID], beside others: [Referral], by who: String, today: Day) throws -> Change<Referral> {
        var problems = textProblems
        problems.require(agency.map(choices.contains) ?? false, "agency", "Choose the agency.")
        let open = others.contains { $0.agency == agency && !$0.state.isOver }
        problems.require(!open, "agency", "A referral to this agency is open already. Go on with that one.")
        guard problems.isEmpty, let agency else { throw problems }
        return Change("referral.drafted", to: Referral(pupil: pupil, school: school, agency: agency, reason: reason, wanted: wanted, draftedBy: who, on: today))
    }

    /// Puts a draft right.
    public func applied(to before: Referral) throws -> Change<Referral> {
        guard before.state.isInside else { throw Problems("", "This referral has left the school, so its words stay as they were sent. Write what is new into its next step.") }
        try textProblems.check()
        var after = before
        (after.reason, after.wanted) = (reason, wanted)
        return Change("referral.changed", from: before, to: after)
    }

    private var textProblems: Problems {
        var problems = Problems()
        problems.require(!reason.isEmpty, "reason", "Say what you see, since when, and what was tried.")
        problems.require(!wanted.isEmpty, "wanted", "Say what you ask them for.")
        problems.require(reason.count <= Self.longest, "reason", "Make this shorter: at most 5,000 letters.")
        problems.require(wanted.count <= Self.longest, "wanted", "Make this shorter: at most 5,000 letters.")
        return problems
    }
}
