import Access
import AreaKit
import Basics
import Database
import Pages

/// Takes what was typed into a form about a pupil, saves nothing of the form, and keeps the words for the
/// safeguarding lead.
let handOverRoutes: [Route] = [
    .send(handOverPath, .seePupils) { visit, id in
        let form = visit.request.form, now = visit.now, who = visit.act.who
        let texts = form.all(ChildNotice.field).prefix(20).map { form[$0] }
        let address = Address.ours(visit.request.query["form"])?.text ?? ""
        do {
            return try await visit.write { writer in
                let pupil = try writer.pupil(id, for: visit.viewer, on: visit.today)
                let school = try writer.schoolOfToday(id, visit.today)
                try writer.save(handedOver: try HandOver(texts: Array(texts), form: address).applied(to: id, at: school, by: who, at: now))
                return page(visit, pupil, try school.flatMap { try visit.safeguardingLead(writer, $0, visit.today) })
            }
        } catch let problems as Problems {
            return visit.page("Nothing was handed over", at: "pupils", status: 422, """
                <h1>Nothing was handed over</h1>\(FormWriter(FormValues(), problems).summary)<p class="actions">\(linkButton("Go back to the pupil", pupilPath(id)))</p>
                """)
        }
    },
]

private func page(_ visit: Visit, _ pupil: Pupil, _ lead: String?) -> Answer {
    visit.page("Handed over", at: "pupils", """
        \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))<h1>Handed to \(lead ?? "the safeguarding lead")</h1>\
        <p>Your words about \(pupil.calledName) wait for \(lead ?? "the safeguarding lead of the school") in Trellis. Nobody else can read them, and nothing else of the form was saved.</p>\
        <p><b>Speak to \(lead ?? "the safeguarding lead") now as well.</b> Do not wait for them to look here. If a child is in danger, call 999.</p>\
        <p class="actions">\(linkButton("Go back to \(pupil.calledName)’s page", pupilPath(pupil.id)))</p>
        """)
}
