import Access
import Basics
import Database
import Pages
import People

extension Set<Permission> {
    /// Whether one who may do this about a pupil knows how practices and engagement go: with the record, or as one of those
    /// who teach and help.
    var knowsPractice: Bool { contains(.seeRecord) || isSuperset(of: [.enterResults, .raiseConcern]) }
}

extension Reader {
    /// A pupil in sight of somebody who may know how practices and engagement go, with what they may do.
    /// - Throws: `NotFound` for everybody else.
    func practising(_ id: PupilID, for viewer: Viewer, on day: Day) throws -> (pupil: Pupil, powers: Set<Permission>) {
        let pupil = try pupil(id, for: viewer, on: day), powers = try powers(of: viewer, over: id, on: day)
        guard powers.knowsPractice else { throw NotFound() }
        return (pupil, powers)
    }

    /// The practices of a pupil, those that go on first.
    func practices(of pupil: PupilID) throws -> [ProbeSeries] {
        try all(ProbeSeries.self, "WHERE pupil_id = \(pupil) ORDER BY CASE WHEN ends IS NULL THEN 0 ELSE 1 END, starts DESC, id DESC")
    }

    /// One of them.
    /// - Throws: `NotFound` where it is another pupil's.
    func practice(_ row: RowID?, of pupil: PupilID) throws -> ProbeSeries {
        guard let row, let series = try one(row, of: ProbeSeries.self), series.pupil == pupil else { throw NotFound() }
        return series
    }

    /// What its timings say.
    func probeChart(_ series: ProbeSeries) throws -> ProbeChart {
        ProbeChart(series, try all(Probe.self, "WHERE series_id = \(series.id) ORDER BY taken_on"), try all(PhaseChange.self, "WHERE series_id = \(series.id) ORDER BY starts"))
    }
}
