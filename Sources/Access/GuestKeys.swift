import Basics
import Database

/// The keys of links by which a guest comes without an account. Kept are digests alone: of the secret in the address, and of the
/// secret with the code of six figures that is told apart from it. A link has one key at most, in a table with the columns
/// `digest`, `link_id`, `code` and `failures`.
public struct GuestKeys: Sendable {
    private let table: SQL

    /// - Parameter table: where they lie.
    public init(_ table: SQL) { self.table = table }

    /// After so many wrong codes a link is dead.
    public static let mostTries = 5

    /// The number of the link that a secret belongs to, while it is not dead: for `WHERE id IN (…)`.
    public func link(of secret: SecretToken) -> SQL { "SELECT link_id FROM \(table) WHERE digest = \(secret.digest) AND failures < \(Self.mostTries)" }

    /// A fresh secret and its code for a link: the only time that anybody sees them.
    public func make<Link>(for link: ID<Link>, in writer: Writer) throws -> (secret: SecretToken, code: String) {
        let secret = SecretToken.fresh(), code = SecretToken.freshCode()
        try writer.execute("INSERT INTO \(table) (digest, link_id, code, failures) VALUES (\(secret.digest), \(link.rawValue), \(secret.digest(of: code)), 0)")
        return (secret, code)
    }

    /// Counts a try at the code before it is made, so that many at once are many.
    /// - Returns: false where there have been too many.
    public func countTry(at secret: SecretToken, in writer: Writer) throws -> Bool {
        try writer.execute("UPDATE \(table) SET failures = failures + 1 WHERE digest = \(secret.digest) AND failures < \(Self.mostTries)") == 1
    }

    /// Whether the code is right; then wrong ones before it count no more.
    public func opens(_ secret: SecretToken, with code: String, in writer: Writer) throws -> Bool {
        try writer.execute("UPDATE \(table) SET failures = 0 WHERE digest = \(secret.digest) AND code = \(secret.digest(of: code))") == 1
    }

    /// The link opens no more.
    public func end<Link>(_ link: ID<Link>, in writer: Writer) throws { try writer.execute("DELETE FROM \(table) WHERE link_id = \(link.rawValue)") }
}
