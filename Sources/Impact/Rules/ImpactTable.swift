import Basics
import Measures
import Statistics

/// A plain table of scores before and after, `pupil,baseline,exit[,months]`, read without any record.
///
/// Scores are numbers, or ages such as `8:10` throughout. A pupil with an empty baseline or exit is left out and counted.
/// What cannot be read is refused with its line and column, and then nothing is computed: a figure of the rows that
/// happened to be readable would mislead.
public struct ImpactTable: Sendable {
    /// A row of the file as a person counts it, the first being 1.
    public struct Row: Sendable {
        public let line: Int, cells: [String]
        public init(line: Int, cells: [String]) { (self.line, self.cells) = (line, cells.map(\.trimmed)) }
    }

    /// A pupil with both scores, in points or months of age, and the months between the tests where they are given.
    public struct Pair: Sendable, Hashable {
        public let before: Double, after: Double, months: Double?
    }

    public let pairs: [Pair]
    public let leftOut: Int
    /// Whether the scores are ages: these are not averaged.
    public let isAges: Bool

    /// - Throws: `ImpactTableFaults` with everything that is wrong.
    public init(_ rows: [Row]) throws(ImpactTableFaults) {
        var reading = ImpactTableReading()
        reading.read(rows.filter { !$0.cells.allSatisfy(\.isEmpty) })
        if !reading.faults.isEmpty { throw ImpactTableFaults(list: reading.faults) }
        (pairs, leftOut, isAges) = (reading.pairs, reading.leftOut, reading.kind == .age)
    }
}

/// All that is wrong with a table, each with its place.
public struct ImpactTableFaults: Error, Sendable, Hashable, CustomStringConvertible {
    public let list: [Fault]

    public struct Fault: Sendable, Hashable, CustomStringConvertible {
        /// Both counted from 1.
        public let line: Int, column: Int
        public let message: String
        public var description: String { "Line \(line), column \(column): \(message)" }
    }

    public var description: String { list.map(\.description).joined(separator: "\n") }

    public var json: JSON {
        .object(["problems": .list(list.map { .object(["line": .integer($0.line), "column": .integer($0.column), "message": .text($0.message)]) })])
    }
}
