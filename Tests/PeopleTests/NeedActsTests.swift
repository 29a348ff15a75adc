import Basics
@testable import People
import Testing

struct NeedActsTests {
    static let today = RegisterStage.today

    @Test("A need takes its place, and those below move down", arguments: [(1, [("SLCN", 2), ("ASD", 3)]), (2, [("ASD", 3)]), (3, [])])
    func added(rank: Int, moved: [(String, Int)]) throws {
        let record = ChangeStatusTests.record("K", needs: ["SLCN", "ASD"])
        let change = try AddNeed(need: "HI", rank: rank, from: Self.today).applied(to: record, today: Self.today)
        #expect(change.needs.last?.after.rank == rank)
        #expect(change.needs.last?.after.area == "S&P")
        #expect(change.needs.dropLast().map { "\($0.after.need) \($0.after.rank ?? 0)" } == moved.map { "\($0.0) \($0.1)" })
    }

    @Test("What can't be is refused beside its field", arguments: [
        ("", 1, 0, "K", "need"), ("SLCN", 2, 0, "K", "need"), ("HI", 4, 0, "K", "rank"), ("HI", 0, 0, "K", "rank"), ("HI", 1, 1, "K", "from"), ("NSA", 1, 0, "E", "need"),
    ])
    func refused(need: String, rank: Int, shift: Int, status: String, field: String) {
        let record = ChangeStatusTests.record(status, needs: ["SLCN"])
        let problems = #expect(throws: Problems.self) { try AddNeed(need: need, rank: rank, from: Self.today + shift).applied(to: record, today: Self.today) }
        #expect(problems?.message(for: field) != nil)
    }

    @Test("Ending a need moves the others up; a future day and no reason are refused")
    func ended() throws {
        let record = ChangeStatusTests.record("K", needs: ["SLCN", "ASD"])
        let change = try EndNeed(need: RowID(10), lastDay: Self.today, reason: "Caught up").applied(to: record, today: Self.today)
        #expect(change.needs.map(\.event) == ["need.ended", "need.ranked"])
        #expect(change.needs.last?.after.rank == 1)
        #expect(throws: Problems.self) { try EndNeed(need: RowID(10), lastDay: Self.today + 1, reason: "x").applied(to: record, today: Self.today) }
        #expect(throws: Problems.self) { try EndNeed(need: RowID(10), lastDay: Self.today, reason: "").applied(to: record, today: Self.today) }
        #expect(throws: Problems.self) { try EndNeed(need: RowID(99), lastDay: Self.today, reason: "x").applied(to: record, today: Self.today) }
    }

    @Test("Only a whole new order is an order")
    func ranked() throws {
        let record = ChangeStatusTests.record("K", needs: ["SLCN", "ASD"])
        let change = try RankNeeds(order: [RowID(11), RowID(10)]).applied(to: record, today: Self.today)
        #expect(change.needs.map { $0.after.rank } == [1, 2])
        #expect(try RankNeeds(order: [RowID(10), RowID(11)]).applied(to: record, today: Self.today).isEmpty)
        #expect(throws: Problems.self) { try RankNeeds(order: [RowID(10)]).applied(to: record, today: Self.today) }
        #expect(throws: Problems.self) { try RankNeeds(order: [RowID(10), RowID(10)]).applied(to: record, today: Self.today) }
    }

    @Test("Another area may be chosen for a need, and none", arguments: ["C&L", ""])
    func area(key: String) throws {
        let record = ChangeStatusTests.record("K", needs: ["DS"])
        let change = try ChooseArea(need: RowID(10), area: key).applied(to: record, today: Self.today)
        #expect(change.needs.first?.after.area == key)
        #expect(throws: Problems.self) { try ChooseArea(need: RowID(10), area: "Nonsense").applied(to: record, today: Self.today) }
        #expect(throws: Problems.self) { try ChooseArea(need: RowID(77), area: key).applied(to: record, today: Self.today) }
    }

    @Test("Only a pupil who is not on the register can be watched, once")
    func watching() throws {
        func start(_ record: RegisterRecord, reason: String = "Reading", in days: Int = 60) throws -> RegisterChange {
            try StartWatching(school: SchoolID(1), reason: reason, lookAgain: Self.today + days).applied(to: record, today: Self.today)
        }
        #expect(try start(ChangeStatusTests.record("N")).watches.map(\.event) == ["watch.started"])
        #expect(try start(ChangeStatusTests.record()).watches.count == 1)
        #expect(throws: Problems.self) { try start(ChangeStatusTests.record("K")) }
        #expect(throws: Problems.self) { try start(ChangeStatusTests.record("N", watched: true)) }
        #expect(throws: Problems.self) { try start(ChangeStatusTests.record("N"), reason: " ") }
        #expect(throws: Problems.self) { try start(ChangeStatusTests.record("N"), in: 0) }
        #expect(throws: Problems.self) { try start(ChangeStatusTests.record("N"), in: 400) }
        #expect(try StopWatching(reason: "Fine").applied(to: ChangeStatusTests.record("N", watched: true), today: Self.today).watches.first?.after.spell.ends == Self.today)
        #expect(throws: Problems.self) { try StopWatching(reason: "Fine").applied(to: ChangeStatusTests.record("N"), today: Self.today) }
        #expect(throws: Problems.self) { try StopWatching(reason: "").applied(to: ChangeStatusTests.record("N", watched: true), today: Self.today) }
    }

    @Test("One decision for many is a status, a need or both, for each as the rules allow", arguments: [
        ("K", "ASD", "N", ["status.ended", "status.started"], ["need.added"]), ("", "ASD", "K", [], ["need.added"]), ("E", "SLCN", "K", ["status.ended", "status.started"], []),
        ("N", "", "K", ["status.ended", "status.started"], ["need.ended"]),
    ])
    func bulk(provision: String, need: String, held: String, statuses: [String], needs: [String]) throws {
        let change = BulkChange(provision: provision, need: need, from: Self.today, reason: "Census")
        try change.check(today: Self.today)
        let result = try change.applied(to: ChangeStatusTests.record(held, needs: held == "N" ? [] : ["SLCN"]), today: Self.today)
        #expect(result.provisions.map(\.event) == statuses)
        #expect(result.needs.map(\.event) == needs)
    }

    @Test("A decision for many that says nothing or too much is refused", arguments: [
        ("", "", "Why", "provision"), ("Z", "", "Why", "provision"), ("", "ZZZ", "Why", "need"), ("N", "ASD", "Why", "need"), ("K", "", " ", "reason"),
    ])
    func bulkRefused(provision: String, need: String, reason: String, field: String) {
        let problems = #expect(throws: Problems.self) { try BulkChange(provision: provision, need: need, from: Self.today, reason: reason).check(today: Self.today) }
        #expect(problems?.message(for: field) != nil)
    }
}
