import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Makes a link for the specialist, shown once; ends it; and says that an answer was read.
let askSpecialistRoutes: [Route] = [
    .send(makeAdviceLinkPath, .refer) { visit, pupil, row in
        let made = try await visit.write { try $0.makeLink(for: $0.adviceToAsk(pupil, row, visit)) }
        return linkMade(visit, made.link, RowID(made.link.advice.rawValue), made.secret, made.code)
    },
    .send(endAdviceLinkPath, .refer) { visit, pupil, row in
        try await visit.write { try $0.endLinks(of: $0.adviceToAsk(pupil, row, visit)) }
        return .goTo(advicePath(pupil, row).asking(["saved": "link-ended"]).at("fair"))
    },
    .send(readAdviceAnswerPath, .refer) { visit, pupil, row in
        try await visit.write { writer in
            for before in try writer.answers(to: writer.adviceToAsk(pupil, row, visit)) where before.readOn == nil {
                var after = before
                (after.readOn, after.readBy) = (writer.act.today, visit.viewer.name)
                try writer.save(Change("adviceAnswer.read", from: before, to: after))
            }
        }
        return .goTo(advicePath(pupil, row).asking(["saved": "read"]).at("fair"))
    },
]

extension Reader {
    /// Advice that stands, of a pupil whom this person refers.
    fileprivate func adviceToAsk(_ pupil: PupilID, _ row: RowID, _ visit: Visit) throws -> Advice {
        guard try powers(of: visit.viewer.inStaffParts, over: pupil, on: visit.today).contains(.refer) else { throw NotFound() }
        let advice = try advice(row, of: pupil, for: visit.viewer, on: visit.today).advice
        guard advice.withdrawnOn == nil else { throw NotFound() }
        return advice
    }
}

private func linkMade(_ visit: Visit, _ link: AdviceLink, _ advice: RowID, _ secret: SecretToken, _ code: String) -> Answer {
    visit.page("Link and number", at: "agencies", """
        \(crumbs(("Recommendations", recommendationsPath()), ("The advice", advicePath(link.pupil, advice))))\
        \(pageTitle("Link and number for \(link.name)", lead: "Both are shown only now. The link opens until \(link.until.inWords). A link made before no longer works."))\
        <ol class="steps"><li>Send this by mail. Write no child’s name into the mail. <p>We have put your advice into our own words. Please open this page and say whether they are fair. You need no account.</p>\
        <p><code class="link">\(visit.request.front)\(adviceLinkPath(secret.text))</code></p></li>\
        <li>Tell them this number by telephone, by text message or in person. <p><code class="link">\(code)</code></p></li></ol>\
        <p class="actions">\(linkButton("Go back to the advice", advicePath(link.pupil, advice).at("fair")))</p>
        """)
}

/// On the page of advice: whether the specialist finds the summary fair, and the way to ask.
func fairCard(_ advice: Advice, _ answers: [AdviceAnswer], _ link: AdviceLink?, works: Bool) -> HTML {
    let items: [HTML] = answers.map { answer in
        let words: HTML = answer.words.isEmpty ? "" : "<br>“\(answer.words)”", older: HTML = answer.aboutVersion == advice.version ? "" : " <span class=\"tag tag-none\">Said of an earlier summary</span>"
        return "<li><b>\(answer.label)</b>\(older), says \(answer.name), \(answer.givenOn.inWords)\(words)</li>"
    }
    let list: HTML = items.isEmpty ? "<p>Nobody has said so yet.</p>" : "<ul class=\"plain tall\">\(items)</ul>"
    return works || !items.isEmpty ? card("Is the summary fair?", id: "fair", list + (works ? ways(advice, answers, link) : "")) : ""
}

private func ways(_ advice: Advice, _ answers: [AdviceAnswer], _ link: AdviceLink?) -> HTML {
    let read: HTML = answers.contains { $0.readOn == nil } ? "<form method=\"post\" action=\"\(readAdviceAnswerPath(advice.pupil, advice.row))\"><p class=\"actions\"><button>I have read this</button></p></form>" : ""
    let state: HTML = link.map { "<p class=\"quiet\">A link opens until \($0.until.inWords)\($0.openedAt.map { ", last opened on \($0.dayInEngland.inWords)" } ?? ", not opened yet").</p>" } ?? ""
    let end: HTML = link == nil ? "" : "<form method=\"post\" action=\"\(endAdviceLinkPath(advice.pupil, advice.row))\"><p class=\"actions\"><button class=\"second\">End the link now</button></p></form>"
    return """
        <div class="no-print">\(read)\(state)<form method="post" action="\(makeAdviceLinkPath(advice.pupil, advice.row))"><p class="actions">\
        <button class="second">\(link == nil ? "Make a link for \(advice.author)" : "Make a new link for \(advice.author)")</button></p></form>\(end)</div>
        """
}
