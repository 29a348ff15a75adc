import Access
import Basics
import Database
import People

/// The demonstration trust's people get accounts: those of the trust, and of each school those whom visitors ask about.
@Sendable func tellAccountsChapter(_ store: Store, _ today: Day) async throws {
    let act = Act(who: "Operator (command line)", at: Instant(today - 60, hour: 9), way: .demonstration)
    try await store.write(act) { writer in
        for (role, name) in trustPeople { try writer.introduce(name, Appointing(role: role, school: nil, staff: nil), today) }
        for school in try writer.schools(for: .operator) {
            for appointing in try writer.staffToIntroduce(at: school.id, on: today) { try writer.introduce(appointing.name, appointing.appointing, today) }
        }
        try writer.introduceFamily(on: today)
    }
}

private let trustPeople: [(Role, String)] = [
    (.trustLead, "Ruth Adeyemi"), (.trustAnalyst, "Owen Pryce"), (.dataManager, "Dev Patel"), (.protectionOfficer, "Miriam Stone"),
    (.trustee, "Peter Lund"), (.administrator, "Farah Aziz"),
]

/// One role to be given.
private struct Appointing {
    let role: Role
    let school: SchoolID?
    let staff: StaffID?
    var classes: [ClassID] = []
    var years: [YearGroup] = []
    var ends: Day?
}

extension Writer {
    fileprivate func introduce(_ name: String, _ appointing: Appointing, _ today: Day) throws {
        let place = appointing.school.map { ".\($0)" } ?? ""
        let email = "\(name.folded.replacing(" ", with: "."))\(place)@example.org"
        let account = try account(email: email) ?? add(AddAccount(name: name, email: email))
        try give(GiveRole(role: appointing.role.rawValue, school: appointing.school, staff: appointing.staff, classes: appointing.classes, years: appointing.years,
                          starts: today - 60, ends: appointing.ends), to: account, by: RoleGiver(.operator))
    }

    /// Those of a school's list of staff whose work is plain from it, and the parts that schools give beside.
    fileprivate func staffToIntroduce(at school: SchoolID, on day: Day) throws -> [(name: String, appointing: Appointing)] {
        let staff = try rows("SELECT id, forename || ' ' || surname, role FROM staff WHERE school_id = \(school) AND ends IS NULL ORDER BY id") {
            try (id: $0.next(StaffID.self), name: $0.next(String.self), role: $0.next(String.self))
        }
        let roles: [(String, Role)] = [("SENCO", .senco), ("Headteacher", .head), ("Deputy headteacher", .safeguardingLead)]
        var list = roles.flatMap { words, role in staff.filter { $0.role == words }.map { ($0.name, Appointing(role: role, school: school, staff: $0.id)) } }
        list += staff.filter { $0.role == "Class teacher" }.map { ($0.name, Appointing(role: .teacher, school: school, staff: $0.id)) }
        list += try assistants(at: school, staff.filter { $0.role == "Teaching assistant" }.map { ($0.id, $0.name) }, on: day)
        list += try deputies(at: school, staff.filter { $0.role == "Class teacher" }.map { ($0.id, $0.name) }, on: day)
        return list
    }

    /// The list of classes names no assistants, so each is given a class when invited.
    private func assistants(at school: SchoolID, _ people: [(StaffID, String)], on day: Day) throws -> [(String, Appointing)] {
        let classes = try taughtClasses(of: school, on: day)
        return people.enumerated().map { place, person in
            let own = classes.isEmpty ? [] : [classes[place % classes.count].id]
            return (person.1, Appointing(role: .assistant, school: school, staff: person.0, classes: own))
        }
    }

    /// Some teachers play a second part; governors and cover come from outside.
    private func deputies(at school: SchoolID, _ teachers: [(StaffID, String)], on day: Day) throws -> [(String, Appointing)] {
        let parts: [Role] = [.assistantSENCO, .designatedTeacher, .lead, .examsOfficer]
        // The first teacher is a teacher only, so that one can see what a teacher sees.
        let second = zip(parts, teachers.dropFirst()).map { role, teacher in (teacher.1, Appointing(role: role, school: school, staff: teacher.0)) }
        let covered = try someTaughtClass(of: school, on: day).map { ("Jo Fairley", Appointing(role: .cover, school: school, staff: nil, classes: [$0.id], ends: day + 30)) }
        return second + [("Grace Obi", Appointing(role: .governor, school: school, staff: nil))] + (covered.map { [$0] } ?? [])
    }

    /// A parent who looks at her own child, and a young person with an account of their own.
    fileprivate func introduceFamily(on day: Day) throws {
        let pupils = try rows("""
            SELECT p.id, p.forename || ' ' || p.surname, p.birth FROM pupil p JOIN enrolment e ON e.pupil_id = p.id AND e.ends IS NULL \
            JOIN provision_spell s ON s.pupil_id = p.id AND s.ends IS NULL AND s.provision = 'E' WHERE NOT p.sealed ORDER BY p.birth, p.id
            """) { try (id: $0.next(PupilID.self), name: $0.next(String.self), birth: $0.next(Day.self)) }
        if let child = pupils.last { try tie("Sarah Whitlow", "sarah.whitlow@example.org", to: child.id, .parent, day) }
        if let eldest = pupils.first { try tie(eldest.name, "young.person@example.org", to: eldest.id, .own, day) }
    }

    private func tie(_ name: String, _ email: String, to pupil: PupilID, _ kind: FamilyTie.Kind, _ day: Day) throws {
        let account = try add(AddAccount(name: name, email: email))
        try save(Change("family.tied", to: FamilyTie(id: .new, account: account.id, pupil: pupil, kind: kind, spell: Spell(starts: day - 60))))
    }
}
