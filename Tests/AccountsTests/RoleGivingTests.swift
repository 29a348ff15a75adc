import Access
@testable import Accounts
import AreaKit
import Basics
import Database
import Pages
import People
import Stage
import Testing

/// Nobody gives themselves more, and nobody gives others more than their own part allows.
struct RoleGivingTests {
    static let keepers = Role.appointed.filter { $0.permissions.contains(.keepAccounts) }

    private func viewer(_ role: Role, at school: SchoolID, account: AccountID? = nil) -> Viewer {
        Viewer(name: role.label, account: account, role: role, sight: role.needsSchool ? .schools([school]) : .trust)
    }

    @Test("Nobody gives a role to themselves, whichever", arguments: keepers)
    func notToOneself(role: Role) throws {
        let own = Account(id: AccountID(7), name: "Amira Khan", email: "amira.khan@example.org"), school = SchoolID(1), today = Stage.november
        for given in Role.appointed {
            let giving = GiveRole(role: given.rawValue, school: given.needsSchool ? school : nil, classes: [ClassID(1)], starts: today, ends: today)
            #expect(throws: Problems.self) { try giving.applied(to: own, held: [], by: RoleGiver(viewer(role, at: school, account: own.id))) }
        }
    }

    @Test("Nobody who keeps one school gives a role elsewhere, or for the whole trust", arguments: keepers.filter(\.needsSchool))
    func onlyHere(role: Role) {
        let giver = RoleGiver(viewer(role, at: SchoolID(1)))
        for given in Role.appointed where given.needsSchool { #expect(!giver.mayGive(given, at: SchoolID(2)) && !giver.mayGive(given, at: nil), "\(given)") }
        for given in [Role.trustLead, .trustAnalyst, .dataManager, .protectionOfficer, .trustee, .administrator, .operator] { #expect(!giver.mayGive(given, at: SchoolID(1)), "\(given)") }
    }

    @Test("Only the administrator makes an administrator or a data protection officer, and who may give nothing gives nothing")
    func ladder() {
        for role in Role.appointed {
            let giver = RoleGiver(viewer(role, at: SchoolID(1)))
            for given in [Role.administrator, .protectionOfficer] { #expect(giver.mayGive(given, at: nil) == (role == .administrator), "\(role) gives \(given)") }
            if !role.permissions.contains(.keepAccounts) { for given in Role.appointed { #expect(!giver.mayGive(given, at: SchoolID(1)), "\(role) gives \(given)") } }
            #expect(!giver.mayGive(.operator, at: nil) && !giver.mayGive(.openedRecord, at: SchoolID(1)))
        }
    }

    @Test("Classes that were named count before the timetable, and whoever has neither is asked for them beside the box for classes")
    func classesOfAnAssistant() throws {
        let account = Account(id: AccountID(7), name: "Rosa Penn", email: "rosa.penn@example.org"), school = SchoolID(1)
        let giver = RoleGiver(viewer(.senco, at: school))
        func sight(_ staff: StaffID?, _ classes: [ClassID]) throws -> Sight? {
            let giving = GiveRole(role: Role.assistant.rawValue, school: school, staff: staff, classes: classes, starts: Stage.november)
            return Sight(try giving.applied(to: account, held: [], by: giver).after, .assistant, account.id)
        }
        #expect(try sight(StaffID(3), []) == .taught(StaffID(3), at: school))
        #expect(try sight(StaffID(3), [ClassID(5)]) == .classes([ClassID(5)], at: school))
        #expect(try sight(nil, [ClassID(5)]) == .classes([ClassID(5)], at: school))
        let refused = #expect(throws: Problems.self) { try sight(nil, []) }
        #expect(refused?.message(for: "classes") != nil)
    }

    @Test("One who signs in without a password of ours is not called invited any more")
    func stateInWords() {
        let account = Account(id: AccountID(7), name: "Rosa Penn", email: "rosa.penn@example.org")
        let words: (Instant?) -> String = { String(decoding: state(of: account, lastSignIn: $0, Stage.november).bytes, as: UTF8.self) }
        #expect(words(nil).contains("Invited") && !words(Instant(Stage.november, hour: 9)).contains("Invited"))
    }

    @Test("Who lost the permission to keep accounts gives nothing")
    func taken() {
        let part = Part(.head, .schools([SchoolID(1)]), permissions: Role.head.permissions.subtracting([.keepAccounts]))
        let giver = RoleGiver(Viewer(name: "Helen Marsh", parts: [part]))
        #expect(giver.roles.isEmpty && !giver.mayGive(.teacher, at: SchoolID(1)))
    }

    @Test("By the page too: one's own account, and one whose roles one could not give, are left alone", arguments: StageEngine.here)
    func pages(engine: StageEngine) async throws {
        let house = try await DoorStage(engine), amira = try await house.person(), head = try await house.person("Helen Marsh", .head)
        let browser = try await house.signedIn(amira)
        try await browser.read("/me")
        let appointments = try await house.count("appointment")
        let role: KeyValuePairs = ["role": "head", "school": "\(house.elm.id)", "starts": "2026-11-20"]
        #expect(try await browser.send("/accounts/\(amira.account)/roles", role).status == 422)
        #expect(try await browser.send("/accounts/\(head.account)/roles", ["role": "trust-lead", "starts": "2026-11-20"]).status == 422)
        for act in ["link", "second-factor", "sign-out", "end"] {
            for account in [amira.account, head.account] { #expect(try await browser.send("/accounts/\(account)/\(act)", ["ends": "2026-11-20"]).status == 422, "\(act)") }
        }
        #expect(try await house.count("appointment") == appointments)
        #expect(try await house.count("invitation") == 0)
    }
}

/// A trust takes away, at once; it never adds.
struct RoleLimitTests {
    /// Every role with a permission taken away, and every role with one that it never had.
    @Test("Whatever is limited, a part never holds more than its role, and never what was taken", arguments: Role.appointed)
    func neverWider(role: Role) async throws {
        let stage = try await Stage(areas: [PeopleArea(), AccountsArea()]), elm = try await stage.school(), today = stage.today, now = stage.now
        let pupil = try await stage.pupil(at: elm)
        let account = try await stage.act { writer in
            let account = try writer.add(AddAccount(name: role.label, email: "\(role.rawValue)@example.org"))
            if role.reach == .family {
                try writer.save(Change("family.tied", to: FamilyTie(id: .new, account: account.id, pupil: pupil.id, kind: role == .parent ? .parent : .own, spell: Spell(starts: today))))
            } else {
                try writer.give(GiveRole(role: role.rawValue, school: role.needsSchool ? elm.id : nil, classes: [ClassID(1)], starts: today, ends: today), to: account, by: RoleGiver(.operator))
            }
            return account
        }
        for permission in Permission.allCases {
            let seen = try await stage.act { writer in
                try writer.limit(role, to: role.permissions.subtracting([permission]))
                return try writer.viewer(of: account.id, on: today, at: now)
            }
            let part = try #require(seen?.parts.first)
            let kept: Set<Permission> = [.arrive, .visit]
            #expect(part.permissions == (kept.contains(permission) ? role.permissions : role.permissions.subtracting([permission])), "\(role) without \(permission)")
        }
        // A row that names what the role never had takes nothing and gives nothing.
        let seen = try await stage.act { writer in
            try writer.limit(role, to: Set(Permission.allCases))
            return try writer.viewer(of: account.id, on: today, at: now)
        }
        #expect(seen?.parts.first?.permissions == role.permissions)
    }

    @Test("A limit holds from the next page on, and so does its end")
    func atOnce() async throws {
        let house = try await DoorStage(), amira = try await house.person(), farah = try await house.person("Farah Aziz", .administrator)
        let senco = try await house.signedIn(amira), admin = try await house.signedIn(farah, at: "192.0.2.9")
        #expect(try await senco.read("/register").status == 200)
        try await admin.read("/roles")
        #expect(try await admin.send("/roles/senco").next?.hasPrefix("/roles?saved=yes") == true)
        #expect(try await senco.read("/register").status == 404)
        #expect(try await senco.isIn)
        #expect(try await admin.send("/roles/senco", ["keeps": "seePupils", "keeps": "protectData"]).status == 303)
        #expect(try await senco.read("/register").status == 200)
        #expect(try await admin.read("/roles").text.contains("took away"))
    }

    @Test("Who keeps the accounts of one school does not decide for the trust")
    func trustOnly() async throws {
        let house = try await DoorStage(), amira = try await house.person(), senco = try await house.signedIn(amira)
        try await senco.read("/roles")
        #expect(try await senco.send("/roles/teacher").status == 404)
        #expect(try await house.count("role_limit") == 0)
    }
}
