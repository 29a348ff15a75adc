import Access
import Basics

/// Somebody is to have an account: a name and a mail address that is theirs alone.
public struct AddAccount: Sendable {
    public let name: String
    public let email: String

    public init(name: String, email: String) { (self.name, self.email) = (name, email) }

    /// - Parameter taken: whether another account has the address.
    /// - Throws: `Problems` with all that is wrong.
    public func applied(taken: Bool) throws -> Change<Account> {
        var problems = Problems()
        problems.require(name.nonEmpty != nil && name.count <= 100, "name", "Type the person’s name.")
        problems.require(Self.isAddress(email), "email", "Type their mail address, such as amira.khan@example.org.")
        problems.require(!taken, "email", "Somebody with this mail address has an account already. Look for them in the list.")
        try problems.check()
        return Change("account.added", to: Account(id: .new, name: name.trimmed, email: email.trimmed))
    }

    /// One @ with something on both sides and a dot behind it; the mail itself proves the rest.
    static func isAddress(_ text: String) -> Bool {
        let text = text.trimmed, parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let plain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 && !"<>()[],;:\"\\".unicodeScalars.contains($0) }
        return plain && parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".") && text.utf8.count <= 254
    }
}
