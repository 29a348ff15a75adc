import Basics
import Measures

/// How a pupil stood in a data drop when it was signed: what three people put their names to stays.
public struct SignedLine: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var drop: DataDropID
    public var school: SchoolID
    public var pupil: PupilID
    /// The keys of the traits the pupil had.
    public var traits: [String]
    public var baseline: RowID?
    public var actual: RowID?
    /// What these two said then.
    public var baselineScore: Score?
    public var actualScore: Score?
    public var expected: Int?
    public var standing: DropLine.Standing

    public init(id: RowID = .new, version: Int = 1, drop: DataDropID, school: SchoolID, pupil: PupilID, traits: [String], baseline: RowID?, actual: RowID?, baselineScore: Score?, actualScore: Score?, expected: Int?, standing: DropLine.Standing) {
        (self.id, self.version, self.drop, self.school, self.pupil, self.traits) = (id, version, drop, school, pupil, traits)
        (self.baselineScore, self.actualScore) = (baselineScore, actualScore)
        (self.baseline, self.actual, self.expected, self.standing) = (baseline, actual, expected, standing)
    }
}
