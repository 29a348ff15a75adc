import Access
import Basics
import Database

extension Reader {
    public func account(email: String) throws -> Account? { try all(Account.self, "WHERE email_key = \(email.emailKey)").first }

    func appointments(of account: AccountID) throws -> [Appointment] { try all(Appointment.self, "WHERE account_id = \(account) ORDER BY starts, id") }
}

extension Writer {
    /// Makes an account, unless there is one with this address.
    /// - Throws: `Problems` where the name or the address can't be.
    public func add(_ adding: AddAccount) throws -> Account {
        try save(adding.applied(taken: account(email: adding.email) != nil))
    }

    @discardableResult
    public func give(_ giving: GiveRole, to account: Account, by giver: RoleGiver) throws -> Appointment {
        try save(giving.applied(to: account, held: appointments(of: account.id), by: giver))
    }
}
