import Access
import Basics
import Database
import Pages

/// Which actions are asked for.
public enum ActionList: String, Sendable, CaseIterable {
    /// Open, and this person's own.
    case mine
    /// Open, and anybody's of the schools whose records this person works with.
    case ours
    /// Open, and their day has passed: whoever's this person may see.
    case overdue
    /// Ended in the last 60 days.
    case done
}

/// A part of a list of actions.
public struct ActionPart: Sendable {
    /// Only what others have to do.
    public var ofOthers = false
    /// Only what is due on these days.
    public var due: ClosedRange<Day>?

    public init(ofOthers: Bool = false, due: ClosedRange<Day>? = nil) { (self.ofOthers, self.due) = (ofOthers, due) }

    /// An action that nobody in particular owns is another's: what is unknown is not one's own.
    fileprivate func condition(_ viewer: Viewer) -> SQL {
        let whose: SQL = ofOthers ? "CASE WHEN \(viewer.ownsAction) THEN 0 ELSE 1 END = 1" : "1 = 1"
        return due.map { "\(whose) AND due BETWEEN \($0.lowerBound) AND \($0.upperBound)" } ?? whose
    }
}

/// An action with the name of the pupil whom it is about.
public struct ActionLine: Sendable {
    public let action: Action
    /// Empty where it is about no pupil.
    public let pupilName: String
    public let school: String

    public init(action: Action, pupilName: String = "", school: String = "") { (self.action, self.pupilName, self.school) = (action, pupilName, school) }
}

extension Viewer {
    /// The person in those parts that have things to do about pupils.
    var acting: Viewer { doing(.raiseConcern).inStaffParts }

    /// True for a row of `action` that is in sight: everything at the schools and about the pupils whose whole
    /// record one sees; of the rest what one has to do oneself, or asked somebody to do.
    func seesAction(on day: Day) -> SQL {
        let staff = acting, whole = staff.doing(.seeRecord)
        return """
            (\(whole.sees(school: "action.school_id")) AND (action.pupil_id IS NULL OR \(whole.seesPupilOfAction(day))) \
            OR (\(ownsAction) OR \(asked(by: "action.made_by_account"))) AND (action.pupil_id IS NULL OR \(staff.seesPupilOfAction(day))))
            """
    }

    private func seesPupilOfAction(_ day: Day) -> SQL { "EXISTS (SELECT 1 FROM pupil p WHERE p.id = action.pupil_id AND \(seesPupil(on: day)))" }

    /// True for a row of `action` that this person has to do.
    var ownsAction: SQL { "(action.owner_staff_id IN \(staff) OR \(asked(by: "action.owner_account")))" }

    /// True where a column holds this person's account.
    func asked(by column: SQL) -> SQL { account.map { "\(column) = \($0)" } ?? "1 = 0" }

    /// Whether an action is this person's own to do.
    public func owns(_ action: Action) -> Bool {
        action.owner.staff.map(staff.contains) ?? false || account != nil && action.owner.account == account
    }
}

extension Reader {
    /// The actions of a list, those due first at the top; of those that ended, the latest first.
    /// - Parameter part: which of them; all where it is left out.
    public func actions(_ list: ActionList, _ part: ActionPart = ActionPart(), for viewer: Viewer, on day: Day, most: Int = 300) throws -> [ActionLine] {
        guard viewer.may(.raiseConcern) else { return [] }
        let order: SQL = list == .done ? "ended_on DESC, id DESC" : "due, id"
        return try lines(all(Action.self, "WHERE \(condition(list, part, viewer, day)) ORDER BY \(order) LIMIT \(most)"), viewer)
    }

    /// How many a list holds.
    public func actionCount(_ list: ActionList, _ part: ActionPart = ActionPart(), for viewer: Viewer, on day: Day) throws -> Int {
        try value("SELECT COUNT(*) FROM action WHERE \(condition(list, part, viewer, day))") ?? 0
    }

    /// The actions of a list by their numbers, behind one of them: for programs. Whoever asks notes whom it shows.
    func actions(_ list: ActionList, behind number: Int, for viewer: Viewer, on day: Day, most: Int) throws -> [Action] {
        try all(Action.self, "WHERE \(condition(list, ActionPart(), viewer, day)) AND action.id > \(number) ORDER BY id LIMIT \(most)")
    }

    private func condition(_ list: ActionList, _ part: ActionPart, _ viewer: Viewer, _ day: Day) -> SQL {
        let which: SQL = switch list {
        case .mine: "action.ended_on IS NULL AND \(viewer.ownsAction)"
        case .ours: "action.ended_on IS NULL"
        case .overdue: "action.ended_on IS NULL AND due < \(day)"
        case .done: "action.ended_on >= \(day - 60)"
        }
        return "\(viewer.acting.sees(school: "action.school_id")) AND \(viewer.seesAction(on: day)) AND \(which) AND \(part.condition(viewer))"
    }

    /// How many open ones are this person's own to do, among those that the condition names.
    func ownActions(of viewer: Viewer, _ condition: SQL, on day: Day) throws -> Int {
        guard viewer.may(.raiseConcern) else { return 0 }
        return try value("""
            SELECT COUNT(*) FROM action WHERE action.ended_on IS NULL AND \(viewer.ownsAction) AND \(viewer.acting.sees(school: "action.school_id")) \
            AND \(viewer.seesAction(on: day)) AND \(condition)
            """) ?? 0
    }

    /// What is to be done about one pupil in sight, open ones first.
    public func actions(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [Action] {
        try all(Action.self, """
            WHERE action.pupil_id = \(pupil) AND \(viewer.seesAction(on: day)) ORDER BY CASE WHEN ended_on IS NULL THEN 0 ELSE 1 END, due, id
            """)
    }

    /// What came of one row of a table, such as a note, a concern or a review. Whoever asks has that row in sight.
    public func actions(from source: ActionSource) throws -> [Action] {
        try all(Action.self, "WHERE source = \(source.table) AND source_row = \(source.row) ORDER BY due, id")
    }

    /// One action in sight.
    /// - Throws: `NotFound` where it is not.
    public func action(_ id: ActionID, for viewer: Viewer, on day: Day) throws -> ActionLine {
        let found = try all(Action.self, "WHERE action.id = \(id) AND \(viewer.seesAction(on: day))")
        guard viewer.may(.raiseConcern), let line = try lines(found, viewer).first else { throw NotFound() }
        return line
    }

    private func lines(_ actions: [Action], _ viewer: Viewer) throws -> [ActionLine] {
        let pupils = actions.compactMap(\.pupil).unique
        viewer.witness.saw(pupils)
        let names = Dictionary(try all(Pupil.self, "WHERE id IN \(pupils)").map { ($0.id, $0.name) }) { $1 }
        let schools = Dictionary(try schoolNames(for: viewer).map { ($0.id, $0.name) }) { $1 }
        return actions.map { ActionLine(action: $0, pupilName: $0.pupil.flatMap { names[$0] } ?? "", school: schools[$0.school] ?? "") }
    }
}

extension Writer {
    /// Writes down what somebody is to do, in the name of whoever acts.
    @discardableResult
    public func save(_ making: MakeAction, at school: SchoolID, about pupil: PupilID? = nil) throws -> Action {
        try save(making.applied(at: school, about: pupil, by: act.who, act.account, today: act.today))
    }
}
