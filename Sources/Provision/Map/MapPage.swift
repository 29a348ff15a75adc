import Access
import AreaKit
import Basics
import Database
import Files
import Pages
import People

/// What came of one provision, in a few words, and where more stands.
public struct ProvisionEffect: Hashable, Sendable {
    public let words: String
    public let address: Address

    public init(_ words: String, _ address: Address) { (self.words, self.address) = (words, address) }
}

/// What came of some provisions: the area that judges effect says.
public typealias ProvisionEffects = @Sendable (Reader, Viewer, [ProvisionID], Day) throws -> [ProvisionID: ProvisionEffect]

/// The map: from the trust to a school, a kind of support, an intervention, a group, a pupil, by plain links.
func mapRoutes(_ effects: @escaping ProvisionEffects) -> [Route] {
    [
        .read(mapPath, .seeProvision) { visit in try await visit.read { try mapPage(visit, $0, effects) } },
        .read(printedMapPath, .seeProvision) { visit in try await visit.read { try printedMap(visit, $0) } },
        mapFileRoute(effects),
    ] + unnamedMapRoutes
}

/// The map of a school as a sheet of paper.
let printedMapPath = PagePath< >("/provision/print")

extension Viewer {
    /// The person at work, where they see provision; families have a page of their own.
    var atProvision: Viewer { inStaffParts.doing(.seeProvision) }

    /// Whether they find a map: somebody bound to no school has single pupils only.
    var findsMap: Bool { atProvision.may(.seeProvision) && atProvision.schools?.isEmpty != true }
}

/// The school whose map is asked for, among those in sight; nil where several are.
func mapSchool(_ ask: MapQuestion, _ schools: [School]) throws -> School? {
    if let id = ask.school {
        guard let school = schools.first(where: { $0.id == id }) else { throw NotFound() }
        return school
    }
    return schools.count == 1 ? schools[0] : nil
}

private func mapPage(_ visit: Visit, _ reader: Reader, _ effects: ProvisionEffects) throws -> Answer {
    let viewer = visit.viewer.atProvision
    guard viewer.findsMap else { throw NotFound() }
    var ask = MapQuestion(visit)
    let schools = try reader.schools(for: viewer)
    guard let school = try mapSchool(ask, schools) else { return try trustMapPage(visit, reader, ask, schools, viewer) }
    ask.school = school.id
    let sheet = try reader.provisionMap(ask, of: [school.id], for: viewer)
    let rows = try MapRows(reader, sheet, ask, viewer, effects), spell = sheet.spells[school.id]
    let form = mapFilters(ask, schools, classes: try reader.mapClasses(of: school.id, on: visit.today))
    let list: HTML = sheet.runs.isEmpty ? nothing(ask) : "<div id=\"map\">\(rows.table)</div>\(notes(ask))"
    let up: HTML = schools.count > 1 ? crumbs(("All schools", MapQuestion(day: ask.day).asking(mapPath))) : ""
    return visit.page("Provision map, \(school.name)", at: "provision", """
        \(up)\(saved(visit))\(pageTitle("Provision map", lead: "\(school.name)\(spell.map { ". \(ask.period.label): \($0.inWords)" } ?? "")", actions: actions(visit, ask)))\(form)\(list)\(files(visit, school.id))
        """)
}

private func saved(_ visit: Visit) -> HTML { visit.request.query["saved"] == "taken-back" ? notice("Saved. The provision is taken back; the trail keeps what it was.") : "" }

/// What else there is from here, as far as this person may.
private func actions(_ visit: Visit, _ ask: MapQuestion) -> [HTML] {
    let viewer = visit.person.inStaffParts
    return [
        viewer.may(.workOnProvision) ? linkButton("Start a provision", startProvisionPath()) : "",
        viewer.may(.logSessions) ? linkButton("Today’s sessions", todaysSessionsPath(), aside: true) : "",
        linkButton("Delivery", deliveryPath(), aside: true), linkButton("Timetable", timetablePath(), aside: true),
        viewer.may(.seeCosts) ? linkButton("Costs", costsPath(), aside: true) : "", viewer.may(.seeCosts) ? linkButton("Staffing", staffingPath().asking(["school": ask.school.map { "\($0)" }]), aside: true) : "", linkButton("Catalogue", cataloguePath(), aside: true),
        ask.school == nil ? "" : linkButton("Map to print", ask.asking(printedMapPath), aside: true),
    ].filter { !$0.isEmpty }
}

