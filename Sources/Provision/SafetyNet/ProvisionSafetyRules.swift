import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What provision must not miss. The order is the order of the page.
let safetyNetPart = AreaPart(safetyRules: [
    provisionMissing, provisionWithoutOutcome, sectionFShort, deliveryLow, proofMissing, provisionOverrun, memberLeftSchool, twoPlaces, costWithoutRate, varianceUnexplained,
])

/// A provision that a rule found.
struct FoundProvision {
    let school: SchoolID
    let urn: String
    let id: ProvisionID
    /// What it is called in the catalogue: its own name may be a child's.
    let intervention: String

    init(_ row: inout Row) throws { (school, urn, id, intervention) = try (row.next(), row.next(), row.next(), row.next()) }

    func finding(since: Day?, _ message: String, next: Address) -> Finding {
        Finding(school: school, urn: urn, pupil: nil, subject: "run-\(id)", upn: "", name: "", since: since, message: message, next: next)
    }
}

extension SafetyQuestion {
    /// One query for one rule: a provision for each row, then the rule's own columns.
    func foundProvisions(_ columns: SQL, where condition: SQL) -> SQL {
        """
        SELECT r.school_id, s.urn, r.id, i.name, \(columns) FROM provision_run r CROSS JOIN school s CROSS JOIN intervention i \
        WHERE s.id = r.school_id AND i.id = r.intervention_id AND \(condition) AND \(ofProvision) ORDER BY s.sort_name, r.id
        """
    }

    /// True for a provision `r` in sight, at the school that was asked about.
    var ofProvision: SQL {
        let asked: SQL = school.map { "r.school_id = \($0)" } ?? "1 = 1"
        return "\(asked) AND \(viewer.seesProvision(on: day))"
    }

    /// True for a provision `r` that runs on the day: not ended, and not past its last planned day.
    var running: SQL { "r.ended_on IS NULL AND r.starts <= \(day) AND (r.planned_end IS NULL OR r.planned_end >= \(day))" }

    /// Where this viewer goes on: the form for those who work on provision, a page for the others.
    func provisionStep(_ found: FoundPupil, form: Address) -> Address {
        viewer.may(.workOnProvision, at: found.school) ? form : provisionPage(of: found)
    }

    /// One provision for those who may see it, the pupil's page for the others.
    func provisionPage(_ run: ProvisionID, of found: FoundPupil) -> Address {
        viewer.may(.seeProvision, at: found.school) ? provisionPath(run) : pupilPath(found.pupil)
    }

    /// A pupil's provision for those who may see it, the pupil's page for the others.
    public func provisionPage(of found: FoundPupil) -> Address {
        viewer.may(.seeProvision, at: found.school) ? pupilProvisionPath(found.pupil) : pupilPath(found.pupil)
    }

    /// The pupils of these numbers who are on roll in question, each once for each school.
    func pupils(_ ids: [PupilID], _ reader: Reader) throws -> [FoundPupil] {
        if ids.isEmpty { return [] }
        let sql: SQL = """
            SELECT \(Self.pupilColumns) FROM pupil p CROSS JOIN enrolment e CROSS JOIN school s \
            WHERE p.id IN \(ids) AND e.pupil_id = p.id AND s.id = e.school_id AND \(onRoll) \(Self.order)
            """
        return try reader.rows(sql) { try FoundPupil(&$0, viewer) }
    }
}
