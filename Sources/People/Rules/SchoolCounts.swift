import Basics

/// Sessions (half days) of a pupil from one day to another, as a report of the school's own system counts them.
public struct AttendanceTotal: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var starts: Day
    public var ends: Day
    public var possible: Int
    public var attended: Int
    public var authorised: Int?
    public var unauthorised: Int?
    /// Sessions to which the pupil came late.
    public var late: Int?
}

/// A suspension for some days, or a permanent exclusion.
public struct Suspension: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case suspension, exclusion

        public var label: String {
            switch self {
            case .suspension: "Suspension"
            case .exclusion: "Permanent exclusion"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var kind: Kind
    public var starts: Day
    /// The last day; nil where the report does not say.
    public var ends: Day?
    /// How many half days.
    public var sessions: Int?
    /// As the report words it.
    public var reason = ""
}

/// How often something was noted of a pupil's behaviour from one day to another, by the school's own kinds.
public struct BehaviourTotal: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// In the words of the school: `Negative points`, `Detention`.
    public var kind: String
    public var starts: Day
    public var ends: Day
    public var number: Int
}

/// A pupil's attendance over some days, wherever it was told: a report, a transfer file or a census.
public struct AttendanceFigure: Hashable, Sendable {
    public enum Origin: String, Sendable {
        case report, transfer, census

        public var label: String {
            switch self {
            case .report: "Report"
            case .transfer: "Transfer file"
            case .census: "Census"
            }
        }
    }

    public let pupil: PupilID
    public let starts: Day
    public let ends: Day
    public let possible: Int
    public let attended: Int
    public let origin: Origin
    /// Sessions away with leave, and without; nil where the source does not tell them apart.
    public var authorised: Int?
    public var unauthorised: Int?

    /// The share attended in tenths of a per cent, rounded down: 897 for 89.7%.
    public var tenths: Int { possible == 0 ? 1_000 : attended * 1_000 / possible }
}

extension AttendanceFigure {
    init(_ total: AttendanceTotal) {
        self.init(pupil: total.pupil, starts: total.starts, ends: total.ends, possible: total.possible, attended: total.attended, origin: .report, authorised: total.authorised, unauthorised: total.unauthorised)
    }

    /// Nil where the file left a number out.
    init?(_ year: YearlyAttendance) {
        guard let possible = year.possible, let attended = year.attended, attended <= possible else { return nil }
        let whole = AcademicYear(starting: year.year)
        self.init(pupil: year.pupil, starts: whole.firstDay, ends: whole.lastDay, possible: possible, attended: attended, origin: .transfer, authorised: year.authorised, unauthorised: year.unauthorised)
    }

    /// The term before the census: each census collects the absence of the term that ended last (census guidance).
    init?(_ absence: TermlyAbsence) {
        guard let possible = absence.possible, let day = Day(absence.census) else { return nil }
        let absent = absence.reasons.split(separator: ", ").compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
        guard absent <= possible else { return nil }
        let january = Day(number: 0).adding(months: (day.year - 1970) * 12)
        let term = switch day.month {
        case ...3: (january.adding(months: -4), january - 1)
        case 4...7: (january, january.adding(months: 3) - 1)
        default: (january.adding(months: 3), january.adding(months: 7) - 1)
        }
        self.init(pupil: absence.pupil, starts: term.0, ends: term.1, possible: possible, attended: possible - absent, origin: .census)
    }
}
