import Basics

/// What the register of one school says of some pupils on some days.
public struct RegisterMarks: Sendable {
    private struct Place: Hashable { let pupil: PupilID, day: Day, half: HalfDay }

    private let standings: [Place: AttendanceCode.Standing]
    private let days: [Day: RegisterDay]

    public init(_ marks: [AttendanceMark] = [], days: [RegisterDay] = []) {
        standings = Dictionary(marks.map { (Place(pupil: $0.pupil, day: $0.day, half: $0.half), $0.standing) }) { $1 }
        self.days = Dictionary(days.map { ($0.day, $0) }) { $1 }
    }

    /// Where no register was read nothing is known, and where the pupil was simply in nothing is kept.
    public func standing(of pupil: PupilID, on day: Day, _ half: HalfDay) -> AttendanceCode.Standing {
        standings[Place(pupil: pupil, day: day, half: half)] ?? (isRead(day, half) ? .there : .open)
    }

    /// Whether a register of that half-day was read in.
    public func isRead(_ day: Day, _ half: HalfDay) -> Bool { days[day]?.has(half) ?? false }
}
