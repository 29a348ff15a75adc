import Access
import Basics
import Database
import Files
import Pages
import People

/// A file of results of one test at one school: a row of headings with UPN or names, the scores by their names, and
/// perhaps the day; then a row for each pupil.
struct ResultFile: Sendable {
    let instrument: Instrument
    let school: SchoolID
    /// For rows without a day of their own.
    let takenOn: Day
    let path: String

    /// Takes the rows, each refused or saved by itself, a wrong score left out and the rest of its row taken.
    func take(_ writer: Writer, _ viewer: Viewer) throws -> ImportReport {
        let roll = try TestRoll(writer, self, viewer, writer.act.today)
        var headings: ResultHeadings?, report = ImportReport()
        report.notes += try TableFile.read(path) { row in
            guard let known = headings else { return headings = try ResultHeadings(row, instrument) }
            try take(row, known, roll, writer, &report)
        }
        if headings == nil { throw FileRefusal("This file has no rows.") }
        return report
    }

    private func take(_ row: TableRow, _ headings: ResultHeadings, _ roll: TestRoll, _ writer: Writer, _ report: inout ImportReport) throws {
        let name = headings.name(row)
        let refuse = { (reason: String) in ImportLine(row: row.number, name: name, outcome: .refused, reason: reason) }
        guard let pupil = roll.pupil(upn: headings.upn(row), names: name, born: headings.birth(row)) else {
            return report.add(refuse("Nobody on the school’s roll today has this UPN or name, or two have it. Check the UPN."))
        }
        let day: Day
        do { day = try headings.day(row) ?? takenOn } catch { return report.add(refuse("The day of the test is none that we can read. Write it as 22/11/2026.")) }
        var differences: [Difference] = [], problems: [String] = [], corrected = false
        for (scale, text) in headings.scores(row) where !text.isEmpty {
            let sitting = TestRoll.Sitting(pupil: pupil.id, scale: scale.key, day: day), before = roll.standing[sitting]
            do {
                let change = try SaveResult(scale, text, takenOn: day, tester: headings.tester(row)).applied(to: before, of: pupil, with: instrument, at: school, today: writer.act.today)
                if change.isEmpty { continue }
                roll.standing[sitting] = try writer.save(change)
                corrected = corrected || before != nil
                differences.append(Difference(scale.name, before.map { scale.typed($0.score) } ?? "", scale.typed(change.after.score)))
            } catch let wrong as Problems {
                problems.append(wrong.description)
                report.problems.append(IncomingProblem(row: row.number, field: scale.key, message: wrong.description))
            }
        }
        let outcome: ImportOutcome = differences.isEmpty ? (problems.isEmpty ? .unchanged : .refused) : corrected ? .changed : .new
        report.add(ImportLine(row: row.number, name: pupil.name, pupil: pupil.id, outcome: outcome, differences: differences, reason: problems.joined(separator: " ")))
    }
}

/// Which column of a file of results holds what.
private struct ResultHeadings {
    private let upn: Int?, birth: Int?, day: Int?, tester: Int?
    private let names: [Int]
    private let scales: [(place: Int, scale: Scale)]

    init(_ row: TableRow, _ instrument: Instrument) throws {
        let heads = row.cells.map(\.folded)
        func place(_ words: [String]) -> Int? { heads.firstIndex { words.contains($0) } }
        upn = place(["upn", "unique pupil number"])
        birth = place(["date of birth", "dob", "born", "birth date"])
        day = place(["date", "test date", "date of test", "day of the test", "taken on"])
        tester = place(["tester", "tested by"])
        names = ["forename", "first name", "name", "pupil", "pupil name", "surname", "last name"].compactMap { word in heads.firstIndex(of: word) }
        scales = instrument.scales.compactMap { scale in place([scale.name.folded, scale.key.folded]).map { ($0, scale) } }
        if scales.isEmpty || (upn == nil && names.isEmpty) {
            throw FileRefusal("The first row needs the headings UPN (or Forename and Surname) and \(instrument.scales.map { "“\($0.name)”" }.joined(separator: ", ")). Name your columns so, and try again.", row: row.number)
        }
    }

    func upn(_ row: TableRow) -> String { text(upn, row) }
    func name(_ row: TableRow) -> String { names.map { row[safe: $0].trimmed }.filter { !$0.isEmpty }.joined(separator: " ") }
    func tester(_ row: TableRow) -> String { String(text(tester, row).prefix(100)) }
    func birth(_ row: TableRow) -> Day? { try? FormValues([("day", text(birth, row))]).dayIfAny("day") }
    /// - Throws: `Problems` where something stands there that is no day.
    func day(_ row: TableRow) throws -> Day? { try FormValues([("day", text(day, row))]).dayIfAny("day") }
    func scores(_ row: TableRow) -> [(Scale, String)] { scales.map { ($0.scale, row[safe: $0.place].trimmed) } }

    private func text(_ place: Int?, _ row: TableRow) -> String { place.map { row[safe: $0].trimmed } ?? "" }
}

/// The pupils of a school in sight, by UPN and by name, and what stands for them.
private final class TestRoll {
    struct Sitting: Hashable { let pupil: PupilID, scale: String, day: Day }

    private let byUPN: [String: Pupil]
    private let byName: [[String]: [Pupil]]
    var standing: [Sitting: TestResult]

    init(_ reader: Reader, _ file: ResultFile, _ viewer: Viewer, _ day: Day) throws {
        let pupils = try reader.all(Pupil.self, """
            WHERE id IN (SELECT e.pupil_id FROM enrolment e WHERE e.school_id = \(file.school) AND e.kind <> 'G' AND e.starts <= \(day) \
            AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day)))
            """)
        byUPN = Dictionary(pupils.compactMap { pupil in pupil.upn.map { ($0, pupil) } }) { first, _ in first }
        var names: [[String]: [Pupil]] = [:]
        for pupil in pupils { for name in Set([pupil.name, pupil.legalName].map(Self.words)) { names[name, default: []].append(pupil) } }
        byName = names
        let results = try reader.results(with: file.instrument.id, among: pupils.map(\.id), from: Day(number: 0), to: day)
        standing = Dictionary(results.map { (Sitting(pupil: $0.pupil, scale: $0.scale, day: $0.takenOn), $0) }) { $1 }
    }

    /// Whom a row means; nil where it is nobody, or more than one. A UPN is believed before a name.
    func pupil(upn: String, names: String, born: Day?) -> Pupil? {
        if !upn.isEmpty { return byUPN[upn.uppercased()] }
        let alike = (byName[Self.words(names)] ?? []).filter { born == nil || $0.birth == born }
        return alike.count == 1 ? alike[0] : nil
    }

    private static func words(_ name: String) -> [String] { name.replacing(",", with: " ").folded.split(separator: " ").map(String.init).sorted() }
}
