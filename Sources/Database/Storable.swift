import Basics

/// What a column can hold.
public enum SQLValue: Hashable, Sendable {
    case null, integer(Int), real(Double), text(String), bool(Bool), day(Day), instant(Instant), bytes([UInt8])
}

/// A Swift value that can stand in a column, bound on the way in and read on the way out.
public protocol Storable: Sendable {
    var sqlValue: SQLValue { get }
    /// Reads one cell that may be null. Throws `StoreProblem.unreadable` where the cell holds something else.
    init(_ cell: Cell) throws
}

extension Int: Storable {
    public var sqlValue: SQLValue { .integer(self) }
    public init(_ cell: Cell) throws { self = try cell.integer() }
}

extension Double: Storable {
    public var sqlValue: SQLValue { .real(self) }
    public init(_ cell: Cell) throws { self = try cell.real() }
}

extension String: Storable {
    public var sqlValue: SQLValue { .text(withoutNUL) }
    public init(_ cell: Cell) throws { self = try cell.text() }

    /// PostgreSQL's text can't hold NUL, so it is written as U+FFFD on both engines.
    var withoutNUL: String { utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self }
}

extension Bool: Storable {
    public var sqlValue: SQLValue { .bool(self) }
    public init(_ cell: Cell) throws { self = try cell.bool() }
}

extension Day: Storable {
    public var sqlValue: SQLValue { .day(self) }
    public init(_ cell: Cell) throws { self = try cell.day() }
}

extension Instant: Storable {
    public var sqlValue: SQLValue { .instant(self) }
    public init(_ cell: Cell) throws { self = try cell.parsed { Instant($0) } }
}

extension ID: Storable {
    public var sqlValue: SQLValue { .integer(rawValue) }
    public init(_ cell: Cell) throws { self.init(try cell.integer()) }
}

extension Pence: Storable {
    public var sqlValue: SQLValue { .integer(rawValue) }
    public init(_ cell: Cell) throws { self.init(try cell.integer()) }
}

extension YearGroup: Storable {
    public var sqlValue: SQLValue { .text(rawValue) }
    public init(_ cell: Cell) throws { self.init(rawValue: try cell.text()) }
}

/// Bytes of a digest or a small file.
public struct Bytes: Storable, Hashable {
    public let bytes: [UInt8]
    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    public var sqlValue: SQLValue { .bytes(bytes) }
    public init(_ cell: Cell) throws { bytes = try cell.bytes() }
}

extension Optional: Storable where Wrapped: Storable {
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
    @inlinable public init(_ cell: Cell) throws { self = cell.isNull ? nil : try Wrapped(cell) }
}

/// A small list of codes, stored as its text.
extension Storable where Self: RawRepresentable, RawValue == String {
    public var sqlValue: SQLValue { .text(rawValue) }
    public init(_ cell: Cell) throws { self = try cell.parsed { Self(rawValue: $0) } }
}
