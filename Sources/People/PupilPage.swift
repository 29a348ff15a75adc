import Access
import AreaKit
import Basics
import Database
import Pages

/// One pupil: who, status, needs and history.
public let pupilPath = PagePath<PupilID>("/pupils/*")

/// - Parameters:
///   - sections: what the areas show on the page, after what People knows itself.
///   - timelines: where the areas find their events of the pupil's history.
func pupilRoutes(sections: [PupilSection], timelines: [Timeline]) -> [Route] {
    let sections = sections.sorted { $0.order < $1.order }
    return [
        .read(pupilPath, .seePupils) { visit, pupil in
            try await visit.read { reader in
                let record = try reader.pupilRecord(pupil, for: visit.viewer, on: visit.today)
                let parts = try reader.withoutFormerSchools(reader.parts(of: visit.viewer, over: pupil, on: visit.today), of: pupil, on: visit.today)
                let sheet = PupilSheet(visit, record, parts, try reader.lastEntry(of: pupil, in: registerTables), try reader.entriesWithReasons(of: pupil), try reader.restriction(of: pupil))
                let drawn = try sections.filter { sheet.powers.contains($0.needs) }.map { (isFirst: $0.order < 0, html: try $0.render(reader, visit.viewer, pupil, visit.today)) }
                let others = drawn.filter { !$0.isFirst }.map(\.html)
                if sheet.isFamily { return familyPage(sheet, senco: try reader.senco(of: record, on: visit.today), others) }
                if !sheet.showsRecord { return helpPage(sheet, others) }
                let events = try timelines.flatMap { try $0(reader, visit.viewer, pupil) }
                return recordPage(sheet, try reader.schoolRecord(of: pupil), first: drawn.filter(\.isFirst).map(\.html), others, events)
            }
        },
    ]
}

/// What the cards of the page are made from.
struct PupilSheet: Sendable {
    let visit: Visit
    let record: PupilRecord
    /// The parts of the viewer's that have this pupil in sight.
    let parts: [Part]
    /// What the viewer may do about this pupil.
    let powers: Set<Permission>
    /// The entry of the trail that holds the sentences of each row, for those who may hand them over.
    let texts: [RowOfTable: Int]
    /// The last entry of the trail that this page shows.
    let seen: Int
    /// The restriction that stands over the record, for those who see it all the same.
    let restriction: Restriction?

    init(_ visit: Visit, _ record: PupilRecord, _ parts: [Part], _ seen: Int, _ texts: [RowOfTable: Int], _ restriction: Restriction?) {
        (self.visit, self.record, self.parts, self.seen, self.texts, self.restriction) = (visit, record, parts, seen, texts, restriction)
        powers = parts.reduce(into: []) { $0.formUnion($1.permissions) }
    }

    var pupil: Pupil { record.pupil }
    var today: Day { visit.today }
    var viewer: Viewer { visit.viewer }
    /// Whether the buttons are there.
    var decides: Bool { powers.contains(.changeRegister) }
    /// Whether more is shown than who the pupil is and how to help.
    var showsRecord: Bool { powers.contains(.seeRecord) }
    /// Hands over what stands in a row; nothing where it was handed over already.
    func handOver(_ table: String, _ row: RowID, about: String) -> HTML {
        guard showsRecord, let entry = texts[RowOfTable(table, row)] else { return "" }
        return handOverButton(pupil.id, entry, about: about)
    }

    /// Whether the viewer sees this pupil as a parent sees a child, or a young person themselves.
    var isFamily: Bool { !parts.isEmpty && parts.allSatisfy { !$0.role.isStaff } }
    /// Whether one of these roles sees the pupil.
    func seen(by roles: Set<Role>) -> Bool { parts.contains { roles.contains($0.role) } }
    var status: ProvisionSpell? { record.register.provision(on: today) }
}

private func recordPage(_ sheet: PupilSheet, _ school: SchoolRecord, first: [HTML], _ others: [HTML], _ events: [TimelineEvent]) -> Answer {
    let pupil = sheet.pupil
    return sheet.visit.page(pupil.name, at: "pupils", """
        \(crumbs(("SEND register", registerPath())))\(savedNotice(sheet))\(restrictionNotice(sheet))\
        \(pageTitle(pupil.fullCalledName, lead: placeAndStatus(sheet)))\(first)\(emergencyCard(sheet))\
        <div class="columns"><aside>\(actionsCard(sheet))\(watchCard(sheet))\(yearCard(sheet))</aside><div>\(jumps(sheet))\
        \(card("Who \(pupil.calledName) is", id: "who", facts(whoFacts(sheet))))\
        \(needsCard(sheet))\(circumstancesCard(sheet))\(diagnosesCard(sheet))\(contactsCard(sheet))\(others)\
        \(attendanceCard(school))\(resultsCard(school))\(schoolsCard(school))\(timelineCard(events))\(statusesCard(sheet))</div></div>
        """)
}

/// At the very top, and in print: a restricted record is read by few, and only to protect somebody.
func restrictionNotice(_ sheet: PupilSheet) -> HTML {
    guard let restriction = sheet.restriction else { return "" }
    return """
        <p class="notice notice-warn"><b>The use of this record is restricted</b> \(restriction.spell.inWords). Why: \(restriction.ground.label). \
        Only the safeguarding lead and the data protection officer see it. Use it only to protect \(sheet.pupil.calledName) or somebody else, \
        and pass on no more than that needs. Everybody else at school finds only what to do in an emergency.</p>
        """
}

