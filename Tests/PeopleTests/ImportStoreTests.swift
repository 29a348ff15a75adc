import Access
import Basics
import Database
import Files
import Foundation
import Stage
import Testing
@testable import People

@Suite("Files read into the store")
struct ImportStoreTests {
    static func open(_ engine: StageEngine) async throws -> (Stage, School) {
        let stage = try await Stage(engine, areas: Stage.importAreas)
        return (stage, try await stage.school(urn: "999001"))
    }

    static let whole = ElmFile.ctf(
        ElmFile.pupil(Stage.upn(1), "Whitlock", "Sam", ElmFile.sen(("2024-09-03", "K"), ("2026-01-05", "E"), needs: ElmFile.need(1, "ASD") + ElmFile.need(2, "SLCN"))),
        ElmFile.pupil(Stage.upn(2), "O’Hara", "Áine", ElmFile.sen(("2025-09-03", "K"), needs: ElmFile.need(1, "MLD"))),
        ElmFile.pupil(Stage.upn(3), "Óg", ""))

    @Test("A dry run says what would happen and saves nothing, not even in the trail", arguments: StageEngine.here)
    func dryRun(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let before = try await stage.wholeRecord(with: true)
        let result = try await stage.importing(.ctf, Self.whole, at: elm, dryRun: true)
        #expect(result.receipt == nil && result.report.count(.new) == 3)
        #expect(unlike(before, try await stage.wholeRecord(with: true)).isEmpty)
    }

    @Test("The same file twice is all unchanged", arguments: StageEngine.here)
    func twice(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        try await stage.importing(.ctf, Self.whole, at: elm)
        let record = try await stage.wholeRecord()
        let again = try await stage.importing(.ctf, Self.whole, at: elm)
        #expect(again.report.numbers == [.unchanged: 3])
        #expect(unlike(record, try await stage.wholeRecord()).isEmpty)
    }

    @Test("What changes is shown as it was and as it will be")
    func differences() async throws {
        let (stage, elm) = try await Self.open(.sqlite)
        try await stage.importing(.ctf, Self.whole, at: elm)
        let changed = try await stage.importing(.ctf, Self.whole.replacing("Whitlock", with: "Brook"), at: elm, dryRun: true)
        #expect(changed.report.lines.map(\.outcome) == [.changed])
        #expect(changed.report.lines.first?.differences == [Difference("Surname", "Whitlock", "Brook")])
    }

    @Test("A receipt keeps the file's hash and numbers that add up to the rows", arguments: StageEngine.here)
    func receipt(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let rows = "UPN,Surname,Forename,DOB\n\(Stage.upn(1)),Whitlock,Sam,10/03/2018\n,Other,Ada,\n,,Nobody,10/03/2018\n\(Stage.upn(2)),Khan,Ali,11/03/2018\n"
        try await stage.importing(.report(Self.map()), rows, at: elm)
        let more = rows.replacing("Sam", with: "Samuel") + ",Whitlock,Samuel,10/03/2018\n\(Stage.upn(4)),New,Nia,12/03/2018\n"
        let result = try await stage.importing(.report(Self.map()), more, at: elm, named: "pupils.csv")
        let receipt = try #require(try await stage.read { try $0.one(result.receipt ?? .new, of: ImportReceipt.self) })
        #expect(receipt.sha256 == result.sha256 && receipt.sha256.count == 64 && receipt.who == "Dev Patel" && receipt.school == elm.id)
        #expect((receipt.new, receipt.changed, receipt.unchanged, receipt.conflicts, receipt.refused) == (1, 1, 1, 1, 2))
        #expect(receipt.problemList.count >= 3)
    }

    static func map(_ more: [String: String] = [:], kind: ReportKind = .pupils) -> ReportMap {
        ReportMap(kind: kind, columns: ["upn": "UPN", "surname": "Surname", "forename": "Forename", "birth_date": "DOB"].merging(more) { $1 })
    }

