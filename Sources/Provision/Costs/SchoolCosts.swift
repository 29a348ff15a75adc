import Basics
import People

/// What a school's provision costs in an academic year, and the money for it.
public struct SchoolCosts: Sendable {
    public let school: School
    public let year: AcademicYear
    public let today: Day
    public let basis: CostBasis
    /// In order of their names.
    public let provisions: [WholeProvision]
    /// Each by itself, to date and for the year.
    public let sheets: [ProvisionID: CostSheet]
    /// All of them together.
    public let total: CostSheet
    /// Of the school, and of its pupils.
    public let lines: [FundingLine]
    let pupils: [PupilID: CostedPupil]
    let justifications: [PupilID: VarianceJustification]

    init(school: School, year: AcademicYear, today: Day, basis: CostBasis, provisions: [WholeProvision], sheets: [ProvisionID: CostSheet], lines: [FundingLine], pupils: [PupilID: CostedPupil],
         justifications: [PupilID: VarianceJustification]) {
        (self.school, self.year, self.today, self.basis) = (school, year, today, basis)
        (self.provisions, self.sheets, self.lines) = (provisions, sheets, lines)
        (self.pupils, self.justifications) = (pupils, justifications)
        total = provisions.compactMap { sheets[$0.run.id] }.reduce(into: CostSheet()) { $0.add($1) }
    }

    /// How the figures were reckoned, in a sentence or two.
    public var inWords: String { basis.inWords(from: year.firstDay, to: year.lastDay) }

    /// What is costed in the year or has money of its own, by number.
    public var everyone: [PupilID] { Set(total.whole.pupils.keys).union(lines.compactMap(\.pupil)).union(pupils.filter(\.value.hasPlan).keys).sorted() }

    /// A pupil's cost of the year beside the money for it.
    public func comparison(of pupil: PupilID) -> CostComparison {
        CostComparison(cost: total.whole.pupils[pupil] ?? Pence(0), hasPlan: pupils[pupil]?.hasPlan ?? false, hasPlace: hasPlace(pupil), lines: lines.filter { $0.pupil == pupil }, rolls: pupils[pupil]?.rolls ?? [], year: year)
    }

    /// Whether a pupil has a place of a special school or a unit, which is funded as such.
    func hasPlace(_ pupil: PupilID) -> Bool { school.kind != .mainstream || pupils[pupil]?.isInUnit == true }

    /// Whether somebody has yet to say why a pupil's cost is over or under.
    public func standing(of pupil: PupilID) -> VarianceStanding {
        VarianceStanding(comparison(of: pupil), said: justifications[pupil], share: basis.settings.share(on: min(today, year.lastDay)))
    }

    /// The pupils whose cost is so far over or under that somebody has yet to say why.
    public var unexplained: [PupilID] { everyone.filter { standing(of: $0).asks } }

    /// What the school has for it: its places and its notional budget are set apart where it has a unit.
    public var spends: [SchoolSpend] {
        let budget = { (sum: CostSum, whose: (FundingLine) -> Bool, basis: SchoolSpend.Basis) in SchoolSpend(sum, lines: lines.filter { $0.pupil == nil || whose($0) }, basis: basis, year: year) }
        if school.kind != .mainstream { return [budget(total.whole, { _ in true }, .places)] }
        let unit = Set(pupils.filter(\.value.isInUnit).keys)
        if unit.isEmpty { return [budget(total.whole, { _ in true }, .notional)] }
        let parts = total.whole.split(unit), isInUnit = { (line: FundingLine) in line.pupil.map(unit.contains) ?? false }
        return [budget(parts.rest, { !isInUnit($0) }, .notional), budget(parts.chosen, isInUnit, .places)]
    }

    /// The costs of provisions of one kind, those of most children first.
    func sum(of kind: InterventionKind) -> CostSheet {
        provisions.filter { $0.run.kind == kind }.compactMap { sheets[$0.run.id] }.reduce(into: CostSheet()) { $0.add($1) }
    }
}

/// What the comparison with the money asks of a pupil.
struct CostedPupil: Hashable, Sendable {
    var rolls: [Spell] = []
    /// An EHC plan at some time of the year.
    var hasPlan = false
    /// In a SEN unit or resourced provision at some time of the year.
    var isInUnit = false
}
