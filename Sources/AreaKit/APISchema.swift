import Basics

extension APIShape {
    /// The shape in JSON Schema 2020-12, as OpenAPI 3.1 uses it, with exact limits.
    var schema: JSON { .object(JSON.KeyedValues(members)) }

    var members: [(String, JSON)] {
        switch self {
        case .text(let least, let most, let pattern):
            [("type", .text("string")), ("minLength", .integer(least)), ("maxLength", .integer(most))] + (pattern.map { [("pattern", .text($0.text))] } ?? [])
        case .code(let codes): [("type", .text("string")), ("enum", .list(codes.map(JSON.text)))]
        case .day: [("type", .text("string")), ("format", .text("date"))]
        case .instant: [("type", .text("string")), ("format", .text("date-time"))]
        case .integer(let range): [("type", .text("integer")), ("format", .text("int64")), ("minimum", .integer(range.lowerBound)), ("maximum", .integer(range.upperBound))]
        case .flag: [("type", .text("boolean"))]
        case .list(let shape): [("type", .text("array")), ("items", shape.schema)]
        case .object(let fields): Self.members(of: fields)
        case .orNull(let shape): [("anyOf", .list([shape.schema, .object(["type": .text("null")])]))]
        }
    }

    private static func members(of fields: [APIField]) -> [(String, JSON)] {
        [
            ("type", .text("object")), ("additionalProperties", .bool(false)),
            ("required", .list(fields.filter(\.isNeeded).map { .text($0.name) })),
            ("properties", .object(JSON.KeyedValues(fields.map { ($0.name, $0.schema) }))),
        ]
    }

    /// In words, for people who read the page.
    var inWords: String {
        switch self {
        case .text(let least, let most, _): least == most ? "text, \(most) characters" : most >= 100_000 ? "text" : "text, at most \(most) characters"
        case .code(let codes): codes.joined(separator: " | ")
        case .day: "date"
        case .instant: "moment, UTC"
        case .integer(let range): range.upperBound == .max ? "whole number" : "whole number, \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true | false"
        case .list(let shape): "list of \(shape.inWords)"
        case .object(let fields): "object of \(fields.map(\.name).joined(separator: ", "))"
        case .orNull(let shape): "\(shape.inWords), or null"
        }
    }
}

extension APIField {
    var schema: JSON { .object(JSON.KeyedValues([("description", .text(words))] + shape.members)) }
}
