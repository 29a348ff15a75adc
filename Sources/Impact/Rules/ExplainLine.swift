import Basics
import People

/// What was said of a pupil who is below what was expected: why, what else was looked at, and what is done.
public struct DropAnswer: Hashable, Sendable {
    public enum Reason: String, Sendable, CaseIterable {
        case attendance, health, provisionLate = "provision_late", provisionUnfit = "provision_unfit", needUnknown = "need_unknown", expectationUnfit = "expectation_unfit",
             lifeOutside = "life_outside", testDay = "test_day", other

        public var label: String {
            switch self {
            case .attendance: "Away from school"
            case .health: "Ill, or in treatment"
            case .provisionLate: "Help began late, or was not given as planned"
            case .provisionUnfit: "Help does not fit"
            case .needUnknown: "A need that is not understood yet"
            case .expectationUnfit: "The expectation does not fit this pupil"
            case .lifeOutside: "Something outside school"
            case .testDay: "The day of the test"
            case .other: "Something else"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var drop: DataDropID
    public var school: SchoolID
    public var pupil: PupilID
    public var reason: Reason
    public var words: String
    /// Another measure that was considered, and what it says.
    public var otherMeasure: String
    /// What somebody does about it: an action of its own.
    public var action: ActionID?
}

/// Says why a pupil is below, what else was looked at, and what is done about it.
public struct ExplainLine: Sendable {
    public let reason: DropAnswer.Reason?
    public let words, otherMeasure, action: String

    public init(reason: DropAnswer.Reason?, words: String, otherMeasure: String, action: String) {
        (self.reason, self.words, self.otherMeasure, self.action) = (reason, words.trimmed, otherMeasure.trimmed, action.trimmed)
    }

    /// The field of one pupil in a form that holds many.
    public static func field(_ name: String, _ pupil: PupilID) -> String { "\(name)-\(pupil)" }

    /// The action itself is made by People's `MakeAction` in the same act.
    public func applied(to before: DropAnswer?, line: DropLine, in drop: DataDrop) throws -> Change<DropAnswer> {
        var problems = Problems()
        let field = { Self.field($0, line.pupil) }
        problems.require(drop.state == .open, "", "This data drop lies with the three who sign. What was said stays as it is.")
        problems.require(line.standing == .below, field("reason"), "This pupil is not below what was expected.")
        problems.require(reason != .other || !words.isEmpty, field("words"), "Say what it is, in a few words.")
        problems.require(!otherMeasure.isEmpty, field("other"), "Say what else you looked at: another test, the outcomes, work, what the pupil says.")
        problems.require(!action.isEmpty || before?.action != nil, field("action"), "Say what you do about it.")
        for (name, text, most) in [("words", words, 1000), ("other", otherMeasure, 1000), ("action", action, MakeAction.longest)] {
            problems.require(text.count <= most, field(name), "Make this shorter: at most \(most) characters.")
        }
        guard let reason else {
            problems.add(field("reason"), "Choose a reason.")
            throw problems
        }
        try problems.check()
        var after = before ?? DropAnswer(id: .new, drop: drop.id, school: drop.school, pupil: line.pupil, reason: reason, words: "", otherMeasure: "")
        (after.reason, after.words, after.otherMeasure) = (reason, words, otherMeasure)
        return Change("drop.explained", from: before, to: after)
    }
}
