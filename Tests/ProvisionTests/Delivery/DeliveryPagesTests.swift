import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages
@testable import People
@testable import Provision
import Stage
import Testing

@Suite("Delivery")
struct DeliveryPagesTests {
    /// Sam and Ben on Fridays, one to one for Ben by section F, whose first sessions nobody gave.
    private func start(_ engine: StageEngine = .sqlite) async throws -> (stage: ProvisionStage, club: ProvisionRun, alone: ProvisionRun) {
        let stage = try await ProvisionStage(engine)
        return (stage, try await stage.running([stage.sam, stage.ana], weekdays: [5]), try await stage.running([stage.ben], "Reading alone", size: 1, weekdays: [5]))
    }

    private func line(_ stage: ProvisionStage, _ run: ProvisionRun?, minutes: Int = 30, section: Bool = true) async throws -> OwedLine {
        let ben = stage.ben.id, today = stage.stage.today
        let line = OwedLine(pupil: ben, words: "Reads with an adult each week", minutes: minutes, per: .week, isSectionF: section, spell: Spell(starts: today - 60), runs: run.map { [$0.id] } ?? [])
        return try await stage.stage.act { try $0.save(Change("line.added", to: line)) }
    }

    @Test("A pupil’s minutes by line and provision, to those who may see the pupil", arguments: StageEngine.here)
    func pupil(engine: StageEngine) async throws {
        let (stage, club, alone) = try await start(engine), line = try await line(stage, alone)
        for (run, there) in [(club, [stage.sam]), (alone, [stage.ben])] { _ = try await stage.press(try await stage.slot(run), as: stage.tessAtWork, there: there, key: "\(key)\(run.id)") }
        let page = try await stage.stage.visit(.read, "/pupils/\(stage.ben.id)/provision", as: stage.amira)
        #expect(page.status == 200 && page.text.contains(line.words) && page.text.contains("Section F") && page.text.contains("short") && page.text.contains("Reading alone") && !page.text.contains("Reading club"))
        for span in ["half-term", "term", "year"] { #expect(try await stage.stage.visit(.read, "/pupils/\(stage.ben.id)/provision?for=\(span)", as: stage.helen).status == 200) }
        for viewer in [stage.senco, stage.governor, stage.pat, .dev] { #expect(try await stage.stage.visit(.read, "/pupils/\(stage.ben.id)/provision", as: viewer).status == 404, "\(viewer.name)") }
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.ben.id)/provision", as: stage.helen).text.contains("/owed/add") == false, "a link only for those who may")
    }

    @Test("A family reads its own child’s minutes in plain words, by the name of the intervention, and no other child’s")
    func family() async throws {
        let (stage, club, _) = try await start()
        try await stage.stage.act { try $0.execute("UPDATE provision_run SET name = 'Sam and Ana' WHERE id = \(club.id)") }
        _ = try await stage.press(try await stage.slot(club), as: stage.tessAtWork, there: [stage.sam])
        let page = try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/provision", as: stage.pat)
        #expect(page.status == 200 && page.text.contains("Reading club") && page.text.contains("Sam was there for 30") && !page.text.contains("Ana"))
        #expect(try await stage.stage.visit(.read, "/provision/delivery", as: stage.pat).status == 404)
    }

    @Test("A school’s pupils, those with something short first, and no adult’s name", arguments: StageEngine.here)
    func school(engine: StageEngine) async throws {
        let (stage, _, alone) = try await start(engine)
        _ = try await line(stage, alone)
        let page = try await stage.stage.visit(.read, "/provision/delivery?school=\(stage.elm.id)", as: stage.amira)
        let ben = try #require(page.text.range(of: "Ben Ashby")), sam = try #require(page.text.range(of: "Sam Whitlock"))
        #expect(ben.lowerBound < sam.lowerBound && page.text.contains("Section F is short") && !page.text.contains("Lowe"))
        #expect(try await stage.stage.visit(.read, "/provision/delivery?class=\(stage.beech.id)&for=year", as: stage.amira).text.contains("Ben Ashby"))
        #expect(try await stage.stage.visit(.read, "/provision/delivery?school=\(stage.oak.id)", as: stage.amira).status == 404)
        for viewer in [stage.governor, .dev] { #expect(try await stage.stage.visit(.read, "/provision/delivery", as: viewer).status == 404) }
        let day = stage.stage.today, lines = try await stage.stage.read { try deliveryToday.find($0, stage.amira, day) }
        #expect(lines.map(\.text) == ["Section F: a shortfall for 1 pupil."])
        for viewer in [stage.tom, stage.tessAtWork, stage.senco, stage.helen] { #expect(try await stage.stage.read { try deliveryToday.find($0, viewer, day) }.isEmpty, "\(viewer.name)") }
    }

    @Test("What is owed and met by nothing is all missing")
    func alone() async throws {
        let stage = try await ProvisionStage()
        _ = try await line(stage, nil)
        let found = try await stage.stage.read { [day = stage.stage.today, amira = stage.amira] in try $0.sectionFShortfalls(for: amira, on: day) }
        #expect(!found.isEmpty && found.allSatisfy { $0.pupil == stage.ben.id && $0.alert.offered == 0 })
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.ben.id)/provision", as: stage.amira).text.contains("What is short"))
        #expect(try await stage.stage.visit(.read, "/provision/delivery", as: stage.amira).text.contains("Ben Ashby"))
    }

    @Test("In September the weeks before the summer are still asked about; of a pupil who left nothing is, and nothing is planned any more", arguments: StageEngine.here)
    func borders(engine: StageEngine) async throws {
        let (stage, _, alone) = try await start(engine), line = try await line(stage, alone), (amira, ben, today) = (stage.amira, stage.ben.id, stage.stage.today), september = day("2026-09-04")
        let shortfalls = { (day: Day) in try await stage.stage.read { try $0.sectionFShortfalls(for: amira, on: day) } }
        try await stage.stage.act { try $0.execute("UPDATE owed_line SET starts = \(september - 80) WHERE id = \(line.id)") }
        let summer = try await shortfalls(september)
        #expect(!summer.isEmpty && summer.allSatisfy { $0.alert.from < day("2026-08-31") && $0.alert.from >= september.monday - 84 })
        #expect(try await !shortfalls(today).isEmpty)
        try await stage.stage.act { try $0.execute("UPDATE enrolment SET ends = \(today - 21) WHERE pupil_id = \(ben)") }
        #expect(try await shortfalls(today).isEmpty)
        let delivery = try await stage.stage.read { try $0.delivery(DeliveryQuestion(pupils: [ben], from: today - 40, to: today, today: today), for: amira) }, kept = try #require(delivery.lines[ben]?.first)
        #expect(delivery.minutes(of: ben).planned == 90 && delivery.minutes(of: kept).owed == 90 && delivery.alerts(of: ben).isEmpty, "three Fridays of six")
        let whole = try await stage.whole(alone), soFar = try await stage.stage.read { try $0.minutesSoFar(of: whole, on: today, $0.schoolDays(of: alone, upTo: today)) }
        #expect(soFar[ben]?.planned == 180, "six Fridays and not nine")
    }

    @Test("A review that is overdue hastens nothing, and what is due from tomorrow is not met yet")
    func overdue() async throws {
        let stage = try await ProvisionStage(), (amira, ben, today) = (stage.amira, stage.ben.id, stage.stage.today)
        let line = OwedLine(pupil: ben, words: "Reads with an adult", minutes: 30, per: .week, isSectionF: true, spell: Spell(starts: today.monday - 7), runs: [])
        try await stage.stage.act { try $0.save(Change("line.added", to: line)) }
        try await stage.outcome(of: stage.ben)
        for (review, isShort) in [(today - 5, false), (today + 3, true), (today + 90, false)] {
            try await stage.stage.act { try $0.execute("UPDATE plan SET review_by = \(review)") }
            #expect(try await stage.stage.read { try $0.sectionFShortfalls(for: amira, on: today) }.isEmpty != isShort, "\(review)")
        }
        try await stage.stage.act { try $0.execute("UPDATE owed_line SET starts = \(today + 1)") }
        #expect(try await stage.stage.visit(.read, "/pupils/\(ben)/provision", as: amira).text.contains("Nothing due yet"))
    }

    @Test("The same minutes for many at once as for one by the rule")
    func sums() async throws {
        let (stage, club, _) = try await start(), today = stage.stage.today
        for back in [0, 7, 14] { _ = try await stage.press(try await stage.slot(club, on: today - back), as: stage.amira, there: back == 7 ? [stage.sam] : [stage.sam, stage.ana], key: "\(key)\(back)") }
        let ask = DeliveryQuestion(school: stage.elm.id, from: today - 30, to: today, today: today)
        let delivery = try await stage.stage.read { [amira = stage.amira] in try $0.delivery(ask, for: amira) }
        let ana = delivery.minutes(of: stage.ana.id, in: club.id), ben = delivery.minutes(of: stage.ben.id)
        #expect(ana.planned == 150 && ana.offered == 90 && ana.received == 60 && ana.unproved == 60 && ana.missed == 0)
        #expect(ben.planned == 120 && ben.unproved == 120, "today’s counts once it is over or said")
        #expect(ana.offered + ana.missed + ana.unproved == ana.planned + ana.madeUp + ana.extra)
    }

    @Test("Lines are added, changed and ended by those who work on provision; what is wrong is said beside it", arguments: StageEngine.here)
    func lines(engine: StageEngine) async throws {
        let (stage, club, alone) = try await start(engine), add = "/pupils/\(stage.ben.id)/owed/add"
        let right = FormValues([("words", "Reads with an adult"), ("minutes", "30"), ("per", "week"), ("section_f", "yes"), ("from", "2026-09-21"), ("runs", "\(alone.id)")])
        for viewer in [stage.helen, stage.tessAtWork, stage.senco, stage.pat] {
            #expect(try await stage.stage.visit(.read, add, as: viewer).status == 404, "\(viewer.name)")
            #expect(try await stage.stage.send(add, right, as: viewer).status == 404, "\(viewer.name)")
        }
        #expect(try await stage.stage.visit(.read, add, as: stage.amira).text.contains("Reading alone"))
        for (field, text) in [("words", ""), ("minutes", "-5"), ("minutes", "lots"), ("per", "day"), ("from", ""), ("runs", "\(club.id)")] {
            var wrong = right
            wrong.set(field, text)
            let answer = try await stage.stage.send(add, wrong, as: stage.amira)
            #expect(answer.status == 422 && answer.text.contains("href=\"#\(field)\""), "\(field)")
        }
        var ends = right
        ends.set("to", "2026-09-01")
        #expect(try await stage.stage.send(add, ends, as: stage.amira).text.contains("href=\"#to\""))
        #expect(try await stage.stage.send("/pupils/\(stage.sam.id)/owed/add", right, as: stage.amira).text.contains("this pupil has none"))
        #expect(try await stage.stage.send(add, right, as: stage.amira).next == "/pupils/\(stage.ben.id)/provision?saved=line")
        let twice = try await stage.stage.send(add, right, as: stage.amira)
        #expect(twice.status == 422 && twice.text.contains("meets another line already") && twice.text.contains("href=\"#runs\""))
        let line = try #require(try await stage.stage.read { try $0.owedLines("").first }), path = "/pupils/\(stage.ben.id)/owed/\(line.id)"
        #expect(line.isSectionF && line.runs == [alone.id])
        #expect(try await stage.stage.visit(.read, "/pupils/\(stage.sam.id)/owed/\(line.id)/change", as: stage.amira).status == 404, "another pupil’s")
        var more = right
        more.set("minutes", "45")
        #expect(try await stage.stage.send("\(path)/change", more, as: stage.amira).status == 303)
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["to": "2026-09-01"]).status == 422)
        #expect(try await stage.stage.visit(.read, "\(path)/end", as: stage.amira).status == 200)
        #expect(try await stage.stage.visit(.send, "\(path)/end", as: stage.amira, form: ["to": "2026-11-20"]).status == 303)
        let last = try #require(try await stage.stage.read { try $0.owedLines("").first })
        #expect(last.minutes == 45 && last.spell.ends == stage.stage.today)
        #expect(try await stage.events("line.%").filter { !$0.contains("run") } == ["line.added", "line.changed", "line.ended"])
    }
}
