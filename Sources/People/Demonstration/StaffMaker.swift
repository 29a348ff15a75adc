import Basics

/// An invented member of staff.
public struct DemonstrationStaff: Sendable, Equatable {
    /// The number in the school's own system.
    public let number: String
    public let urn: String
    public let title: String
    public let surname: String
    public let forename: String
    public let role: String
    public let starts: Day

    /// As lists of classes write it: `Ms N Okafor`.
    public var name: String { "\(title) \(forename) \(surname)" }
    public var email: String { "\(forename).\(surname)".folded.filter { $0.isLetter || $0 == "." } + "@example.org" }
}

/// Finds a head, a SENCO, a teacher for each class and assistants for every school.
struct StaffMaker {
    let schools: [DemonstrationSchool]
    let calendar: DemonstrationCalendar
    let seed: UInt64

    func staff(for classes: [DemonstrationClass]) -> (classes: [DemonstrationClass], staff: [DemonstrationStaff]) {
        var taught: [DemonstrationClass] = [], staff: [DemonstrationStaff] = []
        for school in schools {
            var random = SeededRandom(seed: seed, for: "staff \(school.urn)"), names = Set<String>()
            let own = classes.filter { $0.urn == school.urn }
            let roles = ["Headteacher", "Deputy headteacher", "SENCO"] + own.map { _ in "Class teacher" }
                + (0..<own.count / 2 + 1).map { _ in "Teaching assistant" }
            let people = roles.enumerated().map { person(school, $1, $0, &names, &random) }
            taught += zip(own, people.dropFirst(3)).map { made, teacher in
                var made = made
                made.teacher = teacher
                return made
            }
            staff += people
        }
        return (taught, staff)
    }

    /// No two at one school have the same name.
    private func person(_ school: DemonstrationSchool, _ role: String, _ place: Int, _ names: inout Set<String>,
                        _ random: inout SeededRandom) -> DemonstrationStaff {
        var first = random.pick(DemonstrationHeritage.grownUps), last = surname(&random)
        while !names.insert("\(first.forename) \(last)").inserted { (first, last) = (random.pick(DemonstrationHeritage.grownUps), surname(&random)) }
        let years = random.below(min(14, 1 + random.below(15)) + 1)
        return DemonstrationStaff(
            number: "S\(school.urn.suffix(3))\(101 + place)", urn: school.urn, title: first.title, surname: last, forename: first.forename, role: role,
            starts: calendar.firstDay(of: AcademicYear(starting: calendar.year.starting - years)))
    }

    private func surname(_ random: inout SeededRandom) -> String {
        let choices = DemonstrationHeritage.choicesWithEnglish + DemonstrationHeritage.choicesWithout.map { ($0, $1 / 4) }
        return random.pick(DemonstrationHeritage.all[random.pick(weighted: choices)].surnames)
    }
}
