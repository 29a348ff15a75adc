import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// - Parameter sources: what the areas below hold for a request.
func evidenceRoutes(_ sources: [EvidenceSource]) -> [Route] {
    [.read(requestEvidencePath, .seeRecord) { visit, pupil, row in try await visit.read { try page(visit, $0, pupil, row, sources) } }]
}

/// The evidence for a request on one page, to read, to print and to copy from.
private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ row: RowID, _ sources: [EvidenceSource]) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), held = try reader.heldCase(row, of: id, for: visit.viewer, on: visit.today).held
    let evidence = try reader.evidence(for: held, from: sources, visit.person, on: visit.today)
    let cards: [HTML] = evidence.parts.map { part in
        let items: [HTML] = part.lines.map { "<li>\($0.day.map { "\($0.short): " } ?? "")<b>\($0.title)</b>\($0.detail.isEmpty ? "" : ". \($0.detail)")</li>" }
        return card(part.source.label, id: part.source.rawValue, items.isEmpty ? "<p class=\"quiet\">The record holds nothing here.</p>" : "<ul>\(items)</ul>")
    }
    return visit.page("Evidence for \(pupil.name)", at: "ehc", """
        \(crumbs(("Requests", ehcRequestsPath()), (pupil.name, pupilPath(id)), ("Request", ehcRequestPath(id, row))))\
        \(pageTitle("Evidence from the record", lead: "\(pupil.fullCalledName), born \(pupil.birth.inWords). From \(evidence.from.inWords) to \(visit.today.inWords).", actions: [printButton("Print the evidence")]))\(cards)
        """)
}
