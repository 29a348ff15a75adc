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

    func sheet(_ ask: CostQuestion, _ basis: CostBasis, schoolDays: [Day]) -> CostSheet {
        let last = provision.run.spell.ends ?? ask.openEnd, planned = isForEveryone ? [] : schoolDays.filter { $0 <= last }
        var sheet = CostSheet(unproved: unproved(of: planned.filter { $0 < ask.today }))
        for (base, counted) in counted(ask, basis, toCome: planned.filter { $0 >= ask.today }) { sheet.add(past: counted.past, toCome: counted.toCome, rates: basis.table, base: base) }
        for cost in bought { sheet.add(cost, of: provision, base: basis.settings.base(on: cost.day), today: ask.today) }
        return sheet
    }

    /// What is there for everyone is no part of anybody's cost (domain 6.1), but for what was bought for it.
    private var isForEveryone: Bool { provision.run.kind == .universal }

    private func unproved(of days: [Day]) -> Int {
        let planned = days.filter { day in provision.run.spell.covers(day) && provision.members.contains { $0.spell.covers(day) } }.map { day in provision.pattern(on: day)?.times.count { $0.weekday == day.weekday } ?? 0 }.reduce(0, +)
        return max(0, planned - (isForEveryone ? 0 : logged.groups.map(\.pastPlanned).reduce(0, +)))
    }

    private typealias Counted = (past: [SessionAlike: Int], toCome: [SessionAlike: Int])

    private func counted(_ ask: CostQuestion, _ basis: CostBasis, toCome days: [Day]) -> [CostBase: Counted] {
        var counted: [CostBase: Counted] = [:]
        for group in isForEveryone ? [] : logged.groups {
            for (stretch, number) in group.counts where number > 0 { counted[stretch.base, default: ([:], [:])].past[alike(group, stretch, basis.table), default: 0] += number }
        }
        for log in logged.beside { counted[basis.settings.base(on: log.day), default: ([:], [:])].past[provision.alike(beside: log), default: 0] += 1 }
        for session in provision.sessions(on: days) where !session.pupils.isEmpty && !logged.sinceToday.contains(session.slot) {
            counted[basis.settings.base(on: session.day), default: ([:], [:])].toCome[SessionAlike(session, nil, rates: basis.table), default: 0] += 1
        }
        return counted
    }

    private func alike(_ group: LoggedSessions.Group, _ stretch: CostBasis.Stretch, _ rates: RateTable) -> SessionAlike {
        let week = weeks[group.time]
        return SessionAlike(minutes: group.ready, roles: group.roles, price: week?.sessionPrice ?? Pence(0), day: rates.since(group.roles, on: stretch.starts), members: group.members, there: group.there,
                            plannedSize: week?.plannedSize ?? group.members.count, funding: week?.funding ?? "")
    }
}
