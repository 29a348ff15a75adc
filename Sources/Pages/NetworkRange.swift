import Basics
import Foundation

/// A range of network addresses as administrators write it: `10.0.0.0/8`, `fd00::/8`, `192.0.2.7`.
public struct NetworkRange: Sendable, Hashable, CustomStringConvertible {
    public let description: String
    private let bytes: [UInt8]
    private let bits: Int

    public init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, let bytes = Self.bytes(of: first) else { return nil }
        let bits = halves.count == 1 ? bytes.count * 8 : Int(halves[1]) ?? -1
        guard (0...bytes.count * 8).contains(bits) else { return nil }
        description = text
        self.bytes = bytes
        self.bits = bits
    }

    public func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address), other.count == bytes.count else { return false }
        let whole = bits / 8, rest = bits % 8
        guard other.prefix(whole) == bytes.prefix(whole) else { return false }
        return rest == 0 || (other[whole] ^ bytes[whole]) >> (8 - rest) == 0
    }

    /// This machine itself.
    public static let loopback = ["127.0.0.0/8", "::1"].compactMap { NetworkRange($0) }

    /// Whether this is one network address, of either kind.
    public static func isAddress(_ text: some StringProtocol) -> Bool { bytes(of: text) != nil }

    /// Four bytes or sixteen; an IPv4 address inside IPv6 (RFC 4291, section 2.5.5.2) counts as the four.
    private static func bytes(of text: some StringProtocol) -> [UInt8]? {
        let text = String(text.prefix { $0 != "%" })
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        guard inet_pton(AF_INET6, text, &bytes) == 1 else { return nil }
        let inside = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 255 && bytes[11] == 255
        return inside ? Array(bytes.suffix(4)) : bytes
    }
}
