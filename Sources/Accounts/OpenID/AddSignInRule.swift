import Access
import Basics

/// Says who gets an account and which role when they come through a provider.
public struct AddSignInRule: Sendable {
    public let domain: String
    public let group: String
    public let role: String
    public let school: SchoolID?

    public init(domain: String, group: String, role: String, school: SchoolID?) {
        (self.domain, self.group, self.role, self.school) = (domain.trimmed.lowercased(), group.trimmed, role, school)
    }

    /// Roles that say by themselves whom one sees. A class teacher's needs the classes, a parent's the child.
    public static let roles = Role.appointed.filter { [.trust, .school, .years, .examinationYears, .lookedAfter].contains($0.reach) && $0 != .administrator }

    /// - Throws: `Problems` with all that is wrong.
    func applied(to provider: SignInProvider, known: [SignInRule], by giver: RoleGiver) throws -> Change<SignInRule> {
        var problems = Problems()
        problems.require(provider.domains.contains(domain), "domain", "Choose one of the provider’s mail domains.")
        problems.require(group.count <= 200, "group", "This is longer than 200 letters. Give the group as the provider sends it.")
        let role = Role(rawValue: role).flatMap { Self.roles.contains($0) ? $0 : nil }
        if let role {
            problems.require(!role.needsSchool || school != nil, "school", "Choose the school in which they are \(role.label.lowercased()).")
            problems.require(giver.mayGive(role, at: school), "role", "You can’t give this role. Ask your trust’s administrator.")
        } else {
            problems.add("role", "Choose a role of the list.")
        }
        let place = role?.needsSchool == true ? school : nil
        problems.require(!known.contains { $0.domain == domain && $0.group == group && $0.role == self.role && $0.school == place }, "", "This rule is there already.")
        try problems.check()
        return Change("signInRule.added", to: SignInRule(provider: provider.id, domain: domain, group: group, role: self.role, school: place))
    }
}
