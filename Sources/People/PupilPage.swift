import Access
import AreaKit
import Basics
import Database
import Pages

/// One pupil: who, status, needs and history.
public let pupilPath = PagePath<PupilID>("/pupils/*")

let pupilRoutes: [Route] = [
    .read(pupilPath, .seePupils) { visit, pupil in
        try await visit.read { try pupilPage(visit, pupil, $0) }
    },
]

private func pupilPage(_ visit: Visit, _ id: PupilID, _ reader: Reader) throws -> Answer {
    let record = try reader.registerRecord(id, for: visit.viewer, on: visit.today)
    let pupil = record.pupil
    let rolls = try reader.rolls(of: id, for: visit.viewer)
    let contacts = pupil.sealed ? [] : try reader.all(Contact.self, "WHERE pupil_id = \(id) AND ends IS NULL ORDER BY position, id")
    let events = try registerTimeline(reader, visit.viewer, id)
    let roll = rolls.first { $0.enrolment.spell.covers(visit.today) }
    return visit.page(pupil.name, at: "pupils", """
        \(crumbs(("SEND register", registerPath())))\
        \(pageTitle(pupil.fullCalledName, lead: lead(record, roll, visit.today)))\
        <div class="columns"><aside>\(actionsCard(visit, record))</aside><div>\
        \(card("Who \(pupil.calledName) is", id: "who", facts(whoFacts(pupil, rolls, visit.today))))\
        \(needsCard(record, visit.today))\(contactsCard(contacts, pupil))\(timelineCard(events))</div></div>
        """)
}

private func lead(_ record: RegisterRecord, _ roll: Roll?, _ day: Day) -> HTML {
    let status = statusTag(record.provision(on: day)?.provision)
    guard let roll else { return "\(status) Not on the roll of a school in sight" }
    let place = [roll.year?.label, roll.className.map { "\($0) class" }].compactMap { $0 }.joined(separator: ", ")
    return "\(status) \([place, roll.school].filter { !$0.isEmpty }.joined(separator: " · "))"
}

private func actionsCard(_ visit: Visit, _ record: RegisterRecord) -> HTML {
    guard visit.viewer.may(.changeRegister) else { return "" }
    let id = record.pupil.id
    let change = record.provision(on: visit.today).map { $0.provision == "N" } ?? true ? "Add to the register" : "Change SEN status"
    return card("What you can do", "<p class=\"actions\">\(linkButton(change, changeStatusPath(id))) \(printButton("Print this page"))</p>")
}

private func whoFacts(_ pupil: Pupil, _ rolls: [Roll], _ day: Day) -> [(String, HTML)] {
    var list: [(String, HTML)] = [("Name in law", "\(pupil.legalName)")]
    if let called = pupil.preferredForename.nonEmpty { list.append(("Likes to be called", "\(called)")) }
    list.append(("Born", "\(pupil.birth.inWords) (\(count(pupil.birth.age(on: day), "year")) old)"))
    list.append(("UPN", "\(pupil.upn ?? "Not recorded")"))
    for roll in rolls { list.append((roll.enrolment.isDual ? "On the roll of (one of two)" : "On the roll of", "\(roll.school), \(roll.enrolment.spell.inWords)")) }
    if let language = pupil.homeLanguage.nonEmpty ?? pupil.firstLanguage.nonEmpty { list.append(("Home language", "\(language)")) }
    if let authority = pupil.homeLA.nonEmpty { list.append(("Home local authority", "\(authority)")) }
    return list
}

private func needsCard(_ record: RegisterRecord, _ day: Day) -> HTML {
    let status = record.provision(on: day)
    var list: [(String, HTML)] = [("Status", "\(statusTag(status?.provision)) \(status.map { "since \($0.spell.starts.inWords)" })")]
    for (place, need) in record.openNeeds(on: day).enumerated() {
        let area = AreaOfNeed.all.first { $0.key == need.area }?.label
        let detail = [area, "since \(need.spell.starts.inWords)"].compactMap { $0 }.joined(separator: " · ")
        list.append((place == 0 ? "Main need" : "Also", "\(need.label)<br><span class=\"quiet\">\(detail)</span>"))
    }
    return card("Status and needs", id: "needs", facts(list))
}

private func contactsCard(_ contacts: [Contact], _ pupil: Pupil) -> HTML {
    if contacts.isEmpty { return "" }
    let rows: [HTML] = contacts.map { contact in
        """
        <tr><th scope="row">\(contact.name)</th><td>\(CodeList.relationships.label(contact.relationship))</td>\
        <td data-label="Parental responsibility">\(contact.responsibility ? "Yes" : "No")</td><td>\(contact.phones)</td></tr>
        """
    }
    return card("Family", id: "contacts", table("People to speak to", [head("Name"), head("Who"), head("Parental responsibility"), head("Telephone")], rows))
}

func timelineCard(_ events: [TimelineEvent]) -> HTML {
    let items: [HTML] = events.sorted { $0.day > $1.day }.map { event in
        "<li><time datetime=\"\(event.day.description)\">\(event.day.inWords)</time><p><b>\(event.title)</b> \(event.detail)</p></li>"
    }
    return card("History", id: "history", events.isEmpty ? "<p>Nothing is recorded yet.</p>" : "<ol class=\"timeline\">\(items)</ol>")
}

extension Pupil {
    /// Forename with the name people use in brackets, and surname.
    var fullCalledName: String {
        guard let called = preferredForename.nonEmpty, called != forename else { return name }
        return "\(forename) (\(called)) \(preferredSurname.nonEmpty ?? surname)"
    }
}
