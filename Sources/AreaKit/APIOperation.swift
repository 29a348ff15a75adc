import Basics

/// A declaration of the API as OpenAPI 3.1 words it.
struct APIOperation: Sendable {
    enum Kind: Sendable {
        case list, item
        case act(adds: Bool, onItem: Bool)
    }

    let name: String
    let summary: String
    let kind: Kind
    /// `/api/v1/pupils/*/status`.
    let pattern: String
    /// The names of the stars.
    let parts: [String]
    let query: [APIField]
    let body: [APIField]
    let gives: [APIField]

    init(_ name: String, _ summary: String, _ kind: Kind, _ pattern: String, parts: [String] = [], query: [APIField] = [], body: [APIField] = [], gives: [APIField]) {
        (self.name, self.summary, self.kind, self.pattern) = (name, summary, kind, pattern)
        (self.parts, self.query, self.body, self.gives) = (parts, query, body, gives)
        precondition(pattern.split(separator: "/").count { $0 == "*" } == parts.count, "\(pattern) needs a name for each part")
    }

    /// `/api/v1/pupils/{pupil}/status`.
    var path: String {
        var names = parts[...]
        return "/" + pattern.split(separator: "/").map { $0 == "*" ? "{\(names.popFirst() ?? "")}" : String($0) }.joined(separator: "/")
    }

    var method: String { if case .act = kind { "post" } else { "get" } }

    var isAct: Bool { if case .act = kind { true } else { false } }

    var json: JSON {
        var members: [(String, JSON)] = [
            ("operationId", .text(name)), ("summary", .text(summary)), ("parameters", .list(parameters)), ("responses", .object(JSON.KeyedValues(responses))),
        ]
        if isAct {
            members.append(("requestBody", .object(["required": .bool(true), "content": Self.content("application/json", APIShape.object(body).schema)])))
        }
        return .object(JSON.KeyedValues(members))
    }

    private var parameters: [JSON] {
        parts.map { Self.parameter(APIField($0, .id, "The number of the \($0)."), in: "path") } + query.map { Self.parameter($0, in: "query") }
            + headers.map { Self.parameter($0, in: "header") }
    }

    var headers: [APIField] {
        switch kind {
        case .list: []
        case .item: [.maybe("If-None-Match", .text(least: 1, most: 200, .visibleASCII), "The ETag of the answer that you have; 304 where it still stands.")]
        case .act(_, let onItem):
            [.maybe("Idempotency-Key", .text(least: 1, most: 200, .plain), "A key of your own, new for each request. Sent again within 24 hours, it gets the same answer, and nothing is done twice.")]
                + (onItem ? [.maybe("If-Match", .text(least: 1, most: 200, .visibleASCII), "The ETag with which you read the item; 412 where somebody changed it since.")] : [])
        }
    }

    private static func parameter(_ field: APIField, in place: String) -> JSON {
        .object(["name": .text(field.name), "in": .text(place), "required": .bool(field.isNeeded), "description": .text(field.words), "schema": field.shape.schema])
    }

    static func content(_ type: String, _ schema: JSON) -> JSON { .object(JSON.KeyedValues([(type, .object(["schema": schema]))])) }

    /// What is given where all is well, and every refusal that can come.
    private var responses: [(String, JSON)] {
        let good = isAdding ? 201 : 200
        var list = [("\(good)", Self.response(isAdding ? "Made." : "Done.", headers: goodHeaders, Self.content("application/json", APIShape.object(gives).schema)))]
        if case .item = kind { list.append(("304", Self.response("It still stands as you have it.", headers: ["ETag"], nil))) }
        return list + refusals.map { ("\($0)", .object(["$ref": .text("#/components/responses/Problem\($0)")])) }
    }

    var isAdding: Bool { if case .act(true, _) = kind { true } else { false } }
    private var goodHeaders: [String] { if case .item = kind { ["ETag"] } else { [] } }

    private var refusals: [Int] {
        switch kind {
        case .list, .item: [401, 404, 406, 422, 429]
        case .act(_, let onItem): [400, 401, 404, 406, 409] + (onItem ? [412] : []) + [413, 415, 422, 429]
        }
    }

    static func response(_ words: String, headers: [String], _ content: JSON?) -> JSON {
        let fields: [(String, JSON)] = headers.map { name in
            (name, .object(["required": .bool(true), "schema": name == "Retry-After" ? APIShape.integer(1...3600).schema : APIShape.text(least: 1, most: 1000).schema]))
        }
        let members: [(String, JSON)] = [("description", .text(words))] + (fields.isEmpty ? [] : [("headers", .object(JSON.KeyedValues(fields)))])
        return .object(JSON.KeyedValues(members + (content.map { [("content", $0)] } ?? [])))
    }
}

extension APIPattern {
    /// Printable ASCII without blanks.
    static let plain = APIPattern("^[!-~]+$") { $0.utf8.allSatisfy { (33...126).contains($0) } }
    static let visibleASCII = APIPattern("^[ -~]+$") { $0.utf8.allSatisfy { (32...126).contains($0) } }
}
