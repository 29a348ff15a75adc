import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Every emergency access to a school's records, and who has looked at it.
let breakGlassAlertsPath = PagePath< >("/break-glass/alerts")
let seeAlertPath = PagePath<RowID>("/break-glass/alerts/*/seen")

let breakGlassAlertRoutes: [Route] = [
    .read(breakGlassAlertsPath, .seeTrail) { visit in
        let lines = try await visit.read { [viewer = visit.viewer, person = visit.person, today = visit.today] reader in
            try reader.alerts(for: viewer, on: today).map { try AlertLine($0, reader, person, today) }
        }
        return alertsPage(visit, lines)
    },
    .send(seeAlertPath, .seeTrail) { visit, id in
        try await visit.write { writer in
            let before = try writer.alert(id, for: visit.viewer, on: visit.today)
            try writer.save(SeeAlert(who: visit.viewer.signature, account: visit.viewer.account).applied(to: before, at: visit.now))
        }
        return .goTo(breakGlassAlertsPath())
    },
]

/// One emergency access as the page shows it.
private struct AlertLine: Sendable {
    let opened: OpenedRecord
    let who: String
    /// Nil where the reader sees no names of pupils.
    let pupil: String?

    init(_ opened: OpenedRecord, _ reader: Reader, _ person: Viewer, _ day: Day) throws {
        self.opened = opened
        who = try reader.one(opened.account, of: Account.self)?.name ?? ""
        do { pupil = try reader.pupil(opened.pupil, for: person, on: day).name } catch is NotFound { pupil = nil }
    }
}

private func alertsPage(_ visit: Visit, _ lines: [AlertLine]) -> Answer {
    let items: [HTML] = lines.map { item($0, visit) }
    let list: HTML = items.isEmpty ? "<p>Nobody has used emergency access here.</p>" : "<ul class=\"findings\">\(items)</ul>"
    return visit.page("Emergency access that was used", at: "emergency", """
        \(pageTitle("Emergency access that was used", lead: "Ask the person if you can’t see why. If it was not right, tell the data protection officer today."))\(list)
        """)
}

private func item(_ line: AlertLine, _ visit: Visit) -> HTML {
    let opened = line.opened
    let pupil: HTML = line.pupil.map { "<a href=\"\(pupilPath(opened.pupil))\">\($0)</a>" } ?? "the pupil with record number \(opened.pupil.rawValue)"
    return """
        <li class="finding"><p><b>\(line.who)</b> opened the record of \(pupil) on \(opened.startsAt.inWords), until \(opened.endsAt.timeInEngland).<br>“\(opened.reason)”</p>\
        \(state(opened, visit))</li>
        """
}

private func state(_ opened: OpenedRecord, _ visit: Visit) -> HTML {
    if let at = opened.seenAt { return "<p class=\"quiet\">Looked at by \(opened.seenBy) on \(at.inWords).</p>" }
    if opened.account == visit.viewer.account { return "<p class=\"quiet\">Your own. Somebody else looks at it.</p>" }
    return "<form method=\"post\" action=\"\(seeAlertPath(opened.id))\"><p class=\"actions\"><button>I have looked at this</button></p></form>"
}
