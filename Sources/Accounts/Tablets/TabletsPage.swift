import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The school's tablets, and whether its staff may use their own phones.
let tabletsPath = PagePath< >("/tablets")
let enrolTabletPath = PagePath< >("/tablets/enrol")
let endTabletPath = PagePath<RowID>("/tablets/*/end")
let ownPhonesPath = PagePath<SchoolID>("/schools/*/own-phones")

let tabletsRoutes: [Route] = [
    .read(tabletsPath, .keepAccounts) { visit in try await tabletsPage(visit) },
    .read(enrolTabletPath, .keepAccounts) { visit in
        try await enrolTabletPage(visit, FormValues([("school", visit.viewer.schools?.first.map { "\($0)" } ?? "")]))
    },
    .send(enrolTabletPath, .keepAccounts) { visit in
        let typed = visit.request.form
        do {
            let token = try await visit.write { writer in
                try writer.enrolTablet(named: typed["name"], at: SchoolID(typed["school"]) ?? .new, for: visit.viewer)
            }
            return .goTo(tabletsPath().asking(["saved": "enrolled"])).setting(cookie: Cookie.tablet.setting(token.text, visit.request, days: SchoolTablet.days))
        } catch let problems as Problems {
            return try await enrolTabletPage(visit, typed, problems)
        }
    },
    .send(endTabletPath, .keepAccounts) { visit, id in
        try await visit.write { try $0.endTablet($0.tablet(id, for: visit.viewer, at: visit.now)) }
        return .goTo(tabletsPath().asking(["saved": "ended"]))
    },
    .send(ownPhonesPath, .keepAccounts) { visit, school in
        try await visit.write { writer in
            guard visit.viewer.sees(school), try writer.one(school, of: School.self) != nil else { throw NotFound() }
            try writer.allowOwnPhones(visit.request.form["allowed"] == "yes", at: school)
        }
        return .goTo(tabletsPath().asking(["saved": "phones"]))
    },
]

private func tabletsPage(_ visit: Visit) async throws -> Answer {
    try await visit.read { [viewer = visit.viewer, now = visit.now] reader in
        let here = try reader.tablet(visit.request, at: now), tablets = try reader.tablets(for: viewer, at: now), pins = try reader.pinCounts()
        let schools = try reader.schools(for: viewer), names = Dictionary(schools.map { ($0.id, $0.name) }) { $1 }
        let items: [HTML] = tablets.map { tabletItem($0, names[$0.school] ?? "", pins[$0.id] ?? 0, isHere: $0.id == here?.id) }
        let list: HTML = items.isEmpty ? "<p>None yet.</p>" : "<ul class=\"findings\">\(items)</ul>"
        let allowed = try reader.schoolsWithOwnPhones()
        let enrol: HTML = here.map { "<p>The device that you hold is “\($0.name)”.</p>" } ?? "<p class=\"actions\">\(linkButton("Enrol this tablet", enrolTabletPath()))</p>"
        return visit.page("School tablets", at: "accounts", """
            \(crumbs(("Who signs in", accountsPath())))\(savedWords(visit))\
            \(pageTitle("School tablets", lead: "On a tablet of the school each adult opens Trellis with a short PIN. The tablet itself is the second proof, so keep it in school."))\
            \(card("Tablets", id: "tablets", list + enrol))\
            \(card("Staff’s own phones", id: "phones", "<ul class=\"findings\">\(schools.map { phoneItem($0, allowed.contains($0.id)) })</ul>"))
            """)
    }
}

private func savedWords(_ visit: Visit) -> HTML {
    switch visit.request.query["saved"] {
    case "enrolled": notice("This tablet is enrolled. Now sign out. Each adult signs in here once with their password and chooses a PIN under “Your sign-in”.")
    case "ended": notice("The tablet is ended. Whoever was signed in on it is signed out, and its PINs no longer work.")
    case "phones": notice("Saved. It holds from the next click of everybody.")
    default: ""
    }
}

private func tabletItem(_ tablet: SchoolTablet, _ school: String, _ pins: Int, isHere: Bool) -> HTML {
    let here: HTML = isHere ? " <span class=\"tag tag-good\">In your hands</span>" : ""
    return """
        <li class="finding"><p><b>\(tablet.name)</b>, \(school)\(here)<br><span class="quiet">\(pins == 0 ? "Nobody has a PIN on it yet" : count(pins, "PIN")). Enrolled \(tablet.enrolledAt.dayInEngland.inWords), \
        until \(tablet.expiresAt.dayInEngland.inWords).</span></p><form method="post" action="\(endTabletPath(tablet.id))"><p class="actions">\
        <button class="second">Take \(tablet.name) out of use</button> <span class="quiet">It is lost or has left the school</span></p></form></li>
        """
}

private func phoneItem(_ school: School, _ allowed: Bool) -> HTML {
    let words: HTML = allowed ? "Staff may sign in on their own phones." : "Staff can’t sign in on their own phones."
    return """
        <li class="finding"><p><b>\(school.name)</b><br>\(words)</p><form method="post" action="\(ownPhonesPath(school.id))"><p class="actions">\
        <button class="second" name="allowed" value="\(allowed ? "no" : "yes")">\(allowed ? "Forbid" : "Allow") own phones at \(school.name)</button></p></form></li>
        """
}

private func enrolTabletPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let (here, schools) = try await visit.read { [viewer = visit.viewer, now = visit.now] in (try $0.tablet(visit.request, at: now), try $0.schools(for: viewer)) }
    if here != nil { return .goTo(tabletsPath()) }
    let write = FormWriter(typed, problems), title = "Enrol this tablet"
    let body: HTML = """
        \(crumbs(("Who signs in", accountsPath()), ("School tablets", tabletsPath())))\(write.summary)\
        \(pageTitle(title, lead: "Do this on the tablet itself. Only for a device that belongs to the school and stays there."))\
        \(form(enrolTabletPath(), button: "Enrol this tablet", back: tabletsPath(), """
            \(write.text("name", "What do you call it?", hint: "Such as Oak room or Year 3 trolley, 2."))\(write.select("school", "School", schools.map { Choice("\($0.id)", $0.name) }))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "accounts", body) : visit.formAgain(title, at: "accounts", body)
}
