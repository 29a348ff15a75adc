@testable import Accounts
import Basics
import Database
import Stage
import Testing

@Suite("Which roles end with a group")
struct LeaveGroupsTests {
    static let today = Stage.november

    static func rule(_ number: Int, _ group: String, role: String = "senco", school: Int? = 1, domain: String = "elm.example.org", ends: Day? = nil) -> SignInRule {
        SignInRule(id: RowID(number), provider: RowID(1), domain: domain, group: group, role: role, school: school.map { SchoolID($0) }, ends: ends)
    }

    static func role(_ rule: Int?, ends: Day? = nil) -> Appointment {
        Appointment(id: RowID(7), account: AccountID(4), role: "senco", school: SchoolID(1), spell: Spell(starts: today - 30, ends: ends), rule: rule.map { RowID($0) })
    }

    static let cases: [(String, [String], [SignInRule], Appointment, Bool)] = [
        ("still in the group", ["sencos"], [rule(1, "sencos")], role(1), false),
        ("no longer in it", ["cooks"], [rule(1, "sencos")], role(1), true),
        ("in no group at all", [], [rule(1, "sencos")], role(1), true),
        ("given by hand", [], [rule(1, "sencos")], role(nil), false),
        ("given by another provider's rule", [], [rule(1, "sencos")], role(9), false),
        ("given to everybody of the domain", [], [rule(1, "")], role(1), false),
        ("over already", [], [rule(1, "sencos")], role(1, ends: today - 1), false),
        ("over at the end of today", [], [rule(1, "sencos")], role(1, ends: today), true),
        ("another group gives the same", ["leads"], [rule(1, "sencos"), rule(2, "leads")], role(1), false),
        ("another group gives the same at another school", ["leads"], [rule(1, "sencos"), rule(2, "leads", school: 2)], role(1), true),
        ("another group gives another role", ["heads"], [rule(1, "sencos"), rule(2, "heads", role: "head")], role(1), true),
        ("everybody of the domain gets the same", [], [rule(1, "sencos"), rule(2, "")], role(1), false),
        ("everybody of another domain gets the same", [], [rule(1, "sencos"), rule(2, "", domain: "oak.example.org")], role(1), true),
        ("another rule gave the same, and was taken away", ["leads"], [rule(1, "sencos"), rule(2, "leads", ends: today - 1)], role(1), true),
        ("the rule was taken away, the group is still theirs", ["sencos"], [rule(1, "sencos", ends: today - 1)], role(1), false),
        ("the rule was taken away, and they left the group", [], [rule(1, "sencos", ends: today - 1)], role(1), true),
    ]

    @Test("A role ends when no group gives it any more", arguments: cases)
    func ends(name: String, groups: [String], rules: [SignInRule], role: Appointment, isEnded: Bool) {
        var claims = IDTokenTests.claims()
        claims.groups = groups
        #expect(LeaveGroups(claims: claims, rules: rules).ended(of: [role], today: Self.today) == (isEnded ? [role] : []), "\(name)")
        claims.hasGroupsElsewhere = true
        #expect(LeaveGroups(claims: claims, rules: rules).ended(of: [role], today: Self.today).isEmpty, "\(name), but the provider names no groups")
    }

    @Test("It was in force until yesterday")
    func change() {
        let change = LeaveGroups.change(Self.role(1), today: Self.today)
        #expect(change.event == "appointment.ended" && change.after.spell == Spell(starts: Self.today - 30, ends: Self.today - 1) && change.before == Self.role(1))
    }
}
