import Access
import AreaKit
import Basics
import Database
import Pages
import People

// Where somebody without an account writes for a review: the link, then the code, then the page. Neither a name nor anything else
// about the child stands on the page before the code was right. Each page is the answer to a form, so that it needs no cookie of its own.

let contributeRoutes: [Route] = [
    .read(reviewLinkPath, .arrive) { visit, text in
        guard try await visit.read({ [today = visit.today] in try $0.reviewLink(SecretToken(text: text), on: today) }) != nil else { return deadLink(visit) }
        return codePage(visit, text)
    },
    .send(reviewLinkPath, .arrive) { visit, text in try await open(visit, SecretToken(text: text)) },
]

private func open(_ visit: Visit, _ secret: SecretToken) async throws -> Answer {
    guard let opened = try await visit.read({ [today = visit.today] in try $0.reviewLink(secret, on: today) }) else { return deadLink(visit, visit.request.form) }
    let act = Act(who: opened.signature, at: visit.now, way: .page, origin: visit.origin), typed = visit.request.form, code = typed["review_code"]
    guard try await visit.store.write(act, { try $0.countTry(at: secret) }) else { return deadLink(visit, typed) }
    guard try await visit.store.write(act, { try $0.opens(opened, secret, with: code) }) else {
        return codePage(visit, secret.text, Problems("review_code", "This number does not belong to this link. After five wrong numbers the link is dead."), typed)
    }
    guard typed.has(ReviewQuestion.Key.well.rawValue) else { return try await formPage(visit, secret, opened, nil) }
    do {
        let words = typed.answers
        try await visit.store.write(act) { writer in
            guard let review = try writer.one(opened.review.id, of: AnnualReview.self) else { throw NotFound() }
            let before = try writer.all(ReviewContribution.self, "WHERE person_id = \(opened.person.id)").first
            if let before, "\(before.version)" != typed["version"] { throw Problems("", "This was changed meanwhile, perhaps in another window. What you typed is below, and beside it what is kept now: look at both, then save once more.") }
            try writer.save(GiveContribution(words).applied(to: before, of: opened.person, to: review, by: opened.signature, today: writer.act.today))
        }
        return thanksPage(visit, secret, opened, code)
    } catch let problems as Problems {
        return try await formPage(visit, secret, opened, typed, problems)
    }
}

extension OpenedReview {
    /// As the trail names them.
    fileprivate var signature: String { "\(person.name) (\(person.role.label), by link)" }
}

