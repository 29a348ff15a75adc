import Access
import Basics
import Database

/// What of the register is wanted.
public struct RegisterFilter: Sendable, Hashable {
    /// Which statuses: those on the register, one code, those without any, those watched, or everybody.
    public enum Status: Sendable, Hashable {
        case onRegister, code(String), notRecorded, watched, everybody

        public init(_ text: String) {
            self = switch text {
            case "": .onRegister
            case "none": .notRecorded
            case "watch": .watched
            case "all": .everybody
            default: .code(text)
            }
        }
    }

    public var school: SchoolID?
    public var day: Day
    public var status: Status = .onRegister
    public var year = ""
    public var schoolClass: ClassID?
    public var need = ""
    /// looked_after, pupil_premium, eal, SENU, RP, dual.
    public var flag = ""
    /// Only pupils whose record changed on or after this day.
    public var changedSince: Day?

    public init(school: SchoolID? = nil, day: Day) {
        self.school = school
        self.day = day
    }
}

/// One line of the register: a pupil on the roll of one school, as things stood on the day.
public struct RegisterLine: Sendable, Equatable {
    public let pupil: PupilID
    public let urn: String
    public let upn: String?
    public let surname: String
    public let forename: String
    public let preferredSurname: String
    public let preferredForename: String
    public let birth: Day
    public let sex: String
    public let year: YearGroup
    public let className: String
    public let provision: String?
    public let provisionSince: Day?
    public let need1: String?
    public let need2: String?
    public let unit: Bool
    public let resourced: Bool
    public let homeLA: String
    public let lookedAfter: Bool
    public let pupilPremium: Bool
    public let eal: Bool?
    public let school: String
}

/// How many pupils of one school have which status. The four make the roll.
public struct RegisterCount: Sendable, Equatable {
    public var plan = 0, support = 0, none = 0, notRecorded = 0
    public var roll: Int { plan + support + none + notRecorded }

    mutating func add(_ provision: String?, _ pupils: Int) {
        switch provision.flatMap(CodeList.censusProvision) {
        case "E": plan += pupils
        case "K": support += pupils
        case "N": none += pupils
        default: notRecorded += pupils
        }
    }

    public static func + (a: RegisterCount, b: RegisterCount) -> RegisterCount {
        RegisterCount(plan: a.plan + b.plan, support: a.support + b.support, none: a.none + b.none, notRecorded: a.notRecorded + b.notRecorded)
    }
}

extension Reader {
    /// The numbers of every school in sight on a day, by school. A and P count as K, S as E (domain 1.1);
    /// guests are on another school's roll and are left out.
    public func registerCounts(for viewer: Viewer, school: SchoolID? = nil, on day: Day) throws -> [SchoolID: RegisterCount] {
        let one: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let rows = try rows("""
            SELECT e.school_id, ps.provision, COUNT(*) FROM enrolment e \
            LEFT JOIN provision_spell ps ON ps.pupil_id = e.pupil_id AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day)) \
            WHERE e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND e.kind <> 'G' AND \(one) AND \(viewer.seesEnrolment(on: day)) \
            GROUP BY e.school_id, ps.provision
            """) { try ($0.next(SchoolID.self), $0.next(String?.self), $0.next(Int.self)) }
        return rows.reduce(into: [:]) { counts, row in counts[row.0, default: RegisterCount()].add(row.1, row.2) }
    }

    /// A page of the register, in order of surname.
    /// - Parameter limit: how many lines; nil for all.
    public func register(_ filter: RegisterFilter, for viewer: Viewer, limit: Int? = nil, offset: Int = 0) throws -> [RegisterLine] {
        guard viewer.may(.seePupils) else { return [] }
        let paging: SQL = limit.map { "LIMIT \($0) OFFSET \(offset)" } ?? ""
        return try rows("\(registerSelection(filter.day)) \(registerSource(filter, viewer)) ORDER BY p.sort_name, p.id, e.id \(paging)", RegisterLine.init)
    }

    /// How many lines the filter leaves.
    public func registerLength(_ filter: RegisterFilter, for viewer: Viewer) throws -> Int {
        guard viewer.may(.seePupils) else { return 0 }
        return try value("SELECT COUNT(*) \(registerSource(filter, viewer))") ?? 0
    }

    private func registerSelection(_ day: Day) -> SQL {
        let year = AcademicYear(containing: day)
        return """
            SELECT p.id, s.urn, p.upn, p.surname, p.forename, p.preferred_surname, p.preferred_forename, p.birth, p.sex, \
            (SELECT y.year FROM pupil_year y WHERE y.pupil_id = p.id AND y.school_id = e.school_id AND y.academic_year = \(year.starting)), \
            (SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = p.id AND c.school_id = e.school_id \
            AND c.kind = 'class' AND \(open("m", day)) ORDER BY m.starts DESC LIMIT 1), \
            ps.provision, ps.starts, \(need(rank: 1, day)), \(need(rank: 2, day)), \(base(.unit, day)), \(base(.resourced, day)), p.home_la, \
            \(flag(.lookedAfter, day)), \(flag(.pupilPremium, day)), p.eal, s.name
            """
    }

