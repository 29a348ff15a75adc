import Basics

/// One pupil in one session.
public struct SessionPupil: Hashable, Sendable {
    /// Why a pupil was not there.
    public enum Away: String, Sendable, CaseIterable {
        case absent, partTime = "part_time", elsewhere

        public var label: String {
            switch self {
            case .absent: "Absent"
            case .partTime: "Part-time timetable"
            case .elsewhere: "Kept elsewhere in school"
            }
        }
    }

    public var pupil: PupilID
    /// Minutes that the pupil was there.
    public var minutes: Int
    public var away: Away?

    public init(_ pupil: PupilID, minutes: Int, away: Away? = nil) { (self.pupil, self.minutes, self.away) = (pupil, minutes, away) }
}
