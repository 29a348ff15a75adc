import Basics
import Pages

/// Values that were sent and fit their declaration.
public struct APIValues: Sendable {
    private let values: JSON.KeyedValues

    init(_ values: JSON.KeyedValues = [:]) { self.values = values }

    /// The text of a field; empty where it was left out.
    public func text(_ name: String) -> String { if case .text(let text)? = values[name] { text } else { "" } }

    public func day(_ name: String) -> Day? { Day(text(name)) }

    public func integer(_ name: String) -> Int? { if case .integer(let number)? = values[name] { number } else { nil } }

    public func flag(_ name: String) -> Bool { values[name] == .bool(true) }

    public func has(_ name: String) -> Bool { values[name].map { $0 != .null } ?? false }

    /// All of it, as it was sent.
    public var json: JSON { .object(values) }

    /// The same as a form would send it, for acts that pages share.
    public var form: FormValues {
        FormValues(values.names.flatMap { name in
            let sent = if case .list(let items)? = values[name] { items } else { [values[name] ?? .null] }
            return sent.compactMap { $0.asTyped }.map { (name, $0) }
        })
    }
}

extension JSON {
    /// What a form would send for it.
    fileprivate var asTyped: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .bool(true): "yes"
        default: nil
        }
    }
}

extension APIValues {
    /// The values of a query.
    /// - Throws: `Problems` with all that does not fit its declaration; what is not declared does not fit either,
    ///   since a misspelt filter would let through everything.
    init(query: FormValues, _ fields: [APIField]) throws {
        var problems = Problems(), pairs: [(String, JSON)] = []
        for name in Set(query.pairs.map(\.name)).sorted() where !fields.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            problems.add(String(name.prefix(60)), "This question is not known here. Leave it out, or check its spelling.")
        }
        for field in fields {
            let texts = query.all(field.name)
            problems.require(texts.count < 2, field.name, "This is asked twice. Ask it once.")
            guard let text = texts.first else { continue }
            let value = field.shape.value(of: text)
            field.shape.check(value, at: field.name, &problems)
            pairs.append((field.name, value))
        }
        try problems.check()
        self.init(JSON.KeyedValues(pairs))
    }

    /// The values of a body.
    /// - Throws: `APIRefusal` where it is not JSON, `Problems` where it does not fit.
    init(body: [UInt8], _ fields: [APIField]) throws {
        let json: JSON
        do { json = try JSON(reading: body) } catch { throw APIRefusal(status: 400, detail: error.message) }
        guard case .object(let values) = json else { throw APIRefusal(status: 400, detail: "Send one JSON object.") }
        var problems = Problems()
        APIShape.object(fields).check(json, at: "", &problems)
        try problems.check()
        self.init(values)
    }
}

extension APIShape {
    /// What the text of a query means where this is asked for.
    fileprivate func value(of text: String) -> JSON {
        switch self {
        case .integer: Int(text).flatMap { "\($0)" == text ? .integer($0) : nil } ?? .text(text)
        case .flag: text == "true" ? .bool(true) : text == "false" ? .bool(false) : .text(text)
        default: .text(text)
        }
    }
}
