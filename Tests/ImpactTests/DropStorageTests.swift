import Access
import AreaKit
import Basics
import Database
@testable import Impact
import Measures
import Pages
@testable import People
import Provision
import Stage
import Testing

@Suite("Data drops in the store")
struct DropStorageTests {
    @Test("Groups are made of status, needs, flags and who has somebody to themselves, on the day of the drop", arguments: StageEngine.here)
    func traits(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), today = stage.today, elm = stage.elm.id, long = Spell(starts: today - 300)
        let pupils = try await stage.pupils(4), none = try await stage.stage.pupil("Nell", "Zed", at: stage.elm)
        let restricted = try await stage.stage.pupil("Rae", "Quill", at: stage.elm, provision: "K")
        _ = try await stage.pupils(1, at: stage.oak)
        try await stage.stage.need("MLD", of: pupils[0], rank: 2)
        try await stage.stage.need("SLCN", of: pupils[0], rank: 1)
        let run = try await stage.run([pupils[1]], joined: today - 60, left: nil)
        try await stage.stage.act { writer in
            try writer.execute("INSERT INTO provision_pattern (run_id, starts, planned_size, proof, funding, session_price) VALUES (\(run.id), \(today - 60), 1, 'none', '', 0)")
            for (pupil, kind) in [(pupils[0], ContextFlag.Kind.pupilPremium), (pupils[2], .lookedAfter)] { try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: pupil.id, kind: kind, spell: long))) }
            try writer.execute("INSERT INTO restriction (pupil_id, ground, reason, starts) VALUES (\(restricted.id), 'accuracy', 'The family asked', \(today - 3))")
        }
        let all = try await stage.stage.read { try $0.pupilTraits(at: elm, on: today, in: DropGroup([])) }
        let one = { (pupil: Pupil) in all.first { $0.pupil == pupil.id } }
        #expect(Set(all.map(\.pupil)) == Set(pupils.map(\.id) + [none.id]))
        #expect(one(pupils[0])?.needs == ["SLCN", "MLD"] && one(pupils[0])?.pupilPremium == true && one(pupils[0])?.provision == "K" && one(pupils[0])?.year == YearGroup("4"))
        #expect(one(pupils[1])?.hasOneToOne == true && one(pupils[0])?.hasOneToOne == false && one(pupils[2])?.lookedAfter == true && one(none)?.provision == "N")
        #expect(try await stage.stage.read { try $0.pupilTraits(at: elm, on: today, in: DropGroup([.withSEN])) }.count == 4)
        #expect(try await stage.stage.read { try $0.pupilTraits(at: elm, on: today - 400, in: DropGroup([])) }.count == 5)
        #expect(try await stage.stage.read { try $0.pupilTraits(at: elm, on: today - 600, in: DropGroup([])) }.isEmpty)
        for traits in all { #expect(PupilTraits(traits.pupil, keys: traits.keys).keys == traits.keys) }
    }

    @Test("A drop that is late by two school weeks is found until it is signed", arguments: StageEngine.here)
    func late(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), autumn = try #require(HalfTerm(AcademicYear(starting: 2026), 1)), elm = stage.elm.id, test = stage.test.id
        var drop = DataDrop(school: elm, halfTerm: autumn, asOf: autumn.lastDay - 10, instrument: test, scale: "reading")
        drop = try await stage.stage.act { [drop] in try $0.save(Change("drop.started", to: drop)) }
        // The half-term ends on Saturday 31 October with its holiday; the tenth school day after is Friday 13 November.
        #expect(autumn.lastDay == Day(2026, 10, 31))
        #expect(try await stage.found("drop-not-signed", on: Day(2026, 11, 13)).isEmpty)
        let found = try await stage.found("drop-not-signed", as: stage.amira, on: Day(2026, 11, 14))
        #expect(found.count == 1 && found[0].urn == "999001" && found[0].since == Day(2026, 11, 14) && found[0].next.text == "/drops/\(drop.id)" && found[0].message.contains("not sent"))
        #expect(try await stage.found("drop-not-signed", as: stage.otherSENCO).isEmpty)
        #expect(try await stage.found("drop-not-signed", at: stage.oak).isEmpty)
        try await stage.stage.act { [drop] writer in
            var after = drop
            after.state = .signed
            try writer.save(Change("drop.closed", from: drop, to: after))
        }
        #expect(try await stage.found("drop-not-signed").isEmpty)
    }

    @Test("Today tells the SENCO what to explain and answer, and each of the three what to sign", arguments: StageEngine.here)
    func today(engine: StageEngine) async throws {
        let stage = try await ImpactStage(engine), pupils = try await stage.dropped([(90, 95), (90, 84)]), path = try await stage.open(), day = stage.today
        let lines = { (viewer: Viewer) in try await stage.stage.read { try dropsToday.find($0, viewer, day).map { "\($0.text) \($0.address.text)" } } }
        #expect(try await lines(stage.amira) == ["1 data drop to explain and send. \(path)"])
        #expect(try await lines(stage.graceWhoSigns).isEmpty)
        #expect(try await lines(stage.otherSENCO).isEmpty)
        #expect(try await stage.explain(pupils[1], in: path).status == 303)
        #expect(try await stage.stage.visit(.send, path + "/send", as: stage.amira).status == 303)
        #expect(try await lines(stage.amira).isEmpty)
        #expect(try await lines(stage.graceWhoSigns) == ["1 data drop waits for your signature. \(path)"])
        #expect(try await lines(stage.grace).isEmpty)
        #expect(try await stage.sign(path, as: stage.graceWhoSigns, "", asking: "Is there time?").status == 303)
        #expect(try await lines(stage.graceWhoSigns).isEmpty)
        #expect(try await lines(stage.amira) == ["1 question about a data drop to answer. \(path)"])
    }

    @Test("Results of a drop are looked up by pupil, not from end to end", arguments: StageEngine.here)
    func queries(engine: StageEngine) async throws {
        guard engine == .sqlite else { return }
        let stage = try await ImpactStage(engine), test = stage.test.id, day = stage.today
        let plan = try await stage.stage.read { try $0.plan(of: "SELECT id FROM test_result WHERE pupil_id IN \([PupilID(1), PupilID(2)]) AND instrument_id = \(test) AND taken_on BETWEEN \(day - 300) AND \(day) AND withdrawn_on IS NULL") }
        #expect(!plan.contains("SCAN test_result"), "\(plan)")
    }
}
