import Access
import Basics
import Database

/// All that the numbers of a register depend on besides what is in the trail: one's own family counts like any other.
private struct AskedCounts: Hashable { let sights: [Sight], school: SchoolID?, day: Day }

/// For some dozens of people.
private let keptCounts = KeptAnswers<AskedCounts, [SchoolID: RegisterCount]>(most: 200)

extension Reader {
    /// The numbers of every school in sight on a day, by school. A, P and Q count as K, S as E (domain 1.1);
    /// guests are on another school's roll and are left out.
    public func registerCounts(for viewer: Viewer, school: SchoolID? = nil, on day: Day) throws -> [SchoolID: RegisterCount] {
        let asked = AskedCounts(sights: viewer.parts.map(\.sight), school: school, day: day)
        return try keptCounts.answer(to: asked, self) { try countRegister(viewer, school, day) }
    }

    private func countRegister(_ viewer: Viewer, _ school: SchoolID?, _ day: Day) throws -> [SchoolID: RegisterCount] {
        let one: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let rows = try rows("""
            SELECT e.school_id, ps.provision, COUNT(DISTINCT e.pupil_id) FROM enrolment e \(statusJoin(day)) \
            WHERE \(open("e", day)) AND e.kind <> 'G' AND \(one) AND \(viewer.countsEnrolment(on: day)) \
            GROUP BY e.school_id, ps.provision
            """) { try ($0.next(SchoolID.self), $0.next(String?.self), $0.next(Int.self)) }
        return rows.reduce(into: [:]) { counts, row in counts[row.0, default: RegisterCount()].add(row.1, row.2) }
    }

    /// A page of the register in the filter's order.
    /// - Parameter limit: how many lines; nil for all.
    public func register(_ filter: RegisterFilter, for viewer: Viewer, limit: Int? = nil, offset: Int = 0) throws -> [RegisterLine] {
        let roll = try roll(filter, for: viewer), places = roll.places(filter.status).dropFirst(offset)
        let shown = limit.map { places.prefix($0) } ?? places
        viewer.witness.saw(shown.map(\.pupil))
        return try lines(of: shown, in: roll, on: filter.day)
    }

    /// Some lines of a roll. A page's are kept as long as the roll is.
    func lines(of places: ArraySlice<RegisterRoll.Place>, in roll: RegisterRoll, on day: Day) throws -> [RegisterLine] {
        if let trail = roll.trail, let lines = keptRegister.lines(of: places, on: day, trail: trail) { return lines }
        var lines: [RegisterLine] = []
        let emergencies = try emergencyLines(of: places.map(\.pupil), on: day)
        try eachLine(of: places, on: day) { line in
            var line = line
            line.emergencies = emergencies[line.pupil] ?? []
            lines.append(line)
        }
        if let trail = roll.trail, places.count <= RegisterQuestion.size { keptRegister.keep(lines, of: places, on: day, trail: trail) }
        return lines
    }

    /// Hands over the whole register line by line, for files.
    func eachRegisterLine(_ filter: RegisterFilter, for viewer: Viewer, _ body: (RegisterLine) throws -> Void) throws {
        let places = try roll(filter, for: viewer).places(filter.status)
        viewer.witness.saw(places.map(\.pupil))
        try eachLine(of: places[...], on: filter.day, body)
    }

    func eachLine(of places: ArraySlice<RegisterRoll.Place>, on day: Day, _ body: (RegisterLine) throws -> Void) throws {
        var rest = places
        while !rest.isEmpty {
            let some = Array(rest.prefix(256))
            rest = rest.dropFirst(256)
            let found = try rows("""
                SELECT \(lineSelection(day)) FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN school s ON s.id = e.school_id \
                \(statusJoin(day)) WHERE e.id IN \(some.map(\.enrolment))
                """) { try ($0.next(RowID.self), RegisterLine(&$0)) }
            let lines = Dictionary(found, uniquingKeysWith: { first, _ in first })
            for place in some { if let line = lines[place.enrolment] { try body(line) } }
        }
    }

