import Basics
import Database

// What the attendance register says. Whoever asks has the pupils in sight.

extension Reader {
    /// The marks of pupils at one school, with two queries for any number of them.
    public func registerMarks(of pupils: some Sequence<PupilID>, at school: SchoolID, from first: Day, to last: Day) throws -> RegisterMarks {
        let marks = try all(AttendanceMark.self, "WHERE pupil_id IN \(Set(pupils).sorted()) AND school_id = \(school) AND day BETWEEN \(first) AND \(last)")
        return RegisterMarks(marks, days: try all(RegisterDay.self, "WHERE school_id = \(school) AND day BETWEEN \(first) AND \(last)"))
    }

    /// The half-days of a pupil that the register says something of beside being in, the latest first.
    func notableMarks(of pupil: PupilID, since first: Day) throws -> [AttendanceMark] {
        try all(AttendanceMark.self, "WHERE pupil_id = \(pupil) AND day >= \(first) ORDER BY day DESC, half_day, id").filter { $0.standing != .there }
    }
}
