import Foundation

// Bytes that nobody may guess, and how they are written and compared.

extension [UInt8] {
    /// So many bytes from the system's own source of randomness.
    static func unguessable(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8.random(in: .min ... .max) } }

    /// Whether both are the same, in a time that tells nothing of where they differ.
    func isSameSecret(as other: [UInt8]) -> Bool {
        count == other.count && zip(self, other).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// Base64 without padding.
    var base64: String { Data(self).base64EncodedString().replacing("=", with: "") }

    /// Base64 for addresses, without padding (RFC 4648, section 5).
    var base64url: String { base64.replacing("+", with: "-").replacing("/", with: "_") }

    init?(base64 text: some StringProtocol) {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard !text.contains("="), let data = Data(base64Encoded: String(text) + padding) else { return nil }
        self.init(data)
    }

    init?(base64url text: some StringProtocol) {
        self.init(base64: String(text).replacing("-", with: "+").replacing("_", with: "/"))
    }
}
