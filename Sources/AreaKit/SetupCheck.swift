import Basics
import Database
import Pages

/// One thing to look at in a running set-up, for `trellis check`. An area adds its own as `setupChecks`.
public struct SetupCheck: Sendable {
    public let look: @Sendable (Installation) async throws -> [SetupFinding]

    public init(_ look: @escaping @Sendable (Installation) async throws -> [SetupFinding]) { self.look = look }
}

/// A trust as it is set up on this machine.
public struct Installation: Sendable {
    public let store: Store
    /// The data folder.
    public let folder: String
    /// The key file.
    public let key: String
    public let publicAddress: PublicAddress?
    public let port: Int
    public let now: Instant

    public init(store: Store, folder: String, key: String, publicAddress: PublicAddress?, port: Int, now: Instant) {
        self.store = store
        self.folder = folder
        self.key = key
        self.publicAddress = publicAddress
        self.port = port
        self.now = now
    }
}

/// What was found: fine, weak, or so wrong that it must be mended now.
public struct SetupFinding: Sendable, Hashable, CustomStringConvertible {
    public enum Weight: String, Sendable { case fine = "Fine", weak = "Weak", wrong = "Wrong" }

    public let weight: Weight
    public let words: String
    /// How to mend it; empty where it is fine.
    public let mending: String

    public static func fine(_ words: String) -> SetupFinding { SetupFinding(weight: .fine, words: words, mending: "") }
    public static func weak(_ words: String, mend: String) -> SetupFinding { SetupFinding(weight: .weak, words: words, mending: mend) }
    public static func wrong(_ words: String, mend: String) -> SetupFinding { SetupFinding(weight: .wrong, words: words, mending: mend) }

    public var description: String { "\(weight.rawValue): \(words)" + (mending.isEmpty ? "" : "\n      Mend: \(mending)") }
}
