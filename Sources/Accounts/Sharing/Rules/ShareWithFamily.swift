import Basics
import People

/// Lets a parent or carer see their own child's pages: only somebody whom the school may write to, and only with any
/// court order read.
struct ShareWithParent: Sendable {
    let contact: RowID?
    let email: String
    let orderRead: Bool

    /// To whom a record may be shown: with parental responsibility, or one who may receive papers.
    static func mayBeAsked(_ contact: Contact) -> Bool {
        contact.ends == nil && contact.organisation.isEmpty && (contact.responsibility || contact.mayReceivePapers)
    }

    /// - Returns: the contact and the mail address of their account.
    /// - Throws: `Problems` with all that is wrong.
    func check(_ contacts: [Contact]) throws -> (contact: Contact, email: String) {
        guard let chosen = contacts.first(where: { $0.id == contact && Self.mayBeAsked($0) }) else { throw Problems("contact", "Choose the parent or carer.") }
        let address = email.nonEmpty ?? chosen.email
        var problems = Problems()
        problems.require(AddAccount.isAddress(address), "email", "Type their mail address, such as pat.green@example.org.")
        problems.require(chosen.courtOrder.isEmpty || orderRead, "order_read", "Read the court order. Tick the box only if it allows this person to see the record.")
        try problems.check()
        return (chosen, address.trimmed)
    }
}

/// Lets a young person see their own pages: from 16, or earlier with a reason.
struct ShareWithYoungPerson: Sendable {
    let email: String
    let reason: String

    func check(_ pupil: Pupil, today: Day) throws {
        var problems = Problems()
        problems.require(AddAccount.isAddress(email), "email", "Type the young person’s own mail address.")
        let isOld = pupil.birth.age(on: today) >= Self.age
        problems.require(isOld || reason.trimmed.count >= 10, "reason", "\(pupil.calledName) is not \(Self.age) yet. Say in a sentence why this is right for them now.")
        try problems.check()
    }

    /// From the end of compulsory school age rights under Part 3 are the young person's own (Children and Families Act
    /// 2014, section 80 and section 83(2)); sixteen is our default, which comes a little before.
    static let age = 16
}

/// An adult who works here is family of a pupil, and so never sees the pupil at work.
struct KeepFromFamily: Sendable {
    let pupil: PupilID

    func applied(to account: AccountID, held: [FamilyTie], today: Day) throws -> Change<FamilyTie> {
        let known = held.contains { $0.pupil == pupil && $0.kind == .other }
        if known { throw Problems("email", "This is known already: they do not see this pupil at work.") }
        return Change("family.tied", to: FamilyTie(id: .new, account: account, pupil: pupil, kind: .other, spell: Spell(starts: today)))
    }
}
