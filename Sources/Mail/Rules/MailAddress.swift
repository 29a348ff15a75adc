import Basics

/// An address that mail can be sent to, such as `a.khan@example.org`.
///
/// The letters that a browser's e-mail field allows (HTML Living Standard, 4.10.5.1.5) and the lengths of RFC 5321,
/// 4.5.3.1. No blank, bracket or line end can be in one, so that it can stand in a header and in a command to a server.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Throws: `Problems` beside `field` where the text is no address.
    public init(_ typed: String, field: String = "email") throws {
        let text = typed.trimmed
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count == 2, MailAddress.isMailbox(halves[0]), HostName.isName(halves[1]), text.utf8.count <= 254 else {
            throw Problems(field, "This is not an e-mail address that mail can be sent to. Write it like a.khan@example.org, in plain letters.")
        }
        self.text = text
    }

    /// What stands after the @.
    public var domain: String { text.split(separator: "@").last.map(String.init) ?? "" }
    public var description: String { text }

    private static func isMailbox(_ text: Substring) -> Bool {
        (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { HostName.isLetterOrFigure($0) || marks.contains($0) }
    }

    private static let marks = Set(".!#$%&'*+/=?^_`{|}~-".utf8)
}

/// What a server may be called (RFC 1123, 2.1).
enum HostName {
    static func isName(_ text: some StringProtocol) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253 && labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isLetterOrFigure($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// An IPv6 address, without brackets.
    static func isNumbered(_ text: some StringProtocol) -> Bool {
        text.contains(":") && text.utf8.allSatisfy { (48...58).contains($0) || (97...102).contains($0) || (65...70).contains($0) }
    }

    /// This computer itself.
    static func isHere(_ text: some StringProtocol) -> Bool { ["localhost", "127.0.0.1", "::1"].contains(text.lowercased()) }

    static func isLetterOrFigure(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}
