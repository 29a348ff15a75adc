import Basics

extension PupilUpdate {
    /// Family and other contacts. What a person has restricted, a file never opens again; whom a file leaves
    /// out is kept.
    mutating func updateContacts() {
        guard !known.pupil.sealed, owns(.contacts), let sent = incoming.contacts else { return }
        var rest = known.contacts.filter { $0.ends == nil }
        for (place, contact) in sent.enumerated() {
            let match = rest.firstIndex { $0.isSamePerson(as: contact) }
            if let match { correct(rest.remove(at: match), contact, place) } else if !wasEnded(contact) { add(contact, place) }
        }
    }

    private mutating func correct(_ held: Contact, _ sent: IncomingContact, _ place: Int) {
        var after = held
        fill(&after, sent, place)
        if held.isRestricted, after != held {
            conflicts.append("A contact is under a restriction, so the file's changes to it were not taken. Look at the contact on the pupil's page.")
            return
        }
        if after == held { return }
        note("Contact", "", "\(after.name) changed")
        changes.contacts.append(Change("contact.changed", from: held, to: after))
    }

    /// A contact that a person has ended stays ended, whatever a file says.
    private mutating func wasEnded(_ sent: IncomingContact) -> Bool {
        guard known.contacts.contains(where: { $0.ends != nil && $0.isSamePerson(as: sent) }) else { return false }
        conflicts.append("The file still has a contact that was ended here. It stays ended. Take it out in the MIS, or add it again on the pupil’s page.")
        return true
    }

    private mutating func add(_ sent: IncomingContact, _ place: Int) {
        var fresh = Contact(id: .new, pupil: id, position: sent.order ?? place + 1)
        fill(&fresh, sent, place)
        // Beside somebody who is restricted, a person decides who else gets papers.
        fresh.mayReceivePapers = fresh.responsibility && !known.contacts.contains(where: \.isRestricted)
        if fresh.name.isEmpty { return }
        note("Contact", "", fresh.name)
        changes.contacts.append(Change("contact.added", to: fresh))
    }

    private func fill(_ contact: inout Contact, _ sent: IncomingContact, _ place: Int) {
        contact.position = sent.order ?? place + 1
        contact.title = sent.title ?? contact.title
        contact.surname = sent.surname ?? contact.surname
        contact.forename = sent.forename ?? contact.forename
        contact.relationship = sent.relationship ?? contact.relationship
        contact.responsibility = sent.parentalResponsibility ?? contact.responsibility
        contact.address = sent.livesWithPupil == true ? "Same as the pupil" : sent.address?.oneLine.nonEmpty ?? contact.address
        if !sent.phones.isEmpty { contact.phones = sent.phones.map(\.number).joined(separator: ", ") }
        contact.email = sent.email ?? contact.email
    }
}

extension Contact {
    fileprivate func isSamePerson(as sent: IncomingContact) -> Bool {
        organisation.isEmpty && surname.folded == (sent.surname ?? "").folded && forename.folded == (sent.forename ?? "").folded
    }
}
