import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// What must not be missed after a screening.
let screeningSafetyRules: [SafetyRule] = [screeningNotFollowedUp, screeningUntested]

let screeningNotFollowedUp = SafetyRule(
    "screening-not-followed-up", .gap, "A screening below the cut-off, and nobody decided what comes of it",
    why: "A screening helps nobody by itself: help follows early where somebody decides what comes of a low result (SEND Code of Practice 2015, 6.14 to 6.20). Within 15 school days somebody does.",
    who: "The SENCO acts", next: "Decide what comes of it"
) { reader, question in
    var days: [SchoolID: SchoolDays] = [:], seen: Set<PupilID> = []
    return try reader.unfollowed(question, before: question.day - 15).compactMap { line in
        let school = line.found.school, calendar = try days[school] ?? reader.schoolDays(of: school, around: line.takenOn), due = calendar.day(15, after: line.takenOn)
        days[school] = calendar
        guard due < question.day, seen.insert(line.found.pupil).inserted else { return nil }
        let next = question.viewer.may(.changeRegister, at: school) ? followUpsPath(line.campaign, school) : pupilPath(line.found.pupil)
        return line.found.finding(since: due + 1, "Below the cut-off in a screening on \(line.takenOn.inWords), and nobody has decided what comes of it.", next: next)
    }
}

let screeningUntested = SafetyRule(
    "screening-untested", .gap, "A screening is over, and a child was not tested",
    why: "A screening finds needs only of those who take part. Absent on the day is how children are missed. It is looked at for a year.",
    who: "Whoever tests, or the SENCO", next: "Test the child, or say why not"
) { reader, question in
    var seen: Set<PupilID> = []
    return try reader.untested(question).compactMap { found, campaign in
        guard seen.insert(found.pupil).inserted else { return nil }
        let next = question.viewer.may(.enterResults, at: found.school) ? untestedPath(campaign.id, found.school) : pupilPath(found.pupil)
        return found.finding(since: campaign.over(on: question.day), "\(campaign.name) is over, and there is no result and no reason.", next: next)
    }
}

extension ScreeningCampaign {
    /// The first day on which nobody is tested any more.
    fileprivate func over(on day: Day) -> Day { min(ends + 1, closedOn ?? ends + 1) }
}

/// A result below the cut-off about which nobody has decided.
struct Unfollowed {
    let found: FoundPupil
    let campaign: RowID
    let takenOn: Day
}

extension Reader {
    /// Results below a cut-off of pupils on roll, taken before a day, about which nobody has decided. A query for each kind of
    /// cohort, not for each campaign. The plus keeps the planner with the few results of a pupil, and away from all of a school.
    func unfollowed(_ question: SafetyQuestion, before day: Day) throws -> [Unfollowed] {
        let campaigns = try all(ScreeningCampaign.self, "AS c WHERE starts < \(day) AND \(question.inPlace)"), used = campaigns.map(\.instrument).unique
        let instruments = try all(Instrument.self, "WHERE id IN \(used)"), sets = try cutOffs(of: used)
        let below: [SQL] = instruments.map { "(r.instrument_id = \($0.id) AND \($0.maybeBelow("r", sets)))" }
        if below.isEmpty { return [] }
        return try Dictionary(grouping: campaigns, by: Cohort.init).sorted { ($0.key.academicYear, $0.key.years) < ($1.key.academicYear, $1.key.years) }.flatMap { cohort, campaigns in
            let sql = question.begin("r.campaign, r.id, r.instrument_id, r.scale, r.number, r.bound, r.section, r.taken_on, r.school_id", from: """
                (SELECT x.campaign_id AS campaign, r.* FROM (\(cohort.expected(in: campaigns.map(\.id), at: question.place))) x CROSS JOIN screening_campaign c CROSS JOIN test_result r \
                WHERE c.id = x.campaign_id AND r.pupil_id = x.pupil_id AND +r.instrument_id = c.instrument_id AND +r.school_id = x.school_id AND r.taken_on BETWEEN c.starts AND c.ends AND r.withdrawn_on IS NULL AND (\(SQL.joined(below, " OR "))) AND r.taken_on < \(day) AND \(latest(until: "c.ends")) \
                AND NOT EXISTS (SELECT 1 FROM screening_follow_up f WHERE f.campaign_id = c.id AND f.pupil_id = x.pupil_id)) r
                """, where: "e.pupil_id = r.pupil_id AND e.school_id = +r.school_id")
            return try rows(sql) { row -> Unfollowed? in
                let found = try FoundPupil(&row, question.viewer), campaign: RowID = try row.next()
                let result = try TestResult(below: found.pupil, &row)
                guard let instrument = instruments.first(where: { $0.id == result.instrument }), !instrument.below([result], sets).isEmpty else { return nil }
                return Unfollowed(found: found, campaign: campaign, takenOn: result.takenOn)
            }.compactMap(\.self)
        }
    }

