import Access
import Basics
import Database
import Pages
import People

extension Reader {
    /// The results of one pupil that stand, the latest first, for those who may see the record or enter results.
    /// - Throws: `NotFound` for everybody else.
    public func results(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [TestResult] {
        guard try mayKnowResults(of: pupil, viewer, day) else { throw NotFound() }
        return try results(of: pupil)
    }

    /// The same with what they mean. Whoever asks has the pupil in sight, and may know what they scored.
    func readResults(of pupil: PupilID) throws -> [ReadResult] { try once(ResultsOf(pupil: pupil)) { try reading(of: try results(of: pupil)) } }

    private func results(of pupil: PupilID) throws -> [TestResult] {
        try all(TestResult.self, "WHERE pupil_id = \(pupil) AND withdrawn_on IS NULL ORDER BY taken_on DESC, instrument_id, id")
    }

    /// Whether a viewer may know what a pupil scored: with the record, or because they enter it.
    func mayKnowResults(of pupil: PupilID, _ viewer: Viewer, _ day: Day) throws -> Bool {
        let powers = try powers(of: viewer, over: pupil, on: day)
        return powers.contains(.seeRecord) || powers.contains(.enterResults)
    }

    /// What some pupils scored with one instrument between two days. Whoever asks has them in sight.
    public func results(with instrument: InstrumentID, among pupils: [PupilID], from: Day, to: Day) throws -> [TestResult] {
        try all(TestResult.self, """
            WHERE pupil_id IN \(pupils) AND instrument_id = \(instrument) AND taken_on BETWEEN \(from) AND \(to) AND withdrawn_on IS NULL ORDER BY taken_on, id
            """)
    }

    /// What some pupils scored from a day on, with what it means, the first first. Whoever asks has them in sight.
    /// - Parameter instruments: only with these; nil for all.
    public func readResults(of pupils: [PupilID], since first: Day, with instruments: [InstrumentID]? = nil) throws -> [PupilID: [ReadResult]] {
        let tests: SQL = instruments.map { "instrument_id IN \($0)" } ?? "1 = 1"
        let results = try all(TestResult.self, "WHERE pupil_id IN \(pupils) AND taken_on >= \(first) AND \(tests) AND withdrawn_on IS NULL ORDER BY taken_on, id")
        return Dictionary(grouping: try reading(of: results), by: \.result.pupil)
    }

    /// What pupils in sight at a school scored between two days, in the order of the days.
    public func results(at school: SchoolID, from: Day, to: Day, for viewer: Viewer, on day: Day) throws -> [TestResult] {
        let results = try all(TestResult.self, """
            WHERE school_id = \(school) AND taken_on BETWEEN \(from) AND \(to) AND withdrawn_on IS NULL AND EXISTS (SELECT 1 FROM enrolment e \
            WHERE e.pupil_id = test_result.pupil_id AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day))) ORDER BY taken_on, id
            """)
        viewer.witness.saw(Set(results.map(\.pupil)))
        return results
    }

    /// Results with their instrument, their scale and what they mean.
    public func reading(of results: [TestResult]) throws -> [ReadResult] {
        if results.isEmpty { return [] }
        let ids = Array(Set(results.map(\.instrument)))
        let instruments = Dictionary(uniqueKeysWithValues: try all(Instrument.self, "WHERE id IN \(ids)").map { ($0.id, $0) })
        let set = try cutOffs(of: ids)
        return results.compactMap { result in
            guard let instrument = instruments[result.instrument], let scale = instrument.scale(result.scale) else { return nil }
            let bands = instrument.bands(of: scale, at: result.school, on: result.takenOn, among: set)
            return ReadResult(result: result, instrument: instrument, scale: scale, band: Scale.band(of: result.score, in: bands))
        }
    }

    /// The classes and groups of a school with pupils in sight, by name.
    func classesInSight(of school: SchoolID, for viewer: Viewer, on day: Day) throws -> [(id: ClassID, name: String)] {
        try rows("""
            SELECT c.id, c.name FROM school_class c JOIN class_member m ON m.class_id = c.id JOIN enrolment e ON e.pupil_id = m.pupil_id AND e.school_id = c.school_id \
            WHERE c.school_id = \(school) AND c.academic_year = \(AcademicYear(containing: day).starting) AND e.kind <> 'G' AND \(viewer.seesEnrolment(on: day)) \
            AND m.starts <= \(day) AND (m.ends IS NULL OR m.ends >= \(day)) AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) \
            GROUP BY c.id, c.name, c.kind ORDER BY c.kind, c.name, c.id
            """) { try ($0.next(), $0.next()) }
    }
}

/// What one pupil scored, as a question that two parts of a page ask.
private struct ResultsOf: Hashable { let pupil: PupilID }

/// A result with what it means.
public struct ReadResult: Sendable {
    public let result: TestResult
    public let instrument: Instrument
    public let scale: Scale
    /// Nil where the scale has no cut-offs.
    public let band: Band?

    public init(result: TestResult, instrument: Instrument, scale: Scale, band: Band?) {
        (self.result, self.instrument, self.scale, self.band) = (result, instrument, scale, band)
    }

    /// `85`, `8:10`, `Green, section 4`.
    public var words: String { scale.words(of: result.score) }

    /// What else the score says: the percentile of a standard score, and how far an age lies from the child's own.
    public func detail(born birth: Day) -> String {
        switch scale.kind {
        case .standard where result.score.bound == .exact: return "percentile \(NormalCurve.percentile(ofStandard: result.score.number))"
        case .months:
            let own = Age.months(born: birth, on: result.takenOn), apart = result.score.number - own
            return apart == 0 ? "as old as the child" : "\(count(abs(apart), "month")) \(apart < 0 ? "below" : "above") own age, \(Age.inWords(months: own))"
        default: return ""
        }
    }
}
