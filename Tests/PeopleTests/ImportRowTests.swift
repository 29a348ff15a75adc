import Basics
import Stage
import Testing
@testable import People

/// A row, what the record holds, and what must come of it.
struct RowCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let row: @Sendable () -> Row
    let holds: @Sendable (PupilUpdate) -> Bool

    init(_ words: String, _ change: @escaping @Sendable (inout Row) -> Void, _ holds: @escaping @Sendable (PupilUpdate) -> Bool) {
        (testDescription, row, self.holds) = (words, { Row(change) }, holds)
    }
}

@Suite("What one row of a file changes")
struct ImportRowTests {
    @Test("Who the pupil is", arguments: identityRows)
    func identity(given: RowCase) { #expect(given.holds(given.row().update)) }

    @Test("Dates on roll", arguments: rollRows)
    func roll(given: RowCase) { #expect(given.holds(given.row().update)) }

    @Test("SEN status and needs", arguments: registerRows)
    func register(given: RowCase) { #expect(given.holds(given.row().update)) }

    @Test("Contacts", arguments: contactsRows)
    func contacts(given: RowCase) { #expect(given.holds(given.row().update)) }

    @Test("Circumstances and the school record", arguments: contextRows)
    func context(given: RowCase) { #expect(given.holds(given.row().update)) }

    static let identityRows: [RowCase] = [
        RowCase("The same is nothing", { _ in }) { $0.isSilent },
        RowCase("A new surname; the old one is kept as a former name", { $0.incoming.surname = "Brook" }) {
            $0.labels == ["Surname"] && $0.changes.formerNames.map(\.after.surname) == ["Whitlock"]
        },
        RowCase("All in capitals is no new name", { $0.incoming.surname = "WHITLOCK"; $0.incoming.forename = "SAM" }) { $0.isSilent },
        RowCase("An accent is a correction and no former name", { $0.incoming.forename = "Säm" }) { $0.labels == ["Forename"] && $0.changes.formerNames.isEmpty },
        RowCase("Capitals put right", { $0.known.pupil.surname = "WHITLOCK" }) { $0.labels == ["Surname"] },
        RowCase("A UPN where there was none", { $0.known.pupil.upn = nil }) { $0.changes.pupils.last?.after.upn == Row.upn && $0.changes.formerUPNs.isEmpty },
        RowCase("A temporary UPN gives way and is kept", { $0.known.pupil.upn = Row.temporary }) {
            $0.changes.pupils.last?.after.upn == Row.upn && $0.changes.formerUPNs.map(\.after.upn) == [Row.temporary]
        },
        RowCase("Another UPN is a conflict", { $0.known.pupil.upn = Row.otherUPN }) { $0.changes.pupils.isEmpty && $0.conflicts.count == 1 },
        RowCase("Another UPN whose former one is that held is taken", { $0.known.pupil.upn = Row.otherUPN; $0.incoming.formerUPNs = [Row.otherUPN] }) {
            $0.changes.pupils.last?.after.upn == Row.upn && $0.changes.formerUPNs.map(\.after.upn) == [Row.otherUPN] && $0.conflicts.isEmpty
        },
        RowCase("No UPN sent keeps the one held", { $0.incoming.upn = nil }) { $0.isSilent },
        RowCase("A former UPN sent twice is kept once", { $0.incoming.formerUPNs = [Row.otherUPN, Row.otherUPN, Row.upn] }) { $0.changes.formerUPNs.map(\.after.upn) == [Row.otherUPN] },
        RowCase("A former name that is also the old one is kept once", { $0.incoming.surname = "Brook"; $0.incoming.otherNames.formerSurname = "Whitlock" }) { $0.changes.formerNames.count == 1 },
        RowCase("Names kept here first: another name is shown", { $0.school.misOwns.remove(.identity); $0.incoming.surname = "Brook" }) { $0.changes.pupils.isEmpty && $0.conflicts.count == 1 },
        RowCase("Names kept here first: capitals are no conflict", { $0.school.misOwns.remove(.identity); $0.incoming.surname = "WHITLOCK" }) { $0.isSilent },
        RowCase("A sealed pupil's former numbers and names do not come back", {
            $0.known.pupil.sealed = true
            $0.incoming.formerUPNs = [Row.otherUPN]
            $0.incoming.otherNames.formerSurname = "Before"
        }) { $0.changes.formerUPNs.isEmpty && $0.changes.formerNames.isEmpty },
        RowCase("What a file does not send stays", { $0.known.pupil.address = "1 Elm Way, ZZ99 1AA"; $0.known.pupil.ethnicity = "WBRI"; $0.known.pupil.eal = true }) { $0.isSilent },
    ]

    static let rollRows: [RowCase] = [
        RowCase("A first day put right", { $0.incoming.enrolment.entryDate = Stage.september + 4 }) { $0.changes.enrolments.last?.after.spell.starts == Stage.september + 4 },
        RowCase("A leaving day ends the enrolment", { $0.incoming.enrolment.leavingDate = Row.today - 3 }) {
            $0.changes.enrolments.map(\.event) == ["enrolment.ended"] && $0.changes.enrolments[0].after.spell.ends == Row.today - 3
        },
        RowCase("Left without a day: the day of the file", { $0.incoming.enrolment.hasLeft = true }) { $0.changes.enrolments.last?.after.spell.ends == Row.today },
        RowCase("Left without a day, and left already: the day held", { $0.incoming.enrolment.hasLeft = true; $0.end(Row.today - 50) }) { $0.isSilent },
        RowCase("Leaving before joining is a conflict", { $0.incoming.enrolment.leavingDate = Stage.september - 1 }) { $0.changes.enrolments.isEmpty && $0.conflicts.count == 1 },
        RowCase("Left by the record, and the file lists them: a conflict", { $0.end(Row.today - 50) }) { $0.changes.enrolments.isEmpty && $0.conflicts.count == 1 },
        RowCase("Back with a new entry date", { $0.end(Row.today - 50); $0.incoming.enrolment.entryDate = Row.today - 5 }) {
            $0.changes.enrolments.map(\.event) == ["enrolment.started"] && $0.conflicts.isEmpty
        },
        RowCase("Back, and the file goes on giving the first entry date", {
            $0.end(Row.today - 50)
            $0.known.enrolments.append(Enrolment(id: RowID(2), pupil: Row.sam.id, school: Row.elm.id, kind: "C", spell: Spell(starts: Row.today - 9)))
            $0.incoming.enrolment.entryDate = Stage.september
        }) { $0.isSilent },
        RowCase("Twice on the roll at once is a conflict", {
            $0.end(Row.today - 50)
            $0.known.enrolments.append(Enrolment(id: RowID(2), pupil: Row.sam.id, school: Row.elm.id, kind: "C", spell: Spell(starts: Row.today - 9)))
            $0.incoming.enrolment.entryDate = Row.today - 60
        }) { $0.changes.enrolments.isEmpty && $0.conflicts.count == 1 },
        RowCase("Roll kept here first: other dates are shown", { $0.school.misOwns.remove(.roll); $0.incoming.enrolment.leavingDate = Row.today }) { $0.changes.enrolments.isEmpty && $0.conflicts.count == 1 },
        RowCase("A joiner of whom nothing is known here comes onto the roll on the file's day", { $0.known.enrolments = []; $0.joins = Row.today; $0.incoming.enrolment.leavingDate = Row.today - 9 }) {
            $0.changes.enrolments.map(\.after.spell) == [Spell(starts: Row.today)]
        },
        RowCase("A joiner who is here already keeps the dates held", { $0.joins = Row.today; $0.incoming.enrolment.leavingDate = Row.today - 9 }) { $0.isSilent },
        RowCase("A joiner who will be here keeps the dates held", { $0.joins = Row.today; $0.known.enrolments[0].spell = Spell(starts: Row.today + 30) }) { $0.isSilent },
        RowCase("A joiner who was here before comes again", { $0.joins = Row.today; $0.end(Row.today - 50) }) { $0.changes.enrolments.map(\.after.spell) == [Spell(starts: Row.today)] },
    ]

    static let registerRows: [RowCase] = [
        RowCase("A missing block means not sent", { $0.hold("K"); $0.need("ASD") }) { $0.isSilent },
        RowCase("A first status of the file's day", { $0.incoming.provisions = [IncomingProvision(code: "K")] }) { $0.changes.provisions.map(\.after.spell) == [Spell(starts: Row.today)] },
        RowCase("Another status ends the one before", { $0.hold("K"); $0.incoming.provisions = [IncomingProvision(code: "E")] }) { $0.changes.provisions.map(\.event) == ["status.ended", "status.started"] },
        RowCase("A status of the same day is corrected", { $0.hold("K", Row.today); $0.incoming.provisions = [IncomingProvision(code: "E")] }) { $0.changes.provisions.map(\.event) == ["status.corrected"] },
        RowCase("An older file does not undo a later status", { $0.hold("K"); $0.known.provisions[0].spell = Spell(starts: Stage.september, ends: Row.today); $0.known.provisions.append(.of("E", Row.today + 1, id: 2)); $0.incoming.provisions = [IncomingProvision(code: "N")] }) {
            $0.changes.provisions.isEmpty && $0.conflicts.count == 1
        },
        RowCase("Needs with ranks", { $0.send([IncomingNeed(rank: 1, code: "ASD"), IncomingNeed(rank: 2, code: "SLCN")]) }) { $0.changes.needs.map(\.after.rank) == [1, 2] },
        RowCase("Ranks that begin at 0 are moved by one", { $0.send([IncomingNeed(rank: 0, code: "ASD"), IncomingNeed(rank: 1, code: "SLCN")]) }) { $0.changes.needs.map(\.after.rank) == [1, 2] },
        RowCase("The same need twice stands twice", { $0.send([IncomingNeed(rank: 1, code: "ASD"), IncomingNeed(rank: 2, code: "ASD")]) }) { $0.changes.needs.map(\.after.rank) == [1, 2] },
        RowCase("The same need twice, held so, is nothing", {
            $0.known.needs = [.of("ASD", rank: 2, id: 1), .of("ASD", rank: 1, id: 2)]
            $0.send([IncomingNeed(rank: 1, code: "ASD"), IncomingNeed(rank: 2, code: "ASD")])
        }) { $0.changes.needs.isEmpty },
        RowCase("A full list ends what it leaves out", { $0.need("ASD"); $0.send([IncomingNeed(rank: 1, code: "SLCN")]) }) { $0.changes.needs.map(\.event) == ["need.added", "need.ended"] },
        RowCase("An empty list ends nothing", { $0.need("ASD"); $0.send([]) }) { $0.changes.needs.isEmpty },
        RowCase("N with a list left out keeps needs", { $0.need("ASD"); $0.incoming.provisions = [IncomingProvision(starts: Stage.september, code: "N")]; $0.incoming.needs = [IncomingNeed(rank: 1, code: "SLCN")] }) {
            !$0.changes.needs.contains { $0.event == "need.ended" }
        },
        RowCase("An unknown need is kept", { $0.send([IncomingNeed(rank: 1, code: "ZZZ")]) }) { $0.changes.needs.map(\.after.need) == ["ZZZ"] },
        RowCase("Decided here and not in the file: a conflict, and nothing changes", { $0.decide("E", Row.today - 5); $0.incoming.provisions = [IncomingProvision(starts: Stage.september, code: "K")] }) {
            $0.changes.provisions.isEmpty && $0.changes.replaced.isEmpty && $0.changes.tasks.isEmpty && $0.conflicts.count == 1
        },
        RowCase("Decided here and in the file: confirmed", { $0.decide("E", Row.today - 5); $0.incoming.provisions = [IncomingProvision(starts: Stage.september, code: "K"), IncomingProvision(starts: Row.today - 5, code: "E")] }) {
            $0.changes.tasks.map(\.event) == ["mis_task.confirmed"] && $0.conflicts.isEmpty && $0.changes.provisions.isEmpty
        },
        RowCase("A file from before the decision neither undoes nor confirms it", {
            $0.decide("E", Row.today - 5)
            $0.day = Row.today - 8
            $0.incoming.provisions = [IncomingProvision(starts: Stage.september, code: "K")]
        }) { $0.isSilent && $0.changes.replaced.isEmpty && $0.changes.provisions.isEmpty && $0.changes.tasks.isEmpty },
        RowCase("A decision for a day to come stands", { $0.decide("E", Row.today + 10); $0.incoming.provisions = [IncomingProvision(starts: Stage.september, code: "K")] }) {
            $0.isSilent && $0.changes.replaced.isEmpty && $0.changes.tasks.isEmpty
        },
        RowCase("Register kept here first: another status is shown", { $0.school.misOwns.remove(.register); $0.hold("K"); $0.incoming.provisions = [IncomingProvision(code: "E")] }) {
            $0.changes.provisions.isEmpty && $0.conflicts.count == 1
        },
        RowCase("Register kept here first: other needs are shown", { $0.school.misOwns.remove(.register); $0.hold("K"); $0.need("ASD"); $0.send([IncomingNeed(rank: 1, code: "SLCN")]) }) {
            $0.changes.needs.isEmpty && $0.conflicts.count == 1
        },
        RowCase("Register kept here first, and nothing here: the file fills it", { $0.school.misOwns.remove(.register); $0.incoming.provisions = [IncomingProvision(code: "E")] }) { $0.changes.provisions.count == 1 },
    ]

    static let contactsRows: [RowCase] = [
        RowCase("A missing block leaves contacts", { $0.contact() }) { $0.isSilent },
        RowCase("An empty block leaves contacts", { $0.contact(); $0.incoming.contacts = [] }) { $0.isSilent },
        RowCase("A new contact with responsibility gets papers", { $0.send(contact: "Robin") }) { $0.changes.contacts.map(\.after.mayReceivePapers) == [true] },
        RowCase("A new contact beside one under a court order gets none until a person says so", { $0.contact { $0.courtOrder = "No contact" }; $0.send(contact: "Robin") }) {
            $0.changes.contacts.map(\.after.mayReceivePapers) == [false]
        },
        RowCase("A known contact is corrected", { $0.contact(); $0.send(contact: "Pat") }) { $0.changes.contacts.map(\.event) == ["contact.changed"] && $0.changes.contacts[0].after.phones == "01632 960123" },
        RowCase("Papers that a person withheld stay withheld", { $0.contact { $0.mayReceivePapers = false }; $0.send(contact: "Pat") }) { $0.changes.contacts.allSatisfy { !$0.after.mayReceivePapers } },
        RowCase("A contact under a court order is not touched", { $0.contact { $0.courtOrder = "No contact" }; $0.send(contact: "Pat") }) { $0.changes.contacts.isEmpty && $0.conflicts.count == 1 },
        RowCase("A confidential address is not touched", { $0.contact { $0.addressConfidential = true }; $0.send(contact: "Pat") }) { $0.changes.contacts.isEmpty && $0.conflicts.count == 1 },
        RowCase("A contact ended here stays ended", { $0.contact { $0.ends = Row.today - 9 }; $0.send(contact: "Pat") }) { $0.changes.contacts.isEmpty && $0.conflicts.count == 1 },
        RowCase("An authority is not mistaken for a person without a name", { $0.contact { ($0.surname, $0.forename, $0.organisation) = ("", "", "Larkshire Council") }; $0.incoming.contacts = [IncomingContact()] }) { $0.changes.contacts.isEmpty },
        RowCase("A sealed pupil's contacts are not touched", { $0.known.pupil.sealed = true; $0.send(contact: "Robin") }) { $0.changes.contacts.isEmpty },
        RowCase("Contacts kept here first are not touched", { $0.school.misOwns.remove(.contacts); $0.send(contact: "Robin") }) { $0.changes.contacts.isEmpty },
    ]

    static let contextRows: [RowCase] = [
        RowCase("A flag begins", { $0.incoming.flags.pupilPremium = true }) { $0.changes.flags.map(\.event) == ["flag.started"] },
        RowCase("A flag ends", { $0.flag(Stage.september); $0.incoming.flags.pupilPremium = false }) { $0.changes.flags.map(\.after.spell) == [Spell(starts: Stage.september, ends: Row.today - 1)] },
        RowCase("A flag not sent stays", { $0.flag(Stage.september) }) { $0.isSilent },
        RowCase("An older file does not begin a flag before the one held", { $0.flag(Row.today + 3); $0.incoming.flags.pupilPremium = true }) { $0.isSilent },
        RowCase("Meals sent twice with one first day stand once", { $0.incoming.freeMeals = [IncomingMealSpell(starts: Stage.september), IncomingMealSpell(starts: Stage.september, ends: Row.today)] }) {
            $0.changes.flags.map(\.after.spell) == [Spell(starts: Stage.september, ends: Row.today)]
        },
        RowCase("A year's attendance sent twice stands once", { $0.incoming.attendance = [IncomingYearAttendance(year: "2025"), IncomingYearAttendance(year: "2025")] }) { $0.changes.attendance.count == 1 },
        RowCase("A year that is no year is left out", { $0.incoming.attendance = [IncomingYearAttendance(year: "last")] }) { $0.isSilent },
        RowCase("An earlier school sent twice stands once", {
            var school = IncomingSchoolSpell()
            (school.authority, school.establishment, school.entryDate) = ("999", "1234", Stage.september - 700)
            $0.incoming.schoolHistory = [school, school]
        }) { $0.changes.histories.count == 1 },
        RowCase("An earlier school left before it was entered is left out", {
            var school = IncomingSchoolSpell()
            (school.authority, school.establishment, school.entryDate, school.leavingDate) = ("999", "1234", Stage.september, Stage.september - 1)
            $0.incoming.schoolHistory = [school]
        }) { $0.isSilent },
    ]
}

extension Row {
    mutating func end(_ day: Day) { known.enrolments[0].spell = Spell(starts: Stage.september, ends: day) }
    mutating func hold(_ code: String, _ starts: Day = Stage.september) { known.provisions = [.of(code, starts, id: 1)] }
    mutating func need(_ code: String) { known.needs = [.of(code, rank: 1)] }

    mutating func send(_ needs: [IncomingNeed]) {
        if known.provisions.isEmpty { hold("K") }
        incoming.provisions = [IncomingProvision(starts: Stage.september, code: "K")]
        incoming.needs = needs
    }

    /// K since September; E decided here from a day on, not yet in the MIS.
    mutating func decide(_ code: String, _ day: Day) {
        known.provisions = [.of("K", Stage.september, day - 1, id: 1), .of(code, day, id: 2, here: true)]
        known.tasks = [MISTask(id: RowID(1), pupil: Self.sam.id, school: Self.elm.id, field: MISTask.statusField, value: code, decidedOn: day)]
    }

    mutating func contact(_ change: (inout Contact) -> Void = { _ in }) {
        var pat = Contact(id: RowID(1), pupil: Self.sam.id, position: 1, surname: "Whitlock", forename: "Pat", responsibility: true)
        change(&pat)
        known.contacts = [pat]
    }

    mutating func send(contact forename: String) {
        var sent = IncomingContact()
        (sent.surname, sent.forename, sent.parentalResponsibility, sent.order) = ("Whitlock", forename, true, 1)
        sent.phones = [IncomingPhone(number: "01632 960123")]
        incoming.contacts = [sent]
    }

    mutating func flag(_ starts: Day) { known.flags = [ContextFlag(id: RowID(1), pupil: Self.sam.id, kind: .pupilPremium, spell: Spell(starts: starts))] }
}
