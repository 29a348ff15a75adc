import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Sends the advice round: to whom, and who is passed over and why.
let circulateReview = circulation(.pack)
/// Sends the report of the meeting.
let sendReport = circulation(.report)

private func circulation(_ what: ReviewCirculation.What) -> PupilAct {
    PupilAct(
        about: ["annual_review", "review_person", "review_circulation", "contact"], needs: .changeRegister,
        start: { reader, _, ask in
            let people = try reader.people(of: reader.annualReview(ask)), contacts = try reader.reviewContacts(of: ask.pupil)
            return [("happened_on", "\(ask.today)")] + people.filter { $0.barred(by: contacts) == nil }.map { ("to", "\($0.id)") }
        },
        form: { reader, record, ask, write in
            let review = try reader.annualReview(ask), people = try reader.people(of: review), contacts = try reader.reviewContacts(of: ask.pupil)
            let open = people.filter { $0.barred(by: contacts) == nil }
            let choices = open.map { Choice("\($0.id)", "\($0.name), \($0.role.label.lowercased())") }
            return PupilForm(
                title: what == .pack ? "Send the advice round" : "Send the report", lead: "\(record.pupil.fullCalledName). \(what == .pack ? "Whoever has a link reads it there; print it for the others." : "It goes to all who were invited, and to the council.")",
                button: what == .pack ? "It is sent round" : "The report is sent",
                fields: """
                    \(skipped(people, contacts))\(write.checkboxes("to", "Who gets it?", choices, hint: "Take the tick away from whoever gets none."))\(write.day("happened_on", "On which day?"))\
                    <p><a href="\(what == .pack ? reviewPackPath(ask.pupil, review.id) : reviewReportPath(ask.pupil, review.id))">Read it first</a></p>
                    """)
        },
        goingTo: { writer, _, ask, typed in
            let review = try writer.annualReview(ask), people = try writer.people(of: review), day = try typed.day("happened_on")
            if what == .report, try writer.all(ReviewRecord.self, "WHERE review_id = \(review.id)").isEmpty { throw Problems("", "Write down the meeting first: the report is made from it.") }
            let ticked = Set(typed.all("to")), out = Set(people.map(\.id).filter { !ticked.contains("\($0)") })
            try writer.circulate(CirculateReview(what, on: day, leavingOut: out), of: review, to: people, contacts: writer.reviewContacts(of: ask.pupil))
            return reviewPath(ask.pupil, review.id).asking(["saved": what.rawValue])
        })
}

/// Who gets nothing because the record says so.
private func skipped(_ people: [ReviewPerson], _ contacts: [Contact]) -> HTML {
    let rows: [HTML] = people.compactMap { person in person.barred(by: contacts).map { "<li><b>\(person.name)</b>: \($0).</li>" } }
    return rows.isEmpty ? "" : "<p>Passed over:</p><ul id=\"skipped\">\(rows)</ul>"
}
