import Access
import Basics
import Database
import People

extension Reader {
    /// What an account may see on a day: the parts it plays, each as far as the trust has left it, and the
    /// pupils whose family it is. Nil where the account may not sign in on that day.
    public func viewer(of id: AccountID, on day: Day, at now: Instant) throws -> Viewer? {
        guard let account = try one(id, of: Account.self), account.isOpen(on: day) else { return nil }
        let appointments = try all(Appointment.self, "WHERE account_id = \(id) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY id")
        let ties = try all(FamilyTie.self, "WHERE account_id = \(id) AND starts <= \(day) ORDER BY id")
        let limits = try limitsOfRoles(), names = try schoolNames(of: appointments)
        let staff = appointments.compactMap { Part($0, place: $0.school.flatMap { names[$0] } ?? "", account: id) }
        let parts = (staff + Part.ofFamily(ties.filter { $0.spell.covers(day) }) + (try openedParts(of: id, at: now))).map { part in
            part.limited(to: part.permissions.subtracting(limits[part.role] ?? []))
        }
        let family = try (ties.map(\.pupil) + familyByMail(account)).sorted().unique
        return Viewer(name: account.name, account: id, parts: parts, family: family)
    }

    /// What the trust has taken away from each role.
    func limitsOfRoles() throws -> [Role: Set<Permission>] {
        try all(RoleLimit.self, "ORDER BY id").reduce(into: [:]) { limits, limit in
            if let role = Role(rawValue: limit.role), let permission = Permission(rawValue: limit.permission) { limits[role, default: []].insert(permission) }
        }
    }

    /// Whoever has the mail address of a pupil's contact is that pupil's family, whether or not anybody said so.
    private func familyByMail(_ account: Account) throws -> [PupilID] {
        try column("SELECT pupil_id FROM contact WHERE email <> '' AND LOWER(email) IN \([account.email, account.email.emailKey])")
    }

    private func schoolNames(of appointments: [Appointment]) throws -> [SchoolID: String] {
        let ids = appointments.compactMap(\.school).unique
        return Dictionary(try rows("SELECT id, name FROM school WHERE id IN \(ids)") { try ($0.next(SchoolID.self), $0.next(String.self)) }) { $1 }
    }
}

extension Part {
    /// The part that an appointment gives; nil for one whose role is not known, or that lacks its place.
    init?(_ appointment: Appointment, place: String, account: AccountID) {
        guard let role = Role(rawValue: appointment.role), role != .operator, let sight = Sight(appointment, role, account) else { return nil }
        self.init(role, sight, place: place, staff: appointment.staff)
    }

    /// What one sees as family.
    static func ofFamily(_ ties: [FamilyTie]) -> [Part] {
        let children = ties.filter { $0.kind == .parent }.map(\.pupil), own = ties.filter { $0.kind == .own }.map(\.pupil)
        return (children.isEmpty ? [] : [Part(.parent, .pupils(children))]) + (own.isEmpty ? [] : [Part(.youngPerson, .pupils(own))])
    }
}

extension Sight {
    /// How far a role sees where it is played (domain 8.4).
    init?(_ appointment: Appointment, _ role: Role, _ account: AccountID) {
        if role.reach == .trust { self = .trust; return }
        if role.reach == .caseload { self = .caseload(account); return }
        guard let school = appointment.school else { return nil }
        switch role.reach {
        case .school: self = .schools([school])
        case .years: self = appointment.years.isEmpty ? .schools([school]) : .years(appointment.years, at: school)
        case .examinationYears: self = .years(YearGroup.examined, at: school)
        case .lookedAfter: self = .lookedAfter(at: school)
        case .taught:
            // Classes that were named are meant: a timetable seldom knows who helps in a class.
            if let staff = appointment.staff, appointment.classes.isEmpty { self = .taught(staff, at: school) } else { self = .classes(appointment.classes, at: school) }
        case .trust, .caseload, .family: return nil
        }
    }
}

extension YearGroup {
    /// The years in which public examinations are sat in secondary schools.
    static let examined = ["10", "11", "12", "13", "14"].map { YearGroup(rawValue: $0) }
}
