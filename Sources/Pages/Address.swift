import Basics

/// The address of a page in this house, made only by a typed path, with its questions behind `?`.
public struct Address: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    init(text: String) { self.text = text }

    public var description: String { text }

    /// An address that came from outside, where it can only lead into this house: one slash, then plain characters.
    public static func ours(_ text: String) -> Address? {
        guard text.hasPrefix("/"), !text.hasPrefix("//"), text.utf8.count < 500,
              text.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        return Address(text: text)
    }

    /// The same page with questions; those without an answer are left out.
    public func asking(_ questions: KeyValuePairs<String, String?>) -> Address {
        let pairs = questions.compactMap { name, value -> String? in
            guard let value, !value.isEmpty else { return nil }
            return "\(Address.encoded(name))=\(Address.encoded(value))"
        }
        guard !pairs.isEmpty else { return self }
        return Address(text: text + (text.contains("?") ? "&" : "?") + pairs.joined(separator: "&"))
    }

    /// A place within the page.
    public func at(_ anchor: String) -> Address { Address(text: text + "#" + Address.encoded(anchor)) }

    /// Percent-encoding of everything but unreserved characters (RFC 3986, section 2.3).
    static func encoded(_ text: String) -> String {
        if text.utf8.allSatisfy(isUnreserved) { return text }
        var result: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) { result.append(byte) } else { result += [37, hex(byte >> 4), hex(byte & 15)] }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
        default: false
        }
    }

    static func decoded(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
        var result: [UInt8] = [], bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == 37, bytes.count >= 2, let high = digit(bytes[bytes.startIndex]), let low = digit(bytes[bytes.startIndex + 1]) {
                result.append(high << 4 | low)
                bytes = bytes.dropFirst(2)
            } else {
                result.append(plusIsBlank && byte == 43 ? 32 : byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func hex(_ half: UInt8) -> UInt8 { half < 10 ? 48 + half : 55 + half }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

/// What can stand between two slashes of an address.
public protocol PathPart: Sendable {
    var pathText: String { get }
    init?(pathText: String)
}

extension ID: PathPart {
    public var pathText: String { "\(rawValue)" }
    public init?(pathText: String) { self.init(pathText) }
}

extension String: PathPart {
    public var pathText: String { self }
    public init?(pathText: String) { self = pathText }
}

/// The typed path of a page: the same value makes links and registers the route.
///
///     let pupilPath = PagePath<PupilID>("/pupils/*")
///     pupilPath(pupil.id)   // "/pupils/12"
public struct PagePath<each Part: PathPart>: Sendable {
    /// A pattern with `*` for each part.
    public let pattern: String
    /// The text before, between and after the parts, taken apart once: a page holds hundreds of links.
    private let pieces: [String]

    public init(_ pattern: StaticString) {
        self.pattern = pattern.description
        pieces = self.pattern.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    public func callAsFunction(_ part: repeat each Part) -> Address {
        var parts: [String] = []
        repeat parts.append(Address.encoded((each part).pathText))
        return Address(text: zip(parts, pieces.dropFirst()).reduce(into: pieces[0]) { text, next in
            text += next.0
            text += next.1
        })
    }

    /// Reads the parts of an address that matched the pattern; nil where one is not of its type.
    public func parts(_ texts: [String]) -> (repeat each Part)? {
        var rest = texts[...]
        func next<T: PathPart>(_: T.Type) throws -> T {
            guard let text = rest.popFirst(), let part = T(pathText: Address.decoded(text)) else { throw NotThisPath() }
            return part
        }
        return try? (repeat next((each Part).self))
    }
}

private struct NotThisPath: Error {}
