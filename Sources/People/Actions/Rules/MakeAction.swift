import Basics

/// Writes down what somebody is to do, and by when.
public struct MakeAction: Sendable {
    public let what: String
    public let owner: ActionOwner
    public let due: Day
    public let source: ActionSource?

    public init(what: String, owner: ActionOwner, due: Day, source: ActionSource? = nil) {
        (self.what, self.owner, self.due, self.source) = (what.trimmed, owner, due, source)
    }

    /// Longer than this, it is more than one thing to do.
    public static let longest = 300

    public func applied(at school: SchoolID, about pupil: PupilID?, by who: String, _ account: AccountID?, today: Day) throws -> Change<Action> {
        try problems(today).check()
        return Change("action.made", to: Action(
            id: .new, school: school, pupil: pupil, what: what, owner: owner, due: due, source: source, madeOn: today, madeBy: who, madeByAccount: account))
    }

    /// What is wrong with it, by the fields of its form.
    func problems(_ today: Day) -> Problems {
        var problems = Problems()
        problems.require(!what.isEmpty, "what", "Say what is to be done, such as: ring the family about the hearing test.")
        problems.require(what.count <= Self.longest, "what", "Make this shorter: at most \(Self.longest) characters. If it is more than one thing, write down each by itself.")
        problems.require(!owner.name.isEmpty, "owner", "Choose who does it.")
        problems.require(due >= today, "due", "This day has passed. Give today or a later day.")
        problems.require(due <= today.adding(years: 2), "due", "This is more than two years away. Check the year.")
        return problems
    }
}

/// Puts an open action right: what, who, or by when.
public struct ChangeAction: Sendable {
    public let what: String
    public let owner: ActionOwner
    public let due: Day

    public init(what: String, owner: ActionOwner, due: Day) { (self.what, self.owner, self.due) = (what.trimmed, owner, due) }

    public func applied(to action: Action, today: Day) throws -> Change<Action> {
        guard action.isOpen else { throw Problems("", "This has ended already, so it can’t be changed. Open it again first.") }
        var after = action
        (after.what, after.owner, after.due) = (what, owner, due)
        // A day that stood there before may stay, although it has passed.
        try MakeAction(what: what, owner: owner, due: due).problems(due == action.due ? min(today, due) : today).check()
        return Change("action.changed", from: action, to: after)
    }
}