    /// Pupils on roll who have no result of a campaign that is over, and for whom nobody has said why.
    func untested(_ question: SafetyQuestion) throws -> [(FoundPupil, ScreeningCampaign)] {
        let day = question.day
        let campaigns = try all(ScreeningCampaign.self, "AS c WHERE ends >= \(day.adding(years: -1)) AND (ends < \(day) OR closed_on IS NOT NULL) AND starts < \(day) AND \(question.inPlace)")
        let byID = Dictionary(uniqueKeysWithValues: campaigns.map { ($0.id, $0) })
        return try Dictionary(grouping: campaigns, by: Cohort.init).sorted { ($0.key.academicYear, $0.key.years) < ($1.key.academicYear, $1.key.years) }.flatMap { cohort, campaigns in
            let sql = question.begin("x.campaign_id", from: """
                (SELECT x.campaign_id, x.pupil_id, x.school_id, c.ends FROM (\(cohort.expected(in: campaigns.map(\.id), at: question.place))) x CROSS JOIN screening_campaign c \
                WHERE c.id = x.campaign_id AND NOT EXISTS (SELECT 1 FROM test_result r WHERE r.pupil_id = x.pupil_id AND +r.instrument_id = c.instrument_id AND r.taken_on >= c.starts AND r.withdrawn_on IS NULL) \
                AND NOT EXISTS (SELECT 1 FROM screening_status t WHERE t.campaign_id = c.id AND t.pupil_id = x.pupil_id AND t.status IN ('moved', 'opted_out', 'not_suitable'))) x
                """, where: "e.pupil_id = x.pupil_id AND e.school_id = x.school_id AND e.starts <= x.ends")
            return try rows(sql) { row in (try FoundPupil(&row, question.viewer), try row.next(RowID.self)) }.compactMap { found, id in byID[id].map { (found, $0) } }
        }
    }
}

extension TestResult {
    /// Reads the columns that `unfollowed` puts last.
    fileprivate init(below pupil: PupilID, _ row: inout Row) throws {
        let id: RowID = try row.next(), instrument: InstrumentID = try row.next(), scale: String = try row.next()
        let score = Score(try row.next(), try row.next(), section: try row.next()), day: Day = try row.next()
        self.init(id: id, pupil: pupil, school: try row.next(), instrument: instrument, scale: scale, takenOn: day, score: score)
    }
}

extension SafetyQuestion {
    /// True for a place `pl` of a campaign at a school in question.
    fileprivate var place: SQL {
        let asked: SQL = school.map { "pl.school_id = \($0)" } ?? "1 = 1"
        return "\(asked) AND \(viewer.sees(school: "pl.school_id"))"
    }

    /// True for a campaign `c` at a school in question.
    fileprivate var inPlace: SQL { "EXISTS (SELECT 1 FROM screening_place pl WHERE pl.campaign_id = c.id AND \(place))" }

    /// As `found`, but it always begins with the rows of campaigns, which are narrowed to the schools in question already.
    fileprivate func begin(_ columns: SQL, from table: SQL, where condition: SQL) -> SQL {
        """
        SELECT \(Self.pupilColumns), \(columns) FROM \(table) CROSS JOIN enrolment e CROSS JOIN school s CROSS JOIN pupil p \
        WHERE \(condition) AND s.id = e.school_id AND p.id = e.pupil_id AND \(onRoll) \(Self.order)
        """
    }
}
