import Basics

/// Money that comes for one pupil, or for a school's places, at so much a year between two days.
public struct FundingLine: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for a school's places, or its notional budget.
    public var pupil: PupilID?
    public var school: SchoolID
    /// A key of `FundingStream`.
    public var stream: String
    public var annual: Pence
    public var spell: Spell

    public init(id: RowID = .new, pupil: PupilID?, school: SchoolID, stream: String, annual: Pence, spell: Spell) {
        (self.id, self.pupil, self.school) = (id, pupil, school)
        (self.stream, self.annual, self.spell) = (stream, annual, spell)
    }

    /// What falls into a year by its days, rounded once.
    public func amount(in year: AcademicYear) -> Pence { FundingLine.share(of: annual, in: year, spells: [spell]) }

    /// The part of a yearly sum for the days of a year that lie in one of the spells.
    static func share(of annual: Pence, in year: AcademicYear, spells: [Spell]) -> Pence {
        let days = (0...(year.lastDay - year.firstDay)).count { day in spells.contains { $0.covers(year.firstDay + day) } }
        return Pence((Fraction(annual.rawValue) * Fraction(days, year.lastDay - year.firstDay + 1)).rounded)
    }
}
