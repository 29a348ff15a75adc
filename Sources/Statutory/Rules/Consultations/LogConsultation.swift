import Basics

/// Writes a consultation down on the day it came.
public struct LogConsultation: Sendable {
    public var forename = ""
    public var surname = ""
    public var birth: Day?
    public var currentSchool = ""
    public var year = ""
    public var council = ""
    public var officer = ""
    public var reference = ""
    public var needs = ""
    public var asked = ""
    public var basis: Consultation.Basis?
    public var cameOn: Day?
    public var ownDay: Day?

    public init() {}

    /// What was logged, to be put right.
    public init(_ held: Consultation) {
        (forename, surname, birth, currentSchool, year) = (held.forename, held.surname, held.birth, held.currentSchool, held.year)
        (council, officer, reference, needs, asked) = (held.council, held.officer, held.reference, held.needs, held.asked)
        (basis, cameOn, ownDay) = (held.basis, held.cameOn, held.ownDay)
    }

    /// - Throws: `Problems` by the names of the form's fields.
    public func applied(at school: SchoolID, by who: String, today: Day) throws -> Change<Consultation> {
        try Change("consultation.logged", to: written(on: Consultation(at: school, council: council, basis: .unsaid, cameOn: today, loggedBy: who), today))
    }

    /// Puts right what was logged; the answer stays. Once the round is over, so do the days and the council.
    /// - Throws: `Problems` by the names of the form's fields.
    public func applied(to before: Consultation, today: Day) throws -> Change<Consultation> {
        guard before.ending != .admitted, before.disposedOn == nil else { throw Problems("", "This consultation is over, so it stays as it is.") }
        let after = try written(on: before, today)
        if !before.isOpen, after.countsFrom != before.countsFrom { throw Problems("came_on", "The round is over, so its days and its council stay as they are.") }
        if !before.mayAnswer, before.sentOn != nil, after.year != before.year { throw Problems("year", "The reply went with the figures of this year group, so it stays.") }
        return Change("consultation.corrected", from: before, to: after)
    }

    private func written(on before: Consultation, _ today: Day) throws -> Consultation {
        var problems = lengths
        problems.require(!forename.isEmpty, "forename", "Give the child’s first name.")
        problems.require(!surname.isEmpty, "surname", "Give the child’s last name.")
        problems.require(birth.map { $0 <= today && $0 > today.adding(years: -26) } ?? false, "birth", "Give the day of birth, of somebody under 26.")
        problems.require(council.count == 3 && council.allSatisfy { $0.isASCII && $0.isNumber }, "la", "Give the three figures of the council.")
        problems.require(basis != nil, "basis", "Choose who asks for this school.")
        problems.require(cameOn.map { $0 <= today && $0 > today.adding(years: -2) } ?? false, "came_on", "Give the day on which it came: today or earlier, within two years.")
        problems.require(cameOn.map { came in before.sentOn.map { came <= $0 } ?? true } ?? true, "came_on", "The reply went before this day.")
        if let ownDay, let cameOn { problems.require(ownDay >= cameOn && ownDay <= cameOn + 366, "own_day", "Give a day after the consultation came, within a year.") }
        guard problems.isEmpty, let basis, let cameOn else { throw problems }
        var held = before
        (held.council, held.basis, held.cameOn) = (council, basis, cameOn)
        (held.forename, held.surname, held.birth, held.currentSchool, held.year) = (forename, surname, birth, currentSchool, year)
        (held.officer, held.reference, held.needs, held.asked, held.ownDay) = (officer, reference, needs, asked, ownDay)
        return held
    }

    private var lengths: Problems {
        var problems = Problems()
        for (field, text, most) in [
            ("forename", forename, 100), ("surname", surname, 100), ("current_school", currentSchool, 200), ("year", year, 12), ("officer", officer, 120),
            ("reference", reference, 60), ("needs", needs, 10_000), ("asked", asked, 5_000),
        ] { problems.require(text.count <= most, field, "Make this shorter: at most \(most) letters.") }
        return problems
    }
}
