import Basics

/// Gives every child a Unique Pupil Number: the school that first had the child allocates it.
enum Numbering {
    static func allocate(to pupils: inout [DemonstrationPupil], schools: [DemonstrationSchool], calendar: DemonstrationCalendar) {
        let laEstabs = Dictionary(uniqueKeysWithValues: schools.map { ($0.urn, $0.laEstab) })
        var serials: [String: Int] = [:], temporary = 0
        for place in pupils.indices {
            let stem = stem(pupils[place], laEstabs)
            serials[stem, default: 0] += 1
            pupils[place].upn = upn(stem + padded(serials[stem, default: 0], 3))
            if temporary < 2, hasJustCome(pupils[place], calendar) {
                pupils[place].upn = temporaryNumber(for: pupils[place], laEstabs, calendar)
                temporary += 1
            }
        }
    }

    /// A number with a letter at the end, given by the school of today until the permanent one is known.
    static func temporaryNumber(for pupil: DemonstrationPupil, _ laEstabs: [String: String], _ calendar: DemonstrationCalendar) -> String {
        let enrolment = pupil.enrolments[0], number = Int(enrolment.admissionNumber) ?? 0
        let year = padded(AcademicYear(containing: enrolment.entry).starting % 100, 2)
        let letter = Array("ABCDEFGHJK")[number / 100 % 10]
        return upn((laEstabs[enrolment.urn] ?? "") + year + padded(number % 100, 2) + String(letter))
    }

    /// The check letter and what it checks.
    static func upn(_ rest: String) -> String { UniquePupilNumber.checkLetter(for: rest).map { "\($0)\(rest)" } ?? rest }

    private static func stem(_ pupil: DemonstrationPupil, _ laEstabs: [String: String]) -> String {
        let first = pupil.enrolments.min { $0.entry < $1.entry }.flatMap { laEstabs[$0.urn] } ?? ""
        let laEstab = pupil.formerSchool.map { $0.laCode + $0.establishmentNumber } ?? first
        return laEstab + padded(AcademicYear(containing: pupil.firstEntry).starting % 100, 2)
    }

    private static func hasJustCome(_ pupil: DemonstrationPupil, _ calendar: DemonstrationCalendar) -> Bool {
        pupil.enrolments.count == 1 && pupil.enrolments[0].leaving == nil && pupil.enrolments[0].entry > calendar.termStart + 2
            && pupil.formerSchool != nil
    }

    private static func padded(_ number: Int, _ length: Int) -> String {
        String(repeating: "0", count: max(0, length - String(number).count)) + String(number)
    }
}
