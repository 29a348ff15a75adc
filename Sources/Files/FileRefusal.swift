/// Why a file, or part of it, can't be read: words that a school can act on. Thrown by every reader.
public struct FileRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong and how to mend it, in plain words.
    public let message: String
    /// The row of a table file that it is about, as a person counts it; nil where it is about the file.
    public let row: Int?

    public init(_ message: String, row: Int? = nil) {
        self.message = message
        self.row = row
    }

    /// `Row 12: …`, or the message alone.
    public var description: String { row.map { "Row \($0): \(message)" } ?? message }
}
