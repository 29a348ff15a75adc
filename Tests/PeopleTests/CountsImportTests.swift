import Access
import Basics
import Database
import Files
import Pages
@testable import People
import Stage
import Testing

@Suite("Attendance, suspensions and behaviour from reports")
struct CountsImportTests {
    static let first = Day("2026-09-03") ?? .distantPast, last = Day("2026-11-13") ?? .distantPast

    static func map(_ kind: ReportKind, _ columns: [String: String]) -> ReportMap {
        var map = ReportMap(kind: kind, columns: columns)
        if kind != .suspensions { (map.periodStarts, map.periodEnds) = (first, last) }
        return map
    }

    static let attendance = map(.attendance, ["upn": "UPN", "possible": "Possible", "attended": "Present", "unauthorised": "Unauth"])
    static let behaviour = map(.behaviour, ["upn": "UPN", "kind": "Type", "number": "Count"])
    static let suspensions = map(.suspensions, ["upn": "UPN", "from": "Start", "to": "End", "sessions": "Sessions", "kind": "Type", "reason": "Reason"])

    static func open(_ engine: StageEngine = .sqlite) async throws -> (Stage, School, Pupil) {
        let (stage, elm) = try await ImportStoreTests.open(engine)
        return (stage, elm, try await stage.pupil(at: elm, provision: "K"))
    }

    @Test("Dry run, reading, the same again, an undo: each does what it says", arguments: StageEngine.here)
    func round(engine: StageEngine) async throws {
        let (stage, elm, sam) = try await Self.open(engine), before = try await stage.wholeRecord(), upn = sam.upn ?? ""
        let files = [(Self.attendance, "UPN,Possible,Present,Unauth\n\(upn),90,81,3\n"), (Self.behaviour, "UPN,Type,Count\n\(upn),Negative points,12\n\(upn),Detention,2\n"),
                     (Self.suspensions, "UPN,Start,End,Sessions,Type,Reason\n\(upn),05/10/2026,06/10/2026,4,Suspension,PB: persistent\n")]
        var results: [ImportResult] = []
        for (map, text) in files {
            #expect(try await stage.importing(.report(map), text, at: elm, dryRun: true).report.count(.new) > 0)
            let result = try await stage.importing(.report(map), text, at: elm), again = try await stage.importing(.report(map), text, at: elm)
            #expect(result.report.count(.new) == again.report.count(.unchanged) && again.report.count(.new) == 0)
            results += [result, again]
        }
        let (figure, suspended, noted) = try await stage.read { try ($0.attendance(of: [sam.id], since: Self.first)[sam.id], $0.suspensions(of: [sam.id], since: Self.first)[sam.id], $0.behaviour(of: [sam.id], since: Self.first)[sam.id]) }
        #expect(figure?.map(\.tenths) == [900] && figure?.first?.ends == Self.last && suspended?.first?.sessions == 4 && noted?.map(\.number) == [2, 12])
        for result in results.reversed() { try await stage.undo(result) }
        #expect(unlike(before, try await stage.wholeRecord()).isEmpty)
    }

    @Test("The pupil’s page shows what was counted to those who see the whole record, and to nobody else")
    func shown() async throws {
        let (stage, elm, sam) = try await Self.open(), upn = sam.upn ?? "", beech = try await stage.schoolClass("Beech", at: elm, of: [sam])
        _ = try await stage.importing(.report(Self.attendance), "UPN,Possible,Present,Unauth\n\(upn),90,81,3\n", at: elm)
        _ = try await stage.importing(.report(Self.behaviour), "UPN,Type,Count\n\(upn),Negative points,12\n", at: elm)
        _ = try await stage.importing(.report(Self.suspensions), "UPN,Start,End,Sessions,Type,Reason\n\(upn),05/10/2026,06/10/2026,4,Suspension,PB: persistent\n", at: elm)
        let page = try await stage.visit(.read, "/pupils/\(sam.id)", as: .amira(at: elm.id)).text
        #expect(page.contains("90.0%") && page.contains("PB: persistent") && page.contains("Negative points") && page.contains("81 of 90"))
        let teachers = try await stage.visit(.read, "/pupils/\(sam.id)", as: .tom(of: beech.id, at: elm.id)).text
        #expect(!teachers.contains("90.0%") && !teachers.contains("PB: persistent") && !teachers.contains("Negative points"))
    }

    @Test("A later report of the same days on replaces the earlier; one that ends earlier is left out", arguments: StageEngine.here)
    func replaced(engine: StageEngine) async throws {
        let (stage, elm, sam) = try await Self.open(engine), upn = sam.upn ?? ""
        _ = try await stage.importing(.report(Self.attendance), "UPN,Possible,Present,Unauth\n\(upn),90,81,3\n", at: elm)
        var later = Self.attendance
        later.periodEnds = Self.last + 7
        let changed = try await stage.importing(.report(later), "UPN,Possible,Present,Unauth\n\(upn),100,88,4\n", at: elm).report
        #expect(changed.count(.changed) == 1 && changed.lines.first?.differences.first?.new == "88 of 100 sessions up to 20 November 2026")
        let early = try await stage.importing(.report(Self.attendance), "UPN,Possible,Present,Unauth\n\(upn),90,81,3\n", at: elm).report
        #expect(early.count(.conflict) == 1 && early.lines.first?.reason.contains("ends earlier") == true)
        #expect(try await stage.read { try $0.attendance(of: [sam.id], since: Self.first)[sam.id]?.map(\.attended) } == [88])
    }

