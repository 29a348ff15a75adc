import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Takes back a provision that was begun by mistake: it is gone from every list, and what it held stays in the trail.
let takeBackProvision = ProvisionAct(
    needs: .workOnProvision,
    form: { _, seen, ask, write in
        let pupils = Set(seen.whole.members.map(\.pupil)).count
        let with: HTML = pupils == 0 ? "its week" : "its week, and \(count(pupils, "pupil")) in it"
        return ProvisionForm(title: "Take back this provision", button: "Take it back", fields: """
            <p>Take it back if it was begun by mistake. It is gone from all lists then, with \(with). If it ran, end it instead.</p>\
            \(write.longText("because", "Why do you take it back?", hint: "A few words, such as: begun twice.", rows: 2, aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        let act = WithdrawProvision(because: typed["because"]), run = seen.run
        try act.check(run, writtenOn: try writer.writtenOn(run), lastLogged: try writer.lastLogged(of: run.id), today: ask.today)
        do { try writer.withdraw(seen.whole, because: act.because) } catch StoreProblem.refused {
            throw Problems("", "Something else names this provision: how it is judged, a daily practice, or a recommendation that it carries out. So it can’t be taken back. End it instead.")
        }
        return "taken-back"
    },
    next: { seen, saved in mapPath().asking(["school": "\(seen.run.school)", "saved": saved]) })

extension Reader {
    /// When somebody wrote a provision down.
    func writtenOn(_ run: ProvisionRun) throws -> Day {
        try value("SELECT MIN(at) FROM trail WHERE subject = \(ProvisionRun.table.name) AND subject_id = \(run.id)", as: Instant?.self).flatMap { $0 }?.dayInEngland ?? run.starts
    }

    func canBeTakenBack(_ run: ProvisionRun, on today: Day) throws -> Bool {
        WithdrawProvision.isOpen(for: run, writtenOn: try writtenOn(run), lastLogged: try lastLogged(of: run.id), today: today)
    }
}

extension Writer {
    /// Takes a provision out with all that belongs to it, what names others first.
    func withdraw(_ whole: WholeProvision, because reason: String) throws {
        let run = whole.run, event = "provision.withdrawn"
        for line in try all(OwedLineRun.self, "WHERE run_id = \(run.id)") { try withdraw(line, event: "line.runUnlinked", because: reason) }
        for cost in try all(ProvisionCost.self, "WHERE run_id = \(run.id)") { try withdraw(cost, event: event, because: reason) }
        for outcome in whole.outcomes { try withdraw(outcome, event: event, because: reason) }
        for member in whole.members { try withdraw(member, event: event, because: reason) }
        for week in whole.patterns {
            for time in week.times { try withdraw(KeptTime(time, pattern: week.id, run: run.id, school: run.school), event: event, because: reason) }
            try withdraw(week, event: event, because: reason)
        }
        try withdraw(run, event: event, because: reason)
    }
}