private func trustMapPage(_ visit: Visit, _ reader: Reader, _ ask: MapQuestion, _ schools: [School], _ viewer: Viewer) throws -> Answer {
    let sums = try reader.trustMap(ask, of: schools.map(\.id), for: viewer), costs = ask.withCosts && viewer.may(.seeCosts) ? try reader.trustMapCosts(ask, of: schools.map(\.id), for: viewer) : nil
    let rows: [HTML] = schools.map { school in
        let sum = sums[school.id] ?? SchoolSum()
        var inSchool = ask
        (inSchool.school, inSchool.withCosts) = (school.id, false)
        return "<tr><th scope=\"row\"><a href=\"\(inSchool.asking(mapPath))\">\(school.name)</a></th>\(cells(sum))\(costs.map { costCells($0[school.id]) })</tr>\n"
    }
    let all = sums.values.reduce(into: SchoolSum()) { all, sum in
        all = SchoolSum(pupils: all.pupils.union(sum.pupils), provisions: all.provisions + sum.provisions, minutes: all.minutes + sum.minutes)
    }
    return visit.page("Provision map, all schools", at: "provision", """
        \(pageTitle("Provision map", lead: "\(count(schools.count, "school")). \(ask.period.label), by each school’s own days, up to \(ask.day.inWords)", actions: actions(visit, ask) + [costsLink(visit, ask)]))\
        \(mapFilters(ask, schools, classes: []))<div id="map"><table class="stack-on-phone map"><caption>Choose a school to look into it</caption>\
        <thead><tr>\(head("School"))\(head("Provisions", number: true))\(numberHeads)\(costs == nil ? "" : costHeads)</tr></thead>\
        <tbody>\(rows)</tbody><tfoot><tr><th scope="row">All schools</th>\(cells(all))\(costs.map { costCells($0.values.reduce(MapCost(), +)) })</tr></tfoot></table></div>\
        \(costs == nil ? "" : "<p class=\"hint\">Costs are of the whole run of each provision, not of the period, by each school’s own way of sharing. The map of a school says which.</p>")\(notes(ask))
        """)
}

private func costsLink(_ visit: Visit, _ ask: MapQuestion) -> HTML {
    var other = ask
    other.withCosts.toggle()
    if !visit.person.inStaffParts.may(.seeCosts) { return "" }
    return linkButton(ask.withCosts ? "Leave costs out" : "Show what it costs", other.asking(mapPath), aside: true)
}

private let costHeads: HTML = head("Cost to date", number: true) + head("Whole run", number: true)

/// - Parameter cost: nil where the viewer does not see what the school's provision costs.
private func costCells(_ cost: MapCost?) -> HTML { cost?.cells ?? "<td class=\"number\" data-label=\"Cost to date\">–</td><td class=\"number\" data-label=\"Whole run\">–</td>" }

private func cells(_ sum: SchoolSum) -> HTML {
    "<td class=\"number\" data-label=\"Provisions\">\(grouped(sum.provisions))</td>\(numberCells(sum.pupils.count, sum.minutes))"
}

private func nothing(_ ask: MapQuestion) -> HTML {
    ask.choosesPupils || ask.kind != nil ? "<p>Nothing matches. Choose less, or another period.</p>" : "<p>No provision runs in this period. It is begun with “Start a provision”, or from a pupil’s page.</p>"
}

private func notes(_ ask: MapQuestion) -> HTML {
    let chosen: HTML = ask.choosesPupils ? " What a whole class or the whole school has is shown where no pupils are chosen." : ""
    return """
        <p class="hint">Minutes are counted for each pupil, up to \(ask.day.inWords). Given is what the school had ready, for a pupil who was absent, too; attended is what the pupil was there for. \
        A session that nobody has logged yet counts as planned and not as given. A pupil in two groups counts once in the line above them. \
        What a whole class or the whole school has is there for everyone on roll today, and has minutes only where sessions are planned for pupils by name.\(chosen)</p>
        """
}

private func files(_ visit: Visit, _ school: SchoolID) -> HTML {
    guard visit.person.inStaffParts.doing(.seeProvision).may(.exportRegister, at: school) else { return "" }
    let links: [HTML] = MapFile.allCases.map { file in
        let formats: [HTML] = mapFormats.map { format in
            "<a href=\"\(mapFilePath().asking(["of": file.rawValue, "format": format.rawValue, "school": "\(school)"]))\">\(format.rawValue == "xlsx" ? "workbook" : format.rawValue.uppercased())<span class=\"unseen\"> of \(file.words)</span></a>"
        }
        return "<li>\(file.label): \(formats.joined(", "))</li>"
    }
    return card("Take it along", id: "files", printed: false, "<ul>\(links)</ul><p class=\"hint\">Files hold names. Keep them as safe as the record itself. That they were written is noted.</p>")
}
