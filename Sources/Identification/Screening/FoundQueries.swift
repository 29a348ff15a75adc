import Access
import Basics
import Database
import Measures
import People

/// A pupil whose latest result in a campaign is below a cut-off.
struct BelowCutOff: Sendable {
    let pupil: PupilID
    let school: SchoolID
    /// Those below, in the order of the test's scales.
    let results: [ReadResult]

    /// When it was found.
    var day: Day { results.map(\.result.takenOn).max() ?? Day(number: 0) }

    /// `Colour: Red, section 4`.
    var words: String {
        results.map { ($0.instrument.scales.count < 2 ? "" : "\($0.scale.name) ") + $0.words }.joined(separator: ", ")
    }

    /// The same in a sentence for a record.
    var sentence: String { "Screening with \(results.first?.instrument.name ?? "a test") on \(day.inWords): \(words)." }
}

extension Reader {
    /// Whose latest result of a campaign is below a cut-off, by name.
    func belowCutOff(in screening: Screening, at schools: [SchoolID], for viewer: Viewer, on today: Day, namesOnly: Bool = true) throws -> [BelowCutOff] {
        let campaign = screening.campaign, sets = try cutOffs(of: [campaign.instrument])
        let sight = namesOnly ? viewer.seesEnrolment(on: today) : viewer.countsEnrolment(on: today), here: SQL = namesOnly ? "AND (e.ends IS NULL OR e.ends >= \(today))" : ""
        let results = try all(TestResult.self, """
            AS r WHERE r.instrument_id = \(campaign.instrument) AND r.taken_on BETWEEN \(campaign.starts) AND \(campaign.ends) AND r.school_id IN \(schools) AND r.withdrawn_on IS NULL \
            AND \(screening.instrument.maybeBelow("r", sets)) AND \(latest(until: "\(campaign.ends)")) \
            AND r.pupil_id IN (SELECT x.pupil_id FROM (\(Cohort(campaign).expected(in: [campaign.id], at: "pl.school_id IN \(schools)"))) x) \
            AND EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = r.pupil_id AND e.school_id = r.school_id AND e.kind <> 'G' AND \(sight) \(here)) \
            ORDER BY (SELECT p.sort_name FROM pupil p WHERE p.id = r.pupil_id), r.pupil_id
            """)
        return screening.instrument.below(results, sets)
    }

    /// True for a result `r` after which none of the same pupil and scale came.
    func latest(until ends: SQL) -> SQL {
        """
        NOT EXISTS (SELECT 1 FROM test_result l WHERE l.pupil_id = r.pupil_id AND +l.instrument_id = r.instrument_id AND l.scale = r.scale AND l.taken_on > r.taken_on \
        AND l.taken_on <= \(ends) AND l.withdrawn_on IS NULL)
        """
    }

    /// What was decided about a campaign's results at some schools.
    func followUps(in campaign: RowID, at schools: [SchoolID]) throws -> [PupilID: FollowUp] {
        Dictionary(try all(FollowUp.self, "WHERE campaign_id = \(campaign) AND school_id IN \(schools)").map { ($0.pupil, $0) }) { $1 }
    }

    /// Those of whom the school knew before a day: support or a plan, a concern, a place on the watch list.
    func knownBefore(_ day: Day, among pupils: [PupilID]) throws -> Set<PupilID> {
        Set(try column("""
            SELECT s.pupil_id FROM provision_spell s WHERE s.pupil_id IN \(pupils) AND s.provision <> 'N' AND s.starts < \(day) AND (s.ends IS NULL OR s.ends >= \(day)) \
            UNION SELECT c.pupil_id FROM concern c WHERE c.pupil_id IN \(pupils) AND c.raised_on < \(day) \
            UNION SELECT w.pupil_id FROM watch_spell w WHERE w.pupil_id IN \(pupils) AND w.starts < \(day)
            """, as: PupilID.self))
    }
}

extension Instrument {
    /// True for every result that may be below a cut-off, by whatever cut-offs anybody has set; `below` then says which is.
    func maybeBelow(_ result: SQL, _ sets: [CutOffs]) -> SQL {
        let conditions: [SQL] = scales.compactMap { scale in
            let ways = [scale.usualBands] + sets.filter { $0.instrument == id && $0.scale == scale.key }.map(\.bands)
            return scale.reach(of: ways).map { "(\(result).scale = \(scale.key) AND \(result).number BETWEEN \($0.lowerBound) AND \($0.upperBound))" }
        }
        return conditions.isEmpty ? "1 = 0" : "(\(SQL.joined(conditions, " OR ")))"
    }

    /// The pupils of some results that are below by the cut-offs of their school and day, each once, in the order given.
    func below(_ results: [TestResult], _ sets: [CutOffs]) -> [BelowCutOff] {
        var order: [PupilID] = [], found: [PupilID: [ReadResult]] = [:]
        for result in results {
            guard let scale = scale(result.scale) else { continue }
            let band = Scale.band(of: result.score, in: bands(of: scale, at: result.school, on: result.takenOn, among: sets))
            guard band?.concern == .act else { continue }
            if found[result.pupil] == nil { order.append(result.pupil) }
            found[result.pupil, default: []].append(ReadResult(result: result, instrument: self, scale: scale, band: band))
        }
        let places = Dictionary(uniqueKeysWithValues: scales.enumerated().map { ($1.key, $0) })
        return order.compactMap { pupil in
            let results = (found[pupil] ?? []).sorted { (places[$0.scale.key] ?? 0, $0.result.id) < (places[$1.scale.key] ?? 0, $1.result.id) }
            return results.first.map { BelowCutOff(pupil: pupil, school: $0.result.school, results: results) }
        }
    }
}

extension Scale {
    /// The numbers that may lie in a band below the cut-off, by any of these ways of cutting; nil where none does.
    fileprivate func reach(of ways: [[Band]]) -> ClosedRange<Int>? {
        let ranges = ways.flatMap { bands in
            bands.indices.filter { bands[$0].concern == .act }.map { place in
                // One more on each side, for a score that is only said to lie below or above its number.
                (place == 0 ? range.lowerBound : bands[place].from) - 1...(place + 1 < bands.count ? bands[place + 1].from : range.upperBound) + 1
            }
        }
        guard let lowest = ranges.map(\.lowerBound).min(), let highest = ranges.map(\.upperBound).max() else { return nil }
        return lowest...highest
    }
}
