import Access
import AreaKit
import Basics
import Database
import Pages

/// Who looked at a record, where that has been kept long enough: approved here, and carried out by somebody else like
/// any other disposal.
let dueSightsPath = PagePath< >("/privacy/sights/due")

let dueSightsRoutes: [Route] = [
    .read(dueSightsPath, .protectData) { visit in try await visit.read { try page(visit, $0, FormWriter(FormValues())) } },
    .send(dueSightsPath, .protectData) { visit in
        do {
            return .goTo(disposalPath(try await approve(visit)))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0, FormWriter(visit.request.form, problems)) }
        }
    },
]

private func approve(_ visit: Visit) async throws -> RowID {
    let reason = visit.request.form["reason"]
    return try await visit.write { writer in
        guard let rule = try writer.retention(of: .sight) else { throw NotFound() }
        let change = try ApproveSightDisposal(reason: reason).applied(
            rule, due: writer.dueSights(on: visit.today)?.before, by: visit.viewer.signature, account: visit.viewer.account, today: visit.today)
        return try writer.save(change).id
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ write: FormWriter) throws -> Answer {
    guard let rule = try reader.retention(of: .sight) else { throw NotFound() }
    let due = try reader.dueSights(on: visit.today), number = try due.map { try reader.numberOfSights(before: $0.before) } ?? 0
    let title = "To dispose of: \(rule.record.label)"
    let held: HTML = due?.heldFrom.map { notice("Looks from \($0.inWords) on are kept: they show a record that is held, restricted or asked about. Those that are younger wait behind them.", warns: true) } ?? ""
    let form: HTML = number == 0 ? "<p>Nothing waits.</p>" : Pages.form(dueSightsPath(), button: "Approve the disposal", back: privacyPath(), """
        <p>\(grouped(number)) \(number == 1 ? "look" : "looks") before \(due?.before.inWords ?? "").</p>\
        \(write.sentences("reason", "What did you check?", hint: "Such as: no incident is being looked into, and nobody has asked who looked."))
        """)
    let body: HTML = """
        \(crumbs(("Data protection", privacyPath())))\(write.summary)\
        \(pageTitle(title, lead: "Kept \(rule.inWords). What you approve is carried out only when somebody else has looked at it, too."))\(held)\(form)
        """
    return write.summary.isEmpty ? visit.page(title, at: "privacy", body) : visit.formAgain(title, at: "privacy", body)
}
