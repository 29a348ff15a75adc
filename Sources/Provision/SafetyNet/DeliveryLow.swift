import Access
import AreaKit
import Basics
import Database
import Pages
import People

let deliveryLow = SafetyRule(
    "delivery-low", .gap, "Under 80 % of a provision was given over four weeks",
    why: "A programme works as often as it is given: what falls out week after week can’t be judged, and is best seen before the review and not after it. Sessions that nobody logged are another gap and don’t count here; nor do lines of section F, which have their own.",
    who: "The SENCO acts", next: "See which sessions fell out"
) { reader, question in
    let from = question.earliest + 28, suspects = try reader.suspects(since: from, question)
    if suspects.isEmpty { return [] }
    let whole = try reader.whole(try reader.all(ProvisionRun.self, "r WHERE r.id IN \(suspects) AND r.ended_on IS NULL AND r.kind <> 'universal' AND \(question.ofProvision) ORDER BY r.id"))
    let logs = Dictionary(grouping: try reader.sessionLogs("WHERE run_id IN \(whole.map(\.run.id)) AND day >= \(from) AND day < \(question.day) AND superseded_on IS NULL"), by: \.run)
    let places = try reader.places(whole.map(\.run.school).unique, question), lines = try reader.linesOfSectionF(whole.map(\.run.id)), reviews = try reader.reviews(of: Set(whole.flatMap { $0.members.map(\.pupil) }).sorted(), question)
    let low = whole.flatMap { whole -> [(pupil: PupilID, run: ProvisionRun, alert: DeliveryAlert)] in
        let days = places[whole.run.school]?.days ?? [], planned = whole.sessions(on: days.filter { $0 >= from && $0 < question.day })
        return whole.pupils(on: question.day).compactMap { pupil in
            let told = lines[LineOfRun(run: whole.run.id, pupil: pupil)] ?? []
            let alert = DeliveryAlert.underThreshold(of: pupil, planned: planned, logs: logs[whole.run.id] ?? [], schoolDays: days, reviewOn: reviews[pupil], today: question.day)
            return alert.flatMap { $0.isTold(by: told) ? nil : (pupil, whole.run, $0) }
        }
    }
    let pupils = try question.pupils(low.map(\.pupil).unique, reader)
    return pupils.compactMap { found in
        let own = low.filter { $0.pupil == found.pupil && $0.run.school == found.school }
        guard let worst = own.min(by: { $0.alert.offered * $1.alert.owed < $1.alert.offered * $0.alert.owed }) else { return nil }
        let others = own.count > 1 ? " So it is with \(count(own.count - 1, "other provision"))." : ""
        return found.finding(since: worst.alert.since, "\(worst.alert.offered) of \(count(worst.alert.owed, "minute")) were given since \(worst.alert.from.inWords).\(others)", next: question.provisionPage(worst.run.id, of: found))
    }
}

private struct LineOfRun: Hashable {
    let run: ProvisionID, pupil: PupilID
}

extension Reader {
    /// Provisions of which so much fell out that a pupil may be under the threshold, found by two small indexes; the rule
    /// itself looks closer.
    fileprivate func suspects(since day: Day, _ question: SafetyQuestion) throws -> [ProvisionID] {
        let place: SQL = question.school == nil && question.viewer.schools == nil ? "1 = 1" : "r.id = n.run_id AND \(question.ofProvision)"
        let table: SQL = question.school == nil && question.viewer.schools == nil ? "session n" : "session n CROSS JOIN provision_run r"
        let short = try rows("SELECT n.run_id, SUM(n.planned - n.ready) FROM \(table) WHERE n.superseded_on IS NULL AND n.ready < n.planned AND n.day >= \(day) AND n.day < \(question.day) AND \(place) GROUP BY n.run_id") {
            try ($0.next(ProvisionID.self), $0.next(Int.self))
        }
        let kept = try column("SELECT DISTINCT run_id FROM session_pupil WHERE away IN ('part_time', 'elsewhere') AND day >= \(day) AND day < \(question.day)", as: ProvisionID.self)
        if short.isEmpty { return kept }
        let planned = Dictionary(try rows("SELECT run_id, SUM(planned) FROM session WHERE run_id IN \(short.map(\.0)) AND day >= \(question.day - 28) AND day < \(question.day) AND superseded_on IS NULL GROUP BY run_id") {
            try ($0.next(ProvisionID.self), $0.next(Int.self))
        }) { $1 }
        let low = short.filter { $0.1 * 100 > (planned[$0.0] ?? 0) * (100 - DeliveryAlert.usualThreshold) / 2 }.map(\.0)
        return Array(Set(kept + low)).sorted()
    }

    /// When lines of section F asked for these provisions.
    fileprivate func linesOfSectionF(_ runs: [ProvisionID]) throws -> [LineOfRun: [Spell]] {
        if runs.isEmpty { return [:] }
        let found = try rows("SELECT k.run_id, k.pupil_id, l.starts, l.ends FROM owed_line_run k JOIN owed_line l ON l.id = k.line_id WHERE k.run_id IN \(runs) AND l.is_section_f") {
            try (line: LineOfRun(run: $0.next(), pupil: $0.next()), spell: Spell(starts: $0.next(), ends: $0.next()))
        }
        return Dictionary(grouping: found, by: \.line).mapValues { $0.map(\.spell) }
    }

    /// When the plans of the pupils are reviewed next.
    func reviews(of pupils: [PupilID], _ question: SafetyQuestion) throws -> [PupilID: Day] {
        if pupils.isEmpty { return [:] }
        return Dictionary(try rows("SELECT pupil_id, MIN(review_by) FROM plan WHERE pupil_id IN \(pupils) AND state = 'live' AND review_by >= \(question.day) GROUP BY pupil_id") { try ($0.next(PupilID.self), $0.next(Day.self)) }) { $1 }
    }
}
