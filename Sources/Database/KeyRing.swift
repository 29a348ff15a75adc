import Basics
import Crypto
import Foundation

/// The secret keys of one trust. They lie in a file outside the data folder, so that no backup and no stolen
/// database holds both what is locked and what unlocks it.
///
/// The file is text, one key a line: `lock NAME BASE64` for what is encrypted (AES-256; the last one locks, the
/// older ones still unlock) and `seal BASE64` for the Ed25519 key that signs the end of the trail each day.
public struct KeyRing: Sendable {
    /// A key that locks, and the name under which what it locked remembers it.
    public struct Lock: Sendable, Equatable {
        public let name: String
        public let bytes: [UInt8]
    }

    /// The oldest first; the last is the one in use.
    public private(set) var locks: [Lock]
    /// The raw private key that signs.
    public let seal: [UInt8]
    /// Where it was read; nil for one that lies nowhere.
    private let file: String?

    /// The key that locks from now on.
    public var current: Lock { locks[locks.count - 1] }

    /// The ring as its file holds it at this moment, for a program that goes on running while somebody makes a new key. Where the file
    /// can't be read just now, the ring as it was.
    public var asOfNow: KeyRing { file.flatMap { try? KeyRing(file: $0) } ?? self }

    public func lock(named name: String) -> Lock? { locks.first { $0.name == name } }

    /// Two fresh keys.
    public static func fresh() -> KeyRing {
        KeyRing(locks: [freshLock(1)], seal: Array(Curve25519.Signing.PrivateKey().rawRepresentation))
    }

    /// Adds a new key for locking, under a name that no other had; everything locked before can still be unlocked.
    public mutating func rotate() { locks.append(Self.freshLock((locks.compactMap { Int($0.name.dropFirst()) }.max() ?? 0) + 1)) }

    private static func freshLock(_ number: Int) -> Lock {
        Lock(name: "k\(number)", bytes: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) })
    }

    private init(locks: [Lock], seal: [UInt8], file: String? = nil) { (self.locks, self.seal, self.file) = (locks, seal, file) }
}

extension KeyRing {
    /// Reads the key file.
    /// - Throws: `StoreProblem.failed` in plain words where it is not there, not whole, or open to others.
    public init(file path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw StoreProblem.failed("The key file \(path) can't be read. Put it back from where you keep your copy, or name its place with --key.")
        }
        let mode = (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue ?? 0
        guard mode & 0o077 == 0 else {
            throw StoreProblem.failed("The key file \(path) can be read by other users of this computer. Mend it with: chmod 600 \(path)")
        }
        var locks: [Lock] = [], seal: [UInt8] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let last = words.last, let bytes = Data(base64Encoded: last), bytes.count == 32 else { continue }
            if words.count == 3, words[0] == "lock" { locks.append(Lock(name: words[1], bytes: Array(bytes))) }
            if words.count == 2, words[0] == "seal" { seal = Array(bytes) }
        }
        guard !locks.isEmpty, !seal.isEmpty else { throw StoreProblem.failed("The key file \(path) is not whole. Put it back from where you keep your copy.") }
        self.init(locks: locks, seal: seal, file: path)
    }

    /// The keys in this file; where there is no file, fresh ones are made and written there.
    public static func openOrMake(_ path: String) throws -> KeyRing {
        if FileManager.default.fileExists(atPath: path) { return try KeyRing(file: path) }
        try fresh().write(to: path)
        return try KeyRing(file: path)
    }

    /// Writes the file anew in one move, for its owner's eyes only.
    public func write(to path: String) throws {
        let lines = locks.map { "lock \($0.name) \(Data($0.bytes).base64EncodedString())" } + ["seal \(Data(seal).base64EncodedString())"]
        let aside = path + ".new"
        try? FileManager.default.removeItem(atPath: aside)
        guard FileManager.default.createFile(atPath: aside, contents: Data((lines.joined(separator: "\n") + "\n").utf8), attributes: [.posixPermissions: 0o600]),
              rename(aside, path) == 0 else { throw StoreProblem.failed("The key file could not be written to \(path). May you write there?") }
    }
}
