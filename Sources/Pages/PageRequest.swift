import Basics

/// What a browser or a program asks for, as plain values.
public struct PageRequest: Sendable {
    /// Pages are read and sent to; the other three are for programs, below `/api/`.
    public enum Method: String, Sendable, CaseIterable {
        case read = "GET", send = "POST", put = "PUT", patch = "PATCH", delete = "DELETE"

        /// Whether it only looks (RFC 9110, section 9.2.1).
        public var isSafe: Bool { self == .read }
    }

    public let method: Method
    public let path: String
    /// The questions behind `?`.
    public let query: FormValues
    /// What was typed into a form, and files chosen in it.
    public var form: FormValues
    public var files: [UploadedFile]
    public let cookies: [String: String]
    /// The header fields that pages may ask about, by their names in small letters: `keptHeaders`.
    public let headers: [String: String]
    /// The network address of who asks: the peer, or what a trusted proxy says it stands for.
    public let address: String
    /// Whether it came by TLS, as a trusted proxy says.
    public let isSecure: Bool
    /// What a program sent as JSON, unread.
    public let body: [UInt8]
    /// Whether a program rather than a browser asks.
    public var wantsJSON: Bool { path.hasPrefix("/api/") }

    public init(method: Method, path: String, query: FormValues = .init(), form: FormValues = .init(),
                files: [UploadedFile] = [], cookies: [String: String] = [:], headers: [String: String] = [:],
                address: String = "", isSecure: Bool = false, body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.form = form
        self.files = files
        self.cookies = cookies
        self.headers = headers
        self.address = address
        self.isSecure = isSecure
        self.body = body
    }

    /// What stands before the path in the browser's line, where it is known: for links that people hand over.
    public var front: String { headers["host"].map { (isSecure ? "https://" : "http://") + $0 } ?? "" }

    /// No other header field reaches a page, so that none can be trusted by mistake.
    public static let keptHeaders = [
        "authorization", "user-agent", "sec-ch-ua-mobile", "sec-fetch-site", "sec-fetch-mode", "origin", "content-type",
        "accept", "if-none-match", "if-match", "idempotency-key",
    ]
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
