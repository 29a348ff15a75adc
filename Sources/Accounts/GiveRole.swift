import Access
import Basics

/// Which roles somebody may give to others, and where.
public struct RoleGiver: Sendable {
    /// Nil for the operator, who may give all.
    let viewer: Viewer

    public init(_ viewer: Viewer) { self.viewer = viewer }

    /// Nobody gives a role that sees more than their own work needs them to give.
    public func mayGive(_ role: Role, at school: SchoolID?) -> Bool {
        viewer.parts.contains { part in
            part.permissions.contains(.keepAccounts) && Self.given(by: part.role).contains(role) && (!role.needsSchool || Self.covers(part, school))
        }
    }

    /// Whether all of these that have not ended could be given by this person.
    func mayGiveAll(_ held: [Appointment], on day: Day) -> Bool {
        held.filter { $0.spell.ends.map { $0 >= day } ?? true }.allSatisfy { role in Role(rawValue: role.role).map { mayGive($0, at: role.school) } ?? true }
    }

    /// The roles that may be given anywhere in sight, in their usual order.
    public var roles: [Role] { Role.appointed.filter { role in viewer.parts.contains { $0.permissions.contains(.keepAccounts) && Self.given(by: $0.role).contains(role) } } }

    private static func covers(_ part: Part, _ school: SchoolID?) -> Bool { part.sight.schools.map { school.map($0.contains) ?? false } ?? true }

    private static func given(by role: Role) -> Set<Role> {
        let school: Set<Role> = [.assistantSENCO, .lead, .teacher, .assistant, .cover, .designatedTeacher, .examsOfficer, .specialist, .councilOfficer, .parent, .youngPerson]
        let leaders: Set<Role> = [.senco, .head, .safeguardingLead, .governor]
        return switch role {
        case .senco: school
        case .head: school.union([.senco, .safeguardingLead, .governor])
        case .trustLead: school.union(leaders).union([.trustLead, .trustAnalyst, .dataManager, .trustee])
        case .operator, .administrator: Set(Role.appointed)
        default: []
        }
    }
}

/// Somebody is given a role: where, from when, and to which classes or years it is bound.
public struct GiveRole: Sendable {
    public var role: String
    public var school: SchoolID?
    public var staff: StaffID?
    public var classes: [ClassID] = []
    public var years: [YearGroup] = []
    public var starts: Day
    public var ends: Day?
    /// The rule of a provider that gives it; nil where somebody does.
    public var rule: RowID?

    public init(role: String, school: SchoolID? = nil, staff: StaffID? = nil, classes: [ClassID] = [], years: [YearGroup] = [], starts: Day, ends: Day? = nil, rule: RowID? = nil) {
        self.role = role
        self.school = school
        self.staff = staff
        self.classes = classes
        self.years = years
        self.starts = starts
        self.ends = ends
        self.rule = rule
    }

    /// - Parameter held: the roles that the person has already.
    /// - Throws: `Problems` with all that is wrong.
    public func applied(to account: Account, held: [Appointment], by giver: RoleGiver) throws -> Change<Appointment> {
        var problems = Problems()
        let known = Role(rawValue: role).flatMap { Role.appointed.contains($0) ? $0 : nil }
        if let known { check(known, account, giver, &problems) } else { problems.add("role", "Choose a role.") }
        if let ends, ends < starts { problems.add("ends", "The last day lies before the first. Check both days.") }
        let same = held.contains { $0.role == role && $0.school == school && $0.classes == classes && $0.years == years && $0.spell.covers(starts) }
        problems.require(!same, "role", "\(account.name) has this role already.")
        try problems.check()
        return Change("appointment.made", to: Appointment(
            id: .new, account: account.id, role: role, school: known?.needsSchool == true ? school : nil, staff: staff, classes: classes, years: years,
            spell: Spell(starts: starts, ends: ends), rule: rule))
    }

    private func check(_ role: Role, _ account: Account, _ giver: RoleGiver, _ problems: inout Problems) {
        let own = giver.viewer.account != nil && giver.viewer.account == account.id
        problems.require(!own, "role", "Nobody gives a role to themselves. Ask somebody else who may.")
        problems.require(!role.needsSchool || school != nil, "school", "Choose the school in which they are \(role.label.lowercased()).")
        problems.require(giver.mayGive(role, at: school), "role", "You can’t give this role here. Ask your trust’s administrator.")
        let bound = role.reach != .taught || staff != nil || !classes.isEmpty
        problems.require(bound, "classes", "Type the classes they work with, or choose who they are in the school’s list of staff, so that they see their own pupils only.")
        problems.require(role != .cover || ends != nil, "ends", "Say on which day the cover ends.")
    }
}
