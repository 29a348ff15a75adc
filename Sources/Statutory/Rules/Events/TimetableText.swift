import Basics

extension Timetable {
    /// Lines for a terminal: the day, the rule, who, what. With the reasons under each where they are asked for.
    public func text(explained: Bool) -> String {
        let head = "\(event.title). \(event.dayLabel): \(day.inWords)."
        let lines = duties.map { explained ? $0.line + $0.reasons : $0.line }
        return ([head, ""] + lines + foot(explained)).joined(separator: "\n")
    }

    private func foot(_ explained: Bool) -> [String] {
        guard explained else { return ["", "Add --explain for the rule behind each day."] }
        return standing.isEmpty ? [] : ["", "Without a day:"] + standing.map(\.line)
    }
}

extension Duty {
    fileprivate var line: String {
        let day = (limit == .by ? "by " : "at least until ") + due.inWords
        return "\(day)  \(id)  \(owner.label): \(what)\(mark == .memory ? " (check locally)" : "")"
    }

    fileprivate var reasons: String {
        let opening = from.map { "\n    From \($0.inWords) on." } ?? ""
        let more = note.isEmpty ? "" : "\n    \(note)"
        return "\(opening)\n    \(basis)\n    \(force.label): \(citation). \(mark.label) (\(mark.rawValue)).\(more)"
    }
}

extension StandingDuty {
    fileprivate var line: String { "\(when)  \(id)  \(owner.label): \(what) (\(source.citation))\(mark == .memory ? " (check locally)" : "")" }
}
