import Basics
import Foundation
import HTTPTypes
import Hummingbird

/// Carries pages over HTTP: a request becomes plain values, an answer becomes a response.
public struct PageServer: Sendable {
    /// Where uploaded files lie while a visit lasts.
    let uploads: String
    /// The largest file that may be sent, in bytes.
    let fileLimit: Int
    let reach: Reach

    public init(uploads: String, fileLimit: Int = 64 << 20, reach: Reach = Reach()) {
        self.uploads = uploads
        self.fileLimit = fileLimit
        self.reach = reach
    }

    /// Reads method, address, headers, cookies and form. What is too large, or came from another site, is refused.
    public func request(_ request: Request, from peer: String) async throws -> PageRequest {
        let method = try method(request)
        if method == .send { try refuseOtherSites(request) }
        let (form, files, json) = method.isSafe ? (FormValues(), [], []) : try await body(request)
        let caller = reach.caller(peer: peer, forwardedFor: values("X-Forwarded-For", request), forwardedProtocol: values("X-Forwarded-Proto", request))
        return PageRequest(
            method: method, path: request.uri.path, query: FormValues(encoded: request.uri.query ?? ""),
            form: form, files: files, cookies: cookies(request), headers: kept(request),
            address: caller.address, isSecure: caller.isSecure, body: json)
    }

    private func method(_ request: Request) throws -> PageRequest.Method {
        let name = request.method.rawValue == "HEAD" ? "GET" : request.method.rawValue
        let method = PageRequest.Method(rawValue: name)
        if let method, [.read, .send].contains(method) || request.uri.path.hasPrefix("/api/") { return method }
        throw Refused(status: 405, "This address can only be read or sent to.")
    }

    private func kept(_ request: Request) -> [String: String] {
        let pairs = PageRequest.keptHeaders.compactMap { name in values(name, request).first.map { (name, $0) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func values(_ name: String, _ request: Request) -> [String] {
        HTTPField.Name(name).map { request.headers[values: $0] } ?? []
    }

    /// What a browser must know beside the answer itself: no framing, no script but ours, no copy kept.
    public func response(_ answer: Answer) -> Response {
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        for (name, value) in Self.safety where fields[name] == nil { fields[name] = value }
        return Response(status: .init(code: answer.status), headers: fields, body: body(answer.body))
    }

    /// A plain answer for what never reached a page.
    public func refusal(_ problem: Refused) -> Response {
        response(Answer(status: problem.status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: .bytes(Array(problem.words.utf8))))
    }

    /// Why a request is turned away at the door.
    public struct Refused: Error {
        public let status: Int
        public let words: String

        public init(status: Int, _ words: String) {
            self.status = status
            self.words = words
        }
    }

    private static let safety: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    /// A form on another site can't act here: browsers say where a request comes from.
    private func refuseOtherSites(_ request: Request) throws {
        if let fetchSite, let site = request.headers[fetchSite], site != "same-origin", site != "none" { throw Refused(status: 403, "This form came from another site, so it was not taken.") }
        guard let origin = request.headers[.origin], origin != "null" else { return }
        let host = request.head.authority ?? ""
        guard origin == "http://\(host)" || origin == "https://\(host)" else { throw Refused(status: 403, "This form came from another site, so it was not taken.") }
    }

    private func cookies(_ request: Request) -> [String: String] {
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { piece -> (String, String)? in
            let halves = piece.split(separator: "=", maxSplits: 1)
            return halves.count == 2 ? (String(halves[0]).trimmed, String(halves[1]).trimmed) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func body(_ request: Request) async throws -> (FormValues, [UploadedFile], [UInt8]) {
        let type = request.headers[.contentType]?.lowercased() ?? ""
        if type.hasPrefix("multipart/form-data") {
            let (form, files) = try await MultipartForm.read(request.body, type: request.headers[.contentType] ?? "", into: uploads, limit: fileLimit)
            return (form, files, [])
        }
        var bytes: [UInt8] = []
        for try await chunk in request.body {
            bytes += Array(buffer: chunk)
            if bytes.count > 1 << 20 { throw Refused(status: 413, "This form holds more than one million characters. Send less at once.") }
        }
        if type.hasPrefix("application/x-www-form-urlencoded") { return (FormValues(encoded: String(decoding: bytes, as: UTF8.self)), [], []) }
        return (FormValues(), [], bytes)
    }

    private func body(_ body: Answer.Body) -> ResponseBody {
        switch body {
        case .bytes(let bytes): return ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        case .file(let path):
            return ResponseBody { writer in
                defer { try? FileManager.default.removeItem(atPath: path) }
                guard let file = FileHandle(forReadingAtPath: path) else { throw NotFound() }
                while let chunk = try file.read(upToCount: 1 << 16), !chunk.isEmpty { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            }
        case .pieces(let length, let open):
            return ResponseBody(contentLength: length) { writer in
                let next = try open()
                while let piece = try next() { try await writer.write(ByteBuffer(bytes: piece)) }
                try await writer.finish(nil)
            }
        }
    }
}

private let fetchSite = HTTPField.Name("Sec-Fetch-Site")
