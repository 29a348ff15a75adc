import Basics
import HTTPTypes
import Hummingbird

extension PageServer {
    /// Reads method, address, headers, cookies and form. What is too large, or came from another site, is refused.
    public func request(_ request: Request, from peer: String) async throws -> PageRequest {
        try refuseOddAddress(request)
        let method = try method(request)
        if method == .send { try refuseOtherSites(request) }
        let bare = bare(request, method, peer)
        return method.isSafe ? bare : bare.with(try await sent(request, bare))
    }

    /// Everything but the body.
    private func bare(_ request: Request, _ method: PageRequest.Method, _ peer: String) -> PageRequest {
        let caller = caller(request, peer)
        return PageRequest(
            method: method, path: request.uri.path, query: FormValues(encoded: request.uri.query ?? ""), cookies: cookies(request),
            headers: kept(request), address: caller.address, isSecure: caller.isSecure)
    }

    func caller(_ request: Request, _ peer: String) -> (address: String, isSecure: Bool) {
        reach.caller(peer: peer, forwardedFor: values("X-Forwarded-For", request), forwardedProtocol: values("X-Forwarded-Proto", request))
    }

    /// What came in a body: one of the three.
    struct Sent {
        var form = FormValues(), files: [UploadedFile] = [], json: [UInt8] = []
    }

    /// Only a plain path at a host of ours. Another name pointed at us by another site is not ours (DNS rebinding).
    private func refuseOddAddress(_ request: Request) throws {
        let target = request.head.path ?? "", path = request.uri.path
        guard target.utf8.first == 47, !path.hasPrefix("//"), target.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw Refused(status: 400, "This address is not one of Trellis's. Begin again at the first page.")
        }
        // A second host could be read by a proxy where we read the first (RFC 9112, section 3.2).
        guard let host = request.head.authority, !host.isEmpty, values("Host", request).isEmpty else { throw Refused(status: 400, "The request does not say which one host it is for.") }
        guard reach.answers(host: host) else { throw Refused(status: 421, "Trellis does not answer under this name. Use the address you were given.") }
        guard path.utf8.count <= limits.path, (request.uri.query ?? "").utf8.count <= limits.query else {
            throw Refused(status: 414, "This address is too long. Search for fewer words, or begin again at the first page.")
        }
    }

    private func method(_ request: Request) throws -> PageRequest.Method {
        let name = request.method.rawValue == "HEAD" ? "GET" : request.method.rawValue
        let isAPI = request.uri.path.hasPrefix("/api/")
        if let method = PageRequest.Method(rawValue: name), [.read, .send].contains(method) || isAPI { return method }
        throw Refused(status: 405, "This address can only be read or sent to.", allowed: (isAPI ? allowed(request.uri.path) : nil) ?? "GET, HEAD, POST")
    }

    /// A form on another site can't act here: browsers say where a request comes from.
    private func refuseOtherSites(_ request: Request) throws {
        let elsewhere = Refused(status: 403, "This form came from another site, so it was not taken. Open the page in Trellis and send it from there.")
        if let site = values("Sec-Fetch-Site", request).first, site != "same-origin", site != "none" { throw elsewhere }
        guard let origin = request.headers[.origin], origin != "null" else { return }
        let host = request.head.authority ?? ""
        guard origin == "http://\(host)" || origin == "https://\(host)" else { throw elsewhere }
    }

    private func kept(_ request: Request) -> [String: String] {
        let pairs = PageRequest.keptHeaders.compactMap { name in values(name, request).first.map { (name, $0) } }
        // The host was held against our own names above.
        let host = request.head.authority.map { [("host", $0)] } ?? []
        return Dictionary(pairs + host, uniquingKeysWith: { first, _ in first })
    }

    private func values(_ name: String, _ request: Request) -> [String] {
        HTTPField.Name(name).map { request.headers[values: $0] } ?? []
    }

    private func cookies(_ request: Request) -> [String: String] {
        let pairs = request.headers[values: .cookie].flatMap { $0.split(separator: ";") }.compactMap { piece -> (String, String)? in
            let halves = piece.split(separator: "=", maxSplits: 1)
            return halves.count == 2 ? (String(halves[0]).trimmed, String(halves[1]).trimmed) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    private func sent(_ request: Request, _ bare: PageRequest) async throws -> Sent {
        let type = (request.headers[.contentType] ?? "").split(separator: ";").first.map { String($0).trimmed.lowercased() } ?? ""
        if type == "multipart/form-data" {
            guard try await admitsFiles(bare) else { throw Refused(status: 403, "Sign in first, then send the file again.") }
            return try await MultipartForm(request.headers[.contentType] ?? "", uploads, limits).read(request.body)
        }
        let bytes = try await whole(request)
        if type == "application/x-www-form-urlencoded" { return Sent(form: try form(bytes)) }
        if request.uri.path.hasPrefix("/api/") { return Sent(json: bytes) }
        guard bytes.isEmpty else { throw Refused(status: 415, "This was not sent by a form of Trellis's, so it was not taken.") }
        return Sent()
    }

    private func whole(_ request: Request) async throws -> [UInt8] {
        let tooMuch = Refused(status: 413, "This holds more than one million characters. Send less at once.")
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limits.form { throw tooMuch }
        var bytes: [UInt8] = [], body = request.body.makeAsyncIterator()
        while let chunk = try await Self.next(&body) {
            bytes += chunk
            if bytes.count > limits.form { throw tooMuch }
        }
        return bytes
    }

    /// The next bytes of a body. One that breaks off, or whose pieces are malformed, is the sender's fault, not ours.
    static func next(_ body: inout RequestBody.AsyncIterator) async throws -> [UInt8]? {
        do {
            return try await body.next().map { Array(buffer: $0) }
        } catch {
            throw Refused(status: 400, "What was sent broke off on the way. Send it again.")
        }
    }

    private func form(_ bytes: [UInt8]) throws -> FormValues {
        guard bytes.count(where: { $0 == 38 }) < limits.fields else { throw Refused(status: 413, "This form has more fields than any of Trellis's.") }
        return FormValues(encoded: String(decoding: bytes, as: UTF8.self))
    }
}

private extension PageRequest {
    func with(_ sent: PageServer.Sent) -> PageRequest {
        PageRequest(method: method, path: path, query: query, form: sent.form, files: sent.files, cookies: cookies, headers: headers,
                    address: address, isSecure: isSecure, body: sent.json)
    }
}
