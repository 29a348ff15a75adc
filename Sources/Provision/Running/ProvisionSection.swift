import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Plans

/// What runs for a pupil, on the pupil's page.
let provisionSection = PupilSection(order: 3, needs: .seeProvision) { reader, viewer, pupil, day in
    let runs = try reader.openRuns(of: pupil, for: viewer, on: day), powers = try reader.powers(of: viewer, over: pupil, on: day), names = try reader.provisionNames(of: runs.map(\.id), for: viewer, on: day)
    let minutes = try reader.minutesThisHalfTerm(of: pupil, on: day)
    let items: [HTML] = runs.map { run in
        let sum: HTML = minutes[run.id].map { " <span class=\"quiet\">this half-term: \($0.offered) minutes offered, \($0.received) received</span>" } ?? ""
        let to: HTML = run.starts > day ? " <span class=\"quiet\">from \(run.starts.inWords)</span>" : run.isPastItsEnd(on: day) ? " <span class=\"tag tag-warn\">past its last day</span>" : ""
        return "<li><a href=\"\(provisionPath(run.id))\">\(names[run.id] ?? "")<span class=\"unseen\">, provision \(run.id.rawValue)</span></a>\(to)\(sum)</li>"
    }
    let list: HTML = items.isEmpty ? "<p>Nothing runs now.</p>" : "<ul class=\"plain\">\(items)</ul>"
    let start: HTML = powers.contains(.workOnProvision) ? linkButton("Start provision", startProvisionPath().asking(["pupil": "\(pupil)"]), aside: !items.isEmpty) : ""
    return card("Provision", id: "provision", "\(list)<p class=\"actions no-print\">\(start) <a href=\"\(pupilProvisionPath(pupil))\">See all provision with its minutes</a> <a href=\"\(timetablePath().asking(["pupil": "\(pupil)"]))\">See the week</a></p>")
}

extension Reader {
    /// What runs, or is to run, for a pupil: as one of those named, or with the class. Whoever calls this has the pupil in sight.
    fileprivate func openRuns(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [ProvisionRun] {
        try all(ProvisionRun.self, """
            WHERE ended_on IS NULL AND (id IN (SELECT run_id FROM provision_member WHERE pupil_id = \(pupil) AND (ends IS NULL OR ends >= \(day))) \
            OR class_id IN (SELECT class_id FROM class_member WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)))) \
            AND id IN (SELECT r.id FROM provision_run r WHERE \(viewer.seesProvision(on: day))) ORDER BY starts, id
            """)
    }

    /// Minutes since the half-term began, by provision.
    fileprivate func minutesThisHalfTerm(of pupil: PupilID, on day: Day) throws -> [ProvisionID: (offered: Int, received: Int)] {
        guard let school = try schoolOfToday(pupil, day) else { return [:] }
        let year = AcademicYear(containing: day), since = HalfTerm(containing: day, terms: try terms(of: school, from: year), closures: try closures(of: school, from: year)).starts
        return Dictionary(try rows("""
            SELECT run_id, SUM(offered), SUM(minutes) FROM session_pupil WHERE pupil_id = \(pupil) AND day BETWEEN \(since) AND \(day) AND stands GROUP BY run_id
            """) { (try $0.next(ProvisionID.self), (offered: try $0.next(Int.self), received: try $0.next(Int.self))) }) { $1 }
    }
}

/// What happened to a pupil's provision. Whoever asks has the whole record in sight.
@Sendable func provisionTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    guard viewer.may(.seeProvision) else { return [] }
    let members = try reader.all(ProvisionMember.self, "WHERE pupil_id = \(pupil) ORDER BY starts, id")
    if members.isEmpty { return [] }
    let runs = Dictionary(try reader.whole(try reader.all(ProvisionRun.self, "WHERE id IN \(members.map(\.run).unique)")).map { ($0.run.id, $0) }) { $1 }
    // By what it is and not by the group's own name, which may hold another child's.
    let names = Dictionary(try reader.rows("SELECT id, name FROM intervention WHERE id IN \(runs.values.map(\.run.intervention))") { try ($0.next(InterventionID.self), $0.next(String.self)) }) { $1 }
    return members.flatMap { member in runs[member.run].map { member.events(in: $0, called: names[$0.run.intervention] ?? "") } ?? [] }
}

extension ProvisionMember {
    fileprivate func events(in whole: WholeProvision, called name: String) -> [TimelineEvent] {
        let run = whole.run
        var events = [TimelineEvent(spell.starts, spell.starts == run.starts ? "\(name) started." : "Joined \(name).")]
        events += whole.patterns.dropFirst().filter { spell.covers($0.spell.starts) }.map { TimelineEvent($0.spell.starts, "\(name): its week changed.") }
        guard let ends = spell.ends else { return events }
        return events + [ends == run.endedOn && because.isEmpty ? TimelineEvent(ends, "\(name) ended.", detail: run.because) : TimelineEvent(ends, "Left \(name).", detail: because)]
    }
}

/// Finds provision in sight by words of its name.
let provisionSearch = SearchSource("Provision") { reader, person, text, day in
    let viewer = person.doing(.seeProvision), words = text.folded.split(separator: " ")
    guard !words.isEmpty, viewer.may(.seeProvision) else { return [] }
    let found = try reader.rows("SELECT r.id, \(viewer.provisionName(on: day)), r.starts, r.ended_on, s.name FROM provision_run r JOIN school s ON s.id = r.school_id WHERE \(viewer.seesProvision(on: day)) ORDER BY r.id DESC") { row in
        (run: try row.next(ProvisionID.self), name: try row.next(String.self), spell: Spell(starts: try row.next(), ends: try row.next()), school: try row.next(String.self))
    }
    return found.lazy.filter { one in
        let parts = one.name.folded.split(separator: " ")
        return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }.prefix(SearchSource.most).map { SearchHit($0.name, detail: "\($0.school) · \($0.spell.inWords)", provisionPath($0.run)) }
}
