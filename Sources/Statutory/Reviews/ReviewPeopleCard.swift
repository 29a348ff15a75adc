import Basics
import Pages
import People

/// Who is asked: whether they wrote, whether a link of theirs is good, and what can be done about it.
func peopleCard(_ held: HeldReview, _ contacts: [Contact], _ works: Bool, _ today: Day) -> HTML {
    let review = held.review, rows = held.people.map { personRow($0, held, contacts, works) }
    let add: HTML = works && review.isOpen ? linkButton("Ask somebody else", reviewPeoplePath(review.pupil, review.id), aside: true) + " " : ""
    let silent = review.takesContributions && review.invitedOn != nil ? held.silent(contacts) : []
    let remind: HTML = works && !silent.isEmpty ? linkButton("Remind those who have not written", reviewRemindersPath(review.pupil, review.id), aside: true) + " " : ""
    let read: HTML = held.contributions.isEmpty ? "" : linkButton("Read the advice", reviewPackPath(review.pupil, review.id), aside: true)
    return card("Who is asked", id: "people", """
        \(review.heldOn == nil ? missingNotice(held.people) : "")<p>\(held.contributions.count) of \(held.people.count) have written.</p>\
        \(table("Who is asked", [head("Name"), head("Advice"), head("Link")], rows))<p class="actions no-print">\(add)\(remind)\(read)</p>
        """)
}

private func personRow(_ person: ReviewPerson, _ held: HeldReview, _ contacts: [Contact], _ works: Bool) -> HTML {
    let review = held.review, barred = person.barred(by: contacts), wrote = held.contributions[person.id]
    let advice: HTML = wrote.map { "Came on \($0.givenOn.short)" } ?? "None yet"
    let byHand: HTML = works && review.takesContributions ? " <a class=\"no-print\" href=\"\(reviewWordsPath(person.pupil, person.id))\">Write it down <span class=\"unseen\">for \(person.name)</span></a>" : ""
    let off: HTML = works && review.heldOn == nil && review.isOpen ? " <a class=\"no-print\" href=\"\(removeReviewerPath(person.pupil, person.id))\">Take off <span class=\"unseen\">\(person.name)</span></a>" : ""
    let came: HTML = person.attended == .unsaid ? "" : "<p class=\"quiet\">\(person.attended.label)</p>"
    return """
        <tr><th scope="row">\(person.name)<p class="quiet">\(person.role.label)</p>\(came)</th><td data-label="Advice">\(advice)\(byHand)</td>\
        <td data-label="Link">\(barred.map { "<span class=\"tag tag-warn\">No papers</span> \($0)" } ?? linkCell(person, held, works))\(off)</td></tr>

        """
}

private func linkCell(_ person: ReviewPerson, _ held: HeldReview, _ works: Bool) -> HTML {
    let link = held.links[person.id], opened: HTML = link?.openedAt.map { ", opened on \($0.dayInEngland.short)" } ?? ""
    let stands: HTML = link.map { "Good until \($0.until.short)\(opened)" } ?? ""
    guard works, held.review.isOpen else { return stands }
    let end: HTML = link == nil ? "" : "<form class=\"no-print\" method=\"post\" action=\"\(endReviewLinkPath(person.pupil, person.id))\"><button class=\"second\">End the link <span class=\"unseen\">of \(person.name)</span></button></form>"
    let make: HTML = link == nil ? "Make a link" : "Make a new link"
    return "\(stands)<form class=\"no-print\" method=\"post\" action=\"\(makeReviewLinkPath(person.pupil, person.id))\"><button class=\"second\">\(make) <span class=\"unseen\">for \(person.name)</span></button></form>\(end)"
}
