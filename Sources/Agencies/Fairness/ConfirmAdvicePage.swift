import Access
import AreaKit
import Basics
import Database
import Pages
import People

// Where a specialist without an account reads what the school understood, and says whether it is fair: the link, then the code,
// then the page. Nothing about the child stands on a page before the code was right.

let confirmAdviceRoutes: [Route] = [
    .read(adviceLinkPath, .arrive) { visit, text in
        guard try await visit.read({ [today = visit.today] in try $0.adviceLink(SecretToken(text: text), on: today) }) != nil else { return deadLink(visit) }
        return codePage(visit, text)
    },
    .send(adviceLinkPath, .arrive) { visit, text in try await open(visit, SecretToken(text: text)) },
]

private func open(_ visit: Visit, _ secret: SecretToken) async throws -> Answer {
    guard let opened = try await visit.read({ [today = visit.today] in try $0.adviceLink(secret, on: today) }) else { return deadLink(visit) }
    let act = Act(who: opened.signature, at: visit.now, way: .page, origin: visit.origin), typed = visit.request.form, code = typed["advice_code"]
    guard try await visit.store.write(act, { try $0.countTry(atAdvice: secret) }) else { return deadLink(visit) }
    guard try await visit.store.write(act, { try $0.opens(opened, secret, with: code) }) else {
        return codePage(visit, secret.text, Problems("advice_code", "This number does not belong to this link. After five wrong numbers the link is dead."))
    }
    guard typed.has("version") else { return try await formPage(visit, secret, opened, FormValues()) }
    do {
        try await visit.store.write(act) { writer in
            guard let advice = try writer.one(opened.advice.id, of: Advice.self) else { throw NotFound() }
            try writer.save(AnswerAdvice(typed["fair"], words: typed["words"], seen: typed["version"]).applied(to: advice, by: opened.link.name, today: writer.act.today))
        }
        return visit.page("Thank you", "\(pageTitle("Thank you", lead: "The school has your answer."))<p>You can open the link again until \(opened.link.until.inWords).</p>")
    } catch let problems as Problems {
        return try await formPage(visit, secret, opened, typed, problems)
    }
}

private func codePage(_ visit: Visit, _ secret: String, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(FormValues(), problems), title = "Is our summary fair?"
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", status: problems.isEmpty ? 200 : 422, """
        \(write.summary)\(pageTitle(title, lead: "A school has put your advice into its own words, and asks whether it is fair. You need no account."))\
        <form method="post" action="\(adviceLinkPath(secret))" novalidate>\
        \(write.text("advice_code", "The six figures that the school gave you", type: "password", autocomplete: "one-time-code"))\
        <p class="actions"><button>Open it</button></p></form>
        """)
}

private func deadLink(_ visit: Visit) -> Answer {
    visit.page("This link no longer works", status: 404, """
        \(pageTitle("This link no longer works", lead: "Its time is over, the school ended it, or too many wrong numbers were tried."))\
        <p>Ring the school and ask for a new link.</p>
        """)
}

private func formPage(_ visit: Visit, _ secret: SecretToken, _ opened: OpenedAdvice, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let advice = opened.advice
    let (pupil, school, lines, lead) = try await visit.read { reader in
        (try reader.one(advice.pupil, of: Pupil.self)?.calledName ?? "", try reader.one(advice.school, of: School.self)?.name ?? "the school",
         try reader.all(Recommendation.self, "WHERE advice_id = \(advice.id) ORDER BY id").map(\.words), try visit.safeguardingLead(reader, advice.school, visit.today))
    }
    var values = typed
    values.set("version", "\(advice.version)")
    values.set("advice_code", visit.request.form["advice_code"])
    let write = FormWriter(values, problems), title = "Your advice about \(pupil)"
    let items: [HTML] = lines.map { "<li>\($0)</li>" }
    let about: [(String, HTML)] = [("Written by", "\(advice.author), \(advice.writtenOn.inWords)"), ("What the school understood", "\(advice.summary)"), ("What you recommend, as the school put it", items.isEmpty ? "Nothing is entered" : "<ul>\(items)</ul>")]
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", status: problems.isEmpty ? 200 : 422, """
        \(write.summary)\(pageTitle(title, lead: "\(school) has put it into its own words."))\(card("The school’s words", id: "words-of-school", facts(about)))\
        <form method="post" action="\(adviceLinkPath(secret.text))" data-long novalidate>\(write.hidden("advice_code"))\(write.hidden("version"))\
        \(write.radios("fair", "Is this fair to what you advised?", [Choice("yes", "Yes, it is fair"), Choice("no", "Not quite")]))\
        \(write.longText("words", "What should the school change?", hint: "If it is fair, you can leave this empty.", rows: 5, aboutChild: ChildNotice(lead: lead)))\
        <p class="actions"><button>Send my answer</button></p></form>
        """)
}
