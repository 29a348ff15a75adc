import Basics

/// Cuts a multipart body (RFC 2046, section 5.1) into its parts as it comes, holding no more than a delimiter's
/// length of it back.
///
/// A delimiter is a line end, two dashes and the boundary. As the first one may stand at the very beginning, the
/// reader begins with a line end of its own. What might be the start of a delimiter waits for the next piece.
struct MultipartReader {
    enum Step: Equatable {
        /// A part begins: its header lines.
        case head(String)
        case content(ArraySlice<UInt8>)
        case end
    }

    /// The body is not what its header says it is.
    struct Malformed: Error {}

    private enum Place { case before, betweenParts, inHead, inContent, after }

    private let delimiter: [UInt8]
    private let headLimit: Int
    private var held: [UInt8] = [13, 10]
    private var place = Place.before

    init(boundary: String, headLimit: Int = 4_000) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.headLimit = headLimit
    }

    /// Whether the last delimiter has come.
    var isWhole: Bool { place == .after }

    /// What can be said for certain with these bytes added.
    mutating func take(_ bytes: [UInt8], _ say: (Step) throws -> Void) throws {
        if place == .after { return }
        held += bytes
        var cursor = held.startIndex
        while try advance(&cursor, say) {}
        held.removeFirst(cursor)
    }

    /// One step on; false where more bytes are needed.
    private mutating func advance(_ cursor: inout Int, _ say: (Step) throws -> Void) throws -> Bool {
        switch place {
        case .before, .inContent: return try toDelimiter(&cursor, say)
        case .betweenParts: return try overDelimiter(&cursor)
        case .inHead: return try overHead(&cursor, say)
        case .after:
            cursor = held.endIndex
            return false
        }
    }

    private mutating func toDelimiter(_ cursor: inout Int, _ say: (Step) throws -> Void) throws -> Bool {
        let found = Self.place(of: delimiter, in: held, from: cursor)
        let certain = found ?? max(cursor, held.endIndex - delimiter.count + 1)
        if place == .inContent, certain > cursor { try say(.content(held[cursor..<certain])) }
        cursor = certain
        guard found != nil else { return false }
        if place == .inContent { try say(.end) }
        cursor += delimiter.count
        place = .betweenParts
        return true
    }

    /// Two dashes end the body; otherwise blanks may stand before the line end.
    private mutating func overDelimiter(_ cursor: inout Int) throws -> Bool {
        var next = cursor
        while next < held.endIndex, held[next] == 32 || held[next] == 9 { next += 1 }
        if next - cursor > 100 { throw Malformed() }
        guard held.endIndex - next >= 2 else { return false }
        switch (held[next], held[next + 1]) {
        case (45, 45): place = .after
        case (13, 10): place = .inHead
        default: throw Malformed()
        }
        cursor = next + 2
        return true
    }

    private mutating func overHead(_ cursor: inout Int, _ say: (Step) throws -> Void) throws -> Bool {
        guard let end = Self.place(of: [13, 10, 13, 10], in: held, from: cursor) else {
            if held.endIndex - cursor > headLimit { throw Malformed() }
            return false
        }
        if end - cursor > headLimit { throw Malformed() }
        try say(.head(String(decoding: held[cursor..<end], as: UTF8.self)))
        cursor = end + 4
        place = .inContent
        return true
    }

    /// The first place of some bytes in others.
    static func place(of wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count - start >= wanted.count else { return nil }
        let last = bytes.count - wanted.count
        var place = start
        while place <= last {
            guard let next = bytes[place...last].firstIndex(of: first) else { return nil }
            if bytes[next..<(next + wanted.count)].elementsEqual(wanted) { return next }
            place = next + 1
        }
        return nil
    }
}
