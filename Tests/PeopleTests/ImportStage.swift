import Access
import AreaKit
import Basics
@testable import Database
import Foundation
import Stage
@testable import People

// What tests of imports need: a pupil's row against a record without a store, and files against a stage.

/// One row of a file against what the record holds of one pupil.
struct Row {
    static let today = Stage.november
    static let elm = School(id: SchoolID(1), urn: "999001", name: "Elm Primary School", laCode: "999", laName: "Larkshire", establishment: "9001",
                            phase: "Primary", kind: .mainstream, unitRecognised: false, resourcedRecognised: false, misOwns: Set(MISField.allCases))
    static let upn = Stage.upn(1), otherUPN = Stage.upn(2), temporary = temporaryUPN("999100126001")
    static let sam = Pupil(id: PupilID(7), upn: upn, surname: "Whitlock", forename: "Sam", birth: Stage.inYear4)

    var incoming = IncomingPupil(row: 2, surname: "Whitlock", forename: "Sam", birthDate: Stage.inYear4)
    var known = KnownPupil(sam)
    var school = elm
    var day = today
    var listsNeedsWhole = true
    var joins: Day?

    init(_ change: (inout Row) -> Void = { _ in }) {
        incoming.upn = Self.upn
        known.enrolments = [Enrolment(id: RowID(1), pupil: Self.sam.id, school: Self.elm.id, kind: "C", spell: Spell(starts: Stage.september))]
        change(&self)
    }

    /// What the row changes.
    var update: PupilUpdate {
        var update = PupilUpdate(incoming: incoming, known: known, school: school, day: day, schoolClass: nil, classesHere: [],
                                 listsNeedsWhole: listsNeedsWhole, isNew: false, joins: joins)
        update.work()
        return update
    }

    /// A temporary UPN: a letter in the last place (DfE, unique pupil numbers).
    private static func temporaryUPN(_ twelve: String) -> String {
        let rest = twelve.dropLast() + "A"
        return UniquePupilNumber.checkLetter(for: String(rest)).map { "\($0)\(rest)" } ?? String(rest)
    }
}

extension PupilUpdate {
    var labels: [String] { differences.map(\.label) }
    /// True when the row alters nothing at all.
    var isSilent: Bool { differences.isEmpty && conflicts.isEmpty }
}

extension ProvisionSpell {
    static func of(_ code: String, _ starts: Day, _ ends: Day? = nil, id: Int = 0, here: Bool = false) -> ProvisionSpell {
        ProvisionSpell(id: RowID(id), pupil: Row.sam.id, provision: code, spell: Spell(starts: starts, ends: ends), decidedHere: here)
    }
}

extension PupilNeed {
    static func of(_ code: String, rank: Int?, _ starts: Day = Stage.september, _ ends: Day? = nil, id: Int = 1) -> PupilNeed {
        PupilNeed(id: RowID(id), pupil: Row.sam.id, need: code, area: "", rank: rank, spell: Spell(starts: starts, ends: ends))
    }
}

extension Stage {
    static let importAreas: [any Area] = [PeopleArea()]

    /// Reads a text in as a file at a school.
    @discardableResult
    func importing(_ kind: ImportRequest.Kind, _ text: String, at school: School?, named name: String = "file", dryRun: Bool = false) async throws -> ImportResult {
        try await importing(kind, Data(text.utf8), at: school, named: name, dryRun: dryRun)
    }

    @discardableResult
    func importing(_ kind: ImportRequest.Kind, _ bytes: Data, at school: School?, named name: String = "file", dryRun: Bool = false) async throws -> ImportResult {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + "-" + name)
        try bytes.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await importFile(kind, file.path, at: school, dryRun: dryRun)
    }

    @discardableResult
    func importFile(_ kind: ImportRequest.Kind, _ path: String, at school: School?, dryRun: Bool = false) async throws -> ImportResult {
        let request = ImportRequest(kind, path: path, name: URL(filePath: path).lastPathComponent, school: school?.id)
        return try await store.importFile(request, as: .operator, Act(who: "Dev Patel", at: now, way: .command), dryRun: dryRun)
    }

    func undo(_ result: ImportResult) async throws {
        try await store.undoImport(result.receipt ?? .new, as: .operator, Act(who: "Dev Patel", at: now, way: .command))
    }

    /// Every row of every table as text, but for versions; without the trail, its head and receipts.
    func wholeRecord(with receipts: Bool = false) async throws -> [String: [String]] {
        try await read { reader in
            var record: [String: [String]] = [:]
            for table in try reader.tables() where receipts || !["trail", "trail_value", "trail_head", "import_receipt"].contains(table) {
                record[table] = try reader.lines(of: table)
            }
            return record
        }
    }
}

extension Reader {
    fileprivate func tables() throws -> [String] {
        let names: SQL = dialect == .sqlite ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
            : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() ORDER BY table_name"
        return try column(names, as: String.self)
    }

    fileprivate func lines(of table: String) throws -> [String] {
        let names: SQL = dialect == .sqlite ? "SELECT name FROM pragma_table_info(\(table))"
            : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY ordinal_position"
        let columns = try column(names, as: String.self).filter { $0 != "version" }
        let parts = try columns.map { column -> SQL in "coalesce(CAST(\(try SQL(name: column)) AS text), '-')" }
        return try column("SELECT \(SQL.joined(parts, " || '|' || ")) FROM \(try SQL(name: table))", as: String.self).sorted()
    }
}

/// A transfer file of Elm's own pupils.
enum ElmFile {
    static func ctf(source: String = "9001", destination: String = "9001", written: String = "2026-11-19T08:00:00", _ pupils: String...) -> String {
        """
        <CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>26.0</CTFversion><DateTime>\(written)</DateTime>\
        <SourceSchool><LEA>999</LEA><Estab>\(source)</Estab></SourceSchool><DestSchool><LEA>999</LEA><Estab>\(destination)</Estab></DestSchool></Header>\
        <CTFpupilData>\(pupils.joined())</CTFpupilData></CTfile>
        """
    }

    static func pupil(_ upn: String?, _ surname: String = "Whitlock", _ forename: String = "Sam", born: String = "2018-03-10", _ rest: String = "") -> String {
        "<Pupil>\(upn.map { "<UPN>\($0)</UPN>" } ?? "")<Surname>\(surname)</Surname><Forename>\(forename)</Forename><DOB>\(born)</DOB>\(rest)</Pupil>"
    }

    static func sen(_ spells: (String, String)..., needs: String = "") -> String {
        "<SENhistory>" + spells.map { "<SEN><StartDate>\($0.0)</StartDate><SENprovision>\($0.1)</SENprovision></SEN>" }.joined()
            + (needs.isEmpty ? "" : "<SENneeds>\(needs)</SENneeds>") + "</SENhistory>"
    }

    static func need(_ rank: Int, _ code: String) -> String { "<SENneed><SENtypeRank>\(rank)</SENtypeRank><SENtype>\(code)</SENtype></SENneed>" }
}

extension ImportReport {
    /// The numbers that are not nought.
    var numbers: [ImportOutcome: Int] { counts.filter { $0.value > 0 } }
}

/// The tables in which two records differ, with what only one of them has.
func unlike(_ one: [String: [String]], _ other: [String: [String]]) -> [String] {
    Set(one.keys).union(other.keys).sorted().flatMap { table in
        let first = Set(one[table] ?? []), second = Set(other[table] ?? [])
        return first.subtracting(second).map { "-\(table) \($0)" } + second.subtracting(first).map { "+\(table) \($0)" }
    }
}
