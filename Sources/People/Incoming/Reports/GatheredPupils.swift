import Basics

/// Which rows of a report speak of one pupil. Found in a first reading that keeps a few numbers for each pupil and
/// none of their names, so that the second can hand over each pupil as soon as the last row of theirs is read.
struct RepeatedPupils {
    private var places: [Int: Int32] = [:]
    private var rows: [(last: Int32, count: Int32)] = []

    mutating func note(_ pupil: IncomingPupil) {
        let keys = Self.keys(of: pupil)
        let place = keys.compactMap { places[$0] }.first ?? Int32(rows.count)
        if place == rows.count { rows.append((0, 0)) }
        rows[Int(place)] = (Int32(pupil.row), rows[Int(place)].count + 1)
        for key in keys { places[key] = place }
    }

    /// The pupil's place; nil for one who comes only once.
    func place(of pupil: IncomingPupil) -> Int? {
        let place = Self.keys(of: pupil).lazy.compactMap { places[$0] }.first.map(Int.init)
        return place.flatMap { rows[$0].count > 1 ? $0 : nil }
    }

    func isLast(_ row: Int, of place: Int) -> Bool { rows[place].last == row }

    /// Under which a pupil may come again, hashed. Name and birth date serve only where a row has no number at all.
    private static func keys(of pupil: IncomingPupil) -> [Int] {
        let school = pupil.urn ?? ""
        let numbers = [("upn", pupil.upn), ("mis", pupil.misID), ("adm", pupil.admissionNumber)]
            .compactMap { kind, number in number.map { "\(school) \(kind) \($0)".hashValue } }
        return numbers.isEmpty ? ["\(school) name \(pupil.surname.folded)/\(pupil.forename.folded)/\(pupil.birthDate)".hashValue] : numbers
    }
}

/// The pupils of one report, with the rows of each put together.
struct GatheredPupils {
    private let repeats: RepeatedPupils
    private var waiting: [Int: IncomingPupil] = [:]

    init(_ repeats: RepeatedPupils) { self.repeats = repeats }

    /// Adds a row. A row that bears a number of a pupil already read is that pupil again; where the two can't
    /// be one child, the row is refused.
    /// - Returns: the pupil, once every row of theirs is read.
    mutating func add(_ pupil: IncomingPupil) throws(IncomingRefusal) -> IncomingPupil? {
        guard let place = repeats.place(of: pupil) else { return pupil }
        if let first = waiting[place] {
            try Self.requireSame(first, pupil)
            waiting[place]?.take(pupil)
        } else {
            waiting[place] = pupil
        }
        return repeats.isLast(pupil.row, of: place) ? waiting.removeValue(forKey: place) : nil
    }

    /// Those whose last row was refused, in the order of their first.
    var rest: [IncomingPupil] { waiting.values.sorted { $0.row < $1.row } }

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
