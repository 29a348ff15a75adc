import Basics
import Database

/// What stands logged of one provision, counted by what costs alike.
struct LoggedSessions {
    /// Sessions of one time of the week that have all in common that the store knows.
    struct Group {
        let time: RowID
        let ready: Int
        let roles: [String]
        let members: [PupilID]
        let there: [PupilID]
        /// How many of them lie before today, on school days.
        let pastPlanned: Int
        /// How many lie in which stretch of days.
        let counts: [(stretch: CostBasis.Stretch, number: Int)]

        init(_ row: inout Row, _ stretches: [CostBasis.Stretch]) throws {
            (time, ready, roles) = try (row.next(), row.next(), row.next(KeptTexts.self).items)
            (members, there) = try (SessionLog.pupils(row.next()), SessionLog.pupils(row.next()))
            pastPlanned = try row.next()
            counts = try stretches.map { try ($0, row.next()) }
        }
    }

    var groups: [Group] = []
    /// Those outside the week.
    var beside: [SessionLog] = []
    /// What is logged already of today and later.
    var sinceToday: Set<SessionSlot> = []
}

/// What one provision cost and will cost: sessions from the store, sessions from its week, and what was bought.
struct CostReckoning {
    private let provision: WholeProvision
    private let logged: LoggedSessions
    private let bought: [ProvisionCost]
    /// By the number of a time of the week, the week that it belongs to.
    private let weeks: [RowID: WeeklyPattern]

    init(_ provision: WholeProvision, _ logged: LoggedSessions, _ bought: [ProvisionCost]) {
        (self.provision, self.logged, self.bought) = (provision, logged, bought)
        weeks = Dictionary(provision.patterns.flatMap { week in week.times.map { ($0.id, week) } }) { $1 }
    }

    /// - Parameter days: the school days of the question.
    func sheet(_ ask: CostQuestion, _ basis: CostBasis, _ days: WeekdayCounts) -> CostSheet {
        let last = min(ask.to, provision.run.spell.ends ?? ask.openEnd), past = planned(from: ask.from, to: min(last, ask.today - 1), days)
        var sheet = CostSheet(unproved: isForEveryone ? 0 : max(0, past.map(\.number).reduce(0, +) - logged.groups.map(\.pastPlanned).reduce(0, +)))
        for (base, sessions) in pastSessions(basis) { sheet.add(past: sessions, rates: basis.table, base: base) }
        for (base, sessions) in toCome(from: max(ask.from, ask.today), to: last, basis, days) { sheet.add(toCome: sessions, rates: basis.table, base: base) }
        for cost in bought { sheet.add(cost, of: provision, base: basis.settings.base(on: cost.day), today: ask.today) }
        return sheet
    }

    /// What is there for everyone is no part of anybody's cost (domain 6.1), but for what was bought for it.
    private var isForEveryone: Bool { provision.run.kind == .universal }

    /// Sessions that the week plans between two days: those of each of its times, stretch by stretch of days in which neither
    /// week nor pupils change.
    private func planned(from first: Day, to last: Day, _ days: WeekdayCounts) -> [(session: PlannedSession, spell: Spell, number: Int)] {
        provision.unchangingSpells(from: first, to: last).flatMap { spell in
            provision.sessions(from: spell.starts).filter { !$0.pupils.isEmpty }.map { ($0, spell, days.count($0.time.weekday, from: spell.starts, to: spell.ends ?? last)) }
        }
    }

    private func pastSessions(_ basis: CostBasis) -> [CostBase: [SessionsAlike]] {
        var past: [CostBase: [SessionsAlike]] = [:]
        for group in isForEveryone ? [] : logged.groups {
            for (stretch, number) in group.counts where number > 0 { past[stretch.base, default: []].append((alike(group, stretch, basis.table), number)) }
        }
        for log in logged.beside { past[basis.settings.base(on: log.day), default: []].append((provision.alike(beside: log), 1)) }
        return past
    }

    /// Of those logged already, today or ahead of their day, nothing is still to come.
    private func toCome(from first: Day, to last: Day, _ basis: CostBasis, _ days: WeekdayCounts) -> [CostBase: [SessionsAlike]] {
        if isForEveryone || last < first { return [:] }
        var toCome: [CostBase: [SessionsAlike]] = [:]
        for stretch in basis.stretches(from: first, to: last) {
            for (session, spell, number) in planned(from: stretch.starts, to: stretch.ends, days) {
                let done = logged.sinceToday.count { $0.time == session.time.id && spell.covers($0.day) && days.count(session.time.weekday, from: $0.day, to: $0.day) == 1 }
                if number > done { toCome[stretch.base, default: []].append((SessionAlike(session, nil, rates: basis.table), number - done)) }
            }
        }
        return toCome
    }

    private func alike(_ group: LoggedSessions.Group, _ stretch: CostBasis.Stretch, _ rates: RateTable) -> SessionAlike {
        let week = weeks[group.time]
        return SessionAlike(minutes: group.ready, roles: group.roles, price: week?.sessionPrice ?? Pence(0), day: rates.since(group.roles, on: stretch.starts), members: group.members, there: group.there,
                            plannedSize: week?.plannedSize ?? group.members.count, funding: week?.funding ?? "")
    }
}
