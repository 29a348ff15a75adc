// How inclusion strategies stand in their tables.
import Basics
import Database
import Foundation

extension InclusionStrategy: Recorded {
    public static let table = Table("inclusion_strategy", "school_id", "due_year", "begun_by", "begun_on")

    public var cells: [SQLValue] { Database.cells(school, dueYear, begunBy, begunOn) }

    public init(_ row: inout Row) throws {
        let (id, version): (StrategyID, Int) = try (row.next(), row.next())
        try self.init(of: row.next(), dueYear: row.next(), begunBy: row.next(), on: row.next())
        (self.id, self.version) = (id, version)
    }

    public var recordAt: SchoolID? { school }
}

extension StrategyAnswers: Recorded {
    public static let table = Table("strategy_section", "strategy_id", "school_id", "section", "answers", "saved_by", "saved_on")

    public var cells: [SQLValue] { Database.cells(strategy, school, section, StrategyJSON.text(words), savedBy, savedOn) }

    public init(_ row: inout Row) throws {
        (id, version, strategy, school, section) = try (row.next(), row.next(), row.next(), row.next(), row.next())
        words = try StrategyJSON.value([String: String].self, row.next())
        (savedBy, savedOn) = try (row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension StrategyActivity: Recorded {
    public static let table = Table("strategy_activity", "strategy_id", "school_id", "name", "barrier", "words", "cost", "strands", "intervention_id", "removed_on")

    public var cells: [SQLValue] { Database.cells(strategy, school, name, barrier, words, cost, strands.joined(separator: ","), intervention, removedOn) }

    public init(_ row: inout Row) throws {
        (id, version, strategy, school) = try (row.next(), row.next(), row.next(), row.next())
        (name, barrier, words, cost) = try (row.next(), row.next(), row.next(), row.next())
        strands = try row.next(String.self).split(separator: ",").map(String.init)
        (intervention, removedOn) = try (row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension StrategyEdition: Recorded {
    public static let table = Table("strategy_edition", "strategy_id", "school_id", "due_year", "number", "published_on", "published_by", "content")

    public var cells: [SQLValue] { Database.cells(strategy, school, dueYear, number, publishedOn, publishedBy, StrategyJSON.text(content)) }

    public init(_ row: inout Row) throws {
        (id, version, strategy, school, dueYear, number) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
        (publishedOn, publishedBy) = try (row.next(), row.next())
        content = try StrategyJSON.value(StrategyText.self, row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension StrategySection: Storable {}

private enum StrategyJSON {
    /// In an order of its own, so that the same words are the same text.
    static func text(_ value: some Encodable) -> String {
        let writer = JSONEncoder()
        writer.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? writer.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    static func value<Value: Decodable>(_: Value.Type, _ text: String) throws -> Value { try JSONDecoder().decode(Value.self, from: Data(text.utf8)) }
}