    private func registerSource(_ filter: RegisterFilter, _ viewer: Viewer) -> SQL {
        let day = filter.day
        return """
            FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN school s ON s.id = e.school_id \
            LEFT JOIN provision_spell ps ON ps.pupil_id = p.id AND \(open("ps", day)) \
            WHERE \(open("e", day)) AND e.kind <> 'G' AND \(viewer.seesEnrolment(on: day)) AND \(SQL.joined(conditions(filter), " AND "))
            """
    }

    private func conditions(_ filter: RegisterFilter) -> [SQL] {
        let day = filter.day
        var list: [SQL] = [status(filter.status, day)]
        if let school = filter.school { list.append("e.school_id = \(school)") }
        if !filter.year.isEmpty {
            let year = AcademicYear(containing: day).starting
            list.append("EXISTS (SELECT 1 FROM pupil_year y WHERE y.pupil_id = p.id AND y.school_id = e.school_id AND y.academic_year = \(year) AND y.year = \(filter.year))")
        }
        if let schoolClass = filter.schoolClass {
            list.append("EXISTS (SELECT 1 FROM class_member m WHERE m.class_id = \(schoolClass) AND m.pupil_id = p.id AND \(open("m", day)))")
        }
        if !filter.need.isEmpty {
            list.append("EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = p.id AND n.need = \(filter.need) AND \(open("n", day)))")
        }
        if let flag = flagCondition(filter.flag, day) { list.append(flag) }
        if let since = filter.changedSince {
            list.append("EXISTS (SELECT 1 FROM trail t WHERE t.pupil_id = p.id AND t.at >= \(Instant(since)))")
        }
        return list
    }

    private func status(_ status: RegisterFilter.Status, _ day: Day) -> SQL {
        switch status {
        case .onRegister: "ps.provision IN ('K', 'E', 'A', 'P', 'Q', 'S')"
        case .code("E"): "ps.provision IN ('E', 'S')"
        case .code("K"): "ps.provision IN ('K', 'A', 'P', 'Q')"
        case .code(let code): "ps.provision = \(code)"
        case .notRecorded: "(ps.provision IS NULL OR ps.provision NOT IN ('N', 'K', 'E', 'A', 'P', 'Q', 'S'))"
        case .watched: "EXISTS (SELECT 1 FROM watch_spell w WHERE w.pupil_id = p.id AND \(open("w", day)))"
        case .everybody: "1 = 1"
        }
    }

    private func flagCondition(_ flag: String, _ day: Day) -> SQL? {
        switch flag {
        case "": nil
        case "eal": "p.eal"
        case "dual": "e.kind IN ('M', 'S')"
        case "SENU", "RP": "EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = p.id AND b.base = \(flag) AND \(open("b", day)))"
        default: "EXISTS (SELECT 1 FROM context_flag f WHERE f.pupil_id = p.id AND f.flag = \(flag) AND \(open("f", day)))"
        }
    }

    private func need(rank: Int, _ day: Day) -> SQL {
        "(SELECT n.need FROM pupil_need n WHERE n.pupil_id = p.id AND n.rank = \(rank) AND \(open("n", day)) ORDER BY n.id LIMIT 1)"
    }

    private func base(_ base: BaseSpell.Base, _ day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = p.id AND b.base = \(base) AND b.school_id = e.school_id AND \(open("b", day)))"
    }

    private func flag(_ kind: ContextFlag.Kind, _ day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM context_flag f WHERE f.pupil_id = p.id AND f.flag = \(kind) AND \(open("f", day)))"
    }

    private func open(_ table: SQL, _ day: Day) -> SQL {
        "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))"
    }
}

extension RegisterLine {
    init(_ row: inout Row) throws {
        pupil = try row.next()
        urn = try row.next()
        upn = try row.next()
        surname = try row.next()
        forename = try row.next()
        preferredSurname = try row.next()
        preferredForename = try row.next()
        birth = try row.next()
        sex = try row.next()
        year = try row.next(YearGroup?.self) ?? YearGroup(rawValue: "")
        className = try row.next(String?.self) ?? ""
        provision = try row.next()
        provisionSince = try row.next()
        need1 = try row.next()
        need2 = try row.next()
        unit = try row.next()
        resourced = try row.next()
        homeLA = try row.next()
        lookedAfter = try row.next()
        pupilPremium = try row.next()
        eal = try row.next()
        school = try row.next()
    }
}
