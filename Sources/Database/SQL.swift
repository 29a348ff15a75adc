/// SQL as text in which every interpolated value is bound, never pasted.
///
/// Only literals make text: `StaticString` segments mean that a string built at run time can't become
/// SQL. A fragment of SQL may stand inside another.
///
///     "SELECT id FROM pupil WHERE upn = \(upn) AND \(viewer.sight)"
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// Text before, between and after the values: always one more than there are values.
    private(set) var segments: [String]
    private(set) var values: [SQLValue]

    public init(stringLiteral value: StaticString) {
        segments = [value.description]
        values = []
    }

    public init(stringInterpolation: Interpolation) {
        segments = stringInterpolation.segments
        values = stringInterpolation.values
    }

    /// Trusted text of the store itself: migrations, pragmas and the columns a subject names.
    init(segments: [String], values: [SQLValue]) {
        self.segments = segments
        self.values = values
    }

    public struct Interpolation: StringInterpolationProtocol {
        var segments: [String] = [""]
        var values: [SQLValue] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            segments.reserveCapacity(interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: StaticString) { append(literal.description) }

        /// One bound value.
        public mutating func appendInterpolation(_ value: some Storable) {
            values.append(value.sqlValue)
            segments.append("")
        }

        /// One bound value that the trail held.
        mutating func appendInterpolation(_ value: SQLValue) {
            values.append(value)
            segments.append("")
        }

        /// A fragment of SQL with its own values.
        public mutating func appendInterpolation(_ fragment: SQL) {
            append(fragment.segments[0])
            for (value, text) in zip(fragment.values, fragment.segments.dropFirst()) {
                values.append(value)
                segments.append(text)
            }
        }

        /// A list in brackets for `IN`; an empty list matches nothing (and `NOT IN` an empty list, too, so leave
        /// that condition out). The last value is repeated up to the next power of two, so that lists of all
        /// lengths share a few kept statements.
        public mutating func appendInterpolation(_ list: [some Storable]) {
            append("(")
            for place in 0..<SQL.roomFor(list.count) {
                if place > 0 { append(", ") }
                appendInterpolation(list[min(place, list.count - 1)])
            }
            append(list.isEmpty ? "NULL)" : ")")
        }

        private mutating func append(_ text: String) { segments[segments.count - 1] += text }
    }

    /// Fragments one after another with text between, for instance conditions with ` AND `.
    public static func joined(_ fragments: [SQL], _ separator: SQL) -> SQL {
        guard let first = fragments.first else { return "" }
        return fragments.dropFirst().reduce(first) { "\($0)\(separator)\($1)" }
    }
}

extension SQL {
    /// The next power of two; nothing for nothing.
    fileprivate static func roomFor(_ count: Int) -> Int {
        count < 2 ? count : 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount)
    }

    /// The text with `?` for each value, as SQLite reads it.
    var questionMarked: String {
        segments.count == 1 ? segments[0] : segments.joined(separator: "?")
    }

    /// The text with `$1`, `$2` and so on, as PostgreSQL reads it.
    var numbered: String {
        var text = segments[0]
        for (place, segment) in segments.dropFirst().enumerated() {
            text += "$\(place + 1)"
            text += segment
        }
        return text
    }
}
