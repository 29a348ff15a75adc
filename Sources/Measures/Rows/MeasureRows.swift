import Basics
import Database
import Foundation

extension Instrument: Recorded {
    public static let table = Table("instrument", "key", "name", "publisher", "domain", "scales", "measures_progress", "youngest_months", "oldest_months",
                                    "licence", "about", "school_id", "ends")

    public var cells: [SQLValue] {
        Database.cells(key, name, publisher, domain, KeptList(scales), measuresProgress, youngestMonths, oldestMonths, licence, about, school, ends)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), key: row.next(), name: row.next(), publisher: row.next(), domain: row.next(),
            scales: row.next(KeptList<Scale>.self).items, measuresProgress: row.next(), youngestMonths: row.next(), oldestMonths: row.next(), licence: row.next(), about: row.next(),
            school: row.next(), ends: row.next())
    }

    public var recordAt: SchoolID? { school }
}

extension CutOffs: Recorded {
    public static let table = Table("cut_offs", "instrument_id", "scale", "school_id", "starts", "bands")

    public var cells: [SQLValue] { Database.cells(instrument, scale, school, starts, KeptList(bands)) }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), instrument: row.next(), scale: row.next(), school: row.next(), starts: row.next(),
            bands: row.next(KeptList<Band>.self).items)
    }

    public var recordAt: SchoolID? { school }
}

extension TestResult: Recorded {
    public static let table = Table("test_result", "pupil_id", "school_id", "instrument_id", "scale", "taken_on", "number", "bound", "section", "tester", "note",
                                    "withdrawn_on", "withdrawn_because")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, instrument, scale, takenOn, score.number, score.bound, score.section, tester, note, withdrawnOn, withdrawnBecause)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), instrument: row.next(), scale: row.next(), takenOn: row.next(),
            score: Score(row.next(), row.next(), section: row.next()), tester: row.next(), note: row.next(), withdrawnOn: row.next(), withdrawnBecause: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}

extension Instrument.Domain: Storable {}
extension Score.Bound: Storable {}

/// A list kept as JSON in one column.
struct KeptList<Item: Codable & Sendable>: Storable {
    let items: [Item]

    init(_ items: [Item]) { self.items = items }

    init(_ cell: Cell) throws {
        items = try readLists.list(String(cell)) { text in
            guard let items = try? JSONDecoder().decode([Item].self, from: Data(text.utf8)) else { throw StoreProblem.failed("a list in the catalogue of tests cannot be read") }
            return items
        }
    }

    var sqlValue: SQLValue {
        let writer = JSONEncoder()
        writer.outputFormatting = [.sortedKeys]
        return .text((try? writer.encode(items)).map { String(decoding: $0, as: UTF8.self) } ?? "[]")
    }
}
