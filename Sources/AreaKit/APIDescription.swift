import Access
import Basics
import Pages

/// The API in the words of OpenAPI 3.1, made from the declarations that make its routes.
public struct APIDescription: Sendable {
    let operations: [APIOperation]
    private let trust: String

    public init(_ routes: [APIRoute], trust: String = "") {
        operations = routes.map(\.operation).sorted { ($0.path, $0.method) < ($1.path, $1.method) }
        self.trust = trust
    }

    public var json: JSON {
        .object([
            "openapi": .text("3.1.1"),
            "info": .object(["title": .text("Trellis"), "version": .text("1"), "description": .text(Self.words)]),
            "servers": .list([.object(["url": .text("/")])]),
            "security": .list([.object(["token": .list([])])]),
            "paths": .object(JSON.KeyedValues(paths)),
            "components": .object([
                "securitySchemes": .object(["token": .object(["type": .text("http"), "scheme": .text("bearer"), "description": .text("A token made on the page Tokens for programs, or by trellis token make.")])]),
                "schemas": .object(["Problem": APIProblems.shape.schema]),
                "responses": .object(JSON.KeyedValues(APIProblems.all.map { ("Problem\($0.status)", Self.refusal($0.status, $0.meaning)) })),
            ]),
        ])
    }

    /// What each path and method are, for tests: `POST /api/v1/pupils/*/status`.
    public var listed: [String] { operations.map { "\($0.method.uppercased()) \($0.pattern)" } + ["GET \(openAPIPath.pattern)"] }

    private var paths: [(String, JSON)] {
        let groups = Dictionary(grouping: operations, by: \.path).sorted { $0.key < $1.key }
        return groups.map { path, operations in (path, .object(JSON.KeyedValues(operations.map { ($0.method, $0.json) }))) } + [(openAPIPath.pattern, Self.itself)]
    }

    /// The description describes itself: it holds no data, so it needs no token.
    private static let itself: JSON = .object(["get": .object([
        "operationId": .text("describe"), "summary": .text("This description"), "security": .list([]),
        "responses": .object([
            "200": APIOperation.response("This description.", headers: [], APIOperation.content("application/json", .object(["type": .text("object")]))),
            "406": .object(["$ref": .text("#/components/responses/Problem406")]), "422": .object(["$ref": .text("#/components/responses/Problem422")]),
        ]),
    ])])

    private static func refusal(_ status: Int, _ meaning: String) -> JSON {
        let headers = [401: ["WWW-Authenticate"], 405: ["Allow"], 429: ["Retry-After"]][status] ?? []
        return APIOperation.response(meaning, headers: headers, APIOperation.content("application/problem+json", .object(["$ref": .text("#/components/schemas/Problem")])))
    }

    private static let words = """
        What Trellis knows, for other programs of the same trust. A token acts for the person who made it: it sees and does no more than they, and \
        everything it sees or does stands in the trail. Lists come in parts: ask again with `cursor` until `next` is null.
        """
}
