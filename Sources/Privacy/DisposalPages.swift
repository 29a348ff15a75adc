import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What has been kept long enough: one person approves, another carries it out, and a certificate stays.
let dueRecordsPath = PagePath<String>("/privacy/due/*")
let disposalPath = PagePath<RowID>("/privacy/disposals/*")
let carryOutPath = PagePath<RowID>("/privacy/disposals/*/carry-out")
let withdrawDisposalPath = PagePath<RowID>("/privacy/disposals/*/withdraw")
let certificatePDFPath = PagePath<RowID>("/privacy/disposals/*/pdf")

func disposalRoutes(_ sources: [SubjectSource]) -> [Route] {
    [
        .read(dueRecordsPath, .protectData) { visit, key in try await visit.read { try duePage(visit, key, $0, FormWriter(FormValues())) } },
        .send(dueRecordsPath, .protectData) { visit, key in
            do {
                return .goTo(disposalPath(try await approve(visit, key)))
            } catch let problems as Problems {
                return try await visit.read { try duePage(visit, key, $0, FormWriter(visit.request.form, problems)) }
            }
        },
        .read(disposalPath, .protectData) { visit, id in try await visit.read { try disposalPage(visit, id, $0, Problems()) } },
        .send(carryOutPath, .protectData) { visit, id in
            do {
                try await carryOut(visit, id, sources)
                return .goTo(disposalPath(id))
            } catch let problems as Problems {
                return try await visit.read { try disposalPage(visit, id, $0, problems) }
            }
        },
        .send(withdrawDisposalPath, .protectData) { visit, id in
            _ = try await visit.write { writer in try writer.save(writer.row(id, of: Disposal.self, for: visit.viewer).withdrawn(on: visit.today)) }
            return .goTo(disposalPath(id))
        },
        .read(certificatePDFPath, .protectData) { visit, id in
            let page = try await visit.read { try certificate(visit, id, $0) }
            return try await visit.pdf("Certificate of disposal", page, file: "disposal-\(id).pdf", at: "privacy", back: ("Go back to the certificate", disposalPath(id)))
        },
    ]
}

private func rule(_ key: String, _ reader: Reader) throws -> RetentionRule {
    guard let record = RecordClass(rawValue: key), [.send, .pupilFile, .request].contains(record), let rule = try reader.retention(of: record) else { throw NotFound() }
    return rule
}

/// At most so many at once, so that somebody can really look at each.
private let mostAtOnce = 50

private func duePage(_ visit: Visit, _ key: String, _ reader: Reader, _ write: FormWriter) throws -> Answer {
    let rule = try rule(key, reader), due = try reader.dueRecords(rule, for: visit.viewer, on: visit.today)
    let free = due.filter { $0.keptBecause == nil }, held = due.filter { $0.keptBecause != nil }
    let boxes = free.prefix(mostAtOnce).map { Choice("\($0.pupil)", "\($0.name), born \($0.birth.inWords)", hint: "Due since \($0.dueOn.inWords)") }
    let heldItems: [HTML] = held.map { "<li>\($0.name), born \($0.birth.inWords): \($0.keptBecause)</li>" }
    let title = "To dispose of: \(rule.record.label)"
    let form: HTML = free.isEmpty ? "<p>Nothing waits.</p>" : Pages.form(dueRecordsPath(key), button: "Approve the disposal of those ticked", back: privacyPath(), """
        <fieldset class="field" id="pupil" tabindex="-1"><legend>Whose records may go?</legend>\(write.problem("pupil"))\(boxes.map { write.checkbox("pupil", $0) })</fieldset>\
        \(write.sentences("reason", "What did you check?", hint: "Such as: no claim, no inquiry, nobody has asked for it."))
        """)
    let body: HTML = """
        \(crumbs(("Data protection", privacyPath())))\(write.summary)\
        \(pageTitle(title, lead: "Kept \(rule.inWords). \(count(free.count, "pupil")) due. What you approve is carried out only when somebody else has looked at it, too."))\
        \(form)\(held.isEmpty ? "" : card("Held back", "<ul class=\"plain\">\(heldItems)</ul>"))
        """
    return write.summary.isEmpty ? visit.page(title, at: "privacy", body) : visit.formAgain(title, at: "privacy", body)
}

private func approve(_ visit: Visit, _ key: String) async throws -> RowID {
    let typed = visit.request.form, pupils = typed.all("pupil").compactMap { PupilID($0) }
    return try await visit.write { writer in
        let rule = try rule(key, writer)
        let due = try writer.dueRecords(rule, for: visit.viewer, on: visit.today).filter { $0.keptBecause == nil }
        let (change, lines) = try ApproveDisposal(pupils: pupils, reason: typed["reason"]).applied(
            rule, due: Dictionary(due.map { ($0.pupil, $0.dueOn) }) { $1 }, by: visit.viewer.signature, account: visit.viewer.account, today: visit.today)
        return try writer.approve(change, lines).id
    }
}

