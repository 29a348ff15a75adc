import Access
import AreaKit
import Basics
import Database
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("Screening for programs")
struct ScreeningAPITests {
    private func ask(_ stage: ScreeningStage, _ method: PageRequest.Method, _ path: String, _ query: KeyValuePairs<String, String> = [:], json: String = "") async throws -> Answer {
        let request = PageRequest(method: method, path: path, query: FormValues(query.map { ($0.key, $0.value) }), headers: json.isEmpty ? [:] : ["content-type": "application/json"], body: Array(json.utf8))
        return try await stage.stage.house.answer(request, for: stage.amira.visiting(), now: stage.stage.now)
    }

    @Test("A program reads campaigns and pupils, says why one is not tested, and what comes of a result")
    func all() async throws {
        let stage = try await ScreeningStage()
        _ = try await stage.grid([(stage.cell(stage.sam), "70")])
        let list = try await ask(stage, .read, "/api/v1/screening").text
        #expect(list.contains("\"name\":\"Language in Year 4\"") && list.contains("\"tested\":1") && list.contains("\"not_yet\":1"))
        let path = "/api/v1/screening/\(stage.campaign)/pupils"
        #expect(try await ask(stage, .send, "\(path)/\(stage.ned.id)/status", json: #"{"status":"absent","note":"A cold"}"#).status == 200)
        #expect(try await ask(stage, .send, "\(path)/\(stage.people.olga.id)/status", json: #"{"status":"absent"}"#).status == 404)
        #expect(try await ask(stage, .send, "\(path)/\(stage.ned.id)/follow-up", json: #"{"outcome":"covered","words":"Plan","known_to_school":"yes","known_to_family":"yes"}"#).status == 422, "not below")
        let opened = try await ask(stage, .send, "\(path)/\(stage.sam.id)/follow-up", json: #"{"outcome":"concern","known_to_school":"no","known_to_family":"no"}"#)
        #expect(opened.status == 200 && opened.text.contains("\"concern\":1"))
        let pupils = try await ask(stage, .read, "/api/v1/screening/pupils", ["campaign": "\(stage.campaign)"]).text
        #expect(pupils.contains("\"below\":\"70\"") && pupils.contains("\"outcome\":\"concern\"") && pupils.contains("\"status\":\"absent\""))
        #expect(try await ask(stage, .read, "/api/v1/screening/pupils").status == 422)
    }
}
