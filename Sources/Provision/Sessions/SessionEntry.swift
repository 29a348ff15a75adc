import Access
import Basics
import Database
import Pages
import People

/// An entry with the provision it is of, for whoever may put it right or make it up.
struct SessionEntry: Sendable {
    let log: SessionLog
    let whole: WholeProvision
    /// The pupils whom the viewer sees, by name.
    let pupils: [SeenPupil]

    /// The time of the week that planned it, with the pupils of that day; nil for one outside the week.
    var planned: PlannedSession? { whole.sessions(on: [log.day]).first { $0.slot == log.slot } }

    /// `Reading club, Thursday 19 November 2026 at 09:15`.
    var title: String { "\(whole.run.name), \(log.day.withWeekday) at \(log.startsAt)" }
}

extension Reader {
    /// An entry, if this viewer may log sessions of its provision.
    /// - Parameter corrects: whether it must be one that they may put right.
    func sessionEntry(_ id: SessionID, for viewer: Viewer, today: Day, corrects: Bool = true) throws -> SessionEntry {
        guard let log = try sessionLogs("WHERE id = \(id)").first, let whole = try provisionToLog(log.run, for: viewer, today), !corrects || viewer.corrects(log, today: today) else { throw NotFound() }
        let seen = try seenPupils(in: [whole], for: viewer, on: today)
        let pupils = (log.pupils.map(\.pupil) + whole.pupils(on: log.day)).unique.compactMap { seen[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        viewer.witness.saw(pupils.map(\.id))
        return SessionEntry(log: log, whole: whole, pupils: pupils)
    }
}

/// A page with one form about a session: opened, refused with what was typed (422), or overtaken (409).
struct SessionForm {
    let visit: Visit
    let title: String
    let lead: String
    let address: Address
    let button: String
    let back: Address
    let notice: ChildNotice

    func page(_ write: FormWriter, status: Int = 200, _ fields: HTML) -> Answer {
        visit.page(status == 200 ? title : "Problem: \(title)", at: "provision", status: status, """
            \(crumbs(("Sessions", back)))\(write.summary)\(pageTitle(title, lead: "\(lead)"))\(form(address, button: button, back: back, aboutChild: notice, fields))
            """)
    }
}

extension Visit {
    /// What stands above a box about the pupils of a session.
    func notice(_ reader: Reader, _ entry: WholeProvision, _ pupils: [SeenPupil], form: Address) throws -> ChildNotice {
        let one = pupils.count == 1 ? pupils.first : nil
        return ChildNotice(lead: try safeguardingLead(reader, entry.run.school, today), handOver: one.map { handOverPath($0.id).asking(["form": form.text]) })
    }
}
