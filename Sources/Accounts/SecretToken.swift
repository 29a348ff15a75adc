import Crypto
import Foundation

/// A secret that can't be guessed: 256 random bits, as text for cookies and links. The database keeps only its digest.
public struct SecretToken: Sendable, Equatable {
    public let text: String

    public static func fresh() -> SecretToken {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return SecretToken(text: bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
    }

    public init(text: String) { self.text = text }

    /// What is kept of it. A plain digest is enough, for nobody can try 2^256 of them.
    public var digest: String { SHA256.hash(data: Data(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}
