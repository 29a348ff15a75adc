import Access
import AreaKit
import Basics
import Database
@testable import Impact
import Measures
import Pages
import People
import Plans
import Provision
import Stage
import Testing

@Suite("Safety-net rules of impact")
struct ImpactSafetyTests {
    @Test("A run that goes on without a baseline is found after two weeks, until there is one", arguments: StageEngine.here)
    func baseline(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(2), run = try await stage.run(pupils, joined: stage.today - 15, left: nil)
        #expect(try await stage.found("started-without-baseline").isEmpty, "nobody said by what it is judged")
        try await stage.judge(run)
        let found = try await stage.found("started-without-baseline", as: stage.amira)
        #expect(found.map(\.pupil) == pupils.map(\.id) && found[0].since == stage.today && found[0].next.text == "/pupils/\(pupils[0].id)/results/add?test=\(stage.test.id)")
        #expect(try await stage.found("started-without-baseline", as: .dev).first?.next.text.contains("/results/add") == true)
        #expect(try await stage.found("started-without-baseline", as: stage.otherSENCO).isEmpty)
        #expect(try await stage.found("started-without-baseline", on: stage.today - 1).isEmpty, "fourteen days are fair")
        try await stage.score(pupils[0], 85, on: stage.today - 15, scale: "reading-age")
        #expect(try await stage.found("started-without-baseline").count == 2, "another scale is none")
        try await stage.score(pupils[0], 85, on: stage.today - 5)
        #expect(try await stage.found("started-without-baseline").map(\.pupil) == [pupils[1].id])
    }

    @Test("A run that ended without a score is found for a year", arguments: StageEngine.here)
    func exit(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(2), run = try await stage.ended(pupils, joined: stage.today - 90, left: stage.today - 15)
        try await stage.judge(run)
        #expect(try await stage.found("ended-without-exit").map(\.pupil) == pupils.map(\.id))
        #expect(try await stage.found("ended-without-exit", on: stage.today - 1).isEmpty)
        #expect(try await stage.found("ended-without-exit", on: stage.today + 351).isEmpty)
        try await stage.score(pupils[0], 85, on: stage.today - 20)
        #expect(try await stage.found("ended-without-exit", at: stage.elm).map(\.pupil) == [pupils[1].id])
    }

    @Test("In SQL the rules find what the rules in Swift find, over runs and scores of all kinds", arguments: StageEngine.here)
    func oracle(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), today = stage.today
        var draw = 7, members: [(pupil: PupilID, joined: Day, left: Day?)] = []
        let next = { (below: Int) -> Int in
            draw = (draw &* 1_103_515_245 &+ 12345) & 0x7FFF_FFFF
            return draw / 65536 % below
        }
        let pupils = try await stage.pupils(24)
        for pupil in pupils {
            let joined = today - 20 - next(120), long = 7 + next(90), left = joined + long <= today ? joined + long : nil
            try await stage.judge(try await stage.run([pupil], joined: joined, left: left))
            members.append((pupil.id, joined, left))
            for day in Set((0..<next(4)).map { _ in today - next(200) }) { try await stage.score(pupil, 80 + next(20), on: day) }
        }
        let results = Dictionary(grouping: try await stage.stage.read { try $0.all(TestResult.self, "ORDER BY id") }, by: \.pupil)
        let runs = members.map { member -> PupilRun in
            let change = FindScores(joined: member.joined, left: member.left).found(in: results[member.pupil] ?? [], of: member.pupil)
            return PupilRun(intervention: stage.club.id, pupil: member.pupil, joined: member.joined, left: member.left, hasBaseline: change.baseline != nil, hasExit: change.exit != nil)
        }
        let started = runs.filter { ImpactGaps.startedWithoutBaseline($0, on: today) != nil }.map(\.pupil), ended = runs.filter { ImpactGaps.endedWithoutExit($0, on: today) != nil }.map(\.pupil)
        #expect(!started.isEmpty && !ended.isEmpty && started.count < runs.count)
        #expect(Set(try await stage.found("started-without-baseline").compactMap(\.pupil)) == Set(started))
        #expect(Set(try await stage.found("ended-without-exit").compactMap(\.pupil)) == Set(ended))
    }

    @Test("The same support that did nothing three times in a row is found", arguments: StageEngine.here)
    func threeTimes(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(2)
        for time in 0..<3 {
            let left = stage.today - 20 - time * 100, run = try await stage.ended(pupils, joined: left - 60, left: left)
            try await stage.outcome(.notMet, of: pupils[0], in: run)
            if time > 0 { try await stage.outcome(.notMet, of: pupils[1], in: run) } else { try await stage.outcome(.partly, of: pupils[1], in: run) }
        }
        let found = try await stage.found("no-effect-three-times", as: stage.amira)
        #expect(found.map(\.pupil) == [pupils[0].id] && found[0].since == stage.today - 20 && found[0].next.text == "/pupils/\(pupils[0].id)/provision")
        #expect(try await stage.found("no-effect-three-times", on: stage.today - 21).isEmpty)
    }

    @Test("What a school adapted, and what bears the same key, is the same support", arguments: StageEngine.here)
    func threeTimesAdapted(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(2), elm = stage.elm.id, club = stage.club
        let adapted = try await stage.stage.act { try $0.save(AdaptIntervention(reason: "Groups of two here").applied(to: club, at: elm, beside: [])) }
        let keyed = try await stage.stage.act { writer in
            let trusts = try writer.save(AdoptIntervention(key: "toe-by-toe").applied(at: nil, beside: []))
            return [trusts, try writer.save(AdaptIntervention(reason: "Twice a day").applied(to: trusts, at: elm, beside: []))]
        }
        for (pupil, entries) in zip(pupils, [[club, adapted, club], [keyed[0], keyed[1], club]]) {
            for (time, entry) in entries.enumerated() {
                let left = stage.today - 20 - time * 100
                try await stage.outcome(.notMet, of: pupil, in: stage.ended([pupil], joined: left - 60, left: left, of: entry))
            }
        }
        #expect(try await stage.found("no-effect-three-times").map(\.pupil) == [pupils[0].id], "two times one and once another are not three times the same")
        let before = stage.today - 330
        try await stage.outcome(.notMet, of: pupils[1], in: stage.ended([pupils[1]], joined: before - 60, left: before, of: keyed[1]))
        #expect(try await stage.found("no-effect-three-times").map(\.pupil) == pupils.map(\.id))
    }

    @Test("What ended a half-term ago is decided about", arguments: StageEngine.here)
    func undecided(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.pupils(2)
        try await stage.ended(pupils, left: stage.today - 42)
        #expect(try await stage.found("impact-undecided").isEmpty)
        #expect(try await stage.found("impact-undecided", on: stage.today + 1).map(\.urn) == ["999001"])
        try await stage.ended(pupils, joined: stage.today - 100, left: stage.today - 50, judgeFrom: stage.today + 1)
        #expect(try await stage.found("impact-undecided").isEmpty, "not to be judged yet")
        let subject = DecideImpact.Subject(intervention: stage.club.id, school: stage.elm.id, from: stage.today - 90, to: stage.today), today = stage.today
        try await stage.stage.act { try $0.save(DecideImpact(verdict: .keep, because: "Most gained", decidedOn: today).applied(to: subject, by: "Amira Khan", today: today)) }
        #expect(try await stage.found("impact-undecided", on: stage.today + 1).isEmpty)
    }
}
