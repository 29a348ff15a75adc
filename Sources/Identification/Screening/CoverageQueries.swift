import Access
import Basics
import Database
import Measures
import People

/// Whom some campaigns are for: the year groups of one academic year, or the classes that stand in their places.
struct Cohort: Hashable {
    let academicYear: Int
    let years: String

    init(_ campaign: ScreeningCampaign) { (academicYear, years) = (campaign.academicYear.starting, campaign.years) }

    private var groups: [YearGroup] { years.split(separator: " ").map { YearGroup(rawValue: String($0)) } }

    /// A row for each campaign, school and pupil who belongs to it by year or class.
    ///
    /// Where a school has no years of a pupil from that time, because it began with Trellis later, the year after says it:
    /// who is in Year 1 now was in Reception a year before.
    ///
    /// CROSS JOIN keeps the written order in SQLite: it begins with the places, then takes only the years asked for.
    func expected(in campaigns: [RowID], at place: SQL = "1 = 1") -> SQL {
        if years.isEmpty {
            return """
                SELECT DISTINCT pl.campaign_id, pl.school_id, m.pupil_id FROM screening_place pl JOIN screening_campaign k ON k.id = pl.campaign_id \
                JOIN class_member m ON m.class_id = pl.class_id AND m.starts <= k.ends AND (m.ends IS NULL OR m.ends >= k.starts) WHERE pl.campaign_id IN \(campaigns) AND \(place)
                """
        }
        let then = groups.map(\.rawValue), after = groups.compactMap(\.oneLater)
        return """
            SELECT pl.campaign_id, y.school_id, y.pupil_id FROM screening_place pl CROSS JOIN pupil_year y \
            WHERE y.school_id = pl.school_id AND y.academic_year = \(academicYear) AND y.year IN \(then) AND pl.campaign_id IN \(campaigns) AND \(place) \
            UNION ALL SELECT pl.campaign_id, y.school_id, y.pupil_id FROM screening_place pl CROSS JOIN pupil_year y \
            WHERE y.school_id = pl.school_id AND y.academic_year = \(academicYear + 1) AND y.year IN \(after) AND pl.campaign_id IN \(campaigns) AND \(place) \
            AND NOT EXISTS (SELECT 1 FROM pupil_year o WHERE o.pupil_id = y.pupil_id AND o.school_id = y.school_id AND o.academic_year = \(academicYear))
            """
    }
}

extension YearGroup {
    /// The year group in which its children are a year later; nil where the years are not followed.
    fileprivate var oneLater: String? {
        guard let number else { return nil }
        return YearGroup.all.first { $0.number == number + 1 && $0.rawValue != "N1" }?.rawValue
    }
}

/// A pupil who is still on roll and stands in a campaign.
struct ScreenedPupil: Sendable {
    let pupil: PupilID
    let schoolClass: ClassID?
    let coverage: Coverage
}

extension Reader {
    /// How many pupils stand where, by school: whoever was on roll at some time of the window counts.
    func coverage(of screening: Screening, for person: Viewer, on today: Day) throws -> [SchoolID: CoverageCount] {
        let schools = screening.schools.map(\.id)
        return try rows("""
            SELECT e.school_id, \(standing(screening, today)), COUNT(*) \(screened(screening, schools, today)) AND \(person.screening.countsEnrolment(on: today)) GROUP BY 1, 2
            """) { try ($0.next(SchoolID.self), $0.next(Coverage.self), $0.next(Int.self)) }
            .reduce(into: [:]) { counts, row in counts[row.0, default: CoverageCount()].add(row.1, row.2) }
    }

    /// The same for the classes of one school; nil for whoever is in none.
    func classCoverage(of screening: Screening, at school: SchoolID, for person: Viewer, on today: Day) throws -> [ClassID?: CoverageCount] {
        try rows("""
            SELECT \(schoolClass(screening, today)), \(standing(screening, today)), COUNT(*) \(screened(screening, [school], today)) \
            AND \(person.screening.countsEnrolment(on: today)) GROUP BY 1, 2
            """) { try ($0.next(ClassID?.self), $0.next(Coverage.self), $0.next(Int.self)) }
            .reduce(into: [:]) { counts, row in counts[row.0, default: CoverageCount()].add(row.1, row.2) }
    }

