import Basics

/// Sets what a school gets for a pupil, for its places, or as its notional budget.
public struct SetFunding: Sendable {
    public let stream: String
    public let annual: Pence?
    public let from: Day?
    public let to: Day?

    public init(stream: String, annual: Pence?, from: Day?, to: Day? = nil) { (self.stream, self.annual, self.from, self.to) = (stream, annual, from, to) }

    /// What another school got for a pupil who came from there is that school's to end, and stops nobody here.
    /// - Parameter beside: the lines of the same pupil, or of the same school where it is nobody's.
    public func applied(for pupil: PupilID?, at school: SchoolID, beside: [FundingLine]) throws -> Change<FundingLine> {
        var problems = Problems()
        problems.require(FundingStream.named(stream).map { !$0.isProposal } ?? false, "stream", "Choose a stream of the list.")
        if pupil == nil { problems.require(stream != "E3", "stream", "Top-up comes for one pupil. Record it with that pupil’s costs.") }
        if pupil != nil { problems.require(!FundingStream.ofSchools.contains(stream), "stream", "This comes for the school. Record it with the school’s funding.") }
        problems.require(annual.map { (1...500_000_000).contains($0.rawValue) } ?? false, "annual", "Give pounds a year, above nought.")
        problems.require(from != nil, "from", "Give the day from which it is paid.")
        guard let annual, let from else { throw problems }
        problems.require(to.map { $0 >= from } ?? true, "to", "The last day comes before the first. Give a later last day.")
        let spell = Spell(starts: from, ends: to)
        if let other = beside.first(where: { $0.pupil == pupil && $0.school == school && $0.stream == stream && $0.spell.overlaps(spell) }) {
            problems.add("from", "This stream is recorded already, \(other.spell.inWords). End that one first.")
        }
        try problems.check()
        return Change("funding.set", to: FundingLine(pupil: pupil, school: school, stream: stream, annual: annual, spell: spell))
    }
}
