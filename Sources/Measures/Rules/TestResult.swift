import Basics

/// One score of one pupil on one day.
public struct TestResult: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// Where it was taken.
    public var school: SchoolID
    public var instrument: InstrumentID
    /// The key of the scale.
    public var scale: String
    public var takenOn: Day
    public var score: Score
    public var tester = ""
    /// What was special, such as a reader or more time.
    public var note = ""
    public var withdrawnOn: Day?
    public var withdrawnBecause = ""

    public init(id: RowID, version: Int = 1, pupil: PupilID, school: SchoolID, instrument: InstrumentID, scale: String, takenOn: Day, score: Score,
                tester: String = "", note: String = "", withdrawnOn: Day? = nil, withdrawnBecause: String = "") {
        (self.id, self.version, self.pupil, self.school, self.instrument, self.scale) = (id, version, pupil, school, instrument, scale)
        (self.takenOn, self.score, self.tester, self.note) = (takenOn, score, tester, note)
        (self.withdrawnOn, self.withdrawnBecause) = (withdrawnOn, withdrawnBecause)
    }
}
