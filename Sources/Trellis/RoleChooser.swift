import Access
import Basics
import Database
import Pages
import People
import Synchronization

let chooseRolePath = PagePath< >("/look-as")

/// Lets the person at this computer choose whose eyes to look through, until there is sign-in.
final class RoleChooser: Sendable {
    private let store: Store
    private let known = Mutex<[String: Viewer]>([:])

    init(store: Store) { self.store = store }

    /// Who the cookie names: `senco.12`, `teacher.12.40`. Nil where it names nobody.
    func viewer(_ request: PageRequest) async throws -> Viewer? {
        guard let cookie = request.cookies["look_as"] else { return nil }
        if let viewer = known.withLock({ $0[cookie] }) { return viewer }
        let viewer = try await store.read { try RoleCard(value: cookie, $0)?.viewer }
        if let viewer { known.withLock { if $0.count < 500 { $0[cookie] = viewer } } }
        return viewer
    }

    func answer(_ request: PageRequest, _ frame: Frame, _ now: Instant) async throws -> Answer {
        if request.method == .send {
            let value = request.form["role"]
            guard try await store.read({ try RoleCard(value: value, $0) }) != nil else { return .goTo(chooseRolePath()) }
            return .goTo(PagePath< >("/")()).setting(cookie: "look_as=\(value); Path=/; HttpOnly; SameSite=Strict")
        }
        let school = SchoolID(request.query["school"])
        let (cards, schools) = try await store.read { try (RoleCard.all(in: school, on: now.dayInEngland, $0), $0.schools(for: .operator)) }
        return .page(frame.around(page(cards, schools, school, request.query), title: "Who are you looking as?", place: ""))
    }

    private func page(_ cards: [RoleCard], _ schools: [School], _ school: SchoolID?, _ query: FormValues) -> HTML {
        let choice = FormWriter(query).select("school", "School", schools.map { Choice("\($0.id)", $0.name) })
        return """
            <h1>Who are you looking as?</h1><p class="lead">Each person sees only what their work needs. Choose one to see Trellis as they do.</p>\
            <p class="notice notice-warn">There is no sign-in yet, so Trellis answers only on this computer.</p>\
            <form class="filters" method="get" action="\(chooseRolePath())">\(choice)<p class="actions"><button class="second">Show the people of this school</button></p></form>\
            <ul class="choices">\(cards.map(\.html))</ul>
            """
    }
}
