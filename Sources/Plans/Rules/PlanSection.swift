import Basics

/// What is written in one part of a plan: in barriers, one row for each area of need and one without an area, which
/// bears the state of the part.
public struct PlanSection: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case notStarted = "not_started", inProgress = "in_progress", complete, notNeeded = "not_needed"

        public var label: String {
            switch self {
            case .notStarted: "Not started"
            case .inProgress: "In progress"
            case .complete: "Complete"
            case .notNeeded: "Not needed"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var plan: PlanID
    public var pupil: PupilID
    public var part: String
    public var area = ""
    public var words = ""
    public var state = State.notStarted
    public var savedBy = ""
    public var savedOn: Day

    public init(id: RowID = .new, plan: PlanID, pupil: PupilID, part: String, area: String = "", words: String = "", state: State = .notStarted, savedBy: String = "", savedOn: Day) {
        (self.id, self.plan, self.pupil, self.part, self.area) = (id, plan, pupil, part, area)
        (self.words, self.state, self.savedBy, self.savedOn) = (words, state, savedBy, savedOn)
    }

    /// Each line that holds something.
    public var lines: [String] { words.split(separator: "\n").compactMap { String($0).nonEmpty } }
}
