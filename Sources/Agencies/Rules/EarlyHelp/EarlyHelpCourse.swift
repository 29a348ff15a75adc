import Basics

/// One step of the council's way, as it was when the episode began.
public struct EarlyHelpStep: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case open, done
        case notNeeded = "not_needed"

        public var label: String {
            switch self {
            case .open: "Still to do"
            case .done: "Done"
            case .notNeeded: "Not needed"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var episode: EarlyHelpID
    public var pupil: PupilID
    public var school: SchoolID
    /// 1 comes first.
    public var position: Int
    public var name: String
    public var due: Day?
    public var state = State.open
    public var happenedOn: Day?
    public var words = ""
    public var who = ""
    /// The paper that shows it, such as the council's form as it was filled in.
    public var paper: PaperID?

    public init(of owner: EarlyHelpOwner, position: Int, name: String, due: Day?) {
        (episode, pupil, school) = (owner.episode, owner.pupil, owner.school)
        (self.position, self.name, self.due) = (position, name, due)
    }

    public func isLate(on day: Day) -> Bool { state == .open && due.map { $0 < day } ?? false }
}

/// A meeting of all who help: what was said, and when the next one is.
public struct EarlyHelpMeeting: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var episode: EarlyHelpID
    public var pupil: PupilID
    public var school: SchoolID
    public var heldOn: Day
    /// Who was there, and who could not come.
    public var people: String
    public var childView = ""
    public var familyView = ""
    public var progress: String
    /// The next one, as this one agreed; nil where this was the last.
    public var nextOn: Day?
    public var recordedBy: String

    public init(of owner: EarlyHelpOwner, heldOn: Day, people: String, progress: String, recordedBy: String) {
        (episode, pupil, school) = (owner.episode, owner.pupil, owner.school)
        (self.heldOn, self.people, self.progress, self.recordedBy) = (heldOn, people, progress, recordedBy)
    }
}
