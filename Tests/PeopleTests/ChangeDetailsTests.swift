import Basics
import Testing
@testable import People

@Suite("A pupil's details put right by hand")
struct ChangeDetailsTests {
    let today = Day(2026, 11, 20) ?? .distantPast
    var sam: Pupil { Pupil(id: PupilID(7), upn: "F999200120002", surname: "Example", forename: "Sam", birth: Day(2015, 11, 2) ?? .distantPast) }

    func act(_ change: (inout ChangeDetails) -> Void) -> ChangeDetails {
        var act = ChangeDetails(birth: sam.birth)
        (act.surname, act.forename, act.upn, act.reason) = ("Example", "Sam", "F999200120002", "The family told us.")
        change(&act)
        return act
    }

    @Test("A new name and number keep the ones before them")
    func formers() throws {
        let changes = try act { $0.surname = "Newname"; $0.upn = "R999200120001"; $0.healthBody = "Marlshire ICB" }.applied(to: sam, numberIsTaken: false, today: today)
        #expect(changes.pupil.after.surname == "Newname")
        #expect(changes.pupil.after.healthBody == "Marlshire ICB")
        #expect(changes.formerUPN?.after.upn == "F999200120002")
        #expect(changes.formerName?.after.surname == "Example")
    }

    @Test("Of a sealed pupil nothing former is kept")
    func sealed() throws {
        var pupil = sam
        pupil.sealed = true
        let changes = try act { $0.surname = "Newname"; $0.upn = "R999200120001" }.applied(to: pupil, numberIsTaken: false, today: today)
        #expect(changes.formerUPN == nil && changes.formerName == nil)
    }

    @Test("Capitals alone are no former name, and the same details change nothing")
    func same() throws {
        #expect(try act { $0.surname = "EXAMPLE" }.applied(to: sam, numberIsTaken: false, today: today).formerName == nil)
        #expect(try act { _ in }.applied(to: sam, numberIsTaken: false, today: today).pupil.isEmpty)
    }

    static let wrong: [(String, Bool, @Sendable (inout ChangeDetails) -> Void)] = [
        ("surname", false, { $0.surname = " " }), ("birth", false, { $0.birth = Day(1990, 1, 1) ?? .distantPast }), ("sex", false, { $0.sex = "X" }),
        ("upn", false, { $0.upn = "12" }), ("keeps_upn", false, { $0.upn = "A123456789123" }), ("upn", true, { _ in }), ("reason", false, { $0.reason = "" }),
    ]

    @Test("What is wrong is said by the field", arguments: wrong.indices)
    func problems(place: Int) {
        let (field, taken, change) = Self.wrong[place]
        #expect { try act(change).applied(to: sam, numberIsTaken: taken, today: today) } throws: { ($0 as? Problems)?.message(for: field) != nil }
    }

    @Test("A wrong letter can be kept by who has seen it")
    func kept() throws {
        #expect(try act { $0.upn = "A123456789123"; $0.keepsUPN = true }.applied(to: sam, numberIsTaken: false, today: today).pupil.after.upn == "A123456789123")
    }
}
