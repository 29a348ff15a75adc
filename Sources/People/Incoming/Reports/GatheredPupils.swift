import Basics

/// The pupils of one report, with the rows of each put together.
struct GatheredPupils {
    private(set) var pupils: [IncomingPupil] = []
    private var places: [String: Int] = [:]

    /// Adds a row. A row that bears a number of a pupil already read is that pupil again; where the two can't
    /// be one child, the row is refused.
    mutating func add(_ pupil: IncomingPupil) throws(IncomingRefusal) {
        let keys = Self.keys(of: pupil)
        let place = keys.compactMap { places[$0] }.first ?? pupils.count
        if place < pupils.count {
            try Self.requireSame(pupils[place], pupil)
            pupils[place].take(pupil)
        } else {
            pupils.append(pupil)
        }
        for key in keys { places[key] = place }
    }

    /// Under which a pupil may come again. Name and birth date serve only where a row has no number at all.
    private static func keys(of pupil: IncomingPupil) -> [String] {
        let school = pupil.urn ?? ""
        let numbers = [("upn", pupil.upn), ("mis", pupil.misID), ("adm", pupil.admissionNumber)]
            .compactMap { kind, number in number.map { "\(school) \(kind) \($0)" } }
        return numbers.isEmpty ? ["\(school) name \(pupil.surname.folded)/\(pupil.forename.folded)/\(pupil.birthDate)"] : numbers
    }

    private static func requireSame(_ first: IncomingPupil, _ second: IncomingPupil) throws(IncomingRefusal) {
        let what = if first.birthDate != second.birthDate {
            "date of birth"
        } else if let one = first.upn, let other = second.upn, one != other {
            "UPN"
        } else { nil as String? }
        guard let what else { return }
        var values = IncomingValues(row: second.row)
        values.problems = second.problems
        throw IncomingRefusal(values, what == "UPN" ? "upn" : "birth_date",
                              "Row \(second.row) has a number of the pupil in row \(first.row), but another \(what). One of the two is wrong, so row \(second.row) was left out.")
    }
}

extension IncomingPupil {
    /// Takes over what another row of the same pupil adds. Where both say something, the first row stands.
    mutating func take(_ other: IncomingPupil) {
        upn = upn ?? other.upn
        misID = misID ?? other.misID
        admissionNumber = admissionNumber ?? other.admissionNumber
        sex = sex ?? other.sex
        yearActual = yearActual ?? other.yearActual
        className = className ?? other.className
        enrolment.hasLeft = enrolment.hasLeft && other.enrolment.hasLeft
        takeSpecial(other)
        if surname.folded != other.surname.folded || forename.folded != other.forename.folded {
            problems.append(IncomingProblem(row: other.row, field: "surname", message: "Row \(other.row) gives another name than row \(row) for the same pupil. The first was used.", effect: .warning))
        }
        problems += other.problems.filter { problem in !problems.contains { $0.message == problem.message } }
    }

    private mutating func takeSpecial(_ other: IncomingPupil) {
        for provision in other.provisions ?? [] where provisions?.contains(provision) != true { provisions = (provisions ?? []) + [provision] }
        for need in other.needs ?? [] where needs?.contains(need) != true { needs = (needs ?? []) + [need] }
    }
}