    @Test("No problem names a child; it names the row and the field")
    func nameless() async throws {
        let (stage, elm) = try await Self.open(.sqlite)
        let rows = "UPN,Surname,Forename,DOB\n,Verysecret,Ada,\n,Verysecret,Ben,10/03/2018\nX123,Verysecret,Cat,99/99/2018\n"
        let report = try await stage.importing(.report(Self.map()), rows, at: elm).report
        #expect(report.problems.allSatisfy { !$0.message.contains("Verysecret") && $0.row != nil })
        #expect(report.problems.contains { $0.field == "birth_date" && $0.row == 2 })
        let broken = ElmFile.ctf(ElmFile.pupil(Stage.upn(1), "Verysecret", "Ada", born: "never"))
        let read = try await stage.importing(.ctf, broken, at: elm).report
        #expect(read.count(.refused) == 1 && read.problems.allSatisfy { !$0.message.contains("Verysecret") })
    }

    @Test("A file for another school is refused before a pupil is read")
    func wrongSchool() async throws {
        let (stage, elm) = try await Self.open(.sqlite)
        let before = try await stage.wholeRecord(with: true)
        let broken = ElmFile.ctf(source: "1234", destination: "4321", ElmFile.pupil(Stage.upn(1))) .replacing("</Pupil>", with: "<<broken")
        await #expect { try await stage.importing(.ctf, broken, at: elm) } throws: { error in
            (error as? FileRefusal).map { "\($0)".contains("999/1234") && "\($0)".contains("999/9001") } ?? false
        }
        #expect(unlike(before, try await stage.wholeRecord(with: true)).isEmpty)
    }

    @Test("A file that breaks off half way saves nothing", arguments: StageEngine.here)
    func half(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let before = try await stage.wholeRecord(with: true)
        let many = (1...300).map { ElmFile.pupil(Stage.upn($0), "Child", "\($0)") }.joined()
        await #expect(throws: FileRefusal.self) { try await stage.importing(.ctf, ElmFile.ctf(many).replacing("</CTFpupilData>", with: ""), at: elm) }
        #expect(unlike(before, try await stage.wholeRecord(with: true)).isEmpty)
    }

    @Test("A likely twin is asked about and left alone; the rest is taken", arguments: StageEngine.here)
    func twins(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let report = try await stage.importing(.ctf, ElmFile.ctf(ElmFile.pupil(nil, "Khan", "Ali"), ElmFile.pupil(nil, "Khan", "Amir"), ElmFile.pupil(Stage.upn(1))), at: elm).report
        #expect(report.numbers == [.new: 2, .twin: 1])
        #expect(try await stage.read { try $0.value("SELECT COUNT(*) FROM pupil", as: Int.self) } == 2)
    }

    @Test("A pupil who comes twice in one file is taken once, however far apart", arguments: [1, 300])
    func duplicates(apart: Int) async throws {
        let (stage, elm) = try await Self.open(.sqlite)
        let others = (2...(apart + 2)).map { ElmFile.pupil(Stage.upn($0), "Child", "\($0)") }.joined()
        let file = ElmFile.ctf(ElmFile.pupil(Stage.upn(1)), others, ElmFile.pupil(Stage.upn(1), "Whitlock", "Someone else"))
        for again in [false, true] {
            let report = try await stage.importing(.ctf, file, at: elm).report
            #expect(report.count(.conflict) == 1 && report.count(again ? .unchanged : .new) == apart + 2)
        }
    }

    @Test("A number that a row has just given to one child is not given to another", arguments: StageEngine.here)
    func numberTakenInFile(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let header = "UPN,Adno,Surname,Forename,DOB\n", map = Self.map(["admission_number": "Adno"])
        try await stage.importing(.report(map), header + "\(Row.temporary),12,Whitlock,Sam,10/03/2018\n", at: elm)
        let report = try await stage.importing(.ctf, ElmFile.ctf(ElmFile.pupil(Stage.upn(1), "Other", "Ada", born: "2017-01-01"), ElmFile.pupil(Stage.upn(1), "Third", "Bo", born: "2016-01-01")), at: elm).report
        #expect(report.numbers == [.new: 1, .conflict: 1])
    }

    @Test("A joiner's file puts children on the roll from its day; read again it alters nothing", arguments: StageEngine.here)
    func joiners(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let history = "<SchoolHistory><School><LEA>999</LEA><Estab>1234</Estab><EntryDate>2022-09-05</EntryDate><LeavingDate>2026-11-18</LeavingDate></School></SchoolHistory>"
        let file = ElmFile.ctf(source: "1234", destination: "9001", ElmFile.pupil(Stage.upn(1), "Whitlock", "Sam", history))
        #expect(try await stage.importing(.ctf, file, at: elm).report.numbers == [.new: 1])
        let roll = try await stage.read { try $0.all(Enrolment.self, "ORDER BY id") }
        #expect(roll.map(\.spell) == [Spell(starts: stage.today - 1)])
        #expect(try await stage.importing(.ctf, file, at: elm).report.numbers == [.unchanged: 1])
    }

    @Test("A leaver with a class comes again without harm", arguments: StageEngine.here)
    func leavers(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let map = Self.map(["class": "Reg", "year": "Year", "entry_date": "Entry", "leaving_date": "DOL"])
        let rows = "UPN,Surname,Forename,DOB,Reg,Year,Entry,DOL\n\(Stage.upn(1)),Whitlock,Sam,10/03/2018,4K,4,03/09/2024,12/10/2026\n\(Stage.upn(2)),Khan,Ali,11/03/2018,4K,4,,\n"
        try await stage.importing(.report(map), rows, at: elm)
        let record = try await stage.wholeRecord()
        #expect(try await stage.importing(.report(map), rows, at: elm).report.numbers == [.unchanged: 2])
        #expect(unlike(record, try await stage.wholeRecord()).isEmpty)
        let member = try await stage.read { try $0.all(ClassMember.self, "ORDER BY id").first }
        #expect(member?.spell == Spell(starts: AcademicYear(containing: stage.today).firstDay, ends: Day(2026, 10, 12)))
    }

    @Test("A move to another class leaves the teaching groups alone", arguments: StageEngine.here)
    func groupsStay(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let map = Self.map(["class": "Reg"]), row = "UPN,Surname,Forename,DOB,Reg\n\(Stage.upn(1)),Whitlock,Sam,10/03/2018,4K\n"
        try await stage.importing(.report(map), row, at: elm)
        let groups = ReportMap(kind: .groups, columns: ["group": "Group", "upn": "UPN"])
        #expect(try await stage.importing(.report(groups), "Group,UPN\nReading 1,\(Stage.upn(1))\n", at: elm).report.numbers == [.new: 1])
        try await stage.importing(.report(map), row.replacing("4K", with: "4B"), at: elm)
        let open: [String] = try await stage.read { try $0.column("SELECT c.name FROM class_member m JOIN school_class c ON c.id = m.class_id WHERE m.ends IS NULL ORDER BY c.name") }
        #expect(open == ["4B", "Reading 1"])
    }

    @Test("One report over several schools goes by its column of URNs", arguments: StageEngine.here)
    func severalSchools(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let oak = try await stage.school("Oak Primary School", urn: "999002")
        let rows = "URN,UPN,Surname,Forename,DOB\n999001,\(Stage.upn(1)),Whitlock,Sam,10/03/2018\n999002,\(Stage.upn(2)),Khan,Ali,11/03/2018\n999003,\(Stage.upn(3)),Far,Off,12/03/2018\n,\(Stage.upn(4)),No,Where,13/03/2018\n"
        let report = try await stage.importing(.report(Self.map(["urn": "URN"])), rows, at: nil).report
        #expect(report.numbers == [.new: 2, .refused: 2])
        let schools = try await stage.read { try $0.all(Enrolment.self, "ORDER BY id").map(\.school) }
        #expect(schools == [elm.id, oak.id])
    }

    @Test("Staff, classes and timetable; the same again is unchanged", arguments: StageEngine.here)
    func teaching(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let files: [(ReportMap, String)] = [
            (ReportMap(kind: .staff, columns: ["mis_id": "Code", "surname": "Surname", "forename": "Forename", "email": "Email"]),
             "Code,Surname,Forename,Email\n1,Khan,Amira,office@example.org\n2,Patel,Dev,office@example.org\n,Reed,Tom,\n"),
            (ReportMap(kind: .classes, columns: ["name": "Class", "teacher": "Teacher"]), "Class,Teacher\n4K,Ms A Khan\n4B,Nobody\n"),
            (ReportMap(kind: .timetable, columns: ["group": "Class", "day": "Day", "period": "Period", "teacher": "Staff"]), "Class,Day,Period,Staff\n4K,Monday,1,Amira Khan\n4K,Someday,1,\n"),
        ]
        let numbers: [[ImportOutcome: Int]] = [[.new: 3], [.new: 2], [.new: 1, .refused: 1]]
        for ((map, rows), expected) in zip(files, numbers) {
            #expect(try await stage.importing(.report(map), rows, at: elm).report.numbers == expected)
            let again = try await stage.importing(.report(map), rows, at: elm).report
            #expect(again.count(.new) == 0 && again.count(.changed) == 0 && again.count(.unchanged) == expected[.new])
        }
        let taught = try await stage.read { try $0.value("SELECT COUNT(*) FROM class_staff", as: Int.self) }
        #expect(taught == 1)
    }

    @Test("A member of staff is found by number before name, and twice in a file is a conflict", arguments: StageEngine.here)
    func staff(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let map = ReportMap(kind: .staff, columns: ["mis_id": "Code", "surname": "Surname", "forename": "Forename", "email": "Email"])
        let header = "Code,Surname,Forename,Email\n"
        try await stage.importing(.report(map), header + ",Khan,Amira,\n7,Patel,Dev,\n", at: elm)
        let report = try await stage.importing(.report(map), header + "7,Khan,Amira,\n,Reed,Tom,\n,Reed,Tom,\n", at: elm).report
        #expect(report.numbers == [.changed: 1, .new: 1, .conflict: 1])
    }

    @Test("Hostile and odd texts are kept as they came and can be found", arguments: StageEngine.here)
    func hostile(engine: StageEngine) async throws {
        let (stage, elm) = try await Self.open(engine)
        let names = ["=cmd()|'/C calc'!A0", "'; DROP TABLE pupil; --", "Robert<script>", "O'Neil", "‮evil", "李小龍", "Ngũgĩ", String(repeating: "a", count: 400)]
        let rows = names.enumerated().map { "\(Stage.upn($0.offset + 1)),\"\($0.element)\",X,1\($0.offset)/03/2018" }
        let file = "UPN,Surname,Forename,DOB\n" + rows.joined(separator: "\n") + "\n"
        #expect(try await stage.importing(.report(Self.map()), file, at: elm).report.count(.new) == names.count)
        #expect(Set(try await stage.read { try $0.column("SELECT surname FROM pupil", as: String.self) }) == Set(names))
        #expect(try await stage.store.check().isEmpty)
    }

    @Test("A file of 1,200 pupils is taken whole")
    func large() async throws {
        let (stage, elm) = try await Self.open(.sqlite)
        let rows = (1...1_200).map { "A\($0),Child,N\($0),\(1 + $0 % 28)/03/2018,\($0 % 30)" }.joined(separator: "\n")
        let map = ReportMap(kind: .pupils, columns: ["admission_number": "Adno", "surname": "Surname", "forename": "Forename", "birth_date": "DOB", "class": "Reg", "upn": "UPN"])
        let report = try await stage.importing(.report(map), "Adno,Surname,Forename,DOB,Reg,UPN\n" + rows.split(separator: "\n").enumerated().map { "\($0.element),\(Self.longUPN($0.offset))" }.joined(separator: "\n"), at: elm).report
        #expect(report.count(.new) == 1_200 && report.lines.count == ImportReport.linesKept)
    }

    private static func longUPN(_ serial: Int) -> String {
        let digits = "9991001" + String(String(100_000 + serial).suffix(5))
        return UniquePupilNumber.checkLetter(for: digits).map { "\($0)\(digits)" } ?? digits
    }
}
