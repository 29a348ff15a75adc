import Basics
import Hummingbird
import Logging

/// What the log says of requests. Never an address's query, a cookie, a name or what was typed: of a path only the
/// pattern that it fits, so that a word in it stays unsaid.
public struct RequestJournal: Sendable {
    private let log: Logger
    private let notesAll: Bool
    private let patterns: [[Substring]]

    /// - Parameters:
    ///   - notesAll: one line for each request; otherwise faults alone.
    ///   - patterns: the paths of the house, with `*` for each part that differs.
    public init(log: Logger = Logger(label: "trellis"), notesAll: Bool = false, patterns: [String] = []) {
        self.log = log
        self.notesAll = notesAll
        self.patterns = patterns.map { $0.split(separator: "/") }
    }

    func note(_ request: Request, status: Int, bytes: Int?, _ began: ContinuousClock.Instant) {
        guard notesAll else { return }
        let spent = (ContinuousClock.now - began) / .milliseconds(1)
        log.info("\(method(request)) \(pattern(request.uri.path)) \(status) \(Int(spent)) ms \(bytes.map { "\($0) bytes" } ?? "a file")")
    }

    /// Writes down a fault and gives the mark by which it can be found.
    func fault(_ error: any Error, _ request: Request) -> String {
        let mark = String((0..<8).compactMap { _ in "BCDFGHJKLMNPQRSTVWXZ23456789".randomElement() })
        log.error("fault \(mark): \(method(request)) \(pattern(request.uri.path)): \(type(of: error)): \(Self.wordless("\(error)"))")
        return mark
    }

    func pattern(_ path: String) -> String {
        let pieces = path.split(separator: "/")
        let fitting = patterns.first { $0.count == pieces.count && zip($0, pieces).allSatisfy { $0 == "*" || $0 == $1 } }
        return fitting.map { "/" + $0.joined(separator: "/") } ?? "(no page)"
    }

    /// A method is a word of the caller's too.
    private func method(_ request: Request) -> String {
        ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].contains(request.method.rawValue) ? request.method.rawValue : "(other)"
    }

    /// An error's words up to the first it quotes: a database may quote a value, and a value may be a child's name.
    static func wordless(_ text: String) -> String {
        let line = text.prefix(500).map { $0.isNewline ? " " : String($0) }.joined()
        return line.replacing(/(["“‘`]|(?:^|[\s(=])').*/, with: " …")
    }
}
