import Access
import Basics
import Database
import Files
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Provision as files")
struct MapFileTests {
    private func stage(_ engine: StageEngine = .sqlite) async throws -> (ProvisionStage, ProvisionRun) {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], "Club, “A”", of: stage.club, at: stage.elm)
        try await stage.logged(run, 6, away: [stage.ana.id: .absent])
        return (stage, run)
    }

    @Test("The map has a row for each pupil and provision", arguments: StageEngine.here)
    func map(engine: StageEngine) async throws {
        let (stage, run) = try await stage(engine)
        let (table, records) = try await stage.stage.read { try MapTable(school: stage.elm.id, day: stage.stage.today).table(for: .operator, $0) }
        let lines = table.lines.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0)) }
        #expect(records == 2 && lines.map { $0["pupil"] } == ["Ana Reed", "Sam Whitlock"] && lines.allSatisfy { $0["provision"] == "\(run.id)" && $0["week"] == "Tue, Thu 09:15, 30 minutes, teaching assistant" })
        #expect(lines.map { $0["attended_minutes"] } == ["0", "180"] && lines.map { $0["offered_minutes"] } == ["180", "180"] && lines[0]["class"] == "Beech" && lines[0]["urn"] == stage.elm.urn)
    }

    @Test("What it costs stands in the file of those who see costs, and adds up to the map’s")
    func costs() async throws {
        let (stage, _) = try await stage(), map = MapTable(school: stage.elm.id, day: stage.stage.today), amira = stage.amira, tom = stage.tom
        try await stage.rate(1_507, from: stage.stage.today - 200)
        let column = { (name: String, viewer: Viewer) in
            let place = try #require(MapTable.columns.firstIndex(of: name))
            return try await stage.stage.read { try map.table(for: viewer, $0).table.lines.map { $0[place] } }
        }
        let toDate = try await column("cost_to_date", amira).map { Int($0.replacing(".", with: "")) ?? -1 }, whole = try await column("cost_whole_run", amira).map { Int($0.replacing(".", with: "")) ?? -1 }
        #expect(toDate.count == 2 && toDate.allSatisfy { $0 > 0 } && zip(toDate, whole).allSatisfy { $0 < $1 })
        #expect(try await column("cost_to_date", tom) == ["", ""])
    }

    @Test("Sessions have a row for each pupil, and name no adult", arguments: StageEngine.here)
    func sessions(engine: StageEngine) async throws {
        let (stage, _) = try await stage(engine), table = SessionTable(school: nil, day: stage.stage.today)
        let (whole, records) = try await stage.stage.read { try table.table(for: .operator, $0) }
        #expect(records == 12 && whole.lines.allSatisfy { $0.count == SessionTable.columns.count } && !whole.csv.contains("Tess") && whole.csv.contains(",absent\r\n"))
        for format in [TableFormat.csv, .json] {
            let (text, number) = try await stage.stage.read { reader in
                var text = ""
                let number = try table.write(format, for: .operator, reader) { text += $0 }
                return (text, number)
            }
            #expect(number == 12 && text == (format == .csv ? whole.csv : whole.json))
        }
    }

    @Test("A file is handed to those who may write records to files, and stands in the trail")
    func download() async throws {
        let (stage, _) = try await stage(), path = "/provision/file?of=sessions&format=csv"
        let answer = try await stage.stage.visit(.read, path, as: stage.amira)
        let text = String(decoding: try answer.kept(), as: UTF8.self)
        #expect(answer.status == 200 && text.contains("Sam Whitlock"))
        #expect(try await stage.stage.visit(.read, "/provision/file?of=map&format=xlsx", as: stage.helen).status == 200)
        #expect(try await stage.stage.visit(.read, "/provision/file?of=map&format=json&school=\(stage.elm.id)", as: .ruth).status == 200)
        #expect(try await stage.events("provision.exported") == Array(repeating: "provision.exported", count: 3))
        for viewer in [stage.tom, stage.pat, stage.tessAtWork, stage.governor, Viewer.dev] { #expect(try await stage.stage.visit(.read, path, as: viewer).status == 404, "\(viewer.title)") }
        for wrong in ["?of=costs&format=csv", "?of=map&format=pdf", "?of=map&format=csv&school=\(stage.oak.id)"] { #expect(try await stage.stage.visit(.read, "/provision/file" + wrong, as: stage.amira).status == 404, "\(wrong)") }
        #expect(try await stage.stage.visit(.read, "/provision", as: stage.amira).text.contains("of=sessions&amp;format=xlsx"))
        #expect(try await !stage.stage.visit(.read, "/provision", as: stage.tom).text.contains("/provision/file"))
    }

    @Test("Twenty thousand sessions of four are written in little time and piece by piece")
    func many() async throws {
        let stage = try await ProvisionStage(), children = try await stage.children(4, at: stage.elm), run = try await stage.running(children, "Big", of: stage.club, at: stage.elm)
        let today = stage.stage.today, elm = stage.elm.id, pupils = children.map(\.id)
        try await stage.stage.act { writer in
            try writer.execute("""
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) \
                INSERT INTO session (run_id, school_id, day, starts_at, planned, result, minutes, ready, note, roles, members, there, proof, logged_on, logged_by, send_key) \
                SELECT \(run.id), \(elm), \(today - 5), 540, 0, 'given', 30, 30, '', 'ta', '', '', 'each_session', \(today), 'Tess', 'key-' || i FROM n
                """)
            for pupil in pupils { try writer.execute("INSERT INTO session_pupil (session_id, pupil_id, run_id, day, offered, minutes, stands) SELECT id, \(pupil), run_id, day, 30, 30, 1 FROM session") }
        }
        let (number, longest, pieces) = try await stage.stage.read { reader in
            var longest = 0, pieces = 0
            let number = try SessionTable(school: elm, day: today).write(.csv, for: .operator, reader) { longest = max(longest, $0.utf8.count); pieces += 1 }
            return (number, longest, pieces)
        }
        #expect(number == 80_000 && longest < 70_000 && pieces > 100)
    }
}
