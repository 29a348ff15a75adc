import Basics
import Database

// What reports, transfer files and censuses count of pupils. Whoever asks has the pupils in sight.

extension Reader {
    /// The attendance of pupils from a day on, whoever told it, in the order of the days.
    public func attendance(of pupils: [PupilID], since first: Day) throws -> [PupilID: [AttendanceFigure]] {
        let totals = try all(AttendanceTotal.self, "WHERE pupil_id IN \(pupils) AND ends >= \(first)").map { AttendanceFigure($0) }
        let years = try all(YearlyAttendance.self, "WHERE pupil_id IN \(pupils) AND year >= \(AcademicYear(containing: first).starting)").compactMap { AttendanceFigure($0) }
        let terms = try all(TermlyAbsence.self, "WHERE pupil_id IN \(pupils) AND census >= \(first.description)").compactMap { AttendanceFigure($0) }
        let figures = (totals + years + terms).filter { $0.ends >= first }.sorted { ($0.starts, $0.ends, $0.origin.rawValue) < ($1.starts, $1.ends, $1.origin.rawValue) }
        return Dictionary(grouping: figures, by: \.pupil)
    }

    /// Suspensions and permanent exclusions of pupils from a day on, the first first.
    public func suspensions(of pupils: [PupilID], since first: Day) throws -> [PupilID: [Suspension]] {
        Dictionary(grouping: try all(Suspension.self, "WHERE pupil_id IN \(pupils) AND starts >= \(first) ORDER BY starts, id"), by: \.pupil)
    }

    /// What was counted of behaviour from a day on, the first first.
    public func behaviour(of pupils: [PupilID], since first: Day) throws -> [PupilID: [BehaviourTotal]] {
        Dictionary(grouping: try all(BehaviourTotal.self, "WHERE pupil_id IN \(pupils) AND ends >= \(first) ORDER BY starts, kind, id"), by: \.pupil)
    }
}
