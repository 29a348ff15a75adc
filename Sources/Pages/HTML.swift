import Basics

/// Markup as an interpolated literal. What is interpolated is escaped, unless it is already `HTML`.
/// Only literals make markup: text from a person can't.
public struct HTML: Sendable, ExpressibleByStringInterpolation {
    public private(set) var bytes: [UInt8]

    public init(stringLiteral value: StaticString) {
        bytes = value.withUTF8Buffer { Array($0) }
    }

    public init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Text with the five special characters escaped, for element content and quoted attributes.
    public init(text: String) {
        bytes = []
        HTML.escape(text, to: &bytes)
    }

    public var isEmpty: Bool { bytes.isEmpty }
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public static func + (a: HTML, b: HTML) -> HTML { HTML(bytes: a.bytes + b.bytes) }

    public struct Interpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        // Disfavoured, so that a literal among what is chosen between (`x ? "<b>a</b>" : ""`) is markup and not text.
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String) { HTML.escape(text, to: &bytes) }
        @_disfavoredOverload
        public mutating func appendInterpolation(_ text: String?) { if let text { HTML.escape(text, to: &bytes) } }
        public mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: "\(number)".utf8) }
        public mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }
        public mutating func appendInterpolation(_ html: HTML?) { if let html { bytes.append(contentsOf: html.bytes) } }
        public mutating func appendInterpolation(_ pieces: [HTML]) { for piece in pieces { bytes.append(contentsOf: piece.bytes) } }
        public mutating func appendInterpolation(_ address: Address) { HTML.escape(address.text, to: &bytes) }
    }

    private static func escape(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            var copied = 0
            for (place, byte) in source.enumerated() {
                // All of them lie below the letters.
                guard byte <= UInt8(ascii: ">"), let entity = entity(byte) else { continue }
                bytes.append(contentsOf: source[copied..<place])
                entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
                copied = place + 1
            }
            bytes.append(contentsOf: source[copied...])
        }
    }

    @inline(__always)
    private static func entity(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0: "\u{FFFD}"
        default: nil
        }
    }
}

extension Array where Element == HTML {
    /// The pieces one after another with something between.
    public func joined(_ separator: HTML) -> HTML {
        guard let first else { return "" }
        return dropFirst().reduce(first) { $0 + separator + $1 }
    }
}
