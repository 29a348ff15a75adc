import Basics
import Foundation

/// What a page gives back.
public struct Answer: Sendable {
    public enum Body: Sendable {
        case bytes([UInt8])
        /// A file on disk, sent as a stream and removed afterwards.
        case file(path: String)
        /// Opened when it is sent; each call then gives the next piece, nil after the last.
        case pieces(length: Int, @Sendable () throws -> () throws -> [UInt8]?)
    }

    public let status: Int
    public var headers: [(String, String)]
    public let body: Body

    public init(status: Int = 200, headers: [(String, String)], body: Body) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A whole page.
    public static func page(_ html: HTML, status: Int = 200) -> Answer {
        Answer(status: status, headers: [("Content-Type", "text/html; charset=utf-8")], body: .bytes(html.bytes))
    }

    /// Saved: the browser asks for the next page itself, so that a reload sends nothing twice.
    public static func goTo(_ address: Address) -> Answer {
        Answer(status: 303, headers: [("Location", address.text)], body: .bytes([]))
    }

    public static func json(_ text: String, status: Int = 200) -> Answer {
        Answer(status: status, headers: [("Content-Type", "application/json; charset=utf-8")], body: .bytes(Array(text.utf8)))
    }

    /// A file to keep.
    public static func download(_ body: Body, name: String, type: String) -> Answer {
        Answer(headers: [("Content-Type", type), ("Content-Disposition", disposition(.attachment, name: name))], body: body)
    }

    /// Whether it is a page for a browser to show.
    public var isPage: Bool { headers.contains { $0.0 == "Content-Type" && $0.1.hasPrefix("text/html") } }

    /// Takes away what was made for an answer that is not sent.
    public func discard() {
        if case .file(let path) = body { try? FileManager.default.removeItem(atPath: path) }
    }

    public func setting(cookie: String) -> Answer {
        var answer = self
        answer.headers.append(("Set-Cookie", cookie))
        return answer
    }
}

/// What one may not see, and what is not there, are the same to the person who asks (404).
public struct NotFound: Error { public init() {} }
