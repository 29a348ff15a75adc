import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One's own tokens for other programs.
let tokensPath = PagePath< >("/me/tokens")
let endTokenPath = PagePath<RowID>("/me/tokens/*/end")

let tokenRoutes: [Route] = [
    .read(tokensPath, .visit) { visit in
        try await tokensPage(visit, FormValues([("days", "\(MakeToken.usualDays)")]))
    },
    .send(tokensPath, .visit) { visit in
        guard let account = visit.person.account else { throw NotFound() }
        let typed = visit.request.form
        do {
            let making = MakeToken(name: typed["name"], scopes: typed.all("scopes"), school: SchoolID(typed["school"]), days: Int(typed["days"]) ?? 0)
            return madePage(visit, try await visit.write { try $0.make(making, for: account) })
        } catch let problems as Problems {
            return try await tokensPage(visit, typed, problems)
        }
    },
    .send(endTokenPath, .visit) { visit, id in
        try await visit.write { writer in
            guard let token = try writer.one(id, of: ProgramToken.self), token.account == visit.person.account else { throw NotFound() }
            try writer.end(token)
        }
        return .goTo(tokensPath().asking(["saved": "ended"]))
    },
]

private func tokensPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    guard let account = visit.person.account else { throw NotFound() }
    let person = visit.person
    let (tokens, schools) = try await visit.read { try ($0.tokens(of: account), $0.schools(for: person)) }
    let write = FormWriter(typed, problems), title = "Tokens for programs"
    let saved: HTML = visit.request.query["saved"] == "ended" ? notice("That token has ended. Programs can’t use it any more.") : ""
    let body: HTML = """
        \(crumbs(("Your sign-in", mySignInPath())))\(saved)\(write.summary)\
        \(pageTitle(title, lead: "A token lets another program of your trust ask Trellis for you, such as a nightly copy.", actions: [linkButton("How programs ask", forProgramsPath(), aside: true)]))\
        \(list(visit, tokens, Dictionary(schools.map { ($0.id, $0.name) }) { $1 }))\(makeCard(visit, write, typed, problems, schools))
        """
    return problems.isEmpty ? visit.page(title, at: "me", body) : visit.formAgain(title, at: "me", body)
}

private func list(_ visit: Visit, _ tokens: [(token: ProgramToken, lastUsedAt: Instant?)], _ schools: [SchoolID: String]) -> HTML {
    if tokens.isEmpty { return "" }
    let rows: [HTML] = tokens.map { token, used in
        """
        <tr><th scope="row">\(token.name)</th><td data-label="For">\(TokenScope.named(token.scopes).map(\.label).joined(separator: "; "))\
        \(token.school.map { ", \(schools[$0] ?? "one school") only" } ?? "")</td>\
        <td data-label="Last used">\(used?.inWords ?? "Never")</td><td data-label="State">\(state(token, visit.now))</td></tr>
        """
    }
    return card("Your tokens", table("Your tokens", [head("Name"), head("For"), head("Last used"), head("State")], rows))
}

private func state(_ token: ProgramToken, _ now: Instant) -> HTML {
    if let ended = token.endedAt { return "Ended on \(ended.dayInEngland.inWords)" }
    if !token.isGood(at: now) { return "Too old since \(token.expiresAt.dayInEngland.inWords)" }
    return """
        Good until \(token.expiresAt.dayInEngland.inWords)<form method="post" action="\(endTokenPath(token.id))">\
        <button class="second">End it now<span class="unseen">: \(token.name)</span></button></form>
        """
}

private func makeCard(_ visit: Visit, _ write: FormWriter, _ typed: FormValues, _ problems: Problems, _ schools: [School]) -> HTML {
    let offered = TokenScope.offered(to: visit.person)
    if offered.isEmpty { return card("Make a token", "<p>Your roles hold nothing that a program could ask for.</p>") }
    let problem: HTML = problems.message(for: "scopes").map { "<p class=\"problem\">Mend this: \($0)</p>" } ?? ""
    let boxes: [HTML] = offered.map { write.checkbox("scopes", Choice($0.rawValue, $0.label, hint: $0.hint)) }
    let school: HTML = schools.count < 2 ? "" : write.select("school", "Which school", [Choice("", "All my schools")] + schools.map { Choice("\($0.id)", $0.name) })
    return card("Make a token", """
        <p>It does no more than you may, and all that it does stands in the trail under your name. It ends when your access ends.</p>\
        \(form(tokensPath(), button: "Make this token", back: mySignInPath(), """
            \(write.text("name", "What is it for?", hint: "Such as “Nightly copy for the MIS”."))\
            <fieldset class="field" id="scopes" tabindex="-1"><legend>What may the program do?</legend>\(problem)\(boxes)</fieldset>\(school)\
            \(write.select("days", "How long is it good?", [Choice("30", "30 days"), Choice("90", "90 days"), Choice("180", "180 days"), Choice("365", "A year")]))
            """))
        """)
}

/// The only time that it is shown.
private func madePage(_ visit: Visit, _ made: (token: ProgramToken, secret: SecretToken)) -> Answer {
    visit.page("Your new token", at: "me", """
        \(crumbs(("Your sign-in", mySignInPath()), ("Tokens for programs", tokensPath())))\
        \(pageTitle("Your new token", lead: "It is shown only now. Copy it to where the program keeps its secrets."))\
        <p><code>\(made.secret.text)</code></p><p>Whoever has it can do what you allowed: \
        \(TokenScope.named(made.token.scopes).map(\.label).joined(separator: "; ")). It is good until \(made.token.expiresAt.dayInEngland.inWords).</p>\
        <p class="actions">\(linkButton("I have copied it. Go on", tokensPath())) \(linkButton("How programs ask", forProgramsPath(), aside: true))</p>
        """)
}
