import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Everything that a pupil scored, the latest first.
public let pupilResultsPath = PagePath<PupilID>("/pupils/*/results")

/// - Parameter starts: what may be begun from a result, such as a concern or a plan.
func pupilResultsRoutes(_ starts: [Start]) -> [Route] {
    [.read(pupilResultsPath, .seePupils) { visit, id in try await visit.read { try resultsPage(visit, $0, id, starts) } }]
}

private func resultsPage(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ starts: [Start]) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), powers = try reader.powers(of: visit.viewer, over: id, on: visit.today)
    let results = try reader.reading(of: try reader.results(of: id, for: visit.viewer, on: visit.today))
    let add = powers.contains(.enterResults) ? [linkButton("Add results", addResultPath(id))] : []
    let rows = results.map { row($0, pupil, powers, starts.filter { $0.origins.contains(.result) && powers.contains($0.needs) }) }
    let list: HTML = rows.isEmpty ? "<p>No test is recorded yet.</p>" : table("Results", [head("Day"), head("Test"), head("Score"), head("What it means"), head("Tested by"), head("Do")], rows)
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved.")
    return visit.page("Results", at: "pupils", "\(crumbs((pupil.name, pupilPath(id))))\(saved)\(pageTitle("Results of tests", lead: "\(pupil.name)", actions: add))\(list)")
}

private func row(_ read: ReadResult, _ pupil: Pupil, _ powers: Set<Permission>, _ starts: [Start]) -> HTML {
    let result = read.result, detail = read.detail(born: pupil.birth)
    let note: HTML = result.note.isEmpty || !powers.contains(.seeRecord) ? "" : "<br><span class=\"quiet\">\(result.note)</span>"
    let begin: [HTML] = read.band?.concern == .act ? starts.map { "<a href=\"\($0.address(pupil.id, .result, result.id))\">\($0.words)</a> " } : []
    let mend: HTML = !powers.contains(.enterResults) ? "" : """
        <a href="\(addResultPath(pupil.id).asking(["test": "\(read.instrument.id)", "on": result.takenOn.description]))">Put right</a> \
        <a href="\(withdrawResultPath(pupil.id, result.id))">Withdraw</a>
        """
    return """
        <tr><td class="date">\(result.takenOn.short)</td><th scope="row">\(read.instrument.name)\(read.name)</th><td data-label="Score"><b>\(read.words)</b>\(detail.isEmpty ? "" : "<br><span class=\"quiet\">\(detail)</span>")</td>\
        <td>\(bandTag(read.band))\(note)</td><td data-label="Tested by">\(result.tester)</td><td class="no-print">\(begin)\(mend)</td></tr>

        """
}

extension ReadResult {
    /// The scale behind the test's name, where the test has several.
    var name: HTML { instrument.scales.count < 2 ? "" : ": \(scale.name)" }
}

/// What a score means as a small label, in words and not only by its colour.
public func bandTag(_ band: Band?) -> HTML {
    guard let band else { return "" }
    switch band.concern {
    case .none: return "<span class=\"tag tag-support\">\(band.name)</span>"
    case .watch: return "<span class=\"tag tag-none\">\(band.name)</span>"
    case .act: return "<span class=\"tag tag-warn\">\(band.name)</span>"
    }
}
