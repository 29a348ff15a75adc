import Access
import AreaKit
import Basics
import Database
import Pages

/// Where a council officer's link leads: the number told by telephone opens it, once. Looking at the page alone does
/// not use it up, for programs that read mail do that.
let councilLinkPath = PagePath<String>("/links/*")

extension AccountsArea {
    var openCouncilLinkRoutes: [Route] {
        [
            .read(councilLinkPath, .arrive) { visit, token in
                guard try await visit.read({ [today = visit.today] in try $0.councilLink(token, on: today) }) != nil else { return deadLink(visit) }
                return numberPage(visit, token)
            },
            .send(councilLinkPath, .arrive) { visit, token in try await openLink(visit, token) },
        ]
    }

    private func openLink(_ visit: Visit, _ token: String) async throws -> Answer {
        guard let (link, number) = try await visit.read({ [today = visit.today] in try $0.councilLink(token, on: today) }) else { return deadLink(visit) }
        let attempt = SignInTry(at: "link \(link.id)", from: visit.request.address)
        if let wait = try await visit.secondsToWait(before: attempt) {
            return numberPage(visit, token, Problems("password_number", "Too many tries. Wait \(wait.inWaitingWords), then try again."), status: 429)
        }
        guard try await visit.write({ try $0.countTry(at: link) }) else { return deadLink(visit) }
        let typed = visit.request.form["password_number"].filter { !$0.isWhitespace }
        guard try await gate.matches(typed, number) else {
            return numberPage(visit, token, Problems("password_number", "This number does not belong to this link. After five wrong numbers the link is dead."), status: 422)
        }
        try await visit.noteSuccess(of: attempt)
        guard try await visit.write({ try $0.use(link) }) else { return deadLink(visit) }
        return try await begin(link.account, visit, way: "link", shared: true, next: "", passed: true)
    }

    private func numberPage(_ visit: Visit, _ token: String, _ problems: Problems = Problems(), status: Int = 200) -> Answer {
        let write = FormWriter(FormValues(), problems), title = "Open what a school shares with you"
        return visit.page(status == 200 ? title : "Problem: \(title)", status: status, """
            \(write.summary)\(pageTitle(title, lead: "The link opens once. You stay signed in for two hours, or until ten minutes without a click."))\
            <form method="post" action="\(councilLinkPath(token))" novalidate>\
            \(write.text("password_number", "The six figures that the school told you by telephone", type: "password", autocomplete: "one-time-code"))\
            <p class="actions"><button>Open it</button></p></form>
            """)
    }

    private func deadLink(_ visit: Visit) -> Answer {
        visit.page("This link no longer works", status: 404, """
            \(pageTitle("This link no longer works", lead: "It was used before, its time is over, or the school ended it."))\
            <p>Ring the SENCO of the school and ask for a new link.</p>
            """)
    }
}
