import Basics

/// Somebody comes through a provider that no longer names them in a group: the roles that its rule gave them end, and no others.
struct LeaveGroups: Sendable {
    /// What the provider says of them now.
    let claims: OpenIDClaims
    /// All of its rules, those that were taken away too: who got in by one still has the role for as long as they are in the group.
    let rules: [SignInRule]

    /// The roles that end, from today on.
    /// - Parameter held: the roles of this person.
    func ended(of held: [Appointment], today: Day) -> [Appointment] {
        if claims.hasGroupsElsewhere { return [] }
        return held.filter { role in
            guard role.spell.ends.map({ $0 >= today }) ?? true, let rule = rules.first(where: { $0.id == role.rule }) else { return false }
            return !isIn(rule) && !rules.contains { $0.gives(role, on: today) && $0.domain == rule.domain && isIn($0) }
        }
    }

    /// The role, over since yesterday.
    static func change(_ role: Appointment, today: Day) -> Change<Appointment> {
        var after = role
        after.spell = Spell(starts: role.spell.starts, ends: today - 1)
        return Change("appointment.ended", from: role, to: after, because: reason)
    }

    static let reason = "No longer in the group that gave this role"

    private func isIn(_ rule: SignInRule) -> Bool { rule.group.isEmpty || claims.groups.contains(rule.group) }
}

extension SignInRule {
    fileprivate func gives(_ appointment: Appointment, on day: Day) -> Bool {
        role == appointment.role && school == appointment.school && ends.map { day <= $0 } ?? true
    }
}
