/// An element of an XML file held in memory with all that is in it: one record, such as a pupil or a header,
/// of a larger file. Names are compared without regard to capitals.
public struct XMLElement: Sendable, Equatable {
    /// The name without its prefix, as the file spells it.
    public let name: String
    public let attributes: [String: String]
    /// Its own text without blanks at the ends; that of its children is theirs.
    public internal(set) var text: String
    public internal(set) var children: [XMLElement]
    /// The line of the file that it starts on; the first is 1.
    public let line: Int

    public init(
        _ name: String, attributes: [String: String] = [:], text: String = "", children: [XMLElement] = [], line: Int = 0
    ) {
        self.name = name
        self.attributes = attributes
        self.text = text
        self.children = children
        self.line = line
    }

    /// The first child of that name.
    public func child(_ name: String) -> XMLElement? { children.first { $0.isNamed(name) } }

    /// All children of that name, in order.
    public func children(_ name: String) -> [XMLElement] { children.filter { $0.isNamed(name) } }

    /// The first element of that name anywhere below, in the order of the file.
    public func first(_ name: String) -> XMLElement? {
        for child in children {
            if child.isNamed(name) { return child }
            if let found = child.first(name) { return found }
        }
        return nil
    }

    /// The text at the end of a path of names, such as `text("BasicDetails", "NCyearActual")`; nil where the
    /// path ends early or the text is empty.
    public func text(_ path: String...) -> String? {
        var element = self
        for name in path {
            guard let next = element.child(name) else { return nil }
            element = next
        }
        return element.text.isEmpty ? nil : element.text
    }

    public func isNamed(_ other: String) -> Bool { sameName(name, other) }
}

/// True when two names differ at most in the capitals of A to Z.
func sameName(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && zip(one.utf8, other.utf8).allSatisfy { lowered($0) == lowered($1) }
}

private func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
