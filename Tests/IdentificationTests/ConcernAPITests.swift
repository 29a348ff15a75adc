import Access
import Basics
import Database
import Files
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("Concerns for programs")
struct ConcernAPITests {
    @Test("A program raises one, decides about it and lists them, part by part", arguments: StageEngine.here)
    func program(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = "/api/v1/pupils/\(stage.sam.id)/concerns"
        let json = #"{"areas":["C&L","SEMH"],"observed":"Cannot read it back","family_told":"no"}"#
        #expect(try await stage.post(path, as: .dev, json).status == 404)
        #expect(try await stage.post(path, as: stage.tom, #"{"areas":[],"observed":"x","family_told":"no"}"#).status == 422)
        #expect(try await stage.post(path, as: stage.tom, json).text == #"{"concern":1}"#)
        #expect(try await stage.post(path, as: stage.tom, json.replacing("it back", with: "a clock")).status == 201)
        #expect(try await stage.post(path + "/1/decide", as: stage.tom, #"{"outcome":"no_action","reason":"A bad week"}"#).status == 404)
        #expect(try await stage.post(path + "/1/decide", as: stage.amira, #"{"outcome":"no_action","reason":"A bad week"}"#).status == 200)
        #expect(try await stage.post(path + "/1/decide", as: stage.amira, #"{"outcome":"no_action","reason":"Again"}"#).status == 422)
        let first = try await stage.stage.visit(.read, "/api/v1/concerns?limit=1", as: stage.amira).text
        #expect(first.contains(#""outcome":"no_action""#) && first.contains(#""areas":["C&L","SEMH"]"#) && first.contains(#""reason":"A bad week""#))
        let cursor = first.split(separator: #""next":""#).last.map { String($0.prefix { $0 != "\"" }) } ?? ""
        let second = try await stage.stage.visit(.read, "/api/v1/concerns?limit=1&cursor=\(cursor)", as: stage.amira).text
        #expect(second.contains("a clock") && second.contains(#""next":null"#))
        #expect(try await stage.stage.visit(.read, "/api/v1/concerns", as: stage.mia).text.contains(#""items":[]"#))
    }
}

@Suite("Concerns as a file")
struct ConcernFileTests {
    @Test("One row for each concern, with its latest decision; a formula is made harmless", arguments: StageEngine.here)
    func file(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = "/api/v1/pupils/\(stage.sam.id)/concerns"
        _ = try await stage.post(path, as: stage.tom, #"{"areas":["C&L"],"observed":"=1+1, he wrote","family_told":"no"}"#)
        _ = try await stage.post(path + "/1/decide", as: stage.amira, #"{"outcome":"passed_on","reason":"Tired","passed_to":"pastoral","look_again":"2026-12-04"}"#)
        let file = ConcernFile(school: stage.elm.id, day: stage.stage.today), upn = stage.sam.upn ?? ""
        let (csv, json, none) = try await stage.stage.read { reader in
            var csv = "", json = "", none = ""
            let numbers = [try file.write(.csv, for: .operator, reader) { csv += $0 }, try file.write(.json, for: .operator, reader) { json += $0 },
                           try file.write(.json, for: stage.mia, reader) { none += $0 }]
            #expect(numbers == [1, 1, 0])
            return (csv, json, none)
        }
        #expect(csv.contains("999001,\(upn),2026-11-20,Tom Reed,C&L,\"'=1+1, he wrote\"") && csv.contains("passed_on,2026-11-20,Amira Khan,Tired,,pastoral"))
        #expect(json.contains(#""outcome":"passed_on""#) && json.contains(#""look_again":null"#) && none == "[]\n")
    }

    @Test("However many there are, the file has them all", arguments: StageEngine.here)
    func many(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised(), file = ConcernFile(school: nil, day: stage.stage.today), numbers = 10_002
        #expect(!path.isEmpty)
        try await stage.stage.act { writer in
            try writer.execute("""
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(numbers)) \
                INSERT INTO concern (pupil_id, school_id, raised_by, raised_on, areas, seen, since, tried, how_it_went, family_told, family_said, decide_by) \
                SELECT c.pupil_id, c.school_id, c.raised_by, c.raised_on, '', 'Again', '', '', '', 'no', '', c.decide_by FROM concern c CROSS JOIN n
                """)
        }
        #expect(try await stage.stage.read { try file.write(.csv, for: .operator, $0) { _ in } } == numbers + 1)
    }
}
