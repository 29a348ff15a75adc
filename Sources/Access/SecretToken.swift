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

    /// A code of six figures, told to a guest apart from the link.
    public static func freshCode() -> String { String((0..<6).map { _ in "0123456789".randomElement() ?? "0" }) }

    /// What is kept of such a code: nobody can try all codes against it without the secret before them.
    public func digest(of code: String) -> String { SecretToken(text: "\(text) code \(code.filter { !$0.isWhitespace })").digest }

    /// What is kept of it. A plain digest is enough, for nobody can try 2^256 of them.
    /// Made for every page that is asked for, so without a string for each digit.
    public var digest: String {
        String(unsafeUninitializedCapacity: 64) { letters in
            for (place, byte) in SHA256.hash(data: Data(text.utf8)).enumerated() {
                letters[2 * place] = Self.letter(byte >> 4)
                letters[2 * place + 1] = Self.letter(byte & 15)
            }
            return 64
        }
    }

    private static func letter(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10 }
}
