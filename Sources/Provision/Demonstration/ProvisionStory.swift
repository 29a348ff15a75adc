import Basics
import Database
import People

/// Tells what a school gave whom: begins each provision, says of its sessions what happened, and ends it.
struct ProvisionStory: Sendable {
    let plot: ProvisionPlot
    private let catalogue: [String: ShippedIntervention]

    init(_ plot: ProvisionPlot) {
        self.plot = plot
        catalogue = Dictionary(ShippedIntervention.all.map { ($0.intervention.key, $0) }) { $1 }
    }

    private var school: School { plot.cast.school }
    private var today: Day { plot.today }

    func tell(_ store: Store) async throws {
        let days = try await store.read { [school, today] in try $0.storyDays(of: school.id, today) }
        var now: [WholeProvision] = []
        for (starts, scripts) in Dictionary(grouping: plot.runs, by: \.starts).sorted(by: { $0.key < $1.key }) {
            let begun = try await change(try await begin(scripts, starts, store), scripts, store)
            let told = zip(begun, scripts).filter { !$0.0.patterns.allSatisfy(\.times.isEmpty) }.map { ToldRun(whole: $0, script: $1) }
            try await SessionStory(plot: plot, runs: told, days: days).tell(store)
            try await end(zip(begun, scripts).compactMap { whole, script in script.endedOn.map { (whole, $0) } }, store)
            now += begun.filter { $0.run.isRunning && $0.run.starts >= AcademicYear(containing: today).firstDay }
        }
        try await MoneyStory(today: today).tell(plot, now, store)
    }

    private func begin(_ scripts: [ScriptedRun], _ starts: Day, _ store: Store) async throws -> [WholeProvision] {
        try await store.write(act(starts - 4)) { [self] writer in
            let entries = Dictionary(try writer.all(Intervention.self, "WHERE key <> '' AND school_id IS NULL").map { ($0.key, $0) }) { $1 }
            let pupils = Dictionary(plot.cast.all.map { ($0.id, $0) }) { $1 }
            let runs = try scripts.map { script in
                guard let entry = entries[script.key] else { throw StoreProblem.failed("the catalogue has no \(script.key)") }
                return try begin(script, entry, pupils, writer)
            }
            let whole = try writer.whole(runs)
            for (whole, script) in zip(whole, scripts) { try owe(script, whole, writer) }
            return whole
        }
    }

    private func begin(_ script: ScriptedRun, _ entry: Intervention, _ pupils: [PupilID: CastPupil], _ writer: Writer) throws -> ProvisionRun {
        let joining = script.pupils.compactMap { pupils[$0] }.map { one in
            let outcome = plot.gaps[.withoutOutcome] == one.id && script.endedOn == nil ? nil : one.outcome(on: script.starts)
            return JoiningPupil(one.id, called: one.called, rolls: [one.roll], outcomes: outcome.map { [$0] } ?? [])
        }
        var form = PatternForm(times: script.times, plannedSize: script.size)
        (form.funding, form.sessionPrice) = (script.funding, script.sessionPrice)
        var start = StartProvision(name: script.name, starts: script.starts, plannedEnd: script.plannedEnd, pattern: form, pupils: joining)
        (start.schoolClass, start.isSectionF) = (script.schoolClass, script.isSectionF)
        return try writer.save(start.applied(to: entry, at: school.id, today: writer.act.today))
    }

    /// The line of section F that a provision meets.
    private func owe(_ script: ScriptedRun, _ whole: WholeProvision, _ writer: Writer) throws {
        guard let owed = script.owed, let pupil = whole.members.first?.pupil else { return }
        let hours = owed % 60 == 0 ? count(owed / 60, "hour") : "\(owed) minutes"
        let line = KeepOwedLine(words: "\(hours) a week with an adult who knows the plan, one to one, in small steps and with pictures.", minutes: owed, per: .week, isSectionF: true, isAlone: true,
                                from: script.starts, to: script.endedOn, runs: [whole.run.id])
        try writer.save(line.applied(of: pupil, hasPlan: true, provisions: [whole]))
    }

    /// In a group of a term that is past one pupil leaves early and another joins; the support of one with a plan was drawn back.
    private func change(_ begun: [WholeProvision], _ scripts: [ScriptedRun], _ store: Store) async throws -> [WholeProvision] {
        let past = zip(begun, scripts).filter { $0.1.endedOn != nil }
        let group = past.first { $0.0.members.count > 1 }?.0, support = past.first { $0.1.isSectionF }
        if let group { try await swap(group, store) }
        if let support { try await drawBack(support.0, support.1, store) }
        return group == nil && support == nil ? begun : try await store.read { try $0.whole(begun.map(\.run)) }
    }

    private func swap(_ whole: WholeProvision, _ store: Store) async throws {
        let day = whole.run.starts + 30, there = whole.members.map(\.pupil)
        let next = plot.cast.pupils.first { $0.canJoin(on: day) && !$0.hasPlan && !there.contains($0.id) && $0.id != plot.gaps[.missing] && $0.roll.covers(today) }
        try await store.write(act(day)) { writer in
            try writer.save(LeaveProvision(lastDay: day, reason: "Has caught up, and learns with the class again.").applied(to: whole.members[0], of: whole.run, lastLogged: nil, today: day))
            guard let next, day + 1 <= whole.run.plannedEnd ?? .distantPast, let now = try writer.whole([whole.run]).first else { return }
            let joining = JoiningPupil(next.id, called: next.called, rolls: [next.roll], outcomes: next.outcome(on: day).map { [$0] } ?? [])
            try writer.save(JoinProvision(joining, from: day + 1).applied(to: now, today: day), of: whole.run)
        }
    }

    private func drawBack(_ whole: WholeProvision, _ script: ScriptedRun, _ store: Store) async throws {
        let from = whole.run.starts + 98
        guard let end = whole.run.plannedEnd, from < end else { return }
        let times = script.times.map { PatternForm.TimeForm(weekday: $0.weekday, startsAt: $0.startsAt, minutes: $0.minutes.map { $0 * 9 / 10 }, room: $0.room, adults: $0.adults) }
        var form = PatternForm(times: times, plannedSize: script.size)
        form.funding = script.funding
        let change = ChangeProvision(from: from, pattern: form, reason: "Begins the work alone now: the adult stands back for the first minutes.", isSectionF: true)
        _ = try await store.write(act(from - 3)) { try $0.save(change.applied(to: whole, lastLogged: nil, today: $0.act.today), of: whole.run) }
    }

    private func end(_ runs: [(WholeProvision, Day)], _ store: Store) async throws {
        for (day, runs) in Dictionary(grouping: runs, by: \.1) {
            try await store.write(act(day)) { writer in
                for (whole, day) in runs { try writer.save(EndProvision(lastDay: day, reason: "The programme is complete.").applied(to: whole, lastLogged: writer.lastLogged(of: whole.run.id), today: day), of: whole.run) }
            }
        }
    }

    private func act(_ day: Day) -> Act { Act(who: "\(plot.cast.senco) (SENCO)", at: Instant(day, hour: 15, minute: 40), way: .demonstration) }
}

/// A provision that was begun, with what the story has in mind for it.
struct ToldRun: Sendable {
    let whole: WholeProvision
    let script: ScriptedRun
}
