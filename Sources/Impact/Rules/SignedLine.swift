import Basics

/// How a pupil stood in a data drop when it was signed: what three people put their names to stays.
public struct SignedLine: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var drop: DataDropID
    public var pupil: PupilID
    /// The keys of the traits the pupil had.
    public var traits: [String]
    public var baseline: RowID?
    public var actual: RowID?
    public var expected: Int?
    public var standing: DropLine.Standing

    public init(id: RowID = .new, version: Int = 1, drop: DataDropID, pupil: PupilID, traits: [String], baseline: RowID?, actual: RowID?, expected: Int?, standing: DropLine.Standing) {
        (self.id, self.version, self.drop, self.pupil, self.traits) = (id, version, drop, pupil, traits)
        (self.baseline, self.actual, self.expected, self.standing) = (baseline, actual, expected, standing)
    }
}
