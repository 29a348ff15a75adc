import Basics
import Database

// What is saved together.

extension Writer {
    /// Saves what an act decided about a provision: what ends before what begins.
    /// - Returns: the provision's number.
    @discardableResult
    public func save(_ change: ProvisionChange, of run: ProvisionRun? = nil) throws -> ProvisionRun {
        guard let run = try change.run.map({ try save($0) }) ?? run else { throw StoreProblem.failed("a change of a provision names none") }
        for part in change.patterns { try saveWeek(part, of: run) }
        for part in change.members { try save(part.with { $0.run = run.id }) }
        for part in change.outcomes { try save(part.with { $0.run = run.id }) }
        for part in change.costs { try save(part.with { $0.run = run.id }) }
        return run
    }

    /// A week with its times. What is put right in place keeps the numbers of its times, in their order.
    private func saveWeek(_ change: Change<WeeklyPattern>, of run: ProvisionRun) throws {
        let week = try save(change.with { $0.run = run.id }), before = change.before?.times ?? []
        for (place, time) in change.after.times.enumerated() {
            var time = time
            let old = place < before.count ? before[place] : nil
            if let old { (time.id, time.version) = (old.id, old.version) }
            let kept = { (time: WeeklyTime) in KeptTime(time, pattern: week.id, run: run.id, school: run.school) }
            try save(Change(change.event, from: old.map(kept), to: kept(time), because: change.reason))
        }
        for old in before.dropFirst(change.after.times.count) {
            try withdraw(KeptTime(old, pattern: week.id, run: run.id, school: run.school), event: change.event, because: change.reason)
        }
    }

    /// Saves what was said of a session, with each pupil's part of it.
    @discardableResult
    public func save(_ change: Change<SessionLog>) throws -> SessionLog {
        var log: SessionLog = try saveAlone(change)
        log.pupils = change.after.pupils
        if change.before != nil {
            for part in try all(KeptSessionPupil.self, "WHERE session_id = \(log.id)") {
                var after = part
                after.stands = log.stands
                try save(Change(change.event, from: part, to: after, because: change.reason))
            }
        } else {
            for part in log.pupils { try save(Change(change.event, to: KeptSessionPupil(part, of: log), because: change.reason)) }
        }
        return log
    }

    /// Saves what was said of many sessions, such as all of a week, with few statements.
    @discardableResult
    public func saveTogether(_ changes: [Change<SessionLog>]) throws -> [SessionLog] {
        guard changes.allSatisfy({ $0.before == nil }) else { return try changes.map { try save($0) } }
        let logs = zip(try savePartsTogether(changes), changes).map { log, change in
            var log = log
            log.pupils = change.after.pupils
            return log
        }
        try savePartsTogether(zip(logs, changes).flatMap { log, change in
            log.pupils.map { Change(change.event, to: KeptSessionPupil($0, of: log), because: change.reason) }
        })
        return logs
    }

    @discardableResult
    private func savePartsTogether<Subject: Recorded>(_ changes: [Change<Subject>]) throws -> [Subject] { try saveTogether(changes) }

    private func saveAlone<Subject: Recorded>(_ change: Change<Subject>) throws -> Subject { try save(change) }

    /// Saves a line of what is owed, and by which provisions it is met.
    @discardableResult
    public func save(_ change: Change<OwedLine>) throws -> OwedLine {
        var line: OwedLine = try saveAlone(change)
        let kept = try all(OwedLineRun.self, "WHERE line_id = \(line.id)"), runs = change.after.runs
        for gone in kept where !runs.contains(gone.run) { try withdraw(gone, event: "line.runUnlinked", because: change.reason) }
        for run in runs where !kept.contains(where: { $0.run == run }) {
            try save(Change("line.runLinked", to: OwedLineRun(line: line.id, pupil: line.pupil, run: run), because: change.reason))
        }
        line.runs = runs
        return line
    }
}

extension Change {
    /// The same with something in what comes of it set.
    fileprivate func with(_ set: (inout Subject) -> Void) -> Change {
        var after = after
        set(&after)
        return Change(event, from: before, to: after, because: reason)
    }
}