private func codePage(_ visit: Visit, _ secret: String, _ problems: Problems = Problems(), _ typed: FormValues = FormValues()) -> Answer {
    let write = FormWriter(FormValues(), problems), title = "Help with a review"
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", status: problems.isEmpty ? 200 : 422, """
        \(write.summary)\(pageTitle(title, lead: "A school has asked you what you think. You need no account."))\
        <form method="post" action="\(reviewLinkPath(secret))" novalidate>\
        \(write.text("review_code", "The six figures that the school gave you", type: "password", autocomplete: "one-time-code"))\
        <p class="actions"><button>Open it</button></p></form>\(notKept(typed))
        """)
}

private func deadLink(_ visit: Visit, _ typed: FormValues = FormValues()) -> Answer {
    visit.page("This link no longer works", status: 404, """
        \(pageTitle("This link no longer works", lead: "Its time is over, the school ended it, or too many wrong numbers were tried."))\
        <p>Ring the school and ask for a new link.</p>\(notKept(typed))
        """)
}

/// What somebody typed and nobody kept: to be copied, so that no hour of writing is lost.
private func notKept(_ typed: FormValues) -> HTML {
    let words = ReviewQuestion.Key.allCases.map { typed[$0.rawValue].trimmed }.filter { !$0.isEmpty }
    return words.isEmpty ? "" : card("What you wrote is not kept", id: "typed", "<p>Copy your words from here before you leave this page.</p>\(asTyped(words.joined(separator: "\n")))")
}

/// What the page knows once the code was right.
private struct ReviewPages: Sendable {
    let pupil: Pupil
    let school: School?
    let contribution: ReviewContribution?
    let pack: [PackPart]?
    let place: String
    let isInYear9: Bool
    let lead: String?
}

extension Reader {
    fileprivate func pages(_ opened: OpenedReview, _ visit: Visit) throws -> ReviewPages {
        guard let pupil = try one(opened.review.pupil, of: Pupil.self) else { throw NotFound() }
        let gone = try value("SELECT COUNT(*) FROM review_circulation WHERE person_id = \(opened.person.id) AND what = 'pack' AND skipped_because = ''", as: Int.self) ?? 0
        return ReviewPages(pupil: pupil, school: try one(opened.review.school, of: School.self), contribution: try all(ReviewContribution.self, "WHERE person_id = \(opened.person.id)").first,
                           pack: gone > 0 ? try pack(of: opened.review) : nil, place: try redaction(of: opened.review.pupil).applied(to: opened.review.place),
                           isInYear9: try isInYear9(pupil, on: opened.review.meetingOn ?? visit.today), lead: try visit.safeguardingLead(self, opened.review.school, visit.today))
    }
}

private func formPage(_ visit: Visit, _ secret: SecretToken, _ opened: OpenedReview, _ typed: FormValues?, _ problems: Problems = Problems()) async throws -> Answer {
    let known = try await visit.read { try $0.pages(opened, visit) }, person = opened.person, name = known.pupil.calledName
    let held = known.contribution
    var values = typed ?? FormValues(ReviewQuestion.Key.allCases.map { ($0.rawValue, held?.words($0) ?? "") })
    values.set("version", held.map { "\($0.version)" } ?? "")
    values.set("review_code", visit.request.form["review_code"])
    let write = FormWriter(values, problems), notice = ChildNotice(lead: known.lead)
    let title = person.role == .pupil ? "Your review" : "The review of \(name)"
    let boxes: [HTML] = person.role.questions(forAdulthood: known.isInYear9).map { write.longText($0.key.rawValue, $0.label, rows: 5, aboutChild: notice) }
    let form: HTML = opened.review.takesContributions ? clash(held, typed, person) + """
        <form method="post" action="\(reviewLinkPath(secret.text))" data-long novalidate>\(write.hidden("review_code"))\(write.hidden("version"))\(boxes)\
        <p class="actions"><button>Send what I wrote</button></p></form>
        """ : "<p>The advice has gone round, so nothing can be changed any more. Say what is new at the meeting, or ring the school.</p>" + notKept(typed ?? FormValues()) + own(held, person)
    return visit.page(problems.isEmpty ? title : "Problem: \(title)", status: problems.isEmpty ? 200 : 422, """
        \(write.summary)\(pageTitle(title, lead: "\(person.name), \(known.school?.name ?? "the school") asks for your view."))\(meetingCard(opened.review, known.place))\
        \(opened.review.takesContributions ? "<p>Write as much or as little as you like. You can change it until the school sends everybody’s words round. Those who are asked to the review, and the council, will read it.</p>" : "")\
        \(form)\(known.pack.map { card("What everybody wrote", id: "pack", packHTML($0)) } ?? "")
        """)
}

private func meetingCard(_ review: AnnualReview, _ place: String) -> HTML {
    guard let day = review.meetingOn else { return "" }
    let list: [(String, HTML)] = [("Day", "\(day.inWords)"), ("Time", "\(review.meetingAt)"), ("Place", "\(place)")]
    return card("The meeting", id: "meeting", facts(list.filter { !$0.1.isEmpty }))
}

/// What is kept by now, where somebody typed something else meanwhile.
private func clash(_ held: ReviewContribution?, _ typed: FormValues?, _ person: ReviewPerson) -> HTML {
    guard let held, let typed, typed["version"] != "\(held.version)" else { return "" }
    return card("What is kept now", id: "kept", packHTML([PackPart(person, held, .none)]))
}

private func own(_ held: ReviewContribution?, _ person: ReviewPerson) -> HTML {
    guard let held else { return "" }
    return card("What you wrote", id: "own", packHTML([PackPart(person, held, .none)]))
}

private func thanksPage(_ visit: Visit, _ secret: SecretToken, _ opened: OpenedReview, _ code: String) -> Answer {
    let write = FormWriter(FormValues([("review_code", code)]))
    return visit.page("Thank you", """
        \(pageTitle("Thank you", lead: "The school has what you wrote."))<p>You can open the link again until \(opened.link.until.inWords).</p>\
        <form method="post" action="\(reviewLinkPath(secret.text))">\(write.hidden("review_code"))<p class="actions"><button class="second">Read or change what I wrote</button></p></form>
        """)
}
