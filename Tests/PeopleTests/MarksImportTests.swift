import Access
import Basics
import Database
import Files
import Pages
import Stage
import Testing
@testable import People

@Suite("The attendance register from a file")
struct MarksImportTests {
    /// A Thursday and a Friday.
    static let thursday = "2026-11-19", friday = "2026-11-20"
    static let daily = ReportMap(kind: .marks, columns: ["upn": "UPN", "date": "Date", "am": "AM", "pm": "PM"])
    static let single = ReportMap(kind: .marks, columns: ["upn": "UPN", "date": "Date", "session": "Session", "code": "Mark"])

    static func open(_ engine: StageEngine = .sqlite) async throws -> (Stage, School, sam: Pupil, ana: Pupil) {
        let (stage, elm) = try await ImportStoreTests.open(engine)
        return (stage, elm, try await stage.pupil(at: elm, provision: "K"), try await stage.pupil("Ana", "Reed", at: elm, provision: "K"))
    }

    static func codes(_ stage: Stage) async throws -> [String] {
        try await stage.read { try $0.all(AttendanceMark.self, "ORDER BY pupil_id, day, half_day").map { "\($0.day.day) \($0.half.rawValue) \($0.code)" } }
    }

    @Test("Dry run, reading, the same again, an undo: each does what it says", arguments: StageEngine.here)
    func round(engine: StageEngine) async throws {
        let (stage, elm, sam, ana) = try await Self.open(engine), before = try await stage.wholeRecord(with: true), bare = try await stage.wholeRecord()
        let text = "UPN,Date,AM,PM\n\(sam.upn ?? ""),20/11/2026,I,\n\(ana.upn ?? ""),\(Self.friday),/,\n\(sam.upn ?? ""),19/11/2026,/,m\n"
        #expect(try await stage.importing(.report(Self.daily), text, at: elm, dryRun: true).report.count(.new) == 2)
        #expect(unlike(before, try await stage.wholeRecord(with: true)).isEmpty)
        let result = try await stage.importing(.report(Self.daily), text, at: elm)
        #expect(result.report.count(.new) == 2 && result.report.count(.unchanged) == 1 && result.report.notes.contains { $0.hasPrefix("2 marks of pupils who were in were read and not kept") })
        #expect(result.report.lines.first?.differences == [Difference("Morning of 20 November 2026", "", "Illness (I)")])
        #expect(try await Self.codes(stage) == ["19 pm M", "20 am I"])
        let again = try await stage.importing(.report(Self.daily), text, at: elm).report
        #expect(again.count(.unchanged) == 3 && again.count(.new) == 0 && again.count(.changed) == 0)
        let marks = try await stage.read { try $0.registerMarks(of: [sam.id, ana.id], at: elm.id, from: stage.today - 1, to: stage.today) }
        #expect(marks.standing(of: sam.id, on: stage.today, .morning) == .absent && marks.standing(of: ana.id, on: stage.today, .morning) == .there)
        #expect(marks.isRead(stage.today, .morning) && !marks.isRead(stage.today, .afternoon) && marks.standing(of: sam.id, on: stage.today, .afternoon) == .open)
        try await stage.undo(result)
        #expect(unlike(bare, try await stage.wholeRecord()).isEmpty)
    }

    @Test("A later file puts an earlier one right, row by half-day too; an undo brings the earlier back", arguments: StageEngine.here)
    func corrected(engine: StageEngine) async throws {
        let (stage, elm, sam, _) = try await Self.open(engine), upn = sam.upn ?? ""
        _ = try await stage.importing(.report(Self.daily), "UPN,Date,AM,PM\n\(upn),\(Self.thursday),N,N\n", at: elm)
        let later = try await stage.importing(.report(Self.single), "UPN,Date,Session,Mark\n\(upn),\(Self.thursday),AM,I\n\(upn),\(Self.thursday),Afternoon,\\\n", at: elm)
        #expect(later.report.count(.changed) == 2)
        #expect(try await Self.codes(stage) == ["19 am I", "19 pm \\"])
        #expect(try await stage.read { try $0.notableMarks(of: sam.id, since: .distantPast).map(\.code) } == ["I"])
        try await stage.undo(later)
        #expect(try await Self.codes(stage) == ["19 am N", "19 pm N"])
    }

