import Basics
@testable import People
import Testing

struct ContextActsTests {
    static let today = RegisterStage.today
    let pupil = ChangeStatusTests.pupil()

    @Test("A circumstance begins; a looked-after child has an authority", arguments: [
        (ContextFlag.Kind.pupilPremium, 0, "", nil), (.lookedAfter, -10, "998", nil), (nil, 0, "", "flag"), (.lookedAfter, 0, " ", "authority"),
        (.serviceChild, 0, "998", "authority"), (.pupilPremium, 1, "", "from"), (.pupilPremium, -9000, "", "from"),
    ] as [(ContextFlag.Kind?, Int, String, String?)])
    func flag(kind: ContextFlag.Kind?, shift: Int, authority: String, field: String?) throws {
        let act = StartFlag(kind: kind, from: Self.today + shift, authority: authority)
        try expect(field) { try act.applied(to: pupil, flags: [], today: Self.today) }
    }

    @Test("What runs already is not begun again, and may begin again once it has ended")
    func twice() throws {
        let held = ContextFlag(id: RowID(1), pupil: pupil.id, kind: .pupilPremium, spell: Spell(starts: Self.today - 50, ends: Self.today - 10))
        let act = StartFlag(kind: .pupilPremium, from: Self.today)
        #expect(try act.applied(to: pupil, flags: [held], today: Self.today).event == "flag.started")
        var open = held
        open.spell = Spell(starts: Self.today - 50)
        #expect(throws: Problems.self) { try act.applied(to: pupil, flags: [open], today: Self.today) }
    }

    @Test("A place in a base that is not recognised is asked about", arguments: [
        (BaseSpell.Base.resourced, false, nil), (.unit, false, "recognised"), (.unit, true, nil), (nil, false, "base"),
    ] as [(BaseSpell.Base?, Bool, String?)])
    func base(base: BaseSpell.Base?, recognised: Bool, field: String?) throws {
        try expect(field) {
            try JoinBase(base: base, from: Self.today, recognised: recognised).applied(to: pupil, at: .sample("999001", "Elm"), bases: [], today: Self.today)
        }
    }

    @Test("An arrangement says what, why and what it needs", arguments: [
        (Arrangement.Kind.partTime, "12", "", "Anxiety", nil), (.partTime, "", "", "Anxiety", "hours"), (.alternativeProvision, "", "Larkfield Farm", "Fit", nil),
        (.alternativeProvision, "", "", "Fit", "place"), (.educationOtherwise, "", "", "", "reason"), (nil, "", "", "Why", "kind"),
    ] as [(Arrangement.Kind?, String, String, String, String?)])
    func arrangement(kind: Arrangement.Kind?, hours: String, place: String, reason: String, field: String?) throws {
        try expect(field) {
            try StartArrangement(kind: kind, from: Self.today, hours: hours, place: place, reason: reason)
                .applied(to: pupil, at: SchoolID(1), arrangements: [], today: Self.today)
        }
    }

    @Test("What runs ends on a day between its first and today, with a reason", arguments: [
        (0, "Over", nil), (-20, "Over", nil), (1, "Over", "last_day"), (-21, "Over", "last_day"), (0, " ", "reason"),
    ] as [(Int, String, String?)])
    func end(shift: Int, reason: String, field: String?) throws {
        let flag = ContextFlag(id: RowID(1), pupil: pupil.id, kind: .serviceChild, spell: Spell(starts: Self.today - 20))
        try expect(field) { try EndSpell(lastDay: Self.today + shift, reason: reason).applied(to: flag, event: "flag.ended", today: Self.today) }
    }

    @Test("A diagnosis is in words, once, and not from the future", arguments: [
        ("Dyslexia", 0, nil), ("", 0, "name"), ("adhd", 0, "name"), ("Dyslexia", 1, "given_on"), ("Dyslexia", -9000, "given_on"),
    ] as [(String, Int, String?)])
    func diagnosis(name: String, shift: Int, field: String?) throws {
        let held = Diagnosis(id: RowID(1), pupil: pupil.id, name: "ADHD")
        try expect(field) { try RecordDiagnosis(name: name, givenOn: Self.today + shift).applied(to: pupil, diagnoses: [held], today: Self.today) }
    }

    @Test("A contact is a person or an authority, and lifting a restriction needs a reason")
    func contact() throws {
        var wanted = Contact(id: .new, pupil: pupil.id, position: 0)
        wanted.relationship = "PAM"
        #expect(throws: Problems.self) { try KeepContact(wanted).applied(to: pupil, contacts: []) }
        wanted.surname = "Okafor"
        #expect(try KeepContact(wanted).applied(to: pupil, contacts: []).after.position == 1)
        var both = wanted
        both.organisation = "Larkshire"
        #expect(throws: Problems.self) { try KeepContact(both).applied(to: pupil, contacts: []) }
        var held = wanted
        (held.id, held.courtOrder) = (RowID(4), "No contact")
        #expect(throws: Problems.self) { try KeepContact(wanted).applied(to: pupil, contacts: [held], before: held) }
        #expect(try KeepContact(wanted, reason: "Order discharged").applied(to: pupil, contacts: [held], before: held).event == "contact.changed")
        #expect(throws: Problems.self) { try EndContact(lastDay: Self.today + 1, reason: "Moved").applied(to: held, today: Self.today) }
        let ended = try EndContact(lastDay: Self.today, reason: "Moved").applied(to: held, today: Self.today).after
        #expect(throws: Problems.self) { try EndContact(lastDay: Self.today, reason: "Moved").applied(to: ended, today: Self.today) }
    }

    @Test("Sealing needs a reason and that its reader understood, once")
    func seal() throws {
        #expect(try SealPupil(reason: "Adoption", understood: true).applied(to: pupil).after.sealed)
        #expect(throws: Problems.self) { try SealPupil(reason: "", understood: true).applied(to: pupil) }
        #expect(throws: Problems.self) { try SealPupil(reason: "Adoption", understood: false).applied(to: pupil) }
        var sealed = pupil
        sealed.sealed = true
        #expect(throws: Problems.self) { try SealPupil(reason: "Adoption", understood: true).applied(to: sealed) }
    }

    @Test("A task is ticked once, taken back, and left alone once a file has confirmed it")
    func task() throws {
        var task = MISTask(id: RowID(1), pupil: pupil.id, school: SchoolID(1), field: MISTask.statusField, value: "K from 2026-11-01", decidedOn: Self.today)
        #expect(task.valueInWords == "SEN support (K) from 1 November 2026")
        let ticked = try TickTask(entered: true).applied(to: task, today: Self.today)
        #expect(ticked.after.tickedOn == Self.today)
        #expect(try TickTask(entered: true).applied(to: ticked.after, today: Self.today + 1).isEmpty)
        #expect(try TickTask(entered: false).applied(to: ticked.after, today: Self.today).after.tickedOn == nil)
        task.confirmedOn = Self.today
        #expect(throws: Problems.self) { try TickTask(entered: true).applied(to: task, today: Self.today) }
    }

    /// The act works, or is refused beside the field.
    private func expect<T>(_ field: String?, _ body: () throws -> T) throws {
        guard let field else { _ = try body(); return }
        let problems = #expect(throws: Problems.self) { _ = try body() }
        #expect(problems?.message(for: field) != nil)
    }
}
