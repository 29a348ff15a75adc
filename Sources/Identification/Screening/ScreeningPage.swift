import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// One campaign: how far it is at each school, or in each class of one school.
public let screeningPath = PagePath<RowID>("/screening/*")
/// The same of one school.
let schoolScreeningPath = PagePath<RowID, SchoolID>("/screening/*/schools/*")

let screeningRoutes: [Route] = [
    .read(screeningPath, .visit) { visit, id in
        try await visit.read { reader in
            let screening = try reader.screening(id, for: visit.person)
            return try screening.schools.count == 1 ? schoolPage(visit, reader, screening, screening.schools[0]) : trustPage(visit, reader, screening)
        }
    },
    .read(schoolScreeningPath, .visit) { visit, id, school in
        try await visit.read { reader in
            let screening = try reader.screening(id, for: visit.person)
            return try schoolPage(visit, reader, screening, screening.school(school))
        }
    },
]

private func trustPage(_ visit: Visit, _ reader: Reader, _ screening: Screening) throws -> Answer {
    let coverage = try reader.coverage(of: screening, for: visit.person, on: visit.today), found = try FoundFigures(visit, reader, screening, screening.schools)
    let lines = screening.schools.map { school in
        CoverageLine(name: school.name, address: schoolScreeningPath(screening.id, school.id), count: coverage[school.id] ?? CoverageCount(), below: found.below(school.id), undecided: found.undecided(school.id))
    }
    return page(visit, screening, nil, lines, found, enters: false)
}

private func schoolPage(_ visit: Visit, _ reader: Reader, _ screening: Screening, _ school: School) throws -> Answer {
    let coverage = try reader.classCoverage(of: screening, at: school.id, for: visit.person, on: visit.today), found = try FoundFigures(visit, reader, screening, [school])
    let names = try reader.classNames(coverage.keys.compactMap(\.self)), enters = try reader.testsPupils(of: screening, at: school.id, visit.person, on: visit.today)
    let lines = coverage.map { id, count in
        CoverageLine(name: id.flatMap { names[$0] } ?? "In no class", address: enters ? id.map { screeningGridPath(screening.id, school.id).asking(["class": "\($0)"]) } : nil, count: count, below: nil, undecided: nil)
    }
    return page(visit, screening, school, lines.sorted { ($0.name == "In no class" ? 1 : 0, $0.name) < ($1.name == "In no class" ? 1 : 0, $1.name) }, found, enters: enters)
}

private func page(_ visit: Visit, _ screening: Screening, _ school: School?, _ lines: [CoverageLine], _ found: FoundFigures, enters: Bool) -> Answer {
    let campaign = screening.campaign, isTrust = school == nil
    let above = school != nil && screening.schools.count > 1 ? crumbs(("Screening", screeningsPath()), (campaign.name, screeningPath(screening.id))) : crumbs(("Screening", screeningsPath()))
    let title = school != nil && screening.schools.count > 1 ? "\(campaign.name): \(school?.name ?? "")" : campaign.name
    return visit.page(title, at: "screening", """
        \(above)\(saved(visit))\(pageTitle(title, lead: "\(stateTag(campaign.state(on: visit.today))) \(campaign.window) · \(place(screening, school))", actions: actions(visit, screening, school)))\
        \(next(visit, screening, school, found, enters))\(CoverageTable(lines: lines, isTrust: isTrust, hidesSmall: visit.person.seesNumbersOnly).html)\
        \(found.card)\(card("About this campaign", facts(about(screening))))
        """)
}

private func place(_ screening: Screening, _ school: School?) -> String { school?.name ?? count(screening.schools.count, "school") }

private func saved(_ visit: Visit) -> HTML {
    let query = visit.request.query
    return switch query["saved"] {
    case "planned": notice("Planned. Whoever tests finds the campaign here.")
    case "changed": notice("Saved.")
    case "closed": notice("Closed. What is entered stays.")
    case "opened": notice("Open again.")
    default: ""
    }
}

private func about(_ screening: Screening) -> [(String, HTML)] {
    let campaign = screening.campaign
    let list: [(String, HTML)] = [
        ("Test", "<a href=\"\(instrumentPath(screening.instrument.id))\">\(screening.instrument.name)</a>"), ("For whom", "\(screening.forWhom)"), ("Who tests", "\(campaign.testers)"),
        ("Planned by", "\(campaign.madeBy), \(campaign.madeOn.inWords)"),
        ("Closed", "\(campaign.closedOn.map { "\($0.inWords) by \(campaign.closedBy)" } ?? "")\(campaign.closingWords.isEmpty ? "" : ": \(campaign.closingWords)")"),
    ]
    return list.filter { !$0.1.isEmpty }
}

private func actions(_ visit: Visit, _ screening: Screening, _ school: School?) -> [HTML] {
    guard visit.person.plans(screening) else { return [] }
    let closed = screening.campaign.closedOn != nil, close = linkButton(closed ? "Open it again" : "Close it", closeScreeningPath(screening.id), aside: true)
    return closed ? [close] : [linkButton("Change it", changeScreeningPath(screening.id), aside: true), close]
}

/// What this person can do next at one school.
private func next(_ visit: Visit, _ screening: Screening, _ school: School?, _ found: FoundFigures, _ enters: Bool) -> HTML {
    guard let school else { return "" }
    let person = visit.person, isOpen = [.running, .past].contains(screening.campaign.state(on: visit.today))
    var links: [HTML] = []
    if isOpen, enters {
        links.append(linkButton("Enter results", screeningGridPath(screening.id, school.id)))
        links.append(linkButton("Say who is not tested, and why", untestedPath(screening.id, school.id), aside: true))
        if person.may(.importFiles) { links.append(linkButton("Read in a file", resultFilePath().asking(["school": "\(school.id)", "test": "\(screening.instrument.id)", "on": "\(screening.campaign.lastDay(on: visit.today))"]), aside: true)) }
    }
    if person.may(.changeRegister, at: school.id), found.below(school.id) ?? 0 > 0 {
        let open = found.undecided(school.id) ?? 0
        links.append(linkButton(open > 0 ? "Decide about \(count(open, "pupil")) below the cut-off" : "See those below the cut-off", followUpsPath(screening.id, school.id), aside: open == 0))
    }
    return links.isEmpty ? "" : "<p class=\"actions\">\(links.joined(" "))</p>"
}
