import Basics
@testable import People
import Testing

struct ChangeStatusTests {
    static let today = RegisterStage.today
    static let since = Day(2025, 9, 3) ?? .distantPast

    static func pupil() -> Pupil { Pupil(id: PupilID(7), surname: "Okafor", forename: "Amara", birth: Day(2018, 1, 5) ?? .distantPast) }

    static func record(_ provision: String? = nil, needs: [String] = [], watched: Bool = false) -> RegisterRecord {
        let spells = provision.map { [ProvisionSpell(id: RowID(1), pupil: PupilID(7), provision: $0, spell: Spell(starts: since), decidedHere: false)] } ?? []
        let watch = WatchSpell(id: RowID(50), pupil: PupilID(7), school: SchoolID(1), reason: "Reading", lookAgain: today + 30, spell: Spell(starts: since))
        return RegisterRecord(pupil: pupil(), provisions: spells, needs: needs.enumerated().map { place, need in
            PupilNeed(id: RowID(10 + place), pupil: PupilID(7), need: need, area: "", rank: place + 1, spell: Spell(starts: since))
        }, watches: watched ? [watch] : [])
    }

    @Test("A status ends the day before the next begins", arguments: [("N", "K", "ASD"), ("K", "E", ""), ("E", "K", ""), ("A", "K", "")])
    func follows(before: String, after: String, need: String) throws {
        let record = Self.record(before, needs: need.isEmpty ? ["SLCN"] : [])
        let change = try ChangeStatus(provision: after, from: Self.today, need: need, reason: "Agreed").applied(to: record, today: Self.today)
        #expect(change.provisions.map(\.event) == ["status.ended", "status.started"])
        #expect(change.provisions.first?.after.spell.ends == Self.today - 1)
        #expect(change.provisions.last?.after.provision == after)
        #expect(change.needs.map(\.after.need) == (need.isEmpty ? [] : [need]))
    }

    @Test("Coming off the register ends the needs; coming on it ends the watching")
    func follows() throws {
        let off = try ChangeStatus(provision: "N", from: Self.today, reason: "Caught up").applied(to: Self.record("K", needs: ["SLCN", "ASD"]), today: Self.today)
        #expect(off.needs.map(\.event) == ["need.ended", "need.ended"])
        let on = try ChangeStatus(provision: "K", from: Self.today, need: "ASD", reason: "Agreed").applied(to: Self.record("N", watched: true), today: Self.today)
        #expect(on.watches.map(\.event) == ["watch.stopped"])
    }

    @Test("What can't be is refused beside its field", arguments: [
        ("X", 0, "ASD", "Why", nil, "provision"), ("K", 100, "ASD", "Why", nil, "from"), ("K", -9000, "ASD", "Why", nil, "from"),
        ("K", 0, "ASD", " ", nil, "reason"), ("K", 0, "", "Why", nil, "need"), ("E", 0, "NSA", "Why", nil, "need"), ("K", 0, "ZZZ", "Why", nil, "need"),
        ("K", 0, "", "Why", "K", "provision"), ("E", -2000, "", "Why", "K", "from"),
    ] as [(String, Int, String, String, String?, String)])
    func refused(provision: String, shift: Int, need: String, reason: String, held: String?, field: String) {
        let record = Self.record(held, needs: held == nil ? [] : ["SLCN"])
        let problems = #expect(throws: Problems.self) {
            try ChangeStatus(provision: provision, from: Self.today + shift, need: need, reason: reason).applied(to: record, today: Self.today)
        }
        #expect(problems?.message(for: field) != nil)
    }

    @Test("An entry is corrected where it stands, never over another")
    func corrected() throws {
        let record = RegisterRecord(pupil: Self.pupil(), provisions: [
            ProvisionSpell(id: RowID(1), pupil: PupilID(7), provision: "N", spell: Spell(starts: Self.since - 400, ends: Self.since - 1), decidedHere: false),
            ProvisionSpell(id: RowID(2), pupil: PupilID(7), provision: "K", spell: Spell(starts: Self.since), decidedHere: false),
        ], needs: [])
        let fine = try CorrectStatus(entry: RowID(2), provision: "E", starts: Self.since + 3, ends: nil, reason: "Typing").applied(to: record)
        #expect(fine.provisions.map(\.event) == ["status.corrected"])
        #expect(throws: Problems.self) { try CorrectStatus(entry: RowID(2), provision: "E", starts: Self.since - 5, ends: nil, reason: "Typing").applied(to: record) }
        #expect(throws: Problems.self) { try CorrectStatus(entry: RowID(2), provision: "E", starts: Self.since, ends: Self.since - 1, reason: "Typing").applied(to: record) }
        #expect(throws: Problems.self) { try CorrectStatus(entry: RowID(2), provision: "E", starts: Self.since, ends: nil, reason: "").applied(to: record) }
        #expect(throws: Problems.self) { try CorrectStatus(entry: RowID(9), provision: "E", starts: Self.since, ends: nil, reason: "Typing").applied(to: record) }
    }
}
