import Basics

/// A state of the law from a day on. A new Act, amendment or Code is a new edition; a duty keeps the one it arose under.
public struct LawEdition: Hashable, Sendable {
    /// Short and lasting: kept with each duty.
    public let key: String
    public let name: String
    /// When it holds; nil for what is only proposed.
    public let inForce: Spell?

    /// True for what was announced or consulted on and is not law. It makes no duties.
    public var isProposal: Bool { inForce == nil }

    func holds(on day: Day) -> Bool { inForce?.covers(day) ?? false }
}

extension LawEdition {
    /// The day on which the Act and the regulations began.
    public static let firstDay = day(2014, 9, 1)

    /// The day on which the conditions of the Inclusive Mainstream Fund began.
    static let grantDay = day(2026, 6, 25)

    static let of2014 = LawEdition(key: "2014", name: "Children and Families Act 2014, SEND Regulations 2014 and SEND Code of Practice 2015", inForce: Spell(starts: firstDay))
    static let amended2015 = LawEdition(key: "2015", name: "SEND Regulations 2014 as amended by SI 2015/359", inForce: Spell(starts: day(2015, 4, 1)))
    static let sencoUntil2024 = LawEdition(key: "2014-senco", name: "SENCO regulations before September 2024", inForce: Spell(starts: firstDay, ends: day(2024, 8, 31)))
    static let senco2024 = LawEdition(key: "2024-senco", name: "SENCO regulations from 1 September 2024", inForce: Spell(starts: day(2024, 9, 1)))
    static let grant2026 = LawEdition(key: "2026-grant", name: "Inclusive Mainstream Fund, conditions of grant 2026-27", inForce: Spell(starts: grantDay))
    static let reform2026 = LawEdition(key: "2026-reform", name: "Proposals of the consultation of 23 February 2026, not law", inForce: nil)

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? .distantFuture }
}
