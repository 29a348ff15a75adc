import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Invites somebody: who they are, their first role, and a link by which they choose a password.
let addAccountPath = PagePath< >("/accounts/add")

extension AccountsArea {
    var addAccountRoutes: [Route] {
        [
            .read(addAccountPath, .keepAccounts) { visit in
                let typed = FormValues([("starts", "\(visit.today)"), ("school", visit.viewer.schools?.first.map { "\($0)" } ?? "")])
                return try await addAccountPage(visit, typed)
            },
            .send(addAccountPath, .keepAccounts) { visit in
                do {
                    return try await add(visit)
                } catch let problems as Problems {
                    return try await addAccountPage(visit, visit.request.form, problems)
                }
            },
        ]
    }

    private func add(_ visit: Visit) async throws -> Answer {
        let typed = visit.request.form, viewer = visit.viewer
        return try await visit.write { [keys] writer in
            let adding = AddAccount(name: typed["name"], email: typed["email"])
            try typed.check(adding, by: RoleGiver(viewer), writer)
            let account = try writer.add(adding)
            try writer.give(typed.givenRole(writer), to: account, by: RoleGiver(viewer))
            let token = try writer.invite(account.id)
            return invitationMade(visit, account, token, try writer.mail(token, to: account, keys))
        }
    }
}

private func addAccountPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let write = FormWriter(typed, problems), title = "Invite somebody"
    let fields = try await visit.read { [viewer = visit.viewer] in try roleFields(write, viewer, $0) }
    let body: HTML = """
        \(crumbs(("Who signs in", accountsPath())))\(write.summary)\
        \(pageTitle(title, lead: "They get a link that works once, for seven days. With it they choose their own password."))\
        \(form(addAccountPath(), button: "Invite them", back: accountsPath(), """
            \(write.text("name", "Their name"))\(write.text("email", "Their mail address", type: "email"))\(fields)
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "accounts", body) : visit.formAgain(title, at: "accounts", body)
}

/// The fields in which a role is given.
func roleFields(_ write: FormWriter, _ viewer: Viewer, _ reader: Reader) throws -> HTML {
    let giver = RoleGiver(viewer), schools = try reader.schools(for: viewer)
    let roles = giver.roles.filter { $0.reach != .family }.map { Choice($0.rawValue, $0.label, hint: $0.explanation) }
    let staff: [Choice] = schools.count == 1 ? try reader.staffChoices(at: schools[0].id) : []
    let known: HTML = staff.isEmpty ? "" : write.select("staff", "In the school’s list of staff they are", [Choice("", "Not in the list")] + staff,
                                                        hint: "For a teacher or an assistant: they see the pupils of the classes and groups that the timetable gives them.")
    let whole = viewer.schools == nil ? [Choice("", "The whole trust")] : []
    return """
        \(write.radios("role", "Their role", roles))\
        \(write.select("school", "School", whole + schools.map { Choice("\($0.id)", $0.name) }))\(known)\
        \(write.text("classes", "Only these classes", hint: "For cover, and for a teacher or an assistant who is not in the list of staff: the names of the classes with commas between, such as Beech, Oak."))\
        \(write.text("years", "Only these years", hint: "For a year lead: such as 7, 8. Empty for the whole school."))\
        \(write.day("starts", "First day"))\(write.day("ends", "Last day", hint: "Empty if it has no end yet. Cover needs one."))
        """
}

extension FormValues {
    /// The role as it was typed.
    /// - Throws: `Problems` beside what can't be read.
    func givenRole(_ reader: Reader) throws -> GiveRole {
        var problems = Problems()
        let school = SchoolID(self["school"]), starts = Day(self["starts"].trimmed), ends = Day(self["ends"].trimmed)
        problems.require(starts != nil, "starts", "Give the first day, such as 1/9/2026.")
        problems.require(ends != nil || self["ends"].trimmed.isEmpty, "ends", "This last day can’t be read. Type it like 18/12/2026.")
        let names = self["classes"].split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
        let classes = try reader.classes(named: names, at: school)
        for name in names where !classes.contains(where: { $0.name.folded == name.folded }) { problems.add("classes", "The school has no class called “\(name)” this year.") }
        let years = self["years"].split(separator: ",").map { YearGroup(String($0)) }
        for year in years where !YearGroup.all.contains(year) { problems.add("years", "“\(year)” is not a year group. Type years such as 7, 8.") }
        try problems.check()
        return GiveRole(role: self["role"], school: school, staff: StaffID(self["staff"]), classes: classes.map(\.id), years: years, starts: starts ?? .distantPast, ends: ends)
    }
}

extension FormValues {
    /// - Throws: `Problems` with what is wrong about the person and about the role, all at once.
    fileprivate func check(_ adding: AddAccount, by giver: RoleGiver, _ reader: Reader) throws {
        let person = Account(id: .new, name: adding.name, email: adding.email)
        let checks: [() throws -> Void] = [
            { _ = try adding.applied(taken: reader.account(email: adding.email) != nil) },
            { _ = try givenRole(reader).applied(to: person, held: [], by: giver) },
        ]
        var problems = Problems()
        for check in checks {
            do { try check() } catch let found as Problems { found.list.forEach { problems.add($0.field, $0.message) } }
        }
        try problems.check()
    }
}

/// The link: on its way by mail, or shown once to be handed over.
func invitationMade(_ visit: Visit, _ account: Account, _ token: SecretToken, _ way: LinkWay) -> Answer {
    let link: HTML = way == .mailed ? "<p>A letter with the link goes to \(account.email) now. The link works once, for seven days.</p>" : """
        <p>Give them this link yourself. It works once, for seven days.</p><p><code class="link">\(visit.request.front)\(invitationPath(token.text))</code></p>\
        <p class="quiet">Nobody can see this link again, not even here. If it gets lost, make a new one.</p>
        """
    return visit.page("Invited", at: "accounts", """
        \(crumbs(("Who signs in", accountsPath())))\(pageTitle("\(account.name) is invited"))\(link)\
        <p class="actions">\(linkButton("See \(account.name)", accountPath(account.id))) \(linkButton("Invite somebody else", addAccountPath(), aside: true))</p>
        """)
}
