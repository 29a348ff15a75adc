import Basics

/// Adds a pupil by hand, where no file can be waited for.
public struct AddPupil: Sendable {
    public var surname = "", forename = "", preferredForename = ""
    public var birth: Day
    /// M or F; empty where it is not known.
    public var sex = ""
    public var upn = ""
    public var school: School
    public var schoolClass: SchoolClass?
    public var year: YearGroup
    /// First day on the roll.
    public var entry: Day
    /// The person has seen that the number's check letter is wrong, and keeps it.
    public var keepsUPN = false
    /// The person has looked at the likely twins, and this is another child.
    public var isNoTwin = false

    public init(birth: Day, school: School, year: YearGroup, entry: Day) {
        (self.birth, self.school, self.year, self.entry) = (birth, school, year, entry)
    }

    /// The pupil, and what follows once the store has given a number.
    /// - Parameter twins: pupils of the trust with the same number, or with the same surname and birth date.
    public func applied(twins: [LikelyTwin], today: Day) throws -> NewPupil {
        try problems(twins, today).check()
        var pupil = Pupil(id: .new, surname: surname.trimmed, forename: forename.trimmed, birth: birth)
        pupil.preferredForename = preferredForename.trimmed
        pupil.sex = sex
        pupil.upn = number?.text
        return NewPupil(pupil: Change("pupil.added", to: pupil), school: school.id, schoolClass: schoolClass?.id, year: year,
                        academicYear: AcademicYear(containing: max(entry, today)), entry: entry)
    }

    private var number: UniquePupilNumber? { upn.nonEmpty.map { UniquePupilNumber($0) } }

    private func problems(_ twins: [LikelyTwin], _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(surname.nonEmpty != nil, "surname", "Give the surname. For a child with one name, give that name here.")
        problems.require(birth <= today, "birth", "This day is in the future. Give the birth date.")
        problems.require(birth.age(on: today) < 26, "birth", "This makes the pupil more than 25 years old. Check the year.")
        problems.require(["", "M", "F"].contains(sex), "sex", "Choose one, or leave it open.")
        problems.require(entry > birth, "entry", "The first day comes before the birth date.")
        problems.require(entry <= today.adding(years: 1), "entry", "This day is more than a year ahead.")
        problems.require(YearGroup.all.contains(year), "year", "Choose a year.")
        checkNumber(twins, &problems)
        let alike = twins.filter { $0.upn == nil || $0.upn != number?.text }.map(\.inWords)
        problems.require(alike.isEmpty || isNoTwin, "is_no_twin",
            "There may be a record of this child already: \(alike.joined(separator: "; ")). Look first. If this is another child, tick the box below.")
        return problems
    }

    private func checkNumber(_ twins: [LikelyTwin], _ problems: inout Problems) {
        guard let number else { return }
        if let same = twins.first(where: { $0.upn == number.text }) {
            problems.add("upn", "This number belongs to \(same.inWords). Two pupils can't have the same number.")
        } else if number.validity == .wrongShape {
            problems.add("upn", number.advice ?? "")
        } else if let advice = number.advice, !keepsUPN {
            problems.add("keeps_upn", advice)
        }
    }
}

/// Somebody of the trust who may be the child that is being added.
public struct LikelyTwin: Hashable, Sendable {
    public let pupil: PupilID
    public let upn: String?
    /// Name and school; for a pupil out of the viewer's sight only that there is one.
    public let inWords: String

    public init(pupil: PupilID, upn: String?, inWords: String) {
        (self.pupil, self.upn, self.inWords) = (pupil, upn, inWords)
    }
}

/// What adding a pupil writes: the pupil first, the rest with the number that the store gives.
public struct NewPupil: Sendable {
    public let pupil: Change<Pupil>
    public let school: SchoolID
    public let schoolClass: ClassID?
    public let year: YearGroup
    public let academicYear: AcademicYear
    public let entry: Day
}
