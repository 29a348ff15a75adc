import Basics
import People

/// Says that something about a pupil worries one.
public struct RaiseConcern: Sendable {
    public let areas: [String]
    public let seen: String
    public let since: String
    public let tried: String
    public let howItWent: String
    public let familyTold: String
    public let familySaid: String

    public init(areas: [String], seen: String, since: String = "", tried: String = "", howItWent: String = "", familyTold: String, familySaid: String = "") {
        (self.areas, self.familyTold) = (areas, familyTold)
        (self.seen, self.since, self.tried) = (seen.trimmed, since.trimmed, tried.trimmed)
        (self.howItWent, self.familySaid) = (howItWent.trimmed, familySaid.trimmed)
    }

    /// What is sent where the one who raises it can't say which area it is.
    public static let notSure = "not_sure"

    /// Who raises it, where, on which day, and by when it is to be decided.
    public struct Circumstances: Sendable {
        let school: SchoolID, raisedBy: String, account: AccountID?, staff: StaffID?, today: Day, decideBy: Day

        public init(school: SchoolID, raisedBy: String, account: AccountID?, staff: StaffID? = nil, today: Day, decideBy: Day) {
            (self.school, self.raisedBy, self.account, self.staff, self.today, self.decideBy) = (school, raisedBy, account, staff, today, decideBy)
        }
    }

    /// - Parameter others: the concerns that are there already about the pupil.
    public func applied(to pupil: Pupil, in circumstances: Circumstances, beside others: [Concern]) throws -> Change<Concern> {
        try problems(pupil, circumstances, others).check()
        let concern = Concern(
            id: .new, pupil: pupil.id, school: circumstances.school, raisedBy: circumstances.raisedBy, account: circumstances.account, staff: circumstances.staff, raisedOn: circumstances.today,
            areas: areas.filter { $0 != Self.notSure }.joined(separator: " "), seen: seen, since: since, tried: tried, howItWent: howItWent,
            familyTold: Concern.FamilyTold(rawValue: familyTold) ?? .no, familySaid: familySaid, decideBy: max(circumstances.decideBy, circumstances.today))
        return Change("concern.raised", to: concern)
    }

    private func problems(_ pupil: Pupil, _ circumstances: Circumstances, _ others: [Concern]) -> Problems {
        var problems = Problems()
        let known = areas.allSatisfy { key in key == Self.notSure || AreaOfNeed.all.contains { $0.key == key } }
        problems.require(!areas.isEmpty && known, "areas", "Tick what it is about, or “Not sure”.")
        problems.require(!areas.contains(Self.notSure) || areas.count == 1, "areas", "You ticked “Not sure” and an area as well. Untick one of them.")
        problems.require(!seen.isEmpty, "observed", "Say what you see, in a sentence or two.")
        problems.require(howItWent.isEmpty || !tried.isEmpty, "tried", "You wrote how it went. Say first what was tried.")
        problems.require(Concern.FamilyTold(rawValue: familyTold) != nil, "family_told", "Choose whether the family knows.")
        for (field, text, most) in [("observed", seen, 5000), ("since", since, 500), ("tried", tried, 5000), ("how_it_went", howItWent, 5000), ("family_said", familySaid, 5000)] {
            problems.require(text.count <= most, field, "Make this shorter: at most \(most) characters. A long report is better kept as a paper.")
        }
        let again = others.contains { $0.seen == seen && $0.raisedBy == circumstances.raisedBy && $0.raisedOn == circumstances.today }
        problems.require(!again, "", "You raised this today already, in the same words. It is saved; you need not send it again.")
        return problems
    }
}
