import Access
import AreaKit
import Basics
import Database
import Pages

/// Takes what was typed into the form about many pupils, saves nothing of the form, and keeps the words with each of
/// them for the safeguarding lead: which child they are about, nobody else need say.
let handOverTogetherPath = PagePath< >("/register/change/hand-over")

let handOverTogetherRoutes: [Route] = [
    .send(handOverTogetherPath, .changeRegister) { visit in
        let form = visit.request.form, texts = form.all(ChildNotice.field).prefix(20).map { form[$0] }
        do {
            return try await visit.write { writer in
                let records = try writer.chosenRecords(form, visit)
                try handOver(Array(texts), about: records, visit, writer)
                return page(visit, records, try visit.childNotice(writer, records))
            }
        } catch let problems as Problems {
            return visit.page("Nothing was handed over", at: "pupils", status: 422, """
                <h1>Nothing was handed over</h1>\(FormWriter(FormValues(), problems).summary)<p class="actions">\(linkButton("Go back to the register", registerPath()))</p>
                """)
        }
    },
]

private func handOver(_ texts: [String], about records: [PupilRecord], _ visit: Visit, _ writer: Writer) throws {
    if records.isEmpty { throw Problems("", "No pupil is chosen. Tell the safeguarding lead in person, now.") }
    let handing = HandOver(texts: texts, form: bulkChangePath().text), present = records.filter { $0.roll(on: visit.today) != nil }
    for record in present.isEmpty ? records : present {
        let school = record.roll(on: visit.today)?.enrolment.school
        try writer.save(handedOver: try handing.applied(to: record.pupil.id, at: school, by: visit.act.who, at: visit.now))
    }
}

private func page(_ visit: Visit, _ records: [PupilRecord], _ notice: ChildNotice) -> Answer {
    let lead = notice.lead ?? "the safeguarding lead"
    return visit.page("Handed over", at: "pupils", """
        \(crumbs(("SEND register", registerPath())))<h1>Handed to \(lead)</h1>\
        <p>Your words wait for \(lead) in Trellis, with the names of the \(count(records.count, "pupil")) whom you had chosen. Nobody else can read them, and nothing else of the form was saved.</p>\
        <p><b>Speak to \(lead) now as well</b>, and say which child you mean. Do not wait for them to look here. If a child is in danger, call 999.</p>\
        <p class="actions">\(linkButton("Go back to the register", registerPath()))</p>
        """)
}

extension Visit {
    /// What stands above a box about several pupils: whom to tell, by name where they are all at one school.
    func childNotice(_ reader: Reader, _ records: [PupilRecord]) throws -> ChildNotice {
        let schools = Set(records.compactMap { $0.roll(on: today)?.enrolment.school })
        let lead = try schools.count == 1 ? schools.first.flatMap { try safeguardingLead(reader, $0, today) } : nil
        return ChildNotice(lead: lead, handOver: handOverTogetherPath())
    }
}
