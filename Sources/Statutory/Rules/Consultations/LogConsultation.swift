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

    /// - Throws: `Problems` by the names of the form's fields.
    public func applied(at school: SchoolID, by who: String, today: Day) throws -> Change<Consultation> {
        var problems = lengths
        problems.require(!forename.isEmpty, "forename", "Give the child’s first name.")
        problems.require(!surname.isEmpty, "surname", "Give the child’s last name.")
        problems.require(birth.map { $0 <= today && $0 > today.adding(years: -26) } ?? false, "birth", "Give the day of birth, of somebody under 26.")
        problems.require(council.count == 3 && council.allSatisfy { $0.isASCII && $0.isNumber }, "la", "Give the three figures of the council.")
        problems.require(basis != nil, "basis", "Choose who asks for this school.")
        problems.require(cameOn.map { $0 <= today && $0 > today.adding(years: -2) } ?? false, "came_on", "Give the day on which it came: today or earlier, within two years.")
        if let ownDay, let cameOn { problems.require(ownDay >= cameOn && ownDay <= cameOn + 366, "own_day", "Give a day after the consultation came, within a year.") }
        guard problems.isEmpty, let basis, let cameOn else { throw problems }
        var held = Consultation(at: school, council: council, basis: basis, cameOn: cameOn, loggedBy: who)
        (held.forename, held.surname, held.birth, held.currentSchool, held.year) = (forename, surname, birth, currentSchool, year)
        (held.officer, held.reference, held.needs, held.asked, held.ownDay) = (officer, reference, needs, asked, ownDay)
        return Change("consultation.logged", to: held)
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
