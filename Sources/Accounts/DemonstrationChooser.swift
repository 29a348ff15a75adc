import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// In the demonstration: choose whose eyes to look through. Nowhere else is this page there.
public let chooseRolePath = PagePath< >("/look-as")

extension AccountsArea {
    var demonstrationRoutes: [Route] {
        [
            .read(chooseRolePath, .arrive) { visit in
                let school = SchoolID(visit.request.query["school"])
                let (cards, schools) = try await visit.read { [today = visit.today] in try ($0.demonstrationCards(at: school, on: today), $0.schools(for: .operator)) }
                return chooserPage(visit, cards, schools)
            },
            .send(chooseRolePath, .arrive) { visit in
                let value = visit.request.form["role"]
                guard let account = try await visit.read({ [today = visit.today] in try $0.demonstrationAccount(value, on: today) }) else { return .goTo(chooseRolePath()) }
                return try await begin(account, visit, way: "demonstration", shared: false, next: "", passed: true)
            },
        ]
    }
}

extension Sessions {
    /// Signs in as an invented person without a password, as the chooser does, for measuring.
    /// - Parameter value: such as `senco.12`.
    /// - Returns: what the browser would send as its cookie from then on; nil where nobody has that role.
    public func beginDemonstration(_ value: String, now: Instant) async throws -> (cookie: String, viewer: Viewer)? {
        guard let account = try await store.read({ try $0.demonstrationAccount(value, on: now.dayInEngland) }) else { return nil }
        let signIn = SignIn(id: .new, account: account, way: "demonstration", place: "", device: "", shared: false, at: now)
        let token = try await begin(signIn, waitsFor: .nothing, as: value)
        return try await find(token, now: now)?.viewer.map { ("\(Cookie.session.rawValue)=\(token.text)", $0) }
    }
}

/// One person that may be chosen.
struct DemonstrationCard: Sendable {
    /// `senco.12`, `trust-lead`.
    let value: String
    let name: String
    let role: Role
    let place: String

    var html: HTML {
        """
        <li class="card"><div><h2>\(name)</h2><p>\(role.label), <span class="quiet">\(place)</span></p><p>\(role.explanation)</p></div>\
        <form method="post" action="\(chooseRolePath())"><button name="role" value="\(value)">Look as \(name)</button></form></li>
        """
    }
}

extension Reader {
    /// The people of one school and of the trust, one of each role.
    func demonstrationCards(at school: SchoolID?, on day: Day) throws -> [DemonstrationCard] {
        let schools = try schools(for: .operator)
        let here = schools.first { $0.id == school } ?? schools.first
        let rows = try rows("""
            SELECT a.role, a.school_id, c.name FROM appointment a JOIN account c ON c.id = a.account_id \
            WHERE a.starts <= \(day) AND (a.ends IS NULL OR a.ends >= \(day)) AND (a.school_id IS NULL OR a.school_id = \(here?.id ?? .new)) ORDER BY a.id
            """) { try ($0.next(String.self), $0.next(SchoolID?.self), $0.next(String.self)) }
        let found = rows.compactMap { row in
            Role(rawValue: row.0).map { DemonstrationCard(value: row.1.map { "\(row.0).\($0)" } ?? row.0, name: row.2, role: $0, place: row.1 == nil ? "the whole trust" : here?.name ?? "") }
        }
        return Role.appointed.compactMap { role in found.first { $0.role == role } } + (try familyCards(on: day))
    }

    private func familyCards(on day: Day) throws -> [DemonstrationCard] {
        let rows = try rows("SELECT DISTINCT t.kind, c.name FROM family_tie t JOIN account c ON c.id = t.account_id WHERE t.kind <> 'other' ORDER BY t.kind, c.name") {
            try ($0.next(FamilyTie.Kind.self), $0.next(String.self))
        }
        return [FamilyTie.Kind.parent, .own].compactMap { kind in
            rows.first { $0.0 == kind }.map { DemonstrationCard(value: "family.\(kind.rawValue)", name: $0.1, role: kind == .parent ? .parent : .youngPerson, place: "at home") }
        }
    }

    func demonstrationAccount(_ value: String, on day: Day) throws -> AccountID? {
        let pieces = value.split(separator: ".").map(String.init)
        if pieces.first == "family" {
            return try self.value("SELECT t.account_id FROM family_tie t JOIN account c ON c.id = t.account_id WHERE t.kind = \(pieces.last ?? "") ORDER BY c.name LIMIT 1")
        }
        let school = pieces.count > 1 ? SchoolID(pieces[1]) : nil
        let place: SQL = school.map { "school_id = \($0)" } ?? "school_id IS NULL"
        return try self.value("""
            SELECT account_id FROM appointment WHERE role = \(pieces.first ?? "") AND \(place) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY id LIMIT 1
            """)
    }
}

private func chooserPage(_ visit: Visit, _ cards: [DemonstrationCard], _ schools: [School]) -> Answer {
    let choice = FormWriter(visit.request.query).select("school", "School", schools.map { Choice("\($0.id)", $0.name) })
    return visit.page("Who are you looking as?", """
        <h1>Who are you looking as?</h1><p class="lead">Each person sees only what their work needs. Choose one to see Trellis as they do.</p>\
        <p class="notice">This is a demonstration: all people in it are invented, so nobody needs a password.</p>\
        <form class="filters" method="get" action="\(chooseRolePath())">\(choice)<p class="actions"><button class="second">Show the people of this school</button></p></form>\
        <ul class="choices">\(cards.map(\.html))</ul>
        """)
}
