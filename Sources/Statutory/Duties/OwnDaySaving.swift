import Basics
import Database
import People

extension Writer {
    /// Writes down a day of a school's own: what it fulfils is done on that day, and what is owed next is reckoned from it.
    func save(_ own: RecordOwnDay, of matter: Matter, paper: PaperID? = nil) throws {
        if own.event == .inclusionStrategy { try raiseStrategyDuty(of: matter) }
        let last = RecordOwnDay.written(own.event, try events(of: matter)), standing = try duties(of: matter).filter { $0.droppedBecause.isEmpty }
        let recorded = try own.applied(beside: standing, last: last?.happenedOn, paper: paper, today: act.today)
        for change in recorded.changes { try save(change) }
        try record(own.event, on: recorded.on, of: matter, stated: .ours, words: own.words, paper: paper, putsRight: own.putsRight && last != nil, countedFrom: recorded.from)
    }

    /// Writes down that a school published its inclusion strategy, or looked at it for a new year: SD-16 is met, and the next one
    /// is owed by 31 December of the year after. What is no later than a day that stands changes nothing.
    public func recordStrategyPublished(school: SchoolID, on day: Day, words: String = "", paper: PaperID? = nil) throws {
        let matter = Matter.school(school), last = RecordOwnDay.written(.inclusionStrategy, try events(of: matter))
        if let last, day <= last.happenedOn { return }
        try save(RecordOwnDay(.inclusionStrategy, on: day, words: words), of: matter, paper: paper)
    }

    /// Each mainstream school owes an inclusion strategy, though nobody there has typed a day (domain 3.4).
    func raiseStrategyDuties() throws {
        for school in try schoolsWithoutStrategyDuty() { try raiseStrategyDuty(of: .school(school)) }
    }

    private func raiseStrategyDuty(of matter: Matter) throws {
        guard act.today >= LawEdition.grantDay, try !events(of: matter).contains(where: { $0.event == .inclusionStrategy }) else { return }
        try record(.inclusionStrategy, on: LawEdition.grantDay, of: matter, stated: .ours, words: "The conditions of the grant ask for it.", countedFrom: act.today)
    }
}

extension Reader {
    /// Mainstream schools with pupils from 5 to 16 of which nobody has written down that the strategy is owed.
    func schoolsWithoutStrategyDuty() throws -> [SchoolID] {
        try column("""
            SELECT s.id FROM school s WHERE s.kind = \(School.Kind.mainstream) AND COALESCE(s.low_age, 5) < 16 AND COALESCE(s.high_age, 16) > 5 AND NOT EXISTS \
            (SELECT 1 FROM statutory_event v WHERE v.matter = 'school' AND v.matter_id = s.id AND v.pupil_id IS NULL AND v.event = \(StatutoryEvent.inclusionStrategy)) ORDER BY s.id
            """)
    }
}
