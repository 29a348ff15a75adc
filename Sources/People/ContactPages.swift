import AreaKit
import Basics
import Database
import Pages

/// Adds, changes and ends the people and authorities to reach about a pupil.
let addContactPath = PagePath<PupilID>("/pupils/*/contacts/add")
let changeContactPath = PagePath<PupilID, RowID>("/pupils/*/contacts/*/change")
let endContactPath = PagePath<PupilID, RowID>("/pupils/*/contacts/*/end")

let addContact = PupilAct(
    about: ["contact"], saved: "contact",
    start: { record, _ in [("position", "\(record.contacts.count + 1)")] },
    form: { record, ask, write in
        PupilForm(title: "Add a contact for \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName)", button: "Save the contact",
                  fields: try contactFields(write, record, ask))
    },
    save: { writer, record, ask, typed in
        try refuseSealed(record.pupil)
        try writer.save(try typed.keepContact(record.pupil).applied(to: record.pupil, contacts: record.contacts))
    })

let changeContact = PupilAct(
    about: ["contact"], saved: "contact",
    start: { record, ask in try ask.chosen(record.contacts).typed },
    form: { record, ask, write in
        let held = try ask.chosen(record.contacts)
        return PupilForm(title: "Change what we know of a contact", lead: "\(record.pupil.fullCalledName): \(held.name)", button: "Save the contact",
                         fields: try contactFields(write, record, ask) + write.longText("reason", "Why?", hint: "Needed only where you lift a restriction.", aboutChild: ask.notice))
    },
    save: { writer, record, ask, typed in
        let held = try ask.chosen(record.contacts)
        try writer.save(try typed.keepContact(record.pupil).applied(to: record.pupil, contacts: record.contacts, before: held))
    })

let endContact = PupilAct(
    about: ["contact"], saved: "contact-ended",
    start: { _, ask in [("last_day", ask.today.description)] },
    form: { record, ask, write in
        let held = try ask.chosen(record.contacts)
        return PupilForm(
            title: "End a contact", lead: "\(record.pupil.fullCalledName): \(held.name)", button: "End this contact",
            fields: "\(write.day("last_day", "Last day"))\(write.longText("reason", "Why?", hint: "A sentence. It is kept with the record.", aboutChild: ask.notice))")
    },
    save: { writer, record, ask, typed in
        let act = EndContact(lastDay: try typed.day("last_day"), reason: typed["reason"])
        try writer.save(try act.applied(to: try ask.chosen(record.contacts), today: ask.today))
    })

private func refuseSealed(_ pupil: Pupil) throws {
    if pupil.sealed { throw Problems("", "This record is sealed, so contacts are kept outside Trellis.") }
}

private func contactFields(_ write: FormWriter, _ record: PupilRecord, _ ask: PupilQuestion) throws -> HTML {
    if record.pupil.sealed { throw NotFound() }
    return """
        \(write.select("relationship", "Who is this to \(record.pupil.calledName)?", [Choice("", "Choose")] + CodeList.relationships.codes.map { Choice($0.code, $0.label) }))\
        \(write.text("title", "Title"))\(write.text("forename", "Forename"))\(write.text("surname", "Surname"))\
        \(write.text("organisation", "Or an authority or body", hint: "Such as a local authority with parental responsibility. Leave the names empty then."))\
        \(write.checkbox("responsibility", Choice("yes", "Has parental responsibility")))\
        \(write.checkbox("may_receive_papers", Choice("yes", "May receive papers about the child")))\
        \(write.text("phones", "Telephone", type: "tel"))\(write.text("email", "E-mail", type: "email"))\(write.longText("address", "Address", rows: 3, aboutNobody: ()))\
        \(write.checkbox("address_confidential", Choice("yes", "The address is confidential", hint: "Only those who keep the register see it. No file shows it.")))\
        \(write.longText("court_order", "Court order", hint: "What a court has ordered about contact or papers. No file read in later can lift it.", rows: 3, aboutChild: ask.notice))\
        \(write.text("position", "Called as number", hint: "1 is called first.", type: "number"))
        """
}

extension Contact {
    fileprivate var typed: [(name: String, text: String)] {
        let ticks = [("responsibility", responsibility), ("may_receive_papers", mayReceivePapers), ("address_confidential", addressConfidential)]
        return [
            ("relationship", relationship), ("title", title), ("forename", forename), ("surname", surname), ("organisation", organisation),
            ("phones", phones), ("email", email), ("address", address), ("court_order", courtOrder), ("position", "\(position)"),
        ] + ticks.filter(\.1).map { ($0.0, "yes") }
    }
}

extension FormValues {
    fileprivate func keepContact(_ pupil: Pupil) -> KeepContact {
        var contact = Contact(id: .new, pupil: pupil.id, position: Int(self["position"]) ?? 1)
        contact.relationship = self["relationship"]
        (contact.title, contact.forename, contact.surname) = (self["title"].trimmed, self["forename"].trimmed, self["surname"].trimmed)
        contact.organisation = self["organisation"].trimmed
        contact.responsibility = has("responsibility")
        contact.mayReceivePapers = has("may_receive_papers")
        (contact.phones, contact.email, contact.address) = (self["phones"].trimmed, self["email"].trimmed, self["address"].trimmed)
        contact.addressConfidential = has("address_confidential")
        contact.courtOrder = self["court_order"].trimmed
        return KeepContact(contact, reason: self["reason"])
    }
}
