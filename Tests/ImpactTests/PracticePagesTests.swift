import Access
import Basics
import Database
@testable import Impact
import Pages
import People
import Stage
import Testing

@Suite("Practice and engagement")
struct PracticePagesTests {
    @Test("A practice is begun, timed, changed and ended, each with its trail", arguments: StageEngine.here)
    func life(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupil = try await stage.pupils(1)[0], house = stage.stage, today = stage.today, start = "/pupils/\(pupil.id)/practice/start"
        let form: KeyValuePairs<String, String> = ["skill": "reads CVC words aloud", "aim_correct": "40", "aim_incorrect": "2", "starts": "\(today - 10)", "aim_on": "\(today + 30)"]
        let wrong = try await house.visit(.send, start, as: stage.amira, form: ["skill": "", "aim_correct": "x", "aim_incorrect": "2", "starts": "\(today)", "aim_on": "\(today + 30)"])
        #expect(wrong.status == 422 && wrong.text.contains("id=\"skill-problem\"") && wrong.text.contains("id=\"aim_correct-problem\""))
        let path = try #require(try await house.visit(.send, start, as: stage.amira, form: form).next?.split(separator: "?").first.map(String.init))
        #expect(try await stage.page(path, as: stage.amira).contains("No timing yet."))
        for (place, number) in [10, 11, 12, 14, 15, 17].enumerated() {
            #expect(try await house.visit(.send, path + "/log", as: stage.amira, form: ["correct": "\(number)", "incorrect": "3", "seconds": "60", "taken_on": "\(today - 9 + place)"]).status == 303)
        }
        let late = try await house.visit(.send, path + "/log", as: stage.amira, form: ["correct": "9", "incorrect": "3", "seconds": "60", "taken_on": "\(today + 1)"])
        #expect(late.status == 422 && late.text.contains("id=\"taken_on-problem\"") && late.text.contains("value=\"9\""))
        #expect(try await house.visit(.send, path + "/phase", as: stage.amira, form: ["words": "Two timings a day", "starts": "\(today - 6)"]).status == 303)
        #expect(try await house.visit(.send, path + "/phase", as: stage.amira, form: ["words": "Again", "starts": "\(today - 6)"]).status == 422)
        let page = try await stage.page(path, as: stage.amira)
        #expect(page.contains("<svg viewBox=\"0 0 320 140\" role=\"img\" aria-labelledby=\"timings-title\">") && page.contains("chart-cross") && page.contains("chart-aim") && page.contains("Two timings a day"))
        #expect(page.matches(of: /<circle class="chart-circle"/).count == 6 && page.contains("As a table"))
        #expect(try await house.visit(.send, path + "/end", as: stage.amira, form: ["last_day": "\(today - 8)"]).status == 422, "there are later timings")
        #expect(try await house.visit(.send, path + "/end", as: stage.amira, form: ["last_day": "\(today)"]).status == 303)
        #expect(try await house.visit(.send, path + "/log", as: stage.amira, form: ["correct": "9", "incorrect": "3", "seconds": "60", "taken_on": "\(today + 1)"]).status == 422, "it has ended")
        #expect(try await stage.events("prob%").count == 8)
    }

    @Test("Who may not know the pupil finds nothing, nor one pupil’s practice under another", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(2), elm = stage.elm.id, today = stage.today
        let series = try await stage.stage.act { try $0.save(Change("probes.started", to: ProbeSeries(pupil: pupils[0].id, school: elm, skill: "reads", starts: today - 9, aimCorrect: 9, aimIncorrect: 1, aimOn: today))) }
        for viewer in [stage.grace, stage.otherSENCO, .dev] {
            for path in ["practice", "practice/\(series.id)", "engagement"] { #expect(try await stage.stage.visit(.read, "/pupils/\(pupils[0].id)/\(path)", as: viewer).status == 404, "\(viewer.name) \(path)") }
        }
        #expect(try await stage.stage.visit(.read, "/pupils/\(pupils[1].id)/practice/\(series.id)", as: stage.amira).status == 404)
        #expect(try await stage.stage.visit(.read, "/pupils/\(pupils[0].id)/practice/\(series.id)/log", as: stage.helen).status == 404, "a head enters no results")
        #expect(try await stage.page("/pupils/\(pupils[0].id)/practice", as: stage.tom).contains(">Reads<"), "a title begins as one")
    }

    @Test("What was seen stands by area, in words and never as a number", arguments: StageEngine.here)
    func engagement(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupil = try await stage.pupils(1)[0], path = "/pupils/\(pupil.id)/engagement"
        let wrong = try await stage.stage.visit(.send, path + "/write", as: stage.amira, form: ["seen_on": "\(stage.today)", "persistence": "7/10", "initiation": "Reached for the bell"])
        #expect(wrong.status == 422 && wrong.text.contains("id=\"persistence-problem\"") && wrong.text.contains("Reached for the bell"))
        let saved = try await stage.stage.visit(.send, path + "/write", as: stage.amira, form: ["seen_on": "\(stage.today)", "initiation": "Reached for the bell"])
        #expect(saved.status == 303 && saved.next == path + "?saved=yes")
        #expect(try await stage.page(path, as: stage.amira).contains("Reached for the bell"))
        #expect(try await stage.events("engagement.%") == ["engagement.seen"])
    }
}
