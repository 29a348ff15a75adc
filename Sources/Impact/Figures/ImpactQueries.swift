import Access
import Basics
import Database
import Measures
import People
import Provision

// Where figures of impact come from: members with their outcomes, and the results of these pupils. Pairs are made here, not
// in SQL, so that one rule finds them everywhere.

/// What is asked: an intervention, or all, at a school, or at all in sight, over the runs that ended in an academic year.
struct ImpactQuestion: Sendable {
    var school: SchoolID?
    /// Nil for any.
    var year: AcademicYear?
    /// Only this one, and at all schools those that are the same.
    var intervention: Intervention?
    /// Only this group of it.
    var run: ProvisionID?

    /// The runs `r` of an intervention `i` that are asked about.
    func runs(for viewer: Viewer) -> SQL {
        let ended: SQL = year.map { "r.ended_on BETWEEN \($0.firstDay) AND \($0.lastDay)" } ?? "r.ended_on IS NOT NULL"
        return "\(ofAnyYear(for: viewer)) AND \(ended)"
    }

    /// The same, whenever they ended.
    func ofAnyYear(for viewer: Viewer) -> SQL {
        let place: SQL = school.map { "r.school_id = \($0)" } ?? viewer.sees(school: "r.school_id")
        return "\(place) AND r.kind <> 'universal' AND \(only)"
    }

    private var only: SQL {
        if let run { return "r.id = \(run)" }
        guard let intervention else { return "1 = 1" }
        if school != nil { return "r.intervention_id = \(intervention.id)" }
        let root = intervention.adapts ?? intervention.id
        let same: SQL = intervention.key.isEmpty ? "1 = 0" : "i.key = \(intervention.key)"
        return "(i.id = \(root) OR i.adapts_id = \(root) OR \(same))"
    }
}

extension Reader {
    /// What interventions did, by their names. Over many schools, those that are the same are put together.
    func impact(_ ask: ImpactQuestion, for viewer: Viewer, on day: Day) throws -> [InterventionImpact] {
        let members = try runMembers(where: ask.runs(for: viewer))
        let interventions = Dictionary(try all(Intervention.self, "WHERE id IN \(Set(members.map(\.intervention)).sorted())").map { ($0.id, $0) }) { $1 }
        let results = try scores(of: members), seen = try pupilsInSight(of: members, for: viewer, on: day)
        let together = Dictionary(grouping: members) { member in ask.school == nil ? interventions[member.intervention]?.root ?? "" : "\(member.intervention)" }
        return together.values.compactMap { members -> InterventionImpact? in
            guard let first = members.min(by: { $0.intervention < $1.intervention }), let intervention = ask.intervention ?? interventions[first.intervention] else { return nil }
            var impact = InterventionImpact(intervention: intervention, school: ask.school, members: members, scales: results.scales(of: members))
            impact.seen = seen
            return impact
        }.sorted { ($0.intervention.name.folded, $0.intervention.id) < ($1.intervention.name.folded, $1.intervention.id) }
    }

    /// One row for each pupil in each run, with the outcomes that the run was to serve.
    /// - Parameter condition: on the run `r`, its intervention `i` and its member `m`.
    func runMembers(where condition: SQL) throws -> [RunMember] { try rows(memberRows(where: condition)) { try RunMember(&$0) } }

    func memberRows(where condition: SQL) -> SQL {
        """
        SELECT r.id, r.intervention_id, r.school_id, m.pupil_id, MIN(m.starts), \
        CASE WHEN COUNT(*) = COUNT(COALESCE(m.ends, r.ended_on)) THEN MAX(COALESCE(m.ends, r.ended_on)) END, r.ended_on, r.do_not_judge_before, \
        COALESCE(q.instrument_id, i.entry_instrument_id), q.scale, q.chosen_low, \
        COUNT(DISTINCT CASE WHEN v.result = 'met' THEN o.id END), COUNT(DISTINCT CASE WHEN v.result = 'partly' THEN o.id END), \
        COUNT(DISTINCT CASE WHEN v.result = 'not_met' THEN o.id END), COUNT(DISTINCT o.id) \
        FROM provision_run r JOIN intervention i ON i.id = r.intervention_id JOIN provision_member m ON m.run_id = r.id LEFT JOIN run_measure q ON q.run_id = r.id \
        LEFT JOIN provision_outcome o ON o.run_id = r.id AND o.pupil_id = m.pupil_id LEFT JOIN outcome_review v ON v.outcome_id = o.outcome_id \
        WHERE \(condition) GROUP BY r.id, m.pupil_id, q.id, i.id ORDER BY r.id, m.pupil_id
        """
    }

    /// What these pupils scored on the tests by which they are judged, and what was named by somebody.
    func scores(of members: [RunMember]) throws -> MemberScores {
        let tests = Set(members.compactMap(\.measure?.instrument)).sorted(), pupils = Set(members.filter { $0.measure != nil }.map(\.pupil)).sorted()
        guard let first = members.map(\.joined).min(), let last = members.map({ $0.left ?? $0.joined }).max(), !tests.isEmpty else { return MemberScores() }
        var scores = MemberScores()
        scores.instruments = Dictionary(try all(Instrument.self, "WHERE id IN \(tests)").map { ($0.id, $0) }) { $1 }
        scores.errors = try all(TestError.self, "WHERE instrument_id IN \(tests) ORDER BY starts, id")
        let chosen = try all(ChosenResult.self, "WHERE run_id IN \(Set(members.map(\.run)).sorted())")
        scores.chosen = Dictionary(chosen.map { (MemberScores.Chosen(run: $0.run, pupil: $0.pupil, moment: $0.moment), $0.result) }) { $1 }
        let found = try all(TestResult.self, resultsAround(pupils, tests, from: first, to: last))
        let named = chosen.isEmpty ? [] : try all(TestResult.self, "WHERE id IN \(chosen.map(\.result)) AND withdrawn_on IS NULL")
        scores.results = Dictionary(grouping: found, by: \.pupil)
        scores.named = Dictionary(named.map { ($0.id, $0) }) { $1 }
        return scores
    }

