import Basics
import People

/// That a school, or the whole trust, gives one test to some year groups or classes within some weeks.
public struct ScreeningCampaign: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var name: String
    public var instrument: InstrumentID
    /// The window: a result counts when it was taken from the first day to the last.
    public var starts: Day
    public var ends: Day
    /// Year groups with spaces between; empty where classes are named.
    public var years: String
    /// Who tests, in words.
    public var testers: String
    public var madeBy: String
    public var madeOn: Day
    public var closedOn: Day?
    public var closedBy = ""
    public var closingWords = ""

    /// How far it is.
    public enum State: String, Sendable, CaseIterable {
        case planned, running, past, closed

        public var label: String {
            switch self {
            case .planned: "Begins later"
            case .running: "Running"
            case .past: "Window is over"
            case .closed: "Closed"
            }
        }
    }

    public func state(on day: Day) -> State {
        if closedOn != nil { return .closed }
        return day < starts ? .planned : day > ends ? .past : .running
    }

    public var yearGroups: [YearGroup] { years.split(separator: " ").map { YearGroup(rawValue: String($0)) } }

    /// The academic year whose year groups are meant.
    public var academicYear: AcademicYear { AcademicYear(containing: starts) }

    /// `8 to 23 October 2026`, each day in full.
    public var window: String { "\(starts.inWords) to \(ends.inWords)" }

    /// The last day on which somebody belongs to it, as far as it has come; never before its first.
    public func lastDay(on today: Day) -> Day { max(starts, min(ends, today)) }
}

/// Where a campaign is: a school, or one class of it.
public struct ScreeningPlace: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var campaign: RowID
    public var school: SchoolID
    public var schoolClass: ClassID?
}

/// Somebody on the list of staff who tests.
public struct ScreeningTester: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var campaign: RowID
    public var staff: StaffID
}