func placeAndStatus(_ sheet: PupilSheet) -> HTML {
    let status = statusTag(sheet.status?.provision)
    guard let roll = sheet.record.roll(on: sheet.today) else { return "\(status) Not on the roll of a school in sight" }
    let place = [roll.year?.label, roll.className.map { "class \($0)" }].compactMap { $0 }.joined(separator: ", ")
    return "\(status) \([place, roll.school].filter { !$0.isEmpty }.joined(separator: " · "))"
}

private func jumps(_ sheet: PupilSheet) -> HTML {
    let places = [("who", "Who"), ("needs", "Status and needs"), ("circumstances", "Circumstances"), ("contacts", "Family"), ("history", "History")]
    let shown = places.filter { $0.0 != "contacts" || !sheet.pupil.sealed }
    let links: [HTML] = shown.map { "<li><a href=\"\(pupilPath(sheet.pupil.id).at($0.0))\">\($0.1)</a></li>" }
    return "<ul class=\"jump no-print\">\(links)</ul>"
}

private func actionsCard(_ sheet: PupilSheet) -> HTML {
    let id = sheet.pupil.id
    var links: [HTML] = []
    if sheet.decides {
        let onRegister = isOnRegister(sheet.record, sheet.today)
        links.append(linkButton(onRegister ? "Change SEN status" : "Add to the register", changeStatusPath(id)))
        links.append(linkButton("Add a need", addNeedPath(id), aside: true))
        links.append(linkButton("Add what to do in an emergency", addEmergencyPath(id), aside: true))
        if !onRegister, sheet.record.register.watch(on: sheet.today) == nil { links.append(linkButton("Put on the watch list", startWatchingPath(id), aside: true)) }
    }
    if sheet.decides { links.append(linkButton("Change the details", changeDetailsPath(id), aside: true)) }
    if sheet.powers.contains(.seeTrail) { links.append(linkButton("See who changed what", pupilTrailPath(id), aside: true)) }
    links.append(printButton("Print this page"))
    if sheet.decides, !sheet.pupil.sealed { links.append("<a href=\"\(sealPupilPath(id))\">Seal this record</a>") }
    return card("What you can do", "<p class=\"actions\">\(links.joined(" "))</p>")
}

func watchCard(_ sheet: PupilSheet) -> HTML {
    guard let watch = sheet.record.register.watch(on: sheet.today) else { return "" }
    let late: HTML = watch.lookAgain < sheet.today ? " <span class=\"tag tag-warn\">This day has passed</span>" : ""
    let end: HTML = sheet.decides ? "<p class=\"actions\"><a href=\"\(stopWatchingPath(sheet.pupil.id))\">Take off the watch list</a></p>" : ""
    return card("On the watch list", "<p>“\(watch.reason)”</p><p>Watched \(watch.spell.inWords). Look again by \(watch.lookAgain.inWords).\(late)</p>\(end)\(sheet.handOver("watch_spell", watch.id, about: "what is watched for"))")
}

private func yearCard(_ sheet: PupilSheet) -> HTML {
    guard let year = sheet.record.roll(on: sheet.today)?.year, year.number != nil else { return "" }
    let expected = YearGroup.expected(born: sheet.pupil.birth, in: AcademicYear(containing: sheet.today))
    if year.number == expected.number { return "" }
    return card("Please check", "<p>\(year.label) is not the year we expect from the birth date, which is \(expected.label). It may be right.</p>")
}

func whoFacts(_ sheet: PupilSheet) -> [(String, HTML)] {
    let pupil = sheet.pupil
    var list: [(String, HTML)] = []
    if let called = pupil.preferredForename.nonEmpty { list.append(("Likes to be called", "\(called)")) }
    list.append(("Name in law", "\(pupil.legalName)"))
    list.append(("Born", "\(pupil.birth.inWords) (\(count(pupil.birth.age(on: sheet.today), "year")) old)"))
    list.append(("UPN", upn(pupil)))
    for roll in sheet.record.rolls { list.append((roll.enrolment.isDual ? "On the roll of (one of two)" : "On the roll of", "\(roll.school), \(roll.enrolment.spell.inWords)")) }
    if let language = pupil.homeLanguage.nonEmpty ?? pupil.firstLanguage.nonEmpty { list.append(("Home language", "\(CodeList.languages.label(language))")) }
    if pupil.eal == true { list.append(("English", "An additional language")) }
    if let authority = pupil.homeLA.nonEmpty { list.append(("Home local authority", "\(authority)")) }
    if let body = pupil.healthBody.nonEmpty { list.append(("Health body", "\(body)")) }
    if pupil.sealed { list.append(("Sealed", "Former names, former UPNs and contacts are not shown.")) }
    return list
}

private func upn(_ pupil: Pupil) -> HTML {
    guard let text = pupil.upn else { return "Not recorded" }
    let number = UniquePupilNumber(text)
    let advice = number.advice ?? (number.isTemporary ? "This is a temporary number." : nil)
    return advice.map { "\(text)<br><span class=\"quiet\">\($0)</span>" } ?? "\(text)"
}

extension Pupil {
    /// Forename with the name people use in brackets, and surname.
    public var fullCalledName: String {
        guard let called = preferredForename.nonEmpty, called != forename else { return name }
        return "\(forename) (\(called)) \(preferredSurname.nonEmpty ?? surname)"
    }
}
