import Access
import Basics
import Database
import Pages

/// One thing that a program can ask for. The same declaration makes the route and its words in OpenAPI.
public struct APIRoute: Sendable {
    public let route: Route
    let operation: APIOperation

    init(_ route: Route, _ operation: APIOperation) { (self.route, self.operation) = (route, operation) }
}

/// A visit of a program, with what it asked and sent, checked.
public struct APIVisit: Sendable {
    public let visit: Visit
    public let query: APIValues
    public var body = APIValues()

    public var viewer: Viewer { visit.viewer }
    public var today: Day { visit.today }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Reader) throws -> T) async throws -> T { try await visit.read(body) }
}

extension APIRoute {
    /// A list, part by part. The answer is made by `APIPart.json`.
    /// - Parameters:
    ///   - name: stable, for programs that are made from the description: `listSchools`.
    ///   - item: what each item of the list is.
    public static func list(
        _ path: PagePath< >, _ permission: Permission, name: String, _ summary: String, query: [APIField] = [], item: [APIField],
        _ answer: @escaping @Sendable (APIVisit) async throws -> JSON
    ) -> APIRoute {
        let gives: [APIField] = [APIField("items", .list(.object(item)), "This part of the list."), APIField("next", .orNull(.text(least: 1, most: 200, .cursor)), "The cursor of the next part; null at the end.")]
        let operation = APIOperation(name, summary, .list, path.pattern, query: query + APIVisit.ofLists, gives: gives)
        return APIRoute(Route(.read, path.pattern, permission) { visit, _ in
            try await answering(visit, operation) {
                .api(try await answer(APIVisit(visit: visit, query: APIValues(query: visit.request.query, operation.query))))
            }
        }, operation)
    }

    /// One thing, with an ETag of what was answered.
    /// - Parameter parts: the names of what stands in the path.
    public static func item<each Part: PathPart>(
        _ path: PagePath<repeat each Part>, parts: [String], _ permission: Permission, name: String, _ summary: String, query: [APIField] = [], gives: [APIField],
        _ answer: @escaping @Sendable (Reader, Visit, repeat each Part) throws -> JSON
    ) -> APIRoute {
        let operation = APIOperation(name, summary, .item, path.pattern, parts: parts, query: query, gives: gives)
        return APIRoute(Route(.read, path.pattern, permission) { visit, texts in
            guard let parts = path.parts(texts) else { throw NotFound() }
            return try await answering(visit, operation) {
                _ = try APIValues(query: visit.request.query, operation.query)
                let json = try await visit.read { try answer($0, visit, repeat each parts) }
                return Answer.api(json).unlessKnown(to: visit.request)
            }
        }, operation)
    }

    /// Something done: JSON in, one act in one transaction, JSON out.
    /// - Parameter adds: whether something new comes of it (201).
    public static func act<each Part: PathPart>(
        _ path: PagePath<repeat each Part>, parts: [String] = [], _ permission: Permission, name: String, _ summary: String, body: [APIField], gives: [APIField],
        adds: Bool = false, _ answer: @escaping @Sendable (Writer, APIVisit, repeat each Part) throws -> JSON
    ) -> APIRoute {
        let operation = APIOperation(name, summary, .act(adds: adds, onItem: false), path.pattern, parts: parts, body: body, gives: gives)
        return act(operation, permission) { writer, asked, texts in
            guard let parts = path.parts(texts) else { throw NotFound() }
            return try answer(writer, asked, repeat each parts)
        }
    }

    /// The same to an item that is there, whose ETag `If-Match` is held against.
    public static func change<each Part: PathPart>(
        _ path: PagePath<repeat each Part>, parts: [String], _ permission: Permission, name: String, _ summary: String, body: [APIField], gives: [APIField],
        of item: @escaping @Sendable (Reader, Visit, repeat each Part) throws -> JSON, _ answer: @escaping @Sendable (Writer, APIVisit, repeat each Part) throws -> JSON
    ) -> APIRoute {
        let operation = APIOperation(name, summary, .act(adds: false, onItem: true), path.pattern, parts: parts, body: body, gives: gives)
        return act(operation, permission) { writer, asked, texts in
            guard let parts = path.parts(texts) else { throw NotFound() }
            try asked.visit.request.refuseUnlessMatching { try item(writer, asked.visit, repeat each parts) }
            return try answer(writer, asked, repeat each parts)
        }
    }

    private static func act(_ operation: APIOperation, _ permission: Permission, _ answer: @escaping @Sendable (Writer, APIVisit, [String]) throws -> JSON) -> APIRoute {
        APIRoute(Route(.send, operation.pattern, permission) { visit, texts in
            try await answering(visit, operation) {
                let asked = APIVisit(visit: visit, query: try APIValues(query: visit.request.query, []), body: try visit.request.json(operation.body))
                return try await OnceOnly(visit).answer(status: operation.isAdding ? 201 : 200) { try answer($0, asked, texts) }
            }
        }, operation)
    }

    /// What every answer to a program shares: JSON is what is spoken, and refusals are problem+json.
    private static func answering(_ visit: Visit, _ operation: APIOperation, _ body: () async throws -> Answer) async throws -> Answer {
        do {
            guard visit.request.takesJSON else { throw APIRefusal(status: 406, detail: "The API answers as application/json. Leave Accept out, or let it take that.") }
            try visit.request.checkHeaders(operation.headers)
            return try await body()
        } catch let problems as Problems {
            return .problem(problems)
        } catch let refusal as APIRefusal {
            return .problem(refusal)
        }
    }
}

extension Answer {
    static func api(_ json: JSON, status: Int = 200) -> Answer {
        Answer(status: status, headers: [("Content-Type", "application/json")], body: .bytes(Array(json.text.utf8)))
    }
}

extension PageRequest {
    /// Whether the Accept field lets JSON through (RFC 9110, section 12.5.1).
    fileprivate var takesJSON: Bool {
        guard let accept = headers["accept"]?.nonEmpty else { return true }
        return accept.lowercased().split(separator: ",").contains { range in
            let pieces = range.split(separator: ";").map { String($0).trimmed }
            let none = pieces.dropFirst().contains { $0.hasPrefix("q=0") && $0.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" } }
            return !none && ["*/*", "application/*", "application/json", "application/problem+json", "application/vnd.oai.openapi+json"].contains(pieces.first ?? "")
        }
    }

    fileprivate func checkHeaders(_ fields: [APIField]) throws {
        var problems = Problems()
        for field in fields { if let text = headers[field.name.lowercased()] { field.shape.check(.text(text), at: field.name, &problems) } }
        try problems.check()
    }

    /// What was sent, where it is JSON and says so: a form of a web page can't say so without being asked first.
    fileprivate func json(_ fields: [APIField]) throws -> APIValues {
        let type = (headers["content-type"] ?? "").split(separator: ";").first.map { String($0).trimmed.lowercased() }
        guard type == "application/json" else { throw APIRefusal(status: 415, detail: "Send JSON, and say so: Content-Type: application/json.", headers: [("Accept-Post", "application/json")]) }
        return try APIValues(body: body, fields)
    }
}
