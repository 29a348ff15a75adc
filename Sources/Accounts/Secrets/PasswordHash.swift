import Basics
import Crypto
import CryptoExtras
import Database
import Foundation

/// What is kept of a password: enough to recognise it, not enough to know it.
///
/// scrypt (RFC 7914) with N = 2^14, r = 8, p = 5, which is one of the settings of OWASP's Password Storage Cheat Sheet
/// and takes 16 MiB, so that a small machine can work on two at a time. Before it is hashed a password is
/// brought to Unicode's form NFKC, because keyboards spell the same letter differently (NIST SP 800-63B, 5.1.1.2).
public struct PasswordHash: Sendable, Hashable, CustomStringConvertible {
    /// How much work scrypt does.
    struct Cost: Sendable, Hashable {
        /// The binary logarithm of N.
        let rounds: Int
        let block: Int
        let parallel: Int

        static let now = Cost(rounds: 14, block: 8, parallel: 5)

        /// What we are ready to compute; a row that asks for more was not written by us.
        var isBearable: Bool { (10...17).contains(rounds) && (1...16).contains(block) && (1...16).contains(parallel) }
    }

    let cost: Cost
    let salt: [UInt8]
    let bytes: [UInt8]

    /// Computes for about a fifth of a second and holds 16 MiB: ask through `PasswordGate`.
    static func made(of password: String, salt: [UInt8] = .unguessable(16), cost: Cost = .now) throws -> PasswordHash {
        PasswordHash(cost: cost, salt: salt, bytes: try stretch(password, salt, cost, 32))
    }

    /// As long as `made`; takes the same time whether it matches or not.
    func matches(_ password: String) throws -> Bool {
        try Self.stretch(password, salt, cost, bytes.count).isSameSecret(as: bytes)
    }

    /// Whether it was made with less work than we ask for now, so that it should be made anew at the next sign-in.
    public var needsRehash: Bool { cost != .now || salt.count != 16 || bytes.count != 32 }

    /// What is computed where there is no account, so that the answer takes as long. It matches nothing.
    static let nobody = PasswordHash(cost: .now, salt: Array(repeating: 0, count: 16), bytes: Array(repeating: 0, count: 32))

    private static func stretch(_ password: String, _ salt: [UInt8], _ cost: Cost, _ length: Int) throws -> [UInt8] {
        let normal = Array(password.precomposedStringWithCompatibilityMapping.utf8)
        return try KDF.Scrypt.deriveKey(
            from: normal, salt: salt, outputByteCount: length, rounds: 1 << cost.rounds, blockSize: cost.block, parallelism: cost.parallel
        ).withUnsafeBytes { Array($0) }
    }
}

extension PasswordHash: Storable {
    /// `$scrypt$ln=14,r=8,p=5$salt$hash`, in the manner of the password hashing competition.
    public var description: String {
        "$scrypt$ln=\(cost.rounds),r=\(cost.block),p=\(cost.parallel)$\(salt.base64)$\(bytes.base64)"
    }

    public init?(_ text: String) {
        guard let parts = text.wholeMatch(of: /\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+\/]{11,86})\$([A-Za-z0-9+\/]{22,86})/),
              let rounds = Int(parts.1), let block = Int(parts.2), let parallel = Int(parts.3),
              let salt = [UInt8](base64: parts.4), let bytes = [UInt8](base64: parts.5) else { return nil }
        self.init(cost: Cost(rounds: rounds, block: block, parallel: parallel), salt: salt, bytes: bytes)
        guard cost.isBearable else { return nil }
    }

    public var sqlValue: SQLValue { .text(description) }

    public init(_ cell: Cell) throws {
        guard let hash = PasswordHash(try String(cell)) else { throw StoreProblem.failed("A password is not stored as it should be. Restore the database from a backup.") }
        self = hash
    }
}
