import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Gives an opened record back before its time is over, in one press.
let endOpenedPath = PagePath<RowID>("/opened/*/end")

let endOpenedRoutes: [Route] = [
    .send(endOpenedPath, .visit) { visit, id in
        let kind = try await visit.write { writer in
            guard let before = try writer.one(id, of: OpenedRecord.self), before.account == visit.person.account else { throw NotFound() }
            return try writer.save(EndOpenedRecord().applied(to: before, at: visit.now))
        }
        return .goTo(kind.kind == .reason ? pupilPath(kind.pupil) : homePath())
    },
]

/// What the pupil's page says about a record that is open.
let openedSection = PupilSection(order: -1, needs: .seePupils) { reader, viewer, pupil, today in
    guard viewer.hasOpened(pupil), let account = viewer.account else { return "" }
    let last = try reader.all(OpenedRecord.self, "WHERE account_id = \(account) AND pupil_id = \(pupil) ORDER BY ends_at DESC LIMIT 1").first
    return last.map { openedCard($0, today) } ?? ""
}

extension Viewer {
    fileprivate func hasOpened(_ pupil: PupilID) -> Bool { parts.contains { $0.role == .openedRecord && $0.sight == .pupils([pupil]) } }
}

private func openedCard(_ opened: OpenedRecord, _ today: Day) -> HTML {
    let until = opened.endsAt.dayInEngland == today ? opened.endsAt.timeInEngland : opened.endsAt.inWords
    return card("You opened this record", id: "opened", """
        <p>You opened this record until \(until) because: “\(opened.reason)”.</p>\
        <form method="post" action="\(endOpenedPath(opened.id))" class="no-print"><p class="actions"><button class="second">Close the record now</button></p></form>
        """)
}
