import Basics
@testable import Impact
import Measures
import Testing

@Suite("Finding baseline and exit")
struct FindScoresTests {
    static let start = Scores.start, end = Scores.end
    /// Days of results, and which are found (by place).
    static let cases: [([Day], Int?, Int?)] = [
        ([start, end], 0, 1), ([start - 90, end + 90], 0, 1), ([start - 91, end + 91], nil, nil), ([start + 14, end - 28], 0, 1), ([start + 15], nil, nil),
        ([start - 40, start - 3, end - 2, end + 20], 1, 2), ([start - 2, start + 2, end], 0, 2), ([], nil, nil), ([end], nil, 0),
    ]

    @Test("The nearest to the beginning and to the end", arguments: cases)
    func nearest(days: [Day], baseline: Int?, exit: Int?) {
        let results = days.enumerated().map { Scores.result(1, Score(80), on: $1, id: $0 + 1) }
        let found = FindScores(joined: Self.start, left: Self.end).found(in: results, of: PupilID(1))
        #expect(found.baseline.map { $0.id.rawValue - 1 } == baseline && found.exit.map { $0.id.rawValue - 1 } == exit)
    }

    @Test("Neither another pupil's nor a withdrawn result, and no exit while it runs")
    func passedOver() {
        var withdrawn = Scores.result(1, Score(80), on: Self.start, id: 1)
        withdrawn.withdrawnOn = Self.end
        let results = [withdrawn, Scores.result(2, Score(80), on: Self.start, id: 2), Scores.result(1, Score(90), on: Self.end, id: 3)]
        let found = FindScores(joined: Self.start, left: Self.end).found(in: results, of: PupilID(1))
        #expect(found.baseline == nil && found.exit?.id == RowID(3))
        #expect(FindScores(joined: Self.start, left: nil).found(in: results, of: PupilID(1)).exit == nil)
    }

    @Test("One test is never both, in a run of two weeks")
    func short() {
        let found = FindScores(joined: Self.start, left: Self.start + 14).found(in: [Scores.result(1, Score(80), on: Self.start + 3, id: 1)], of: PupilID(1))
        #expect(found.baseline?.id == RowID(1) && found.exit == nil)
    }
}