    @Test("A half-day that was read as illness and turns out to be a closure is put right; a closure of itself is not kept", arguments: StageEngine.here)
    func closed(engine: StageEngine) async throws {
        let (stage, elm, sam, ana) = try await Self.open(engine), upn = sam.upn ?? ""
        _ = try await stage.importing(.report(Self.daily), "UPN,Date,AM,PM\n\(upn),\(Self.thursday),I,I\n", at: elm)
        let later = try await stage.importing(.report(Self.daily), "UPN,Date,AM,PM\n\(upn),\(Self.thursday),#,#\n\(ana.upn ?? ""),\(Self.thursday),#,Z\n", at: elm)
        #expect(later.report.count(.changed) == 1 && later.report.count(.unchanged) == 1)
        #expect(try await Self.codes(stage) == ["19 am #", "19 pm #"])
        try await stage.undo(later)
        #expect(try await Self.codes(stage) == ["19 am I", "19 pm I"])
    }

    @Test("What cannot be is left out with the reason, and the other rows are taken", arguments: StageEngine.here)
    func hostile(engine: StageEngine) async throws {
        let (stage, elm, sam, ana) = try await Self.open(engine), upn = sam.upn ?? "", other = ana.upn ?? ""
        try await stage.act { try $0.save(AddClosure(kind: "closure", name: "Snow", starts: $0.act.today - 4, ends: $0.act.today - 4).applied(to: elm.id, beside: [])) }
        let late = try await stage.act { writer in
            let late = try writer.save(Change("pupil.added", to: Pupil(id: .new, upn: Stage.upn(77), surname: "Late", forename: "Lou", birth: Stage.inYear4)))
            try writer.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: late.id, school: elm.id, kind: "C", admissionNumber: "L1", spell: Spell(starts: writer.act.today))))
            return late
        }
        let rows: [(String, String)] = [
            ("\(upn),soon,I,I", "isn't a date that we can read"), ("\(upn),,I,I", "no date that we can read"), (",\(Self.friday),I,I", "names no pupil by a number"),
            ("Z999100121099,\(Self.friday),I,I", "not on the school’s roll here"), ("\(late.upn ?? ""),\(Self.thursday),I,I", "was not on the school’s roll on 19 November 2026"),
            ("\(upn),2026-11-23,I,I", "still to come"), ("\(upn),2026-11-15,I,I", "no pupils in on 15 November 2026"), ("\(upn),2026-11-16,I,I", "no pupils in on 16 November 2026"), ("\(upn),2025-03-03,I,I", "too long ago"),
            ("\(upn),\(Self.friday),/\\/\\/\\,", "isn’t one attendance code"), ("\(upn),\(Self.friday),=cmd|' /C calc'!A0,", "isn’t one attendance code"), ("1.2E+12,\(Self.friday),I,I", "was cut by a spreadsheet"),
        ]
        for (row, words) in rows {
            let report = try await stage.importing(.report(Self.daily), "UPN,Date,AM,PM\n\(row)\n", at: elm, dryRun: true).report
            #expect(report.count(.refused) == 1 && report.count(.new) == 0, "\(row)")
            #expect((report.lines.map(\.reason) + report.problems.map(\.message)).contains { $0.contains(words) }, "\(row): \(report.problems.map(\.message)) \(report.lines.map(\.reason))")
        }
        let all = (["UPN,Date,AM,PM"] + rows.map(\.0) + ["\(upn),\(Self.friday),I,/\\", "\(other),\(Self.thursday),??,-", "\(other),\(Self.friday),#,Z"]).joined(separator: "\n")
        let report = try await stage.importing(.report(Self.daily), all, at: elm).report
        #expect(report.count(.refused) == rows.count && report.count(.new) == 2 && report.count(.unchanged) == 1)
        #expect(try await Self.codes(stage) == ["20 am I", "19 am ??"], "an unknown code is kept as it was typed")
        #expect(report.problems.allSatisfy { !$0.message.contains("Whitlock") && !$0.message.contains("Reed") })
        #expect(try await stage.read { try $0.registerMarks(of: [ana.id], at: elm.id, from: stage.today - 1, to: stage.today).standing(of: ana.id, on: stage.today - 1, .morning) } == .open)
    }

    @Test("A file that says two things of one half-day is taken at its first word, and a school that is not one’s own is refused")
    func twice() async throws {
        let (stage, elm, sam, _) = try await Self.open(), upn = sam.upn ?? ""
        let text = "UPN,Date,AM,PM\n\(upn),\(Self.thursday),I,\n\(upn),\(Self.thursday),/,\n\(upn),\(Self.thursday),I,\n"
        let report = try await stage.importing(.report(Self.daily), text, at: elm).report
        #expect(report.count(.new) == 1 && report.count(.conflict) == 1 && report.count(.unchanged) == 1 && report.lines.contains { $0.reason.contains("says two things") })
        #expect(try await Self.codes(stage) == ["19 am I"])
        var map = Self.daily
        map.urnColumn = "URN"
        #expect(try await stage.importing(.report(map), "URN,UPN,Date,AM,PM\n123456,\(upn),\(Self.friday),I,\n", at: elm).report.count(.refused) == 1)
    }

    @Test("More rows than are saved together")
    func many() async throws {
        let (stage, elm, sam, ana) = try await Self.open()
        let days = (0..<420).map { stage.today - $0 }.filter { BankHolidays.isWorkingDay($0) && $0 > Stage.september }
        let rows = days.flatMap { ["\(sam.upn ?? ""),\($0),I,I", "\(ana.upn ?? ""),\($0),/,V"] }
        let text = (["UPN,Date,AM,PM"] + rows).joined(separator: "\n"), report = try await stage.importing(.report(Self.daily), text, at: elm).report
        #expect(report.count(.new) + report.count(.refused) == rows.count && report.count(.new) > 500)
        let again = try await stage.importing(.report(Self.daily), text, at: elm).report
        #expect(again.count(.unchanged) == report.count(.new) && again.count(.new) == 0)
    }

    @Test("A code without its half-day, and a map without marks, are not taken")
    func map() throws {
        let wrong = ReportMap(kind: .marks, columns: ["upn": "UPN", "date": "Date", "code": "Mark"])
        #expect(try #require(throws: Problems.self) { try wrong.check() }.list.map(\.field) == ["session"])
        #expect(try #require(throws: Problems.self) { try ReportMap(kind: .marks, columns: ["upn": "UPN", "date": "Date"]).check() }.list.map(\.field) == ["am"])
        #expect(throws: Never.self) { try Self.single.check() }
        let heading = TableRow(number: 1, cells: ["UPN", "Date", "AM", "PM"])
        #expect(ReportMap.proposed(for: [heading], kind: .marks)?.columns == Self.daily.columns)
    }

    @Test("In the browser a register is chosen, mapped and looked at; the pupil’s page shows it to those who see the whole record")
    func page() async throws {
        let (stage, elm, sam, _) = try await Self.open(), amira = Viewer.amira(at: elm.id), papers = StagePapers(), beech = try await stage.schoolClass("Beech", at: elm, of: [sam])
        let file = try papers.file(Array("UPN,Date,AM,PM\n\(sam.upn ?? ""),20/11/2026,I,\n".utf8), named: "register.csv")
        let sent = try await stage.visit(.send, "/schools/\(elm.id)/import", as: amira, form: ["kind": "marks"], files: [file])
        let columns = try await stage.visit(.read, sent.next ?? "", as: amira).next ?? ""
        #expect(try await stage.visit(.read, columns, as: amira).text.contains("Which half-day"))
        let form: KeyValuePairs = ["header_row": "1", "date_order": "dmy", "upn": "UPN", "date": "Date", "am": "AM", "pm": "PM"]
        let preview = try await stage.visit(.send, columns, as: amira, form: form).next ?? ""
        #expect(try await stage.visit(.read, preview, as: amira).text.contains("Illness (I)"))
        _ = try await stage.importing(.report(Self.daily), "UPN,Date,AM,PM\n\(sam.upn ?? ""),20/11/2026,I,\n", at: elm)
        #expect(try await stage.visit(.read, "/pupils/\(sam.id)", as: amira).text.contains("Illness (I)"))
        #expect(try await !stage.visit(.read, "/pupils/\(sam.id)", as: .tom(of: beech.id, at: elm.id)).text.contains("Illness (I)"), "why somebody was away is not for everybody")
    }
}
