import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What was seen of a pupil on the engagement model, area by area.
public let engagementPath = PagePath<PupilID>("/pupils/*/engagement")
/// Writes down what was seen.
let writeEngagementPath = PagePath<PupilID>("/pupils/*/engagement/write")

let engagementRoutes: [Route] = [
    .read(engagementPath, .seePupils) { visit, id in try await visit.read { try page(visit, id, $0) } },
] + writeEngagement.routes(writeEngagementPath)

private func page(_ visit: Visit, _ id: PupilID, _ reader: Reader) throws -> Answer {
    let (pupil, powers) = try reader.practising(id, for: visit.viewer, on: visit.today)
    let notes = Dictionary(grouping: try reader.all(EngagementNote.self, "WHERE pupil_id = \(id) ORDER BY seen_on DESC, id DESC LIMIT 200"), by: \.area)
    let cards: [HTML] = EngagementNote.Area.allCases.map { area in
        let lines: [HTML] = (notes[area] ?? []).map { "<li><time datetime=\"\($0.seenOn.description)\">\($0.seenOn.inWords)</time> <p>\($0.words)</p><p class=\"quiet\">\($0.writtenBy)</p></li>" }
        return card(area.label, id: area.rawValue, "<p class=\"quiet\">\(area.about)</p>\(lines.isEmpty ? "<p>Nothing yet.</p>" : "<ol class=\"timeline\">\(lines)</ol>")")
    }
    let write = powers.contains(.enterResults) ? [linkButton("Write what you saw", writeEngagementPath(id))] : []
    return visit.page("Engagement: \(pupil.name)", at: "pupils", """
        \(crumbs((pupil.name, pupilPath(id))))\(visit.request.query.has("saved") ? notice("Saved.") : "")\
        \(pageTitle("Engagement", lead: "\(pupil.name). In words, and never as a number: the engagement model compares a pupil with nobody.", actions: write))\(cards)
        """)
}

let writeEngagement = PupilAct(
    about: [], needs: .enterResults,
    start: { _, _, ask in [("seen_on", ask.today.description)] },
    form: { _, record, ask, write in
        let boxes: [HTML] = EngagementNote.Area.allCases.map { write.longText($0.rawValue, $0.label, hint: $0.about, rows: 2, aboutChild: ask.notice) }
        return PupilForm(title: "Write what you saw", lead: "\(record.pupil.fullCalledName), on the engagement model. Leave empty what you did not look at.", button: "Save", fields: """
            \(write.day("seen_on", "On which day?"))\(boxes)
            """)
    },
    goingTo: { writer, record, ask, typed in
        guard let school = record.roll(on: ask.today)?.enrolment.school else { throw Problems("", "\(record.pupil.calledName) is on no roll today, so nothing can be written here.") }
        let words = Dictionary(uniqueKeysWithValues: EngagementNote.Area.allCases.map { ($0, typed[$0.rawValue]) })
        let changes = try WriteEngagement(words, seenOn: typed.day("seen_on")).applied(to: record.pupil.id, at: school, born: record.pupil.birth, by: ask.viewer.name, today: ask.today)
        for change in changes { try writer.save(change) }
        return engagementPath(record.pupil.id).asking(["saved": "yes"])
    })
