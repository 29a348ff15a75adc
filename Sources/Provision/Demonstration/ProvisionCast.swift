import Access
import Basics
import Database
import People

/// A pupil in the story of provision.
struct CastPupil: Sendable {
    let id: PupilID, called: String, birth: Day
    /// Whether there is an EHC plan.
    let hasPlan: Bool
    /// Since when there is support at this school.
    let since: Day
    let roll: Spell
    /// Whether this is the main of two rolls.
    let isMain: Bool
    let area: String
    let schoolClass: ClassID?
    /// Whether the place is one of a unit or resourced provision.
    let isInBase: Bool
    /// Outcomes of plans, with the day from which each plan was live.
    var outcomes: [(from: Day, id: OutcomeID)] = []

    /// The outcome that the plan of a day has first.
    func outcome(on day: Day) -> OutcomeID? { outcomes.last { $0.from <= day }.flatMap { last in outcomes.first { $0.from == last.from } }?.id }

    /// Whether a provision that begins on a day can be for this pupil.
    func canJoin(on day: Day) -> Bool { isMain && since <= day && roll.covers(day) && (hasPlan || outcome(on: day) != nil) }
}

/// Those of a school whom the story is about.
struct ProvisionCast: Sendable {
    let school: School
    /// Which school of the trust it is.
    let place: Int
    let senco: String
    let pupils: [CastPupil]
    /// Some of each class who have no special need and catch up for a while; nobody in the thin story.
    var others: [CastPupil] = []
    let assistants: [StoryStaff], teachers: [StoryStaff]
    let classes: [(id: ClassID, name: String)]

    /// Everybody of the story.
    var all: [CastPupil] { pupils + others }

    /// Those on roll.
    func present(_ day: Day) -> [CastPupil] { pupils.filter { $0.roll.covers(day) } }
}

struct StoryStaff: Sendable {
    let id: StaffID, name: String
}

extension Reader {
    func provisionCast(at school: School, _ place: Int, isDense: Bool, on day: Day) throws -> ProvisionCast {
        let classes = try rows("SELECT id, name FROM school_class WHERE school_id = \(school.id) AND kind = 'class' AND academic_year = \(AcademicYear(containing: day).starting) ORDER BY id") {
            try (id: $0.next(ClassID.self), name: $0.next(String.self))
        }
        var cast = ProvisionCast(school: school, place: place, senco: try staffName(withRole: "SENCO", at: school.id) ?? "The SENCO", pupils: try castPupils(at: school, on: day),
                             assistants: try storyStaff("Teaching assistant", school.id), teachers: try storyStaff("Class teacher", school.id), classes: classes)
        if isDense, school.kind == .mainstream { cast.others = try catchingUp(at: school.id, on: day) }
        return cast
    }

    /// Those of each class who never had support and were there all the time, the first nine of them.
    private func catchingUp(at school: SchoolID, on day: Day) throws -> [CastPupil] {
        try rows("""
            SELECT pupil_id, called, birth, starts, class_id FROM (SELECT p.id AS pupil_id, \(CalledName.given) AS called, p.birth, e.starts, m.class_id, \
            ROW_NUMBER() OVER (PARTITION BY m.class_id ORDER BY p.id) AS place FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN class_member m ON m.pupil_id = p.id AND m.ends IS NULL \
            JOIN school_class c ON c.id = m.class_id AND c.school_id = e.school_id AND c.kind = 'class' AND c.academic_year = \(AcademicYear(containing: day).starting) \
            WHERE e.school_id = \(school) AND e.kind = 'C' AND e.ends IS NULL AND NOT EXISTS (SELECT 1 FROM provision_spell s WHERE s.pupil_id = p.id AND s.provision <> 'N')) AS child \
            WHERE place <= 9 ORDER BY class_id, pupil_id
            """) { row in
            let (id, called, birth): (PupilID, String, Day) = try (row.next(), row.next(), row.next()), since: Day = try row.next()
            return CastPupil(id: id, called: called, birth: birth, hasPlan: false, since: since, roll: Spell(starts: since), isMain: true, area: "", schoolClass: try row.next(), isInBase: false)
        }
    }

    private func storyStaff(_ role: String, _ school: SchoolID) throws -> [StoryStaff] {
        try rows("SELECT id, forename || ' ' || surname FROM staff WHERE school_id = \(school) AND role = \(role) AND ends IS NULL ORDER BY id") { try StoryStaff(id: $0.next(), name: $0.next()) }
    }

    /// Everybody with support, those who left in the last weeks with them.
    private func castPupils(at school: School, on day: Day) throws -> [CastPupil] {
        let outcomes = Dictionary(grouping: try rows("""
            SELECT o.pupil_id, n.starts, o.id FROM outcome o JOIN plan n ON n.id = o.plan_id WHERE n.school_id = \(school.id) AND n.kind = 'support' AND n.starts IS NOT NULL ORDER BY n.starts, o.position, o.id
            """) { try ($0.next(PupilID.self), $0.next(Day.self), $0.next(OutcomeID.self)) }, by: \.0)
        let other: SQL = "EXISTS (SELECT 1 FROM enrolment x WHERE x.pupil_id = e.pupil_id AND x.kind IN ('C', 'M') AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)))"
        return try rows("""
            SELECT p.id, \(CalledName.given), p.birth, ps.provision, ps.starts, e.starts, e.ends, \
            CASE WHEN e.kind = 'S' AND \(other) THEN 0 ELSE 1 END, \
            (SELECT n.area FROM pupil_need n WHERE n.pupil_id = p.id AND n.starts <= \(day) AND (n.ends IS NULL OR n.ends >= \(day)) ORDER BY n.rank, n.id LIMIT 1), \
            (SELECT m.class_id FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.pupil_id = p.id AND c.school_id = e.school_id AND c.kind = 'class' AND (m.ends IS NULL OR m.ends >= \(day)) ORDER BY m.id DESC LIMIT 1), \
            CASE WHEN EXISTS (SELECT 1 FROM base_spell b WHERE b.pupil_id = p.id AND (b.ends IS NULL OR b.ends >= \(day))) THEN 1 ELSE 0 END \
            FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id WHERE e.school_id = \(school.id) AND e.kind <> 'G' AND e.starts <= \(day) \
            AND (e.ends IS NULL OR e.ends >= \(day - 60)) AND ps.provision IN ('K', 'E') AND ps.starts <= \(day) AND (ps.ends IS NULL OR ps.ends >= \(day)) ORDER BY p.id
            """) { row in
            let (id, called, birth, provision): (PupilID, String, Day, String) = try (row.next(), row.next(), row.next(), row.next())
            let since: Day = try row.next(), roll = try Spell(starts: row.next(), ends: row.next()), isMain = try row.next(Int.self) == 1
            let (area, schoolClass, isInBase): (String?, ClassID?, Int) = try (row.next(), row.next(), row.next())
            var pupil = CastPupil(id: id, called: called, birth: birth, hasPlan: provision == "E", since: max(since, roll.starts), roll: roll, isMain: isMain, area: area ?? "", schoolClass: schoolClass, isInBase: isInBase == 1)
            pupil.outcomes = (outcomes[id] ?? []).map { ($0.1, $0.2) }
            return pupil
        }
    }
}
