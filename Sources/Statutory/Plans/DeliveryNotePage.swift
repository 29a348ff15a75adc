import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

/// A note to the council about what section F owes and was not given: drafted here, sent by a person.
let deliveryNoteRoutes: [Route] = [
    .read(deliveryNotePath, .seeRecord) { visit, pupil in try await visit.read { try page(visit, $0, pupil) } },
]

private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID) throws -> Answer {
    let record = try reader.pupilRecord(id, for: visit.viewer, on: visit.today), pupil = record.pupil
    guard let held = try reader.ehcPlan(of: id, for: visit.viewer, on: visit.today), let version = held.inForce, let whole = try reader.whole([version]).first else { throw NotFound() }
    let minutes = try reader.sectionFMinutes(whole.lines, of: id, for: visit.person, on: visit.today)
    let short = whole.lines.compactMap { line in minutes.minutes(of: line).flatMap { $0.shortfall > 0 ? (line, $0) : nil } }
    let school = record.roll(on: visit.today)?.school ?? "", title = "Note to the council about \(pupil.name)"
    let lines: [HTML] = short.map { line, given in
        "<li>“\(line.words)”: \(count(given.owed, "minute")) owed, \(given.offered) given, \(given.shortfall) short.</li>"
    }
    let letter: HTML = """
        <article class="card letter"><p>\(school), \(visit.today.inWords)</p><p>Dear \(held.plan.officer.isEmpty ? "colleague" : "\(held.plan.officer)"),</p>\
        <p>\(pupil.fullCalledName), born \(pupil.birth.inWords): \(version.name.lowercasedFirst).</p>\
        <p>This is to tell you that some of the provision in section F was not given in full from \(minutes.from.inWords) to \(visit.today.inWords):</p><ul>\(lines)</ul>\
        <p>What stood in the way: …</p><p>What we do about it, and by when: …</p><p>What we ask of you: …</p>\
        <p>What we told the family, and when: …</p><p>We would like to speak with you about it soon.</p><p>Yours sincerely,<br>\(visit.viewer.name)</p></article>
        """
    return visit.page(title, at: "ehc", """
        \(crumbs(("EHC plans", ehcPlansPath()), (pupil.name, pupilPath(id)), ("EHC plan", ehcPlanPath(id))))\
        \(pageTitle("Note to the council", lead: "\(pupil.fullCalledName). Nothing is sent from here: copy it or print it, fill in what the dots stand for, and speak with the family first.", actions: short.isEmpty ? [] : [printButton("Print this note")]))\
        \(short.isEmpty ? "<p>Nothing that is counted is short in this school year. There is nothing to write.</p>" : letter)
        """)
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
