import Basics
import Database
import People

extension Writer {
    /// Writes down that something happened in a matter, and what is owed from then on by the law of that day. What happens once in
    /// a matter, and what was written down for the same day, stands instead of the one before; anything else happened anew, and
    /// both stand in the history.
    /// - Parameters:
    ///   - putsRight: whether the last day of this was wrong, where that is known otherwise.
    ///   - countedFrom: the day to reckon from, where it is another than that on which it happened.
    /// - Returns: the event as stored.
    @discardableResult
    public func record(
        _ event: StatutoryEvent, on day: Day, _ details: EventDetails = EventDetails(), of matter: Matter, stated: DateSource, words: String = "", paper: PaperID? = nil,
        putsRight: Bool? = nil, countedFrom: Day? = nil
    ) throws -> LegalEvent {
        let before = try events(of: matter), same = before.filter { $0.event == event }
        let replaced = same.filter { ($0.id == same.last?.id && putsRight ?? event.happensOnce) || $0.happenedOn == day }
        let stored = try save(Change("legalEvent.recorded", to: LegalEvent(event, on: day, details, of: matter, stated: stated, words: words, paper: paper, by: act.who)))
        let timetable = stored.timetable(closures: try closures(of: matter, around: day), countedFrom: countedFrom)
        let days = Dictionary(before.map { ($0.id, $0.happenedOn) }) { $1 }
        let anew = ReckonAnew(event: stored, duties: timetable.duties, standing: try duties(of: matter).filter { $0.droppedBecause.isEmpty }, days: days, replaced: Set(replaced.map(\.id)))
        for change in anew.changes { try save(change) }
        for old in replaced {
            var after = old
            after.replacedBy = stored.id
            try save(Change("legalEvent.replaced", from: old, to: after))
        }
        return stored
    }

    /// Writes down that what these rules ask for was done in a matter. What is not open is left as it is.
    /// - Parameter stated: how the day is known.
    public func meet(_ rules: [String], of matter: Matter, on day: Day, stated: DateSource = .ours, words: String = "", paper: PaperID? = nil) throws {
        for owed in try duties(of: matter) where owed.isOpen && rules.contains(owed.rule) {
            try save(Change("duty.met", from: owed, to: owed.met(on: day, stated: stated, words: words, paper: paper)))
        }
        // Once the council has decided, the notice of changes is owed, or it is dropped by whoever writes that down.
        guard rules.contains("AR-9") else { return }
        for owed in try duties(of: matter) where owed.isOpen && owed.isConditional && owed.rule == "AR-10" { try save(Change("duty.certain", from: owed, to: owed.certain)) }
    }

    /// Whatever is still open in a matter is owed no more, because it ended.
    public func dropDuties(of matter: Matter, because reason: String) throws {
        for owed in try duties(of: matter) where owed.isOpen {
            try save(Change("duty.dropped", from: owed, to: owed.dropped(because: reason)))
        }
    }

    /// When the school of a matter is closed: its own list, and the days between its terms.
    private func closures(of matter: Matter, around day: Day) throws -> [Spell] {
        guard let school = matter.school else { return [] }
        let year = AcademicYear(containing: day).previous, terms = try terms(of: school, from: year)
        let between = zip(terms, terms.dropFirst()).filter { $1.starts - $0.ends > 1 }.map { Spell(starts: $0.ends + 1, ends: $1.starts - 1) }
        return ClosureWindow.joined(try closures(of: school, from: year).map { Spell(starts: $0.starts, ends: $0.ends) } + between)
    }
}
