import Access
import Basics
import Pages

/// Family and others to speak to. A teacher sees whom to speak to; addresses, and what a court has ordered, are for
/// those who lead the work.
func contactsCard(_ sheet: PupilSheet) -> HTML {
    if sheet.pupil.sealed { return "" }
    let contacts = sheet.record.contacts
    let rows: [HTML] = contacts.map { row($0, sheet) }
    let heads = [head("Name"), head("Who"), head("Parental responsibility"), head("How to reach them"), sheet.decides ? head("Change") : ""]
    let list: HTML = contacts.isEmpty ? "<p>Nobody is recorded.</p>" : table("People to speak to", heads, rows)
    let add: HTML = sheet.decides ? "<p class=\"actions no-print\"><a href=\"\(addContactPath(sheet.pupil.id))\">Add a contact</a></p>" : ""
    return card("Family", id: "contacts", list + add)
}

private func row(_ contact: Contact, _ sheet: PupilSheet) -> HTML {
    let reach = !sheet.showsRecord ? [contact.phones] : [contact.phones, contact.email, shown(contact, sheet)]
    let acts: HTML = sheet.decides ? """
        <td class="no-print">\(quietLink("Change", contact.name, changeContactPath(sheet.pupil.id, contact.id))) \
        \(quietLink("End", contact.name, endContactPath(sheet.pupil.id, contact.id)))</td>
        """ : ""
    return """
        <tr><th scope="row">\(contact.name)\(warnings(contact, sheet))</th><td>\(CodeList.relationships.label(contact.relationship))</td>\
        <td data-label="Parental responsibility">\(contact.responsibility ? "Yes" : "No")</td>\
        <td>\(reach.filter { !$0.isEmpty }.map { HTML(text: $0) }.joined("<br>"))</td>\(acts)</tr>

        """
}

private func shown(_ contact: Contact, _ sheet: PupilSheet) -> String {
    contact.addressConfidential && !sheet.decides ? "Address: confidential" : contact.address
}

private func warnings(_ contact: Contact, _ sheet: PupilSheet) -> HTML {
    var words: [HTML] = []
    if !contact.mayReceivePapers { words.append("<span class=\"quiet\">No papers go here</span>") }
    if contact.addressConfidential { words.append("<span class=\"tag tag-warn\">Address confidential</span>") }
    if !contact.courtOrder.isEmpty {
        words.append("<span class=\"tag tag-warn\">Court order</span>")
        if sheet.showsRecord { words.append("<span class=\"quiet\">\(contact.courtOrder)</span>") }
    }
    return words.isEmpty ? "" : "<br>\(words.joined(" "))"
}
