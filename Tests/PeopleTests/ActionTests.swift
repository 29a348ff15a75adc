import Basics
@testable import People
import Testing

@Suite("What is to be done")
struct ActionTests {
    static let today = Day(2026, 11, 20) ?? .distantPast
    static let tom = ActionOwner(staff: StaffID(4), name: "Tom Reed")

    static func make(_ what: String = "Ring home", _ owner: ActionOwner = tom, days: Int = 7) throws -> Action {
        try MakeAction(what: what, owner: owner, due: today + days).applied(at: SchoolID(1), about: PupilID(7), by: "Amira Khan (SENCO)", AccountID(3), today: today).after
    }

    @Test("What, who and by when; the rest is known")
    func made() throws {
        let action = try Self.make(" Ring home ")
        #expect(action.what == "Ring home" && action.madeOn == Self.today && action.madeByAccount == AccountID(3) && action.isOpen)
        #expect(!action.isOverdue(on: Self.today + 7) && action.isOverdue(on: Self.today + 8))
        #expect(action.inWords == "Tom Reed, by 27 November 2026")
    }

    @Test("What is wrong is said by its field", arguments: [
        (" ", "Tom", 7, "what"), (String(repeating: "x", count: 301), "Tom", 7, "what"), ("Ring", " ", 7, "owner"), ("Ring", "Tom", -1, "due"), ("Ring", "Tom", 800, "due"),
    ])
    func refused(what: String, owner: String, days: Int, field: String) throws {
        let problems = try #require(throws: Problems.self) { try Self.make(what, ActionOwner(name: owner), days: days) }
        #expect(problems.list.map(\.field) == [field])
    }

    @Test("It ends once: done, or no longer needed with the reason; and it opens again")
    func ended() throws {
        let action = try Self.make(), later = Self.today + 9
        let done = try EndAction(.done, result: "She comes on Friday").applied(to: action, by: "Tom Reed", today: later)
        #expect(done.event == "action.done" && done.after.inWords == "Tom Reed · done, 29 November 2026, said Tom Reed" && !done.after.isOverdue(on: later + 1))
        #expect(throws: Problems.self) { try EndAction(.done).applied(to: done.after, by: "Tom Reed", today: later) }
        #expect(throws: Problems.self) { try EndAction(nil).applied(to: action, by: "Tom Reed", today: later) }
        #expect(try #require(throws: Problems.self) { try EndAction(.dropped).applied(to: action, by: "Tom Reed", today: later) }.list.map(\.field) == ["result"])
        #expect(try EndAction(.dropped, result: "They moved").applied(to: action, by: "Tom Reed", today: later).event == "action.dropped")
        #expect(try ReopenAction().applied(to: done.after).after == action)
        #expect(throws: Problems.self) { try ReopenAction().applied(to: action) }
    }

    @Test("It is changed while it is open; a day that has passed may stay, and no other may be given")
    func changed() throws {
        let action = try Self.make(days: 2), later = Self.today + 5
        let change = try ChangeAction(what: "Ring gran", owner: .family, due: action.due).applied(to: action, today: later)
        #expect(change.event == "action.changed" && change.after.owner == .family && change.after.madeBy == action.madeBy)
        #expect(try #require(throws: Problems.self) { try ChangeAction(what: "Ring gran", owner: .family, due: later - 1).applied(to: action, today: later) }.list.map(\.field) == ["due"])
        let ended = try EndAction(.done).applied(to: action, by: "Tom", today: later).after
        #expect(throws: Problems.self) { try ChangeAction(what: "Ring gran", owner: .family, due: later).applied(to: ended, today: later) }
    }
}
