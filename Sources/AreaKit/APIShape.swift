import Basics

/// What a JSON value may be: the same declaration checks what is sent and describes it in OpenAPI.
public indirect enum APIShape: Sendable {
    /// So many characters (Unicode code points, as JSON Schema counts them), and a pattern where there is one.
    case text(least: Int = 0, most: Int, APIPattern? = nil)
    /// One of these.
    case code([String])
    /// A calendar date, `2026-11-20`.
    case day
    /// A moment in UTC, `2026-11-20T14:05:09.123Z`.
    case instant
    case integer(ClosedRange<Int>)
    case flag
    case list(APIShape)
    case object([APIField])
    /// The same, or null.
    case orNull(APIShape)

    /// The number of a row.
    public static let id = APIShape.integer(1...Int.max)
    /// How many of something.
    public static let number = APIShape.integer(0...Int.max)
    /// Words typed by a person, at most so many; some must be there.
    public static func words(_ most: Int) -> APIShape { .text(least: 1, most: most, .visible) }
    /// The same, where none are needed.
    public static func wordsIfAny(_ most: Int) -> APIShape { .text(most: most, .withoutNUL) }
    /// Any text that we answer.
    public static let anyText = APIShape.text(most: 100_000)
    public static let urn = APIShape.text(least: 6, most: 6, .sixFigures)
}

/// A regular expression in the words of JSON Schema (ECMA 262), and the same in Swift.
public struct APIPattern: Sendable {
    let text: String
    let fits: @Sendable (String) -> Bool

    public init(_ text: String, _ fits: @escaping @Sendable (String) -> Bool) { (self.text, self.fits) = (text, fits) }

    public static let sixFigures = APIPattern("^[0-9]{6}$") { $0.utf8.count == 6 && $0.utf8.allSatisfy { (48...57).contains($0) } }
    /// Something that can be seen, and no NUL, which no database text holds alike.
    public static let visible = APIPattern("^[^\\x00]*[^\\x00-\\x20\\x7f-\\xa0\\s][^\\x00]*$") { text in
        !text.utf8.contains(0) && text.unicodeScalars.contains { !$0.isBlank }
    }
    public static let withoutNUL = APIPattern("^[^\\x00]*$") { !$0.utf8.contains(0) }
    /// What stands in a cursor: base64 for addresses (RFC 4648, section 5).
    static let cursor = APIPattern("^[A-Za-z0-9_-]+$") { $0.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95 } }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { value <= 0x20 || (0x7F...0xA0).contains(value) || value == 0xFEFF || properties.isWhitespace }
}

/// A named value: of an object, of a query or of a path.
public struct APIField: Sendable {
    let name: String
    let shape: APIShape
    /// What it is, in a sentence.
    let words: String
    let isNeeded: Bool

    public init(_ name: String, _ shape: APIShape, _ words: String, needed: Bool = true) {
        (self.name, self.shape, self.words, self.isNeeded) = (name, shape, words, needed)
    }

    /// A field that may be left out.
    public static func maybe(_ name: String, _ shape: APIShape, _ words: String) -> APIField { APIField(name, shape, words, needed: false) }
}

extension APIShape {
    /// Adds what is wrong with a value, each by its field.
    func check(_ value: JSON, at field: String, _ problems: inout Problems) {
        switch (self, value) {
        case (.orNull, .null): break
        case (.orNull(let shape), _): shape.check(value, at: field, &problems)
        case (.text(let least, let most, let pattern), .text(let text)): check(text, least...most, pattern, field, &problems)
        case (.code(let codes), .text(let text)) where codes.contains { $0.utf8.elementsEqual(text.utf8) }: break
        case (.day, .text(let text)) where Day(text) != nil: break
        case (.instant, .text(let text)) where Instant(text) != nil: break
        case (.integer(let range), .integer(let number)) where range.contains(number): break
        case (.flag, .bool): break
        case (.list(let shape), .list(let values)): for (place, value) in values.enumerated() { shape.check(value, at: "\(field)[\(place)]", &problems) }
        case (.object(let fields), .object(let values)): check(values, fields, field, &problems)
        default: problems.add(field, advice)
        }
    }

    private func check(_ text: String, _ length: ClosedRange<Int>, _ pattern: APIPattern?, _ field: String, _ problems: inout Problems) {
        problems.require(length.contains(text.unicodeScalars.count) && pattern?.fits(text) ?? true, field, advice)
    }

    private func check(_ values: JSON.KeyedValues, _ fields: [APIField], _ within: String, _ problems: inout Problems) {
        let path = { (name: String) in within.isEmpty ? name : "\(within).\(name)" }
        for name in values.names where !fields.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            problems.add(path(String(name.prefix(60))), "This name is not known here. Leave it out, or check its spelling.")
        }
        for field in fields {
            if let value = values[field.name] { field.shape.check(value, at: path(field.name), &problems) } else if field.isNeeded {
                problems.add(path(field.name), "This is missing. \(field.shape.advice)")
            }
        }
    }

    /// How to mend a value that does not fit.
    var advice: String {
        switch self {
        case .text(_, let most, let pattern?) where pattern.text == APIPattern.visible.text: "Give words of at most \(most) characters."
        case .text(let least, let most, let pattern):
            "Give a text of \(least == most ? "\(most)" : "\(least) to \(most)") characters\(pattern.map { " that fits \($0.text)" } ?? "")."
        case .code(let codes): "Give one of: \(codes.joined(separator: ", "))."
        case .day: "Give a date such as 2026-11-20."
        case .instant: "Give a moment such as 2026-11-20T14:05:09.123Z."
        case .integer(let range): range.upperBound == .max ? "Give a whole number, \(range.lowerBound) or more." : "Give a whole number from \(range.lowerBound) to \(range.upperBound)."
        case .flag: "Give true or false."
        case .list: "Give a list."
        case .object: "Give an object."
        case .orNull(let shape): "\(shape.advice.dropLast()), or null."
        }
    }
}

extension APIShape {
    /// All that does not fit in a value that came by another way than the API, each by its place: `plans[0].starts`.
    public func problems(of value: JSON) -> Problems {
        var problems = Problems()
        check(value, at: "", &problems)
        return problems
    }
}
