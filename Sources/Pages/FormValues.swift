/// Names and texts as a form sends them, in order; a name may come more than once.
public struct FormValues: Sendable, Equatable {
    public private(set) var pairs: [(name: String, text: String)]

    public init(_ pairs: [(name: String, text: String)] = []) {
        self.pairs = pairs.map { (Self.withoutNUL($0.name), Self.withoutNUL($0.text)) }
    }

    /// Reads `a=1&b=2` (application/x-www-form-urlencoded).
    public init(encoded text: String) {
        self.init(text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Address.decoded(halves[0], plusIsBlank: true),
                    halves.count > 1 ? Address.decoded(halves[1], plusIsBlank: true) : "")
        })
    }

    /// The text as it was typed; empty where it was not sent.
    public subscript(_ name: String) -> String { pairs.first { $0.name == name }?.text ?? "" }

    public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.text) }
    public func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    public mutating func set(_ name: String, _ text: String) {
        pairs.removeAll { $0.name == name }
        add(name, text)
    }

    public mutating func add(_ name: String, _ text: String) { pairs.append((name, Self.withoutNUL(text))) }

    /// NUL never passes this door: PostgreSQL can't keep it, and C code ends at it.
    private static func withoutNUL(_ text: String) -> String { text.utf8.contains(0) ? text.replacing("\0", with: "") : text }

    public static func == (a: FormValues, b: FormValues) -> Bool {
        a.pairs.count == b.pairs.count && zip(a.pairs, b.pairs).allSatisfy { $0 == $1 }
    }
}
