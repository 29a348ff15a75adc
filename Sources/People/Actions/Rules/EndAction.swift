import Basics

/// Says that an action is done, or that it is no longer needed.
public struct EndAction: Sendable {
    public let ending: Action.Ending?
    /// What came of it, where anybody wants to say so; for one that is dropped, why.
    public let result: String

    public init(_ ending: Action.Ending?, result: String = "") { (self.ending, self.result) = (ending, result.trimmed) }

    public func applied(to action: Action, by who: String, today: Day) throws -> Change<Action> {
        guard let ending else { throw Problems("ending", "Choose whether it is done or no longer needed.") }
        if let day = action.endedOn { throw Problems("", "This has ended already, on \(day.inWords), by \(action.endedBy).") }
        if ending == .dropped, result.isEmpty { throw Problems("result", "Say why it is no longer needed, in a few words.") }
        if result.count > MakeAction.longest { throw Problems("result", "Make this shorter: at most \(MakeAction.longest) characters.") }
        var after = action
        (after.endedOn, after.endedBy, after.ending, after.result) = (today, who, ending, result)
        return Change("action.\(ending.rawValue)", from: action, to: after)
    }
}

/// Takes back that an action has ended.
public struct ReopenAction: Sendable {
    public init() {}

    public func applied(to action: Action) throws -> Change<Action> {
        if action.isOpen { throw Problems("", "This is open already.") }
        var after = action
        (after.endedOn, after.endedBy, after.ending, after.result) = (nil, "", nil, "")
        return Change("action.reopened", from: action, to: after)
    }
}
