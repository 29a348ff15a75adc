import Basics
import People

/// What a decision leaves to be done: it goes onto the list of somebody, with a day.
public struct ConcernPromise: Hashable, Sendable {
    public let words: String
    public let due: Day

    /// Nothing where the decision ends the matter, or gives no day.
    init?(_ decision: ConcernDecision, by day: Day?) {
        guard let day, let words = Self.words(decision) else { return nil }
        (self.words, due) = (Self.short(words), day)
    }

    private static func words(_ decision: ConcernDecision) -> String? {
        switch decision.outcome {
        case .moreInformation: "Find out more about a concern, then decide"
        case .monitor: "Look again at a concern: on the watch list until then"
        case .screen: "Screen or test: \(decision.doing)"
        case .refer: "Refer: \(decision.doing)"
        case .passedOn: "Take up a concern that was passed on: \(OtherLead(rawValue: decision.passedTo)?.label ?? "")"
        case .family: "Look again with the family. The school still does: \(decision.doing)"
        case .noAction, .targeted, .register: nil
        }
    }

    /// What a list of things to do has room for.
    private static func short(_ words: String) -> String {
        let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= MakeAction.longest ? line : String(line.prefix(MakeAction.longest - 1)).trimmed + "…"
    }
}
