import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

// Where the one with whom papers are shared looks at them: the link, then the code, then the list. Nothing about the child stands
// on a page before the code was right; each look is written down before anything is shown.

func sharedRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(sharedPath, .arrive) { visit, text in
            guard try await visit.read({ [today = visit.today] in try $0.share(opening: SecretToken(text: text), on: today) }) != nil else { return deadLink(visit) }
            return codePage(visit, text)
        },
        .send(sharedPath, .arrive) { visit, text in try await open(visit, SecretToken(text: text), papers) },
    ]
}

private func open(_ visit: Visit, _ secret: SecretToken, _ papers: PaperStore) async throws -> Answer {
    guard let held = try await visit.read({ [today = visit.today] in try $0.share(opening: secret, on: today) }) else { return deadLink(visit) }
    let act = Act(who: held.signature, at: visit.now, way: .page, origin: visit.origin), typed = visit.request.form, code = typed["share_code"]
    let asked = typed["paper"].isEmpty ? nil : PaperID(typed["paper"]), paper = asked.flatMap { id in held.papers.first { $0.id == id } }
    guard try await visit.store.write(act, { try $0.countTry(atShare: secret) }) else { return deadLink(visit) }
    guard try await visit.store.write(act, { try $0.opens(held.share, secret, with: code, paper: paper?.id) }) else {
        return codePage(visit, secret.text, Problems("share_code", "This number does not belong to this link. After five wrong numbers the link is dead."))
    }
    if typed.has("paper") {
        guard let paper else { return try await listPage(visit, secret, held, code, notice("This paper is no longer shared.", warns: true), status: 404) }
        do { try papers.prove(paper) } catch is PaperProblem { return try await listPage(visit, secret, held, code, notice("This paper can’t be opened. Ring the school.", warns: true), status: 500) }
        return try handOut(paper, of: held.share.pupil, visit, papers)
    }
    return try await listPage(visit, secret, held, code)
}

private func listPage(_ visit: Visit, _ secret: SecretToken, _ held: HeldShare, _ code: String, _ before: HTML = "", status: Int = 200) async throws -> Answer {
    let (pupil, school) = try await visit.read { reader in
        (try reader.one(held.share.pupil, of: Pupil.self)?.calledName ?? "", try reader.one(held.share.school, of: School.self)?.name ?? "the school")
    }
    let items: [HTML] = held.papers.map { paper in
        """
        <li><b>\(paper.title)</b> <span class="quiet">\(paper.topic.label), \(paper.kind.label), added \(paper.addedAt.dayInEngland.inWords)</span>\
        <form method="post" data-hands-out action="\(sharedPath(secret.text))"><input type="hidden" name="share_code" value="\(code)"><p class="actions"><button name="paper" value="\(paper.id.rawValue)">Download<span class="unseen"> \(paper.title)</span></button></p></form></li>
        """
    }
    return visit.page("Papers about \(pupil)", status: status, """
        \(before)\(pageTitle("Papers about \(pupil)", lead: "\(school) shares them with \(held.share.name) until \(held.share.until.inWords)."))\
        \(items.isEmpty ? "<p>The school has taken these papers back. Ring the school.</p>" : "<ul class=\"plain tall\">\(items)</ul>")\
        <p class="hint">Keep what you download as safe as the school would. The school sees when you look.</p>
        """)
}

private func codePage(_ visit: Visit, _ secret: String, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(FormValues(), problems), title = "Papers shared with you"
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", status: problems.isEmpty ? 200 : 422, """
        \(write.summary)\(pageTitle(title, lead: "A school lets you look at papers until a day. You need no account."))\
        <form method="post" action="\(sharedPath(secret))" novalidate>\
        \(write.text("share_code", "The six figures that the school gave you", type: "password", autocomplete: "one-time-code"))\
        <p class="actions"><button>Open it</button></p></form>
        """)
}

private func deadLink(_ visit: Visit) -> Answer {
    visit.page("This link no longer works", status: 404, """
        \(pageTitle("This link no longer works", lead: "Its time is over, the school ended it, or too many wrong numbers were tried."))\
        <p>Ring the school and ask for a new link.</p>
        """)
}
