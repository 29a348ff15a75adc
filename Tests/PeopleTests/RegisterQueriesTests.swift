import Access
import Basics
import Database
import Files
import Foundation
@testable import People
import Testing

struct RegisterQueriesTests {
    static let today = RegisterStage.today

    @Test("The numbers make the roll on any day, even where spells overlap", arguments: registerEngines)
    func reconciles(_ engine: Dialect) async throws {
        try await RegisterStage.with(engine) { stage in
            for (place, status) in ["K", "E", "N", nil, "A", "P", "S", "Q", "Z"].enumerated() {
                try await stage.pupil("Child\(place)", "Roll", provision: status)
            }
            let twice = try await stage.pupil("Twice", "Roll", provision: "N")
            try await stage.store.write(RegisterStage.act) { writer in
                let spell = ProvisionSpell(id: .new, pupil: twice.id, provision: "K", spell: Spell(starts: Self.today - 10), decidedHere: false)
                try writer.save(Change("status.started", to: spell))
                try writer.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: twice.id, school: stage.elm.id, kind: "C", spell: Spell(starts: Self.today - 5))))
            }
            try await stage.pupil("Other", "School", at: stage.oak, provision: "E")
            for (day, expected) in [(Self.today, RegisterCount(plan: 2, support: 5, none: 1, notRecorded: 2)), (Self.today - 11, RegisterCount(plan: 2, support: 4, none: 2, notRecorded: 2))] {
                let filter = RegisterFilter(school: stage.elm.id, day: day)
                let (counts, roll) = try await stage.store.read { try ($0.registerCounts(for: stage.amira, on: day), $0.roll(filter, for: stage.amira)) }
                #expect(counts == [stage.elm.id: expected])
                #expect(roll.count == expected)
                #expect(roll.places(.onRegister).count == expected.plan + expected.support)
                #expect(roll.places(.notRecorded).count == expected.notRecorded)
                #expect(roll.places(.code("Z")).count == 1)
                #expect(roll.places(.everybody).count == expected.roll)
            }
        }
    }

    @Test("Guests and leavers are not on the roll; a dual pupil is on both", arguments: registerEngines)
    func roll(_ engine: Dialect) async throws {
        try await RegisterStage.with(engine) { stage in
            let dual = try await stage.pupil("Dual", "Two", provision: "K"), guest = try await stage.pupil("Guest", "Oak", at: stage.oak, provision: "K")
            try await stage.store.write(RegisterStage.act) { writer in
                for (pupil, school, kind, last) in [(dual, stage.oak, "S", nil), (guest, stage.elm, "G", nil), (guest, stage.elm, "C", Self.today - 1)] as [(Pupil, School, String, Day?)] {
                    let starts = last == nil ? Self.today - 90 : Self.today - 300
                    try writer.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: pupil.id, school: school.id, kind: kind, spell: Spell(starts: starts, ends: last))))
                }
            }
            let counts = try await stage.store.read { try $0.registerCounts(for: .operator, on: Self.today) }
            #expect(counts[stage.elm.id]?.roll == 1)
            #expect(counts[stage.oak.id]?.roll == 2)
        }
    }

    @Test("Each filter leaves whom it should", arguments: registerEngines)
    func filters(_ engine: Dialect) async throws {
        try await RegisterStage.with(engine) { stage in
            let ada = try await stage.pupil("Ada", "Ash", provision: "K", need: "ASD", inBeech: true)
            let ben = try await stage.pupil("Ben", "Birch", provision: "N")
            try await stage.pupil("Cem", "Cedar", provision: "E", need: "SLCN")
            try await stage.store.write(Act(who: "Test", at: RegisterStage.now, way: .page)) { writer in
                try writer.save(Change("watch.started", to: WatchSpell(id: .new, pupil: ben.id, school: stage.elm.id, reason: "x", lookAgain: Self.today, spell: Spell(starts: Self.today))))
                try writer.save(Change("flag.started", to: ContextFlag(id: .new, pupil: ada.id, kind: .lookedAfter, detail: "998", spell: Spell(starts: Self.today - 4))))
                try writer.save(Change("base.joined", to: BaseSpell(id: .new, pupil: ada.id, school: stage.elm.id, base: .resourced, spell: Spell(starts: Self.today - 4))))
            }
            func names(_ change: (inout RegisterFilter) -> Void) async throws -> [String] {
                var filter = RegisterFilter(school: stage.elm.id, day: Self.today)
                change(&filter)
                return try await stage.store.read { [filter] in try $0.register(filter, for: stage.amira).map(\.forename) }
            }
            #expect(try await names { _ in } == ["Ada", "Cem"])
            #expect(try await names { $0.status = .everybody } == ["Ada", "Ben", "Cem"])
            #expect(try await names { $0.status = .watched } == ["Ben"])
            #expect(try await names { $0.need = "ASD" } == ["Ada"])
            #expect(try await names { $0.schoolClass = stage.beech.id } == ["Ada"])
            #expect(try await names { $0.flag = "looked_after" } == ["Ada"])
            #expect(try await names { $0.flag = "RP" } == ["Ada"])
            #expect(try await names { $0.flag = "eal" }.isEmpty)
            #expect(try await names { $0.flag = "dual" }.isEmpty)
            #expect(try await names { $0.year = "4" } == ["Ada", "Cem"])
            #expect(try await names { $0.year = "5" }.isEmpty)
            #expect(try await names { ($0.status, $0.changedSince) = (.everybody, Self.today) } == ["Ada", "Ben"])
            #expect(try await names { ($0.status, $0.order) = (.everybody, .status) } == ["Cem", "Ada", "Ben"])
            #expect(try await names { ($0.status, $0.order) = (.everybody, .schoolClass) } == ["Ada", "Ben", "Cem"])
            #expect(try await names { ($0.status, $0.order) = (.everybody, .year) } == ["Ada", "Ben", "Cem"])
            #expect(try await names { ($0.status, $0.order) = (.everybody, .since) } == ["Ada", "Ben", "Cem"])
        }
    }

    @Test("What is kept of a roll is looked up again once anything has changed")
    func kept() async throws {
        try await RegisterStage.with { stage in
            let pupil = try await stage.pupil("Ada", "Ash", provision: "N")
            func support() async throws -> Int {
                try await stage.store.read { try $0.roll(RegisterFilter(school: stage.elm.id, day: Self.today), for: stage.amira).count.support }
            }
            #expect(try await support() == 0)
            #expect(try await stage.post("/api/v1/pupils/\(pupil.id)/status", as: stage.amira, #"{"provision":"K","from":"2026-11-20","need":"ASD","reason":"Agreed"}"#).status == 200)
            #expect(try await support() == 1)
        }
    }

    @Test("A teacher sees the class alone, and nobody sees another school", arguments: registerEngines)
    func sight(_ engine: Dialect) async throws {
        try await RegisterStage.with(engine) { stage in
            try await stage.pupil("Ada", "Ash", provision: "K", inBeech: true)
            try await stage.pupil("Ben", "Birch", provision: "K")
            try await stage.pupil("Olga", "Oak", at: stage.oak, provision: "K")
            let filter = RegisterFilter(day: Self.today)
            let seen = try await stage.store.read { reader in
                try [stage.teacher, stage.amira, stage.dev, stage.governor].map { try reader.register(filter, for: $0).map(\.forename) }
            }
            #expect(seen == [["Ada"], ["Ada", "Ben"], ["Ada", "Ben", "Olga"], []])
        }
    }

    @Test("No large table is read from end to end")
    func plan() async throws {
        try await RegisterStage.with { stage in
            let plan = try await stage.store.read { reader in
                try reader.plan(of: "SELECT e.id \(reader.registerSource(RegisterFilter(school: stage.elm.id, day: Self.today), stage.amira)) ORDER BY p.sort_name, p.id")
            }
            #expect(!plan.contains("SCAN e") && !plan.contains("SCAN p") && !plan.contains("SCAN x"), "\(plan)")
            let trail = try await stage.store.read { try $0.plan(of: "SELECT MAX(id) FROM trail WHERE pupil_id = \(PupilID(1)) AND subject IN \(registerTables)") }
            #expect(trail.contains("trail_by_pupil"), "\(trail)")
            let sight = try await stage.store.read { try $0.plan(of: Viewer(name: "Amira", parts: stage.amira.parts + stage.teacher.parts).partsThatSee(PupilID(1), on: Self.today)) }
            #expect(!sight.contains("SCAN e") && !sight.contains("SCAN p") && !sight.contains("SCAN m"), "\(sight)")
        }
    }

    @Test("The file has the columns that programs build on, formulas made harmless, and unknown as nothing", arguments: registerEngines)
    func file(_ engine: Dialect) async throws {
        try await RegisterStage.with(engine) { stage in
            try await stage.pupil("=SUM(A1)", "Ash", provision: "K", need: "ASD", upn: "H999200118001", inBeech: true)
            try await stage.pupil("Zoë", "Évrard")
            var filter = RegisterFilter(school: stage.elm.id, day: Self.today)
            filter.status = .everybody
            let (csv, json) = try await stage.store.read { [filter] reader in
                var csv = "", json = ""
                let rows = try (RegisterFile(filter, as: .csv).write(for: stage.amira, reader) { csv += $0 },
                                RegisterFile(filter, as: .json).write(for: stage.amira, reader) { json += $0 })
                #expect(rows == (2, 2))
                return (csv, json)
            }
            let lines = csv.components(separatedBy: "\r\n")
            #expect(lines[0] == "urn,upn,surname,forename,date_of_birth,sex,year,class,provision,provision_since,need_1,need_2,sen_unit,resourced_provision,home_la,looked_after,pupil_premium,eal")
            #expect(lines[1] == "999001,H999200118001,Ash,'=SUM(A1),2018-01-05,,4,Beech,K,2024-09-03,ASD,,false,false,,false,false,")
            #expect(lines[2].hasPrefix("999001,,Évrard,Zoë,2018-01-05,,4,,,,"))
            #expect(json.contains("\"forename\":\"=SUM(A1)\"") && json.contains("\"eal\":null") && json.contains("\"sen_unit\":false") && json.contains("\"provision\":null"))
        }
    }
}
