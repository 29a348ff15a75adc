import Basics

/// Sessions (half days) of one academic year at one school.
public struct IncomingYearAttendance: Sendable, Equatable {
    /// The calendar year in which the academic year starts, as the file writes it.
    public var year: String
    public var authority: String?
    public var establishment: String?
    public var schoolName: String?
    public var possible: Int?
    public var attended: Int?
    public var authorised: Int?
    public var unauthorised: Int?

    public init(year: String) { self.year = year }
}

/// Sessions (half days) of one census term, with absence by reason.
public struct IncomingTermlyAttendance: Sendable, Equatable {
    public var possible: Int?
    public var authorised: Int?
    public var unauthorised: Int?
    /// Attendance code to number of sessions.
    public var reasons: [String: Int] = [:]

    public init() {}

    /// Sessions of authorised absence: the total that was sent, or the sum of its reasons, since a return that
    /// gives reasons leaves the totals out. Nil where neither was sent.
    public var authorisedAbsence: Int? { authorised ?? sum(of: Self.authorisedReasons) }
    public var unauthorisedAbsence: Int? { unauthorised ?? sum(of: Self.unauthorisedReasons) }

    private func sum(of codes: Set<String>) -> Int? {
        reasons.isEmpty ? nil : reasons.filter { codes.contains($0.key) }.values.reduce(0, +)
    }

    /// Attendance codes in force from 19 August 2024, and H and J, which were in use before.
    private static let authorisedReasons: Set<String> = ["C", "C1", "C2", "E", "I", "J1", "M", "R", "S", "T", "H", "J"]
    private static let unauthorisedReasons: Set<String> = ["N", "O", "G", "U"]
}

/// One result of a key stage, named by the seven parts of its key, all as text.
public struct IncomingStageResult: Sendable, Equatable {
    public var stage: String
    public var locale: String
    /// The calendar year of the test.
    public var year: String
    public var subject: String
    public var method: String
    public var component: String
    public var resultStatus: String
    public var resultQualifier: String
    public var result: String
    public var date: Day?

    /// What was tested: stage, locale, subject, method, component, status and qualifier, as `KS2 ENG MAT TT MTC R MT`.
    public var key: String {
        [stage, locale, subject, method, component, resultStatus, resultQualifier].joined(separator: " ")
    }
}

/// Time at one school.
public struct IncomingSchoolSpell: Sendable, Equatable {
    public var authority: String?
    public var establishment: String?
    public var urn: String?
    public var schoolName: String?
    public var entryDate: Day?
    public var leavingDate: Day?
    public var leavingReason: String?
    public var isLast: Bool?

    public init() {}
}
