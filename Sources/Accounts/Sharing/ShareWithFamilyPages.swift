import Access
import Basics
import Database
import Pages
import People

let shareWithParentPath = PagePath<PupilID>("/pupils/*/share/parent")
let shareWithYoungPersonPath = PagePath<PupilID>("/pupils/*/share/young-person")
let keepFromFamilyPath = PagePath<PupilID>("/pupils/*/share/works-here")

/// A parent or carer sees their own child.
let shareWithParent = ShareForm(
    path: shareWithParentPath,
    title: { "Share \($0.calledName)’s record with a parent or carer" },
    lead: "Only people with parental responsibility, or who may receive papers, stand here.",
    button: "Give this parent access",
    start: { _, _ in [] },
    fields: { reader, pupil, write, _ in
        let contacts = try reader.contactsToAsk(of: pupil)
        if contacts.isEmpty { return "<p>Nobody can be chosen. Check the contacts on the pupil’s page first.</p>" }
        let orders: HTML = contacts.contains { !$0.courtOrder.isEmpty }
            ? write.confirmation("order_read", "I have read the court order, and it allows this person to see the record") : ""
        return write.radios("contact", "Who?", contacts.map(contactChoice)) + write.text("email", "Their mail address", hint: "Leave it empty to use the one in the contacts.", type: "email") + orders
    },
    save: { writer, pupil, typed, _ in
        let asked = ShareWithParent(contact: RowID(typed["contact"]), email: typed["email"], orderRead: typed["order_read"] == "yes")
        let (contact, email) = try asked.check(writer.contactsToAsk(of: pupil))
        let account = try writer.accountToShare(contact.name, email)
        try writer.tie(account, to: pupil.id, .parent)
        return account
    })

/// The young person sees their own pages.
let shareWithYoungPerson = ShareForm(
    path: shareWithYoungPersonPath,
    title: { "Give \($0.calledName) access to their own record" },
    lead: "From the age of 16, or earlier where you and the family agree and say why.",
    button: "Give access",
    start: { _, _ in [] },
    fields: { reader, pupil, write, visit in
        let notice = try visit.childNotice(reader, pupil.id, form: shareWithYoungPersonPath(pupil.id))
        let why: HTML = pupil.birth.age(on: visit.today) >= ShareWithYoungPerson.age ? "" : write.longText("reason", "Why is it right now?", rows: 3, aboutChild: notice)
        return write.text("email", "Their own mail address", hint: "One that nobody else reads.", type: "email") + why
    },
    save: { writer, pupil, typed, visit in
        try ShareWithYoungPerson(email: typed["email"], reason: typed["reason"]).check(pupil, today: visit.today)
        let account = try writer.accountToShare(pupil.name, typed["email"])
        try writer.tie(account, to: pupil.id, .own, because: typed["reason"].nonEmpty)
        return account
    })

/// Somebody who works here is family.
let keepFromFamily = ShareForm(
    path: keepFromFamilyPath,
    title: { "Somebody who works here is \($0.calledName)’s family" },
    lead: "They then never see this pupil through their work. Sharing with them as a parent is a step of its own.",
    button: "Keep this pupil out of their sight at work",
    start: { _, _ in [] },
    fields: { _, _, write, _ in write.text("email", "The mail address with which they sign in", type: "email") },
    save: { writer, pupil, typed, visit in
        guard let account = try writer.account(email: typed["email"]) else { throw Problems("email", "Nobody signs in with this address. Check it under “Who signs in”.") }
        let held = try writer.all(FamilyTie.self, "WHERE account_id = \(account.id) AND pupil_id = \(pupil.id)")
        try writer.save(KeepFromFamily(pupil: pupil.id).applied(to: account.id, held: held, today: visit.today))
        return nil
    })

private func contactChoice(_ contact: Contact) -> Choice {
    let order = contact.courtOrder.isEmpty ? nil : "Court order: \(contact.courtOrder)"
    let right = contact.responsibility ? "has parental responsibility" : "may receive papers"
    let words = ["\(CodeList.relationships.label(contact.relationship)), \(right)", contact.email.nonEmpty, order]
    return Choice("\(contact.id)", contact.name, hint: words.compactMap { $0 }.joined(separator: ". "))
}

extension Reader {
    /// Those of a pupil's contacts to whom the record may be shown; none of a sealed pupil.
    fileprivate func contactsToAsk(of pupil: Pupil) throws -> [Contact] {
        if pupil.sealed { return [] }
        return try all(Contact.self, "WHERE pupil_id = \(pupil.id) AND ends IS NULL ORDER BY position, id").filter(ShareWithParent.mayBeAsked)
    }
}

extension Writer {
    fileprivate func tie(_ account: Account, to pupil: PupilID, _ kind: FamilyTie.Kind, because reason: String? = nil) throws {
        let held = try all(FamilyTie.self, "WHERE account_id = \(account.id) AND pupil_id = \(pupil)")
        if held.contains(where: { $0.kind == kind && $0.spell.covers(act.today) }) { throw Problems("email", "This person has access already.") }
        try save(Change("family.tied", to: FamilyTie(id: .new, account: account.id, pupil: pupil, kind: kind, spell: Spell(starts: act.today)), because: reason))
    }
}