    @Test("What cannot be is left out with the reason, and the other rows are taken")
    func refused() async throws {
        let (stage, elm, sam) = try await Self.open(), upn = sam.upn ?? ""
        let rows = "UPN,Possible,Present,Unauth\n\(upn),90,81,3\n\(upn),90,80,3\nZ999100121099,90,80,3\n,90,80,3\n\(upn),90,95,0\n\(upn),90,,\n\(upn),1.2E+05,3,0\n"
        let report = try await stage.importing(.report(Self.attendance), rows, at: elm).report
        #expect(report.count(.new) == 1 && report.count(.conflict) == 1 && report.count(.refused) == 5)
        #expect(report.problems.contains { $0.message.contains("More sessions are attended") } && report.problems.allSatisfy { !$0.message.contains("Whitlock") })
        var ahead = Self.behaviour
        ahead.periodEnds = stage.today + 3
        #expect(try await stage.importing(.report(ahead), "UPN,Type,Count\n\(upn),Points,3\n", at: elm).report.lines.first?.reason.contains("still to come") == true)
        let odd = try await stage.importing(.report(Self.suspensions), "UPN,Start,End,Sessions,Type,Reason\n\(upn),05/10/2026,01/10/2026,four,Permanent exclusion,\n\(upn),soon,,,,\n", at: elm).report
        #expect(odd.count(.new) == 1 && odd.count(.refused) == 1 && odd.problems.contains { $0.field == "to" })
        #expect(try await stage.read { try $0.suspensions(of: [sam.id], since: Self.first)[sam.id]?.map(\.kind) } == [.exclusion])
    }

    @Test("A number that nothing counted can be is refused and stops nothing")
    func absurd() async throws {
        let (stage, elm, sam) = try await Self.open(), upn = sam.upn ?? "", most = "\(Int.max)"
        let attendance = try await stage.importing(.report(Self.attendance), "UPN,Possible,Present,Unauth\n\(upn),\(most),\(most),\(most)\n", at: elm).report
        #expect(attendance.count(.refused) == 1 && attendance.count(.new) == 0)
        let behaviour = try await stage.importing(.report(Self.behaviour), "UPN,Type,Count\n\(upn),Points,\(most)\n\(upn),Merits,\(most)\n", at: elm).report
        #expect(behaviour.count(.refused) == 2)
    }

    @Test("A map without the days is not taken, nor one whose days are the wrong way round", arguments: [ReportKind.attendance, .behaviour])
    func days(kind: ReportKind) throws {
        var map = kind == .attendance ? Self.attendance : Self.behaviour
        (map.periodStarts, map.periodEnds) = (Self.last, Self.first)
        #expect(try #require(throws: Problems.self) { try map.check() }.list.map(\.field) == ["period_ends"])
        (map.periodStarts, map.periodEnds) = (nil, nil)
        #expect(try #require(throws: Problems.self) { try map.check() }.list.map(\.field) == ["period_starts", "period_ends"])
        map.columns["from"] = "From"
        map.columns["to"] = "To"
        #expect(throws: Never.self) { try map.check() }
    }

    @Test("Attendance in transfer files and censuses is the same kind of figure")
    func otherFiles() throws {
        let year = YearlyAttendance(id: .new, pupil: PupilID(1), year: 2025, laCode: "", establishment: "", possible: 380, attended: 341)
        let figure = try #require(AttendanceFigure(year))
        #expect(figure.starts == Day("2025-09-01") && figure.ends == Day("2026-08-31") && figure.tenths == 897 && figure.origin == .transfer)
        let autumn = try #require(AttendanceFigure(TermlyAbsence(id: .new, pupil: PupilID(1), school: SchoolID(1), census: "2027-01-21", possible: 140, reasons: "C2 20, I 6")))
        #expect(autumn.attended == 114 && autumn.starts == Day("2026-09-01") && autumn.ends == Day("2026-12-31") && autumn.origin == .census)
        #expect(AttendanceFigure(TermlyAbsence(id: .new, pupil: PupilID(1), school: SchoolID(1), census: "2027-05-20", possible: 100, reasons: ""))?.starts == Day("2027-01-01"))
        #expect(AttendanceFigure(TermlyAbsence(id: .new, pupil: PupilID(1), school: SchoolID(1), census: "2027-10-07", possible: 100, reasons: ""))?.starts == Day("2027-04-01"))
        #expect(AttendanceFigure(YearlyAttendance(id: .new, pupil: PupilID(1), year: 2025, laCode: "", establishment: "", possible: 380)) == nil)
    }

    @Test("In the browser the days are asked for beside the columns")
    func page() async throws {
        let (stage, elm, sam) = try await Self.open(), amira = Viewer.amira(at: elm.id), papers = StagePapers()
        let file = try papers.file(Array("UPN,Possible,Present\n\(sam.upn ?? ""),90,81\n".utf8), named: "attendance.csv")
        let sent = try await stage.visit(.send, "/schools/\(elm.id)/import", as: amira, form: ["kind": "attendance"], files: [file])
        let columns = try await stage.visit(.read, sent.next ?? "", as: amira).next ?? ""
        #expect(try await stage.visit(.read, columns, as: amira).text.contains("First day that the report counts"))
        let form: KeyValuePairs = ["header_row": "1", "date_order": "dmy", "upn": "UPN", "possible": "Possible", "attended": "Present"]
        #expect(try await stage.visit(.send, columns, as: amira, form: form).text.contains("Say the first day that the report counts"))
        let right: KeyValuePairs = ["header_row": "1", "date_order": "dmy", "upn": "UPN", "possible": "Possible", "attended": "Present", "period_starts": "2026-09-03", "period_ends": "13/11/2026"]
        let preview = try await stage.visit(.read, try await stage.visit(.send, columns, as: amira, form: right).next ?? "", as: amira).text
        #expect(preview.contains("81 of 90 sessions up to 13 November 2026"))
    }
}
