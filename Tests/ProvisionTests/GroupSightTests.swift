import Access
import AreaKit
import Basics
import Database
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Whose name a group shows, and by which name it goes")
struct GroupSightTests {
    @Test("A restricted record, and one of a pupil who left the school, are not shown to whoever gives the group", arguments: StageEngine.here)
    func restricted(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana, stage.ben], weekdays: [5]), today = stage.stage.today, (sam, ana) = (stage.sam.id, stage.ana.id)
        try await stage.stage.act { writer in
            try writer.execute("INSERT INTO restriction (version, pupil_id, ground, reason, starts) VALUES (1, \(sam), 'accuracy', 'In dispute', \(today - 3))")
            try writer.execute("UPDATE enrolment SET ends = \(today - 1) WHERE pupil_id = \(ana)")
        }
        for path in ["/provisions/\(run.id)", "/provision/today", "/provision/timetable?staff=\(stage.tess.id)", "/api/v1/provisions/\(run.id)"] {
            let page = try await stage.stage.visit(.read, path, as: stage.tessAtWork)
            #expect(page.status == 200 && !page.text.contains("Whitlock") && !page.text.contains("Reed") && !page.text.contains("\"pupil\":\(sam),"), "\(path)")
        }
        #expect(try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.tessAtWork).text.contains("Ben Ashby"))
    }

    @Test("Who gave a group once does not see who joins it now; who gave it last week still sees those of then", arguments: StageEngine.here)
    func takenOff(engine: StageEngine) async throws {
        for (ago, sees) in [(10, true), (70, false)] {
            let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam], starts: -100, weekdays: [5], weeks: 40), today = stage.stage.today, ana = stage.ana.id
            try await stage.stage.act { writer in
                try writer.execute("UPDATE provision_pattern SET ends = \(today - ago) WHERE run_id = \(run.id)")
                try writer.execute("INSERT INTO provision_pattern (version, run_id, starts, planned_size, proof, funding, session_price) VALUES (1, \(run.id), \(today - ago + 1), 3, 'each_session', '', 0)")
                try writer.execute("INSERT INTO provision_member (version, run_id, pupil_id, starts, because) VALUES (1, \(run.id), \(ana), \(today), '')")
            }
            let page = try await stage.stage.visit(.read, "/provisions/\(run.id)", as: stage.tessAtWork)
            #expect(page.status == (sees ? 200 : 404) && page.text.contains("Sam Whitlock") == sees && !page.text.contains("Ana Reed"), "\(ago) days ago")
        }
    }

    @Test("A family reads what a group is, and never its own name, which may hold another child’s", arguments: StageEngine.here)
    func names(engine: StageEngine) async throws {
        let stage = try await ProvisionStage(engine), run = try await stage.running([stage.sam, stage.ana], "Ollie and Sam phonics", weekdays: [5]), (day, sam) = (stage.stage.today, stage.sam.id)
        let both = Viewer(name: "Zoe Ash", account: nil, parts: stage.stranger.parts + stage.pat.parts)
        for path in ["/pupils/\(sam)", "/provisions/\(run.id)", "/provision/timetable?pupil=\(sam)", "/pupils/\(sam)/provision", "/api/v1/provisions", "/api/v1/provisions/\(run.id)"] {
            for viewer in [stage.pat, both] {
                let page = try await stage.stage.visit(.read, path, as: viewer)
                #expect(page.status == 200 && page.text.contains("Reading club") && !page.text.contains("Ollie"), "\(viewer.name) \(path)")
            }
            if path != "/pupils/\(sam)/provision" { #expect(try await stage.stage.visit(.read, path, as: stage.amira).text.contains("Ollie and Sam phonics"), "\(path)") }
        }
        let found = { (viewer: Viewer, words: String) in try await stage.stage.read { try provisionSearch.find($0, viewer, words, day).map(\.title) } }
        for (viewer, words, hits) in [(stage.pat, "ollie", []), (stage.pat, "reading", ["Reading club"]), (stage.amira, "ollie", ["Ollie and Sam phonics"])] as [(Viewer, String, [String])] {
            #expect(try await found(viewer, words) == hits, "\(viewer.name) \(words)")
        }
        #expect(try await stage.stage.read { try provisionTimeline($0, stage.pat, sam) }.map(\.title) == ["Reading club started."])
    }
}
