import Basics

/// What a browser or a program asks for, as plain values.
public struct PageRequest: Sendable {
    public enum Method: String, Sendable { case read = "GET", send = "POST" }

    public let method: Method
    public let path: String
    /// The questions behind `?`.
    public let query: FormValues
    /// What was typed into a form, and files chosen in it.
    public var form: FormValues
    public var files: [UploadedFile]
    public let cookies: [String: String]
    /// Whether a program rather than a browser asks.
    public var wantsJSON: Bool { path.hasPrefix("/api/") }

    public init(method: Method, path: String, query: FormValues = .init(), form: FormValues = .init(),
                files: [UploadedFile] = [], cookies: [String: String] = [:]) {
        self.method = method
        self.path = path
        self.query = query
        self.form = form
        self.files = files
        self.cookies = cookies
    }
}

/// A file chosen in a form, kept on disk until the visit ends.
public struct UploadedFile: Sendable {
    /// The form field it came in.
    public let field: String
    /// Its name on the sender's machine, without folders.
    public let name: String
    /// Where it lies now.
    public let path: String

    public init(field: String, name: String, path: String) {
        self.field = field
        self.name = name
        self.path = path
    }
}

/// Names and texts as a form sends them, in order; a name may come more than once.
public struct FormValues: Sendable, Equatable {
    public private(set) var pairs: [(name: String, text: String)]

    public init(_ pairs: [(name: String, text: String)] = []) { self.pairs = pairs }

    /// Reads `a=1&b=2` (application/x-www-form-urlencoded).
    public init(encoded text: String) {
        pairs = text.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Address.decoded(halves[0], plusIsBlank: true),
                    halves.count > 1 ? Address.decoded(halves[1], plusIsBlank: true) : "")
        }
    }

    /// The text as it was typed; empty where it was not sent. NUL never passes this door.
    public subscript(_ name: String) -> String {
        pairs.first { $0.name == name }.map { $0.text.replacing("\0", with: "") } ?? ""
    }

    public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.text) }
    public func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

    public mutating func set(_ name: String, _ text: String) {
        pairs.removeAll { $0.name == name }
        pairs.append((name, text))
    }

    public mutating func add(_ name: String, _ text: String) { pairs.append((name, text)) }

    public static func == (a: FormValues, b: FormValues) -> Bool {
        a.pairs.count == b.pairs.count && zip(a.pairs, b.pairs).allSatisfy { $0 == $1 }
    }
}
