import Basics

/// What one row of a register says of a pupil's day: a code for each half-day of which it speaks.
public struct IncomingMarks: Sendable, Equatable {
    public let pupil: IncomingCounted
    public let day: Day
    public let codes: [HalfDay: String]
}