private func carryOut(_ visit: Visit, _ id: RowID, _ sources: [SubjectSource]) async throws {
    let understood = visit.request.form.has("understood")
    let (shred, sights) = try await visit.write { writer in
        let disposal = try writer.row(id, of: Disposal.self, for: visit.viewer), sights = try writer.sights(of: disposal, on: visit.today)
        let change = try disposal.released(
            by: visit.viewer.signature, account: visit.viewer.account, at: visit.now, understood: understood, end: writer.endOfTrail(), sights: sights)
        return (try writer.carryOut(change, sources), sights)
    }
    shred()
    if let sights { try await visit.forgetSights(before: sights.before) }
}

extension Reader {
    /// What a disposal of sights would still take out: less than was approved, where something is held since.
    fileprivate func sights(of disposal: Disposal, on day: Day) throws -> (before: Day, number: Int)? {
        guard let approved = disposal.sightsBefore else { return nil }
        let before = min(approved, try dueSights(on: day)?.before ?? approved)
        return (before, try numberOfSights(before: before))
    }
}

private func disposalPage(_ visit: Visit, _ id: RowID, _ reader: Reader, _ problems: Problems) throws -> Answer {
    let disposal = try reader.row(id, of: Disposal.self, for: visit.viewer), title = disposal.releasedAt == nil ? "A disposal that waits" : "Certificate of disposal"
    let write = FormWriter(visit.request.form, problems)
    let body: HTML = """
        \(crumbs(("Data protection", privacyPath())))\(write.summary)\(try certificate(visit, id, reader))\(nextStep(visit, disposal, write))
        """
    return problems.isEmpty ? visit.page(title, at: "privacy", body) : visit.formAgain(title, at: "privacy", body)
}

private func nextStep(_ visit: Visit, _ disposal: Disposal, _ write: FormWriter) -> HTML {
    let id = disposal.id
    guard disposal.waits else {
        return disposal.releasedAt == nil ? "" : "<p class=\"actions\">\(printButton("Print the certificate")) \(linkButton("Certificate as PDF", certificatePDFPath(id), aside: true))</p>"
    }
    let withdraw: HTML = "<form method=\"post\" action=\"\(withdrawDisposalPath(id))\"><p class=\"actions\"><button class=\"second\">Withdraw this disposal</button></p></form>"
    if let refusal = disposal.refusal(by: visit.viewer.account, visit.viewer.signature) { return card("Next", "<p>\(refusal)</p>\(withdraw)") }
    return card("Next", """
        <p>Look once more at what would go. Once this is carried out, nobody can bring it back: not from the trail, and not by taking an import back.</p>\
        \(Pages.form(carryOutPath(id), button: disposal.sightsBefore == nil ? "Dispose of these records for good" : "Dispose of these looks for good", back: privacyPath(), write.confirmation("understood", "I know that this can’t be undone.")))\(withdraw)
        """)
}

/// What stays: which kind of record, whose by number alone, who and when, and where the trail stood.
private func certificate(_ visit: Visit, _ id: RowID, _ reader: Reader) throws -> HTML {
    let disposal = try reader.row(id, of: Disposal.self, for: visit.viewer)
    let lines = try reader.all(DisposalLine.self, "WHERE disposal_id = \(id) ORDER BY pupil_id"), gone = lines.compactMap(\.gone)
    var list: [(String, HTML)] = [
        ("Kind of record", "\(disposal.record.label)"), ("Kept", "\(disposal.rule)"),
        ("Approved", "\(disposal.approvedBy), \(disposal.approvedOn.inWords): “\(disposal.reason)”"),
    ]
    if let day = disposal.withdrawnOn { list.append(("Withdrawn", "\(day.inWords)")) }
    if let day = disposal.sightsBefore, disposal.waits { list.append(("What would go", "Who looked before \(day.inWords)")) }
    if let at = disposal.releasedAt {
        list.append(("Carried out", "\(disposal.releasedBy), \(at.inWords)"))
        list.append(("What went", disposal.sightsBefore.map { "\(count(disposal.sights ?? 0, "look")) before \($0.inWords)" } ?? "\(count(gone.count, "pupil")), \(count(gone.reduce(0, +), "row"))"))
        list.append(("The trail before", "entry \(disposal.trailEntry ?? 0), SHA-256 \(disposal.trailDigest)"))
    }
    let names = disposal.waits ? try reader.names(of: lines.map(\.pupil), for: visit.viewer) : [:]
    let rows: [HTML] = lines.map { line in
        let state = line.gone.map { count($0, "row") + " gone" } ?? (line.keptBecause.nonEmpty.map { "Kept: \($0)" } ?? "Waits")
        return "<tr><th scope=\"row\">Number \(line.pupil.rawValue) \(names[line.pupil])</th><td data-label=\"Due\">\(line.dueOn.inWords)</td><td data-label=\"State\">\(state)</td></tr>"
    }
    let title = disposal.releasedAt == nil ? "A disposal that waits" : "Certificate of disposal"
    if lines.isEmpty { return "\(pageTitle(title))\(facts(list))" }
    return "\(pageTitle(title))\(facts(list))\(table("Pupils by number", [head("Pupil"), head("Due"), head("State")], rows))"
}
