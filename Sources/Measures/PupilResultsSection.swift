import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The latest score of each scale on a pupil's page, for those who see the record or enter results.
let pupilResultsSection = PupilSection(order: 40, needs: .seePupils) { reader, viewer, id, day in
    guard try reader.mayKnowResults(of: id, viewer, day) else { return "" }
    let pupil = try reader.pupil(id, for: viewer, on: day), enters = try reader.powers(of: viewer, over: id, on: day).contains(.enterResults)
    let all = try reader.readResults(of: id)
    let add: HTML = enters ? linkButton("Add results", addResultPath(id), aside: true) : ""
    if all.isEmpty { return enters ? card("Results of tests", id: "tests", "<p>No test is recorded yet.</p><p class=\"actions\">\(add)</p>") : "" }
    return card("Results of tests", id: "tests", """
        \(table("The latest result of each test", [head("Test"), head("Score"), head("What it means"), head("Day"), head("Before")], latest(all).map { row($0, $1, pupil) }))\
        <p class="actions">\(add) <a href="\(pupilResultsPath(id))">See all \(count(all.count, "result"))</a></p>
        """)
}

/// The latest result of each scale, and the one before it; the most recent test first.
private func latest(_ results: [ReadResult]) -> [(ReadResult, ReadResult?)] {
    var order: [String] = [], byScale: [String: [ReadResult]] = [:]
    for read in results {
        let key = "\(read.instrument.id) \(read.scale.key)"
        if byScale[key] == nil { order.append(key) }
        byScale[key, default: []].append(read)
    }
    return order.compactMap { key in byScale[key].flatMap { list in list.first.map { ($0, list.dropFirst().first) } } }
}

private func row(_ read: ReadResult, _ before: ReadResult?, _ pupil: Pupil) -> HTML {
    let detail = read.detail(born: pupil.birth)
    let earlier: HTML = before.map { "\($0.words), \($0.result.takenOn.short)" } ?? ""
    let care: HTML = before == nil || read.instrument.measuresProgress ? "" : "<br><span class=\"quiet\">Not made to measure progress</span>"
    return """
        <tr><th scope="row">\(read.instrument.name)\(read.name)</th><td data-label="Score"><b>\(read.words)</b>\(detail.isEmpty ? "" : "<br><span class=\"quiet\">\(detail)</span>")</td>\
        <td>\(bandTag(read.band))</td><td class="date" data-label="Day">\(read.result.takenOn.short)</td><td data-label="Before">\(earlier)\(care)</td></tr>

        """
}

/// What was found, in a pupil's history: one event for each test and day.
@Sendable func resultsTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let sittings = Dictionary(grouping: try reader.readResults(of: pupil)) { "\($0.result.takenOn) \($0.instrument.id)" }
    return sittings.sorted { $0.key < $1.key }.compactMap { _, scores in
        guard let first = scores.first else { return nil }
        let words = scores.map { scores.count == 1 ? $0.words : "\($0.scale.name) \($0.words)" }.joined(separator: ", ")
        return TimelineEvent(first.result.takenOn, "\(first.instrument.name):", detail: words)
    }
}
