/// One thing that is wrong with what a person gave, said so that the person can mend it.
public struct Problem: Hashable, Sendable {
    /// The form field it stands beside; empty for the form as a whole.
    public let field: String
    /// What is wrong and how to mend it, in plain words.
    public let message: String

    public init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}

/// All that is wrong at once: a rule says everything in one go.
public struct Problems: Error, Sendable, CustomStringConvertible {
    public private(set) var list: [Problem] = []

    public init() {}
    public init(_ field: String, _ message: String) { list = [Problem(field, message)] }

    public var isEmpty: Bool { list.isEmpty }
    public var description: String { list.map(\.message).joined(separator: " ") }

    public mutating func add(_ field: String, _ message: String) { list.append(Problem(field, message)) }

    /// Adds a problem unless the condition holds.
    public mutating func require(_ condition: Bool, _ field: String, _ message: @autoclosure () -> String) {
        if !condition { add(field, message()) }
    }

    /// Throws when anything has been added.
    public func check() throws { if !isEmpty { throw self } }

    public func message(for field: String) -> String? { list.first { $0.field == field }?.message }
}
