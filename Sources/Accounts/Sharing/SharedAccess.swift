import Access
import Basics
import Database
import Pages
import People

/// Somebody outside the staff, or family who works here, and what a pupil's record is to them.
struct SharedAccess: Sendable {
    enum Link: Sendable {
        case family(FamilyTie)
        case list(CaseloadMember)
    }

    let account: Account
    let link: Link
    /// For a council officer: the latest link.
    let council: CouncilLink?
    let isSpecialist: Bool

    var who: String {
        switch link {
        case .family(let tie):
            switch tie.kind {
            case .parent: "Parent or carer"
            case .own: "The young person"
            case .other: "Family who works here: never sees this pupil at work"
            }
        case .list: council.map { "Council officer, \($0.council)" } ?? (isSpecialist ? "Specialist" : "On their list")
        }
    }

    var days: String {
        switch link {
        case .family(let tie): tie.spell.inWords
        case .list(let member): member.spell.inWords
        }
    }

    var reason: String { if case .list(let member) = link { member.reason } else { "" } }
}

extension Reader {
    /// Who has access to a pupil besides the staff, now or soon.
    func sharedAccess(to pupil: PupilID, on day: Day) throws -> [SharedAccess] {
        let ties = try all(FamilyTie.self, "WHERE pupil_id = \(pupil) AND (ends IS NULL OR ends >= \(day)) ORDER BY id")
        let lists = try all(CaseloadMember.self, "WHERE pupil_id = \(pupil) AND (ends IS NULL OR ends >= \(day)) ORDER BY id")
        let ids = (ties.map(\.account) + lists.map(\.account)).unique
        if ids.isEmpty { return [] }
        let accounts = Dictionary(try all(Account.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        let links = Dictionary(try all(CouncilLink.self, "WHERE account_id IN \(ids) ORDER BY id").map { ($0.account, $0) }) { $1 }
        let specialists = Set(try column("SELECT account_id FROM appointment WHERE role = 'specialist' AND account_id IN \(ids)", as: AccountID.self))
        let found = ties.map { ($0.account, SharedAccess.Link.family($0)) } + lists.map { ($0.account, SharedAccess.Link.list($0)) }
        return found.compactMap { id, link in
            accounts[id].map { SharedAccess(account: $0, link: link, council: links[id], isSpecialist: specialists.contains(id)) }
        }
    }
}

extension Writer {
    /// The account of a mail address, or a new one.
    /// - Throws: `Problems` where access of this address has ended.
    func accountToShare(_ name: String, _ email: String) throws -> Account {
        guard let known = try account(email: email) else { return try add(AddAccount(name: name, email: email)) }
        guard known.isOpen(on: act.today) else { throw Problems("email", "Access with this mail address was ended. Ask whoever ended it first.") }
        return known
    }

    /// A link to choose a password, for somebody who has never signed in.
    func invitationIfNew(_ account: Account) throws -> SecretToken? {
        let signIns = try value("SELECT COUNT(*) FROM sign_in WHERE account_id = \(account.id)", as: Int.self) ?? 0
        return account.passwordSince == nil && signIns == 0 ? try invite(account.id) : nil
    }

    /// A family's tie ends at once. One that says who works here is taken back as a mistake, for family stays family.
    func endTie(_ before: FamilyTie) throws {
        let yesterday = act.today - 1
        guard before.kind != .other, before.spell.starts <= yesterday else { return try withdraw(before, event: "family.untied", because: nil) }
        var after = before
        after.spell = Spell(starts: before.spell.starts, ends: yesterday)
        try save(Change("family.untied", from: before, to: after))
    }
}
