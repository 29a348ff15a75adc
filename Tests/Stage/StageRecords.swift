import Basics
import Database
@testable import People

// What a test puts on the stage, each saved as a change with its trail.

extension Stage {
    /// A mainstream primary school; `elm` unless the test names another.
    public func school(_ name: String = "Elm Primary School", urn: String = "999001", kind: School.Kind = .mainstream,
                       unit: Bool = false, resourced: Bool = false, rulesFrom: Day? = nil) async throws -> School {
        let school = School(id: .new, urn: urn, name: name, laCode: "999", laName: "Larkshire", establishment: String(urn.suffix(4)), phase: "Primary",
                            kind: kind, unitRecognised: unit, resourcedRecognised: resourced, rulesFrom: rulesFrom)
        return try await act { try $0.save(Change("school.added", to: school)) }
    }

    /// A child with a right UPN and a contact with responsibility, on the roll of a school with the status N:
    /// nothing for the safety net to find. Sam Whitlock, born in Year 4's months, unless the test says otherwise.
    public func pupil(_ forename: String = "Sam", _ surname: String = "Whitlock", at school: School, upn: String? = nil, born: Day = Stage.inYear4,
                      year: String = "4", provision: String? = "N", since: Day = Stage.september, responsible: Bool = true) async throws -> Pupil {
        let today = today
        return try await act { writer in
            let serial = try writer.value("SELECT COUNT(*) FROM pupil", as: Int.self) ?? 0
            let upn = upn ?? Stage.upn(serial)
            let pupil = try writer.save(Change("pupil.added", to: Pupil(id: .new, upn: upn, surname: surname, forename: forename, birth: born)))
            try writer.saveSearchWords(of: pupil)
            try writer.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: pupil.id, school: school.id, kind: "C", admissionNumber: "A\(serial)", spell: Spell(starts: since))))
            let year = PupilYear(id: .new, pupil: pupil.id, school: school.id, academicYear: AcademicYear(containing: today).starting, year: YearGroup(rawValue: year))
            try writer.save(Change("year.recorded", to: year))
            try writer.save(Change("contact.added", to: Contact(id: .new, pupil: pupil.id, position: 1, surname: surname, forename: "Pat", relationship: "PAM", responsibility: responsible)))
            if let provision { try writer.save(Change("status.started", to: ProvisionSpell(id: .new, pupil: pupil.id, provision: provision, spell: Spell(starts: since), decidedHere: true))) }
            return pupil
        }
    }

    @discardableResult
    public func need(_ code: String, of pupil: Pupil, rank: Int? = 1, _ spell: Spell = Spell(starts: Stage.september)) async throws -> PupilNeed {
        try await act { try $0.save(Change("need.added", to: PupilNeed(id: .new, pupil: pupil.id, need: code, area: "", rank: rank, spell: spell))) }
    }

    @discardableResult
    public func status(_ code: String, of pupil: Pupil, _ spell: Spell) async throws -> ProvisionSpell {
        try await act { try $0.save(Change("status.started", to: ProvisionSpell(id: .new, pupil: pupil.id, provision: code, spell: spell, decidedHere: true))) }
    }

    @discardableResult
    public func enrolment(of pupil: Pupil, at school: School, kind: String = "C", number: String = "", _ spell: Spell = Spell(starts: Stage.september)) async throws -> Enrolment {
        try await act { try $0.save(Change("enrolment.started", to: Enrolment(id: .new, pupil: pupil.id, school: school.id, kind: kind, admissionNumber: number, spell: spell))) }
    }

    /// Changes or ends the pupil's enrolments at a school.
    public func enrolments(of pupil: Pupil, at school: School, _ change: @escaping @Sendable (inout Enrolment) -> Void) async throws {
        try await act { writer in
            for before in try writer.all(Enrolment.self, "WHERE pupil_id = \(pupil.id) AND school_id = \(school.id)") {
                var after = before
                change(&after)
                try writer.save(Change("enrolment.changed", from: before, to: after))
            }
        }
    }

    public func base(_ base: BaseSpell.Base, of pupil: Pupil, at school: School) async throws {
        try await act { try $0.save(Change("base.started", to: BaseSpell(id: .new, pupil: pupil.id, school: school.id, base: base, spell: Spell(starts: Stage.september)))) }
    }

    public func schoolClass(_ name: String, at school: School, year: Int = 2026, of pupils: [Pupil] = []) async throws -> SchoolClass {
        try await act { writer in
            let made = try writer.save(Change("class.added", to: SchoolClass(id: .new, school: school.id, academicYear: year, kind: .registration, name: name)))
            for pupil in pupils { try writer.save(Change("member.added", to: ClassMember(id: .new, schoolClass: made.id, pupil: pupil.id, spell: Spell(starts: Stage.september)))) }
            return made
        }
    }

    /// 3 September 2025: the first day of last year, long enough ago for every rule.
    public static let september = Day(number: 20_334)
    /// 10 March 2018: Year 4 in 2026/27.
    public static let inYear4 = Day(number: 17_600)

    /// A right UPN of LA 999.
    public static func upn(_ serial: Int) -> String {
        let digits = String(serial), rest = "999100121" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
        return UniquePupilNumber.checkLetter(for: rest).map { "\($0)\(rest)" } ?? rest
    }
}

extension Stage {
    /// An emergency line that runs since last September.
    @discardableResult
    public func emergency(_ kind: EmergencyLine.Kind = .epilepsy, of pupil: Pupil, doing words: String = "Cushion the head. Time it. After five minutes call 999.") async throws -> EmergencyLine {
        try await act {
            try $0.save(Change("emergency.added", to: EmergencyLine(id: .new, pupil: pupil.id, kind: kind, lookFor: "Stares, then shakes", whatToDo: words, spell: Spell(starts: Stage.september))))
        }
    }
}
