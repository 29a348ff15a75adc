import Basics
import Measures

/// Opens a data drop for a school: which half-term, which measure, of whom.
public struct StartDrop: Sendable {
    public let halfTerm: HalfTerm?
    public let asOf: Day?
    public let measure: (instrument: Instrument, scale: String)?
    public let group: DropGroup

    public init(_ halfTerm: HalfTerm?, asOf: Day?, measure: (instrument: Instrument, scale: String)?, group: DropGroup) {
        (self.halfTerm, self.asOf, self.measure, self.group) = (halfTerm, asOf, measure, group)
    }

    /// - Parameter beside: the drops of the school.
    /// - Throws: `Problems` at `half_term`, `as_of`, `measure` and `group`.
    public func applied(at school: SchoolID, beside: [DataDrop], today: Day) throws -> Change<DataDrop> {
        var problems = Problems()
        problems.require(halfTerm != nil, "half_term", "Choose the half-term.")
        problems.require(measure.map { $0.instrument.scale($0.scale) != nil } ?? false, "measure", "Choose the test and what it gives a score for.")
        problems.require(measure?.instrument.measuresProgress ?? true, "measure", "This test looks at one moment only. Its scores can’t be compared over time.")
        problems.require(!group.traits.isEmpty, "group", "Tick whom it is of. Usually that is SEND.")
        problems.require(!(group.traits.contains(.onSupport) && group.traits.contains(.withPlan)), "group", "Nobody has SEN support and an EHC plan at once. Tick SEND for both.")
        if let halfTerm { check(asOf, in: halfTerm, today, &problems) }
        guard problems.isEmpty, let halfTerm, let asOf, let measure else { throw problems }
        let drop = DataDrop(school: school, halfTerm: halfTerm, asOf: asOf, instrument: measure.instrument.id, scale: measure.scale, group: group)
        let isThere = beside.contains { $0.halfTerm == halfTerm && $0.instrument == drop.instrument && $0.scale == drop.scale }
        if isThere { throw Problems("measure", "There is a data drop of this half-term by this test already. It shows every group within it.") }
        return Change("drop.started", to: drop)
    }

    private func check(_ asOf: Day?, in halfTerm: HalfTerm, _ today: Day, _ problems: inout Problems) {
        problems.require(halfTerm.firstDay <= today, "half_term", "This half-term has not begun.")
        guard let asOf else { return problems.add("as_of", "Give the last day of results that count.") }
        problems.require(asOf <= today, "as_of", "This day has not come yet.")
        problems.require(asOf >= halfTerm.firstDay && asOf <= halfTerm.lastDay, "as_of", "Give a day between \(halfTerm.firstDay.inWords) and \(halfTerm.lastDay.inWords).")
    }
}
