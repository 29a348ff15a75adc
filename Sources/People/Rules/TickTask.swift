import Basics

/// Says that a decision made here has been entered in the school's own system, or takes that back.
public struct TickTask: Sendable {
    public let entered: Bool

    public init(entered: Bool) { self.entered = entered }

    public func applied(to task: MISTask, today: Day) throws -> Change<MISTask> {
        if task.confirmedOn != nil { throw Problems("", "A file has confirmed this already.") }
        var after = task
        after.tickedOn = entered ? task.tickedOn ?? today : nil
        return Change(entered ? "mis_task.ticked" : "mis_task.unticked", from: task, to: after)
    }
}