    /// Enrolments `e` with pupil `p` and status `ps` that the filter leaves, apart from the status.
    func registerSource(_ filter: RegisterFilter, _ viewer: Viewer) -> SQL {
        let day = filter.day
        return """
            FROM enrolment e JOIN pupil p ON p.id = e.pupil_id \(statusJoin(day)) \
            WHERE \(open("e", day)) AND e.kind <> 'G' AND \(viewer.seesEnrolment(on: day)) AND \(SQL.joined(conditions(filter), " AND "))
            """
    }

    /// The one status in force: the latest, should spells overlap.
    private func statusJoin(_ day: Day) -> SQL {
        """
        LEFT JOIN provision_spell ps ON ps.id = (SELECT x.id FROM provision_spell x WHERE x.pupil_id = e.pupil_id AND \(open("x", day)) \
        ORDER BY x.starts DESC LIMIT 1)
        """
    }

    private func lineSelection(_ day: Day) -> SQL {
        """
        e.id, p.id, s.urn, p.upn, p.surname, p.forename, p.preferred_surname, p.preferred_forename, p.birth, p.sex, \
        \(yearSelection(day)), \(classSelection(day)), \
        ps.provision, ps.starts, \(need(rank: 1, day)), \(need(rank: 2, day)), \(base(.unit, day)), \(base(.resourced, day)), p.home_la, \
        \(flag(.lookedAfter, day)), \(flag(.pupilPremium, day)), p.eal, s.name
        """
    }

    func yearSelection(_ day: Day) -> SQL {
        "(SELECT y.year FROM pupil_year y WHERE y.pupil_id = e.pupil_id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: day).starting))"
    }

    func classSelection(_ day: Day) -> SQL {
        """
        (SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = e.pupil_id AND c.school_id = e.school_id \
        AND c.kind = 'class' AND \(open("m", day)) ORDER BY m.starts DESC LIMIT 1)
        """
    }

    private func conditions(_ filter: RegisterFilter) -> [SQL] {
        let day = filter.day
        var list: [SQL] = ["1 = 1"]
        if filter.status == .watched { list.append("EXISTS (SELECT 1 FROM watch_spell w WHERE w.pupil_id = e.pupil_id AND \(open("w", day)))") }
        if let school = filter.school { list.append("e.school_id = \(school)") }
        if !filter.year.isEmpty { list.append("\(yearSelection(day)) = \(filter.year)") }
        if let schoolClass = filter.schoolClass {
            list.append("EXISTS (SELECT 1 FROM class_member m WHERE m.class_id = \(schoolClass) AND m.pupil_id = e.pupil_id AND \(open("m", day)))")
        }
        if !filter.need.isEmpty {
            list.append("EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = e.pupil_id AND n.need = \(filter.need) AND \(open("n", day)))")
        }
        if let flag = flagCondition(filter.flag, day) { list.append(flag) }
        if let since = filter.changedSince {
            list.append("EXISTS (SELECT 1 FROM trail t WHERE t.pupil_id = e.pupil_id AND t.at >= \(Instant(since)))")
        }
        return list
    }

    private func flagCondition(_ flag: String, _ day: Day) -> SQL? {
        switch flag {
        case "": nil
        case "eal": "p.eal"
        case "dual": "e.kind IN ('M', 'S')"
        case "SENU", "RP": "EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = e.pupil_id AND b.school_id = e.school_id AND b.base = \(flag) AND \(open("b", day)))"
        default: "EXISTS (SELECT 1 FROM context_flag f WHERE f.pupil_id = e.pupil_id AND f.flag = \(flag) AND \(open("f", day)))"
        }
    }

    private func need(rank: Int, _ day: Day) -> SQL {
        "(SELECT n.need FROM pupil_need n WHERE n.pupil_id = e.pupil_id AND n.rank = \(rank) AND \(open("n", day)) ORDER BY n.id LIMIT 1)"
    }

    private func base(_ base: BaseSpell.Base, _ day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = e.pupil_id AND b.base = \(base) AND b.school_id = e.school_id AND \(open("b", day)))"
    }

    private func flag(_ kind: ContextFlag.Kind, _ day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM context_flag f WHERE f.pupil_id = e.pupil_id AND f.flag = \(kind) AND \(open("f", day)))"
    }

    private func open(_ table: SQL, _ day: Day) -> SQL {
        "\(table).starts <= \(day) AND (\(table).ends IS NULL OR \(table).ends >= \(day))"
    }
}