    /// The pupils of one school who are on roll today and in sight, by name.
    func screenedPupils(of screening: Screening, at school: SchoolID, for viewer: Viewer, on today: Day) throws -> [ScreenedPupil] {
        let pupils = try rows("""
            SELECT e.pupil_id, \(schoolClass(screening, today)), \(standing(screening, today)) \(screened(screening, [school], today)) AND (e.ends IS NULL OR e.ends >= \(today)) \
            AND \(viewer.seesEnrolment(on: today)) ORDER BY (SELECT p.sort_name FROM pupil p WHERE p.id = e.pupil_id), e.pupil_id
            """) { try ScreenedPupil(pupil: $0.next(), schoolClass: $0.next(), coverage: $0.next()) }
        viewer.witness.saw(pupils.map(\.pupil))
        return pupils
    }

    /// Whether any pupil of a campaign at a school is there for this person to test.
    func testsPupils(of screening: Screening, at school: SchoolID, _ person: Viewer, on today: Day) throws -> Bool {
        let viewer = person.doing(.enterResults)
        guard viewer.may(.enterResults, at: school) else { return false }
        return try value("SELECT 1 \(screened(screening, [school], today)) AND (e.ends IS NULL OR e.ends >= \(today)) AND \(viewer.seesEnrolment(on: today)) LIMIT 1", as: Int.self) != nil
    }

    /// The names of classes by their numbers.
    func classNames(_ ids: [ClassID]) throws -> [ClassID: String] {
        Dictionary(uniqueKeysWithValues: try rows("SELECT id, name FROM school_class WHERE id IN \(ids)") { try ($0.next(ClassID.self), $0.next(String.self)) })
    }

    /// Enrolments `e` of those who belong to a campaign, the latest of each, with what was said of them, `st`.
    func screened(_ screening: Screening, _ schools: [SchoolID], _ today: Day) -> SQL {
        let campaign = screening.campaign, last = campaign.lastDay(on: today)
        return """
            FROM (\(Cohort(campaign).expected(in: [campaign.id], at: "pl.school_id IN \(schools)"))) x CROSS JOIN enrolment e \
            LEFT JOIN screening_status st ON st.campaign_id = x.campaign_id AND st.pupil_id = x.pupil_id AND st.school_id = x.school_id \
            WHERE e.pupil_id = x.pupil_id AND e.school_id = x.school_id AND e.kind <> 'G' AND e.starts <= \(last) AND (e.ends IS NULL OR e.ends >= \(campaign.starts)) \
            AND NOT EXISTS (SELECT 1 FROM enrolment l WHERE l.pupil_id = e.pupil_id AND l.school_id = e.school_id AND l.starts > e.starts AND l.starts <= \(last))
            """
    }

    /// Where a pupil stands: a result says most, then what somebody said for good, then that they have left. The plus before a
    /// column keeps SQLite from going through all results of a test for each pupil.
    func standing(_ screening: Screening, _ today: Day) -> SQL {
        let campaign = screening.campaign
        return """
            CASE WHEN EXISTS (SELECT 1 FROM test_result r WHERE r.pupil_id = e.pupil_id AND +r.instrument_id = \(campaign.instrument) AND r.taken_on BETWEEN \(campaign.starts) AND \(campaign.ends) \
            AND r.withdrawn_on IS NULL AND (e.ends IS NULL OR e.ends >= r.taken_on)) THEN 'tested' WHEN st.status IN ('opted_out', 'not_suitable', 'moved') THEN st.status \
            WHEN e.ends < \(today) THEN 'moved' WHEN st.status = 'absent' THEN 'absent' ELSE 'not_yet' END
            """
    }

    /// The class in which a pupil was at the end of the window, as far as it has come.
    private func schoolClass(_ screening: Screening, _ today: Day) -> SQL {
        let last = screening.campaign.lastDay(on: today)
        if !screening.classes.isEmpty { return "(SELECT MIN(pl.class_id) FROM screening_place pl JOIN class_member m ON m.class_id = pl.class_id WHERE pl.campaign_id = \(screening.id) AND m.pupil_id = e.pupil_id)" }
        return """
            (SELECT c.id FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = e.pupil_id AND c.school_id = e.school_id AND c.kind = 'class' \
            AND m.starts <= \(last) AND (m.ends IS NULL OR m.ends >= \(screening.campaign.starts)) ORDER BY m.starts DESC, m.id DESC LIMIT 1)
            """
    }
}
