import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
import People

/// Those who were asked and have not written, with courteous words to send them. A person sends them; nothing goes out by itself.
let reviewRemindersRoutes: [Route] = [
    .read(reviewRemindersPath, .changeRegister) { visit, pupil, row in
        try await visit.read { reader in
            guard try reader.powers(of: visit.person, over: pupil, on: visit.today).contains(.changeRegister) else { throw NotFound() }
            let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today), review = try reader.annualReview(row, of: pupil, for: visit.viewer, on: visit.today)
            let silent = try reader.whole(review, on: visit.today).silent(reader.reviewContacts(of: pupil)), school = try reader.one(review.school, of: School.self)
            return visit.page("Who has not written for the review of \(record.pupil.calledName)", at: "reviews", """
                \(crumbs(("Annual reviews", reviewsPath()), ("The review", reviewPath(pupil, row))))\
                \(pageTitle("Who has not written yet", lead: "\(record.pupil.fullCalledName). \(count(silent.count, "person was", "people were")) asked and \(silent.count == 1 ? "has" : "have") not written."))\
                \(silent.isEmpty ? "<p>Everybody who was asked has written.</p>" : list(silent, review, reminder(review, school: school?.name ?? "", from: visit.viewer.name)))\
                \(silent.isEmpty ? "" : card("Words to send", id: "words", asTyped(reminder(review, school: school?.name ?? "", from: visit.viewer.name))))
                """)
        }
    },
]

private func list(_ silent: [ReviewPerson], _ review: AnnualReview, _ words: String) -> HTML {
    let rows: [HTML] = silent.map { person in
        "<tr><th scope=\"row\">\(person.name)</th><td data-label=\"Part\">\(person.role.label)</td><td data-label=\"Mail\">\(person.email.nonEmpty.map { mailLink($0, words) } ?? "No mail address: ring, or write")</td></tr>"
    }
    return table("Who has not written yet", [head("Name"), head("Part"), head("Mail")], rows)
        + "<p>Their link opens until the meeting and two weeks longer. Whoever has lost it gets a new one on <a href=\"\(reviewPath(review.pupil, review.id).at("people"))\">the list of those who are asked</a>.</p>"
}

/// Opens the reader's own mail program with the words; they send it.
private func mailLink(_ email: String, _ words: String) -> HTML {
    func encoded(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
    return "<a href=\"mailto:\(encoded(email))?subject=\(encoded("Your view for the review meeting"))&body=\(encoded(words))\">Write to \(email)</a>"
}

/// No child's name stands in it: mail can be read on its way.
private func reminder(_ review: AnnualReview, school: String, from sender: String) -> String {
    let meeting = review.meetingOn.map { " on \($0.inWords)" } ?? "", by = review.meetingOn.map { " by \(($0 - 14).inWords), so that everybody can read it before the meeting" } ?? ""
    return """
        Good day,
        we asked you for your view for a review meeting\(meeting). We would be glad to have it\(by). A few lines help, and you can write them by the link that we sent you. If the link is lost, or you would rather tell us by telephone, please ring the school.
        Thank you for your help.
        \(sender), \(school)
        """
}

extension HeldReview {
    /// Who was asked, has not written, and may be written to.
    func silent(_ contacts: [Contact]) -> [ReviewPerson] { people.filter { contributions[$0.id] == nil && $0.barred(by: contacts) == nil } }
}