    func resultsAround(_ pupils: [PupilID], _ tests: [InstrumentID], from first: Day, to last: Day) -> SQL {
        "WHERE pupil_id IN \(pupils) AND instrument_id IN \(tests) AND taken_on BETWEEN \(first - 120) AND \(last + 120) AND withdrawn_on IS NULL ORDER BY taken_on, id"
    }

    /// Those of the pupils whose scores the viewer may see, with their names.
    func pupilsInSight(of members: [RunMember], for viewer: Viewer, on day: Day) throws -> [PupilID: String] {
        let recorded = viewer.doing(.seeRecord), pupils = Set(members.map(\.pupil)).sorted()
        if pupils.isEmpty || recorded.parts.isEmpty { return [:] }
        let found = try rows("""
            SELECT p.id, \(CalledName.given), \(CalledName.family) \
            FROM pupil p WHERE p.id IN \(pupils) AND \(recorded.seesPupil(on: day))
            """) { row in try (row.next(PupilID.self), "\(row.next(String.self)) \(row.next(String.self))".trimmed) }
        return Dictionary(found) { $1 }
    }
}

extension RunMember {
    fileprivate init(_ row: inout Row) throws {
        (run, intervention, school, pupil) = try (row.next(), row.next(), row.next(), row.next())
        (joined, left, ended, judgeFrom) = try (row.next(), row.next(), row.next(), row.next())
        let (instrument, scale, low): (InstrumentID?, String?, Bool?) = try (row.next(), row.next(), row.next())
        measure = instrument.map { MeasuredBy(instrument: $0, scale: scale, chosenLow: low ?? false) }
        let (met, partly, notMet, all): (Int, Int, Int, Int) = try (row.next(), row.next(), row.next(), row.next())
        outcomes = OutcomeTally(met: met, partly: partly, notMet: notMet, unknown: all - met - partly - notMet)
    }
}

extension Intervention {
    /// What schools have in common: the programme's key, or the trust's entry that one was adapted from.
    var root: String { key.isEmpty ? "\(adapts ?? id)" : key }
}

/// Results of pupils by which runs are judged.
struct MemberScores: Sendable {
    struct Chosen: Hashable, Sendable {
        let run: ProvisionID, pupil: PupilID, moment: ChosenResult.Moment
    }

    var instruments: [InstrumentID: Instrument] = [:]
    var errors: [TestError] = []
    var results: [PupilID: [TestResult]] = [:]
    var chosen: [Chosen: RowID] = [:]
    var named: [RowID: TestResult] = [:]

    /// The scale by which a member is judged.
    func scale(of measure: MeasuredBy) -> (Instrument, Scale)? {
        guard let instrument = instruments[measure.instrument], let scale = measure.scale.map({ instrument.scale($0) }) ?? instrument.scales.first else { return nil }
        return (instrument, scale)
    }

    /// What the manual of a test says of its error, as it was known on a day.
    func error(of instrument: Instrument, _ scale: Scale, on day: Day) -> TestError? {
        errors.last { $0.instrument == instrument.id && $0.scale == scale.key && $0.starts <= day }
    }

    /// What a pupil scored on a scale, the earliest first.
    private func results(of member: RunMember, on scale: Scale, of instrument: Instrument) -> [TestResult] {
        (results[member.pupil] ?? []).filter { $0.instrument == instrument.id && $0.scale == scale.key }
    }

    /// Baseline and exit of a member: those that somebody named, else the nearest.
    func change(of member: RunMember, on scale: Scale, of instrument: Instrument) -> PupilChange {
        let own = results(of: member, on: scale, of: instrument)
        let found = FindScores(joined: member.joined, left: member.left).found(in: own, of: member.pupil)
        let chosen = { self.chosen($0, of: member).flatMap { $0.instrument == instrument.id && $0.scale == scale.key ? $0 : nil } }
        return PupilChange(pupil: member.pupil, baseline: chosen(.baseline) ?? found.baseline, exit: chosen(.exit) ?? found.exit)
    }

    private func chosen(_ moment: ChosenResult.Moment, of member: RunMember) -> TestResult? {
        chosen[Chosen(run: member.run, pupil: member.pupil, moment: moment)].flatMap { named[$0] }
    }

    /// What was changed on each scale, that with most pupils first.
    func scales(of members: [RunMember]) -> [ScaleImpact] {
        let judged = members.compactMap { member in member.measure.flatMap(scale).map { (member, $0.0, $0.1) } }
        let apart = Dictionary(grouping: judged) { ScaleName(instrument: $0.1.id, scale: $0.2.key) }
        return apart.values.compactMap { lines -> ScaleImpact? in
            guard let (_, instrument, scale) = lines.first else { return nil }
            let last = lines.map { $0.0.left ?? $0.0.joined }.max() ?? .distantPast
            let changes = lines.map { MemberChange(member: $0.0, change: change(of: $0.0, on: scale, of: instrument), results: results(of: $0.0, on: scale, of: instrument)) }
            return ScaleImpact(instrument, scale, chosenLow: lines.contains { $0.0.measure?.chosenLow == true }, changes, error: error(of: instrument, scale, on: last))
        }.sorted { ($1.changes.count, $0.name) < ($0.changes.count, $1.name) }
    }

    private struct ScaleName: Hashable {
        let instrument: InstrumentID, scale: String
    }
}
