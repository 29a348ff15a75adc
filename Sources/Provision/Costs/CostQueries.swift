import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What provisions cost, counted in the store by what sessions have in common, and reckoned by the rules.

extension Reader {
    /// By what a school reckons its costs.
    /// - Parameter set: the rates of a council, for a claim; the trust's own costs where it is left out.
    public func costBasis(of school: SchoolID, set: RateSetID? = nil) throws -> CostBasis {
        let condition: SQL = set.map { "WHERE id = \($0)" } ?? "WHERE la_code = ''"
        guard let set = try all(RateSet.self, condition).first else { throw NotFound() }
        let settings = try all(CostSetting.self, "WHERE school_id = \(school) OR school_id IS NULL ORDER BY starts")
        return CostBasis(set: set, rates: try all(StaffRate.self, "WHERE set_id = \(set.id) ORDER BY starts, id"), settings: CostSettings(settings, of: school))
    }

    /// What provisions cost so far, and for the whole of their run: for one without a last day, up to the end of this
    /// academic year. Whoever calls this has them in sight.
    public func costs(of provisions: [WholeProvision], today: Day) throws -> [ProvisionID: CostSheet] {
        let end = AcademicYear(containing: today).lastDay
        let sheets = try Dictionary(grouping: provisions, by: \.run.school).map { school, provisions in
            let first = provisions.map(\.run.starts).min() ?? today, last = provisions.map { $0.run.spell.ends ?? end }.max() ?? today
            return try costs(of: provisions, CostQuestion(school: school, from: first, to: max(last, today), today: today, openEnd: end), by: costBasis(of: school))
        }
        return sheets.reduce(into: [:]) { $0.merge($1) { $1 } }
    }

    /// What provisions of one school cost between two days, each by itself. Whoever calls this has them in sight.
    public func costs(of provisions: [WholeProvision], _ ask: CostQuestion, by basis: CostBasis) throws -> [ProvisionID: CostSheet] {
        if provisions.isEmpty || ask.to < ask.from { return [:] }
        let year = AcademicYear(containing: ask.from)
        let calendar = SchoolDays(terms: try terms(of: ask.school, from: year), closures: try closures(of: ask.school, from: year))
        let schoolDays = calendar.list(from: ask.from, to: ask.to), counts = WeekdayCounts(of: calendar, in: Spell(starts: ask.from, ends: ask.to))
        let runs = provisions.map(\.run.id), bought = Dictionary(grouping: try all(ProvisionCost.self, "WHERE run_id IN \(runs) AND day BETWEEN \(ask.from) AND \(ask.to) ORDER BY id"), by: \.run)
        let logged = try loggedSessions(of: runs, ask, basis, schoolDays: schoolDays)
        return Dictionary(uniqueKeysWithValues: provisions.map { provision in
            let reckoning = CostReckoning(provision, logged[provision.run.id] ?? LoggedSessions(), bought[provision.run.id] ?? [])
            return (provision.run.id, reckoning.sheet(ask, basis, counts))
        })
    }

    /// What stands logged of provisions, counted by what costs alike.
    private func loggedSessions(of runs: [ProvisionID], _ ask: CostQuestion, _ basis: CostBasis, schoolDays: [Day]) throws -> [ProvisionID: LoggedSessions] {
        let stretches = basis.stretches(from: ask.from, to: ask.to), standing = standing(runs, ask)
        var logged: [ProvisionID: LoggedSessions] = [:]
        try each(countingAlike(runs, ask, stretches, schoolDays: schoolDays)) { row in
            let run: ProvisionID = try row.next(), group = try LoggedSessions.Group(&row, stretches)
            logged[run, default: LoggedSessions()].groups.append(group)
        }
        for log in try all(SessionLog.self, "WHERE \(standing) AND time_id IS NULL ORDER BY id") { logged[log.run, default: LoggedSessions()].beside.append(log) }
        for (run, slot) in try rows("SELECT run_id, time_id, day FROM session WHERE \(standing) AND time_id IS NOT NULL AND day >= \(ask.today)", { row in
            try (row.next(ProvisionID.self), SessionSlot(time: row.next(), day: row.next()))
        }) { logged[run, default: LoggedSessions()].sinceToday.insert(slot) }
        return logged
    }

    private func standing(_ runs: [ProvisionID], _ ask: CostQuestion) -> SQL { "run_id IN \(runs) AND superseded_on IS NULL AND day BETWEEN \(ask.from) AND \(ask.to)" }

    /// Sessions of the week, counted by all that they can have in common, stretch by stretch.
    func countingAlike(_ runs: [ProvisionID], _ ask: CostQuestion, _ stretches: [CostBasis.Stretch], schoolDays: [Day]) -> SQL {
        let counts: [SQL] = stretches.map { "SUM(CASE WHEN day BETWEEN \($0.starts) AND \($0.ends) THEN 1 ELSE 0 END)" }
        return """
            SELECT run_id, time_id, ready, roles, members, there, \(plannedAndPast(ask, schoolDays)), \(SQL.joined(counts, ", ")) FROM session \
            WHERE \(standing(runs, ask)) AND time_id IS NOT NULL GROUP BY run_id, time_id, ready, roles, members, there
            """
    }

    /// Of the sessions logged before today, those of school days: the rest stands on days that were closed afterwards.
    private func plannedAndPast(_ ask: CostQuestion, _ schoolDays: [Day]) -> SQL {
        let last = min(ask.to, ask.today - 1), open = Set(schoolDays)
        let closed = last < ask.from ? [] : (0...(last - ask.from)).map { ask.from + $0 }.filter { !$0.isWeekend && !open.contains($0) }
        let isOpen: SQL = closed.isEmpty ? "1 = 1" : "day NOT IN \(closed)"
        return "SUM(CASE WHEN day <= \(last) AND \(isOpen) THEN 1 ELSE 0 END)"
    }
}

/// Between which days costs are asked for, and how far they are past.
public struct CostQuestion: Hashable, Sendable {
    public let school: SchoolID
    public let from: Day
    public let to: Day
    public let today: Day
    /// Up to here a provision without a last day is taken to run.
    public let openEnd: Day

    public init(school: SchoolID, from: Day, to: Day, today: Day, openEnd: Day? = nil) {
        (self.school, self.from, self.to, self.today) = (school, from, to, today)
        self.openEnd = openEnd ?? to
    }

    public init(school: SchoolID, year: AcademicYear, today: Day) { self.init(school: school, from: year.firstDay, to: year.lastDay, today: today) }
}
