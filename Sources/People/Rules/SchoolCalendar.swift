import Basics

/// A term of one school, as its governors or the trust set it.
public struct Term: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var school: SchoolID
    /// The calendar year in which the academic year starts.
    public var academicYear: Int
    public var name: String
    public var starts: Day
    public var ends: Day
}

/// Days on which a school has no pupils in: a holiday, a day of training, or a closure such as for snow.
public struct Closure: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case holiday, inset, closure

        public var label: String {
            switch self {
            case .holiday: "Holiday"
            case .inset: "INSET day"
            case .closure: "Closed"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var school: SchoolID
    public var kind: Kind
    public var name: String
    public var starts: Day
    public var ends: Day
}

/// Adds a term to a school's year.
public struct AddTerm: Sendable {
    public let name: String
    public let starts: Day
    public let ends: Day

    public init(name: String, starts: Day, ends: Day) {
        self.name = name.trimmed
        self.starts = starts
        self.ends = ends
    }

    /// - Throws: `Problems` where the days are the wrong way round, too many, or meet another term.
    public func applied(to school: SchoolID, beside terms: [Term]) throws -> Change<Term> {
        var problems = Problems()
        problems.require(!name.isEmpty, "name", "Give the term a name, such as Autumn term.")
        problems.require(ends > starts, "ends", "The last day comes before the first. Give a later last day.")
        problems.require(ends - starts <= 150, "ends", "This is longer than any term. Check both days.")
        if let other = terms.first(where: { $0.starts <= ends && starts <= $0.ends }) {
            problems.add("starts", "This meets another term: \(other.name), \(other.starts.inWords) to \(other.ends.inWords). Give days outside it.")
        }
        try problems.check()
        let year = AcademicYear(containing: starts).starting
        return Change("term.added", to: Term(id: .new, school: school, academicYear: year, name: name, starts: starts, ends: ends))
    }
}

/// Adds a holiday, a day of training or a closure to a school's year.
public struct AddClosure: Sendable {
    public let kind: String
    public let name: String
    public let starts: Day
    /// The same day where it is one day.
    public let ends: Day

    public init(kind: String, name: String, starts: Day, ends: Day) {
        self.kind = kind
        self.name = name.trimmed
        self.starts = starts
        self.ends = ends
    }

    public func applied(to school: SchoolID, beside closures: [Closure]) throws -> Change<Closure> {
        var problems = Problems()
        let chosen = Closure.Kind(rawValue: kind)
        problems.require(chosen != nil, "kind", "Choose what kind of day it is.")
        problems.require(ends >= starts, "ends", "The last day comes before the first. Give a later last day, or leave it empty for one day.")
        problems.require(ends - starts <= 60, "ends", "This is longer than a summer holiday. Check both days.")
        problems.require(!closures.contains { $0.kind == chosen && $0.starts == starts }, "starts", "This is in the list already.")
        try problems.check()
        let words = name.isEmpty ? chosen?.label ?? "" : name
        return Change("closure.added", to: Closure(id: .new, school: school, kind: chosen ?? .closure, name: words, starts: starts, ends: ends))
    }
}

/// Says from which day on the safety net speaks; what began before is one group.
public struct SetRulesFrom: Sendable {
    /// Nil: everything is new.
    public let day: Day?

    public init(day: Day?) { self.day = day }

    public func applied(to school: School, today: Day) throws -> Change<School> {
        if let day, day > today { throw Problems("rules_from", "This day is still to come. Give today or an earlier day.") }
        var after = school
        after.rulesFrom = day
        return Change("school.rulesFromSet", from: school, to: after)
    }
}
