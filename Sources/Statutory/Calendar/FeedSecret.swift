import Crypto
import Foundation

/// The secret of a calendar's link: 256 random bits that nobody can guess. The database keeps its SHA-256 alone.
struct FeedSecret: Sendable, Equatable {
    let text: String

    static func fresh() -> FeedSecret {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return FeedSecret(text: bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
    }

    init(text: String) { self.text = text }

    /// As it stands in an address: calendar programs like to see what it is.
    init(inAddress part: String) { text = part.hasSuffix(".ics") ? String(part.dropLast(4)) : part }

    /// Looked up by this: how long that takes tells nothing of the secret, only of a digest that nobody can choose.
    var digest: String { SHA256.hash(data: Data(text.utf8)).map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined() }
}
