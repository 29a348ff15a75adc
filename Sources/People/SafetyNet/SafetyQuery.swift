import Access
import AreaKit
import Basics
import Database
import Pages

/// A pupil on a school's roll whom a rule found.
public struct FoundPupil {
    public let school: SchoolID
    public let urn: String
    public let pupil: PupilID
    public let upn: String
    public let name: String
    /// First day on this school's roll.
    public let entered: Day

    /// Reads the columns that `SafetyQuestion.found` puts first. Whoever may not see pupils gets no name.
    public init(_ row: inout Row, _ viewer: Viewer) throws {
        school = try row.next()
        urn = try row.next()
        pupil = try row.next()
        upn = try row.next(String?.self) ?? ""
        let called = try [row.next(String.self), row.next(String.self)].filter { !$0.isEmpty }.joined(separator: " ")
        name = viewer.may(.seePupils) ? called : ""
        entered = try row.next()
    }

    public func finding(since: Day?, _ message: String, next: Address) -> Finding {
        Finding(school: school, urn: urn, pupil: pupil, upn: upn, name: name, since: since, message: message, next: next)
    }
}

extension SafetyQuestion {
    /// One query for one rule: a pupil on roll for each row, then the rule's own columns.
    ///
    /// CROSS JOIN keeps the written order in SQLite: over the trust it begins with the few rows that can be
    /// wrong, within one school with the school's roll. PostgreSQL orders as it thinks best.
    public func found(_ columns: SQL, from table: SQL, of pupil: SQL, where condition: SQL) -> SQL {
        let tables: SQL = beginsWithPupils ? "enrolment e CROSS JOIN \(table)" : "\(table) CROSS JOIN enrolment e"
        return """
            SELECT \(Self.pupilColumns), \(columns) FROM \(tables) CROSS JOIN school s CROSS JOIN pupil p \
            WHERE \(pupil) = e.pupil_id AND s.id = e.school_id AND p.id = e.pupil_id AND \(onRoll) AND \(condition) \(Self.order)
            """
    }

    /// Whether `found` begins with the pupils of the schools in question, and not with what it looks for in the whole trust.
    public var beginsWithPupils: Bool { school != nil || viewer.schools != nil }

    /// The same where every pupil on roll is looked at.
    public func found(_ columns: SQL, where condition: SQL) -> SQL {
        """
        SELECT \(Self.pupilColumns), \(columns) FROM enrolment e CROSS JOIN school s CROSS JOIN pupil p \
        WHERE s.id = e.school_id AND p.id = e.pupil_id AND \(onRoll) AND \(condition) \(Self.order)
        """
    }

    /// True for an enrolment `e` in question: open on the day, in sight, not a guest from another school's roll.
    public var onRoll: SQL { "\(open("e")) AND e.kind <> 'G' AND \(inQuestion)" }

    /// True for a pupil on roll in question, where that spares a look at the whole trust.
    public func among(_ pupil: SQL) -> SQL {
        school == nil && viewer.schools == nil ? "1 = 1" : "\(pupil) IN (SELECT e.pupil_id FROM enrolment e WHERE \(onRoll))"
    }

    /// True for an enrolment `e` in sight, at the school that was asked about.
    public var inQuestion: SQL {
        let asked: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        return "\(asked) AND \(viewer.seesEnrolment(on: day))"
    }

    /// True for a spell that runs on the day.
    public func open(_ table: SQL) -> SQL { "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))" }

    /// True for a provision spell `ps` of today that says SEN support or a plan, by today's codes or the older ones.
    public var supported: SQL { "ps.provision IN ('K', 'E', 'A', 'P', 'Q', 'S') AND \(open("ps"))" }

    public static let pupilColumns: SQL = """
        e.school_id, s.urn, p.id, p.upn, \(CalledName.given), \
        \(CalledName.family), e.starts
        """
    public static let order: SQL = "ORDER BY s.sort_name, p.sort_name, p.id"

    /// Where this viewer mends a status: the form for those who decide, the pupil's page for the others.
    func statusStep(_ found: FoundPupil) -> Address {
        viewer.may(.changeRegister, at: found.school) ? changeStatusPath(found.pupil) : pupilPath(found.pupil)
    }

    func needsStep(_ pupil: PupilID) -> Address { pupilPath(pupil).at("needs") }
}

/// `SEN support` or `An EHC plan`, to begin a sentence.
func supportWords(_ provision: String) -> String {
    CodeList.censusProvision(provision) == "E" ? "An EHC plan" : "SEN support"
}
