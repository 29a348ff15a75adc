import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Every test, scale and screening that results can be entered for.
public let cataloguePath = PagePath< >("/instruments")

let catalogueRoutes: [Route] = [
    .read(cataloguePath, .visit) { visit in
        try await visit.read { reader in
            let instruments = try reader.instruments(for: visit.viewer)
            return cataloguePage(visit, instruments, schools: try reader.schoolNames(of: instruments))
        }
    },
]

extension Reader {
    /// The names of the schools to which some instruments belong.
    func schoolNames(of instruments: [Instrument]) throws -> [SchoolID: String] {
        let ids = instruments.compactMap(\.school)
        return Dictionary(uniqueKeysWithValues: try rows("SELECT id, name FROM school WHERE id IN \(ids)") { try ($0.next(SchoolID.self), $0.next(String.self)) })
    }
}

private func cataloguePage(_ visit: Visit, _ all: [Instrument], schools: [SchoolID: String]) -> Answer {
    let offered = all.filter { $0.isOffered(on: visit.today) }, ended = all.filter { !$0.isOffered(on: visit.today) }
    let groups: [HTML] = Instrument.Domain.allCases.map { domain in
        let rows = offered.filter { $0.domain == domain }.map { row($0, schools) }
        return rows.isEmpty ? "" : card(domain.label, id: domain.rawValue, table("Tests: \(domain.label)", [head("Test"), head("Scores"), head("Ages"), head("Progress")], rows))
    }
    let gone: HTML = ended.isEmpty ? "" : card("No longer used here", id: "ended", table("Tests that are no longer used", [head("Test"), head("Scores"), head("Ages"), head("Progress")], ended.map { row($0, schools) }))
    let add = visit.person.catalogueTo == nil ? [] : [linkButton("Add a test", addInstrumentPath())]
    return visit.page("Tests", at: "results", """
        \(pageTitle("Tests, scales and screenings", lead: "What each gives scores for. Questions and norm tables belong to the publishers and are not here.", actions: add))\(groups)\(gone)
        """)
}

private func row(_ instrument: Instrument, _ schools: [SchoolID: String]) -> HTML {
    let kinds = instrument.scales.map(\.kind.label).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: "; ")
    let place: HTML = instrument.school.flatMap { schools[$0] }.map { " <span class=\"quiet\">\($0)</span>" } ?? ""
    return """
        <tr><th scope="row"><a href="\(instrumentPath(instrument.id))">\(instrument.name)</a>\(place)</th><td data-label="Scores">\(kinds)</td>\
        <td data-label="Ages">\(instrument.ages)</td><td data-label="Progress">\(instrument.measuresProgress ? "May be compared over time" : "Looks at one moment")</td></tr>

        """
}
