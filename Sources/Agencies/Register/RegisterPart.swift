import Access
import AreaKit
import Basics
import Database
import Pages

/// Agencies, their people, and health bodies.
let registerPart = AreaPart(
    routes: agenciesRoutes + keepAgencyRoutes + agencyRoutes + keepAgencyPersonRoutes + keepHealthBodyRoutes,
    searches: [agencySearch],
    sources: [agencyPersonSource],
    menu: { viewer in viewer.findsAgencies ? [MenuEntry("Agencies", agenciesPath(), place: "agencies", order: 29)] : [] })

/// Finds agencies by words of their names and kinds.
private let agencySearch = SearchSource("Agencies") { reader, person, text, day in
    let viewer = person.atAgencies, words = text.folded.split(separator: " ")
    guard viewer.findsAgencies, !words.isEmpty else { return [] }
    return try reader.agencies(for: viewer).filter { agency in
        let name = "\(agency.name) \(agency.kind.label)".folded
        return agency.isOpen(on: day) && words.allSatisfy { name.contains($0) }
    }.prefix(SearchSource.most).map { SearchHit($0.name, detail: $0.kind.label, agencyPath($0.id)) }
}

/// What is kept about somebody who works for an agency.
private let agencyPersonSource = SubjectSource("Somebody of an agency", tables: ["agency_person"], keep: .account) { reader, who in
    guard case .adult(let email) = who else { return [] }
    return try reader.all(AgencyPerson.self, "WHERE email = \(email) ORDER BY id").map { try subjectRow($0, reader) }
}
