import Access
import AreaKit
import Basics
import Database
import Pages

/// A pupil's history, the latest first, to which every area adds its own events.
func timelineCard(_ events: [TimelineEvent]) -> HTML {
    let items: [HTML] = events.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map { _, event in
        "<li class=\"\(event.isMilestone ? "milestone" : "step")\"><time datetime=\"\(event.day.description)\">\(event.day.inWords)</time><p><b>\(event.title)</b> \(event.detail)</p></li>"
    }
    return card("History", id: "history", events.isEmpty ? "<p>Nothing is recorded yet.</p>" : "<ol class=\"timeline\">\(items)</ol>")
}

/// The register's own events of a pupil's history. Whoever asks has the pupil in sight.
@Sendable func registerTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let provisions = try reader.spells(ProvisionSpell.self, of: pupil), needs = try reader.all(PupilNeed.self, "WHERE pupil_id = \(pupil) ORDER BY starts, id")
    let reasons = try reader.trailReasons(of: pupil)
    let statuses = provisions.map { TimelineEvent($0.spell.starts, $0.provision == "N" ? "No SEN from this day." : "\(CodeList.provision.label($0.provision)) began.", detail: reasons[RowOfTable("provision_spell", $0.id)] ?? "", isMilestone: true) }
    let stops = provisions.enumerated().compactMap { place, spell -> TimelineEvent? in
        guard let end = spell.spell.ends, !provisions.dropFirst(place + 1).contains(where: { $0.spell.starts == end + 1 }) else { return nil }
        return TimelineEvent(end, spell.provision == "N" ? "“No SEN” ended." : "\(CodeList.provision.label(spell.provision)) ended.")
    }
    let known = needs.map { TimelineEvent($0.spell.starts, "Need recorded: \($0.label).", detail: reasons[RowOfTable("pupil_need", $0.id)] ?? "") }
    let gone = needs.compactMap { need in need.spell.ends.map { TimelineEvent($0, "Need ended: \(need.label).") } }
    return try statuses + stops + known + gone + reader.circumstanceEvents(of: pupil) + reader.enrolmentEvents(of: pupil)
}

extension Reader {
    private func datedEvents<Part: Spelled & Recorded>(_ part: Part.Type, _ pupil: PupilID, _ words: (Part) -> String) throws -> [TimelineEvent] {
        try spells(part, of: pupil).flatMap { part in
            [TimelineEvent(part.spell.starts, "\(words(part)) began.")] + (part.spell.ends.map { [TimelineEvent($0, "\(words(part)) ended.")] } ?? [])
        }
    }

    fileprivate func circumstanceEvents(of pupil: PupilID) throws -> [TimelineEvent] {
        try datedEvents(ContextFlag.self, pupil, \.label) + datedEvents(BaseSpell.self, pupil, \.base.label) + datedEvents(Arrangement.self, pupil, \.label)
            + spells(WatchSpell.self, of: pupil).flatMap { watch in
                [TimelineEvent(watch.spell.starts, "Put on the watch list.", detail: watch.reason)]
                    + (watch.spell.ends.map { [TimelineEvent($0, "Taken off the watch list.")] } ?? [])
            }
    }

    fileprivate func enrolmentEvents(of pupil: PupilID) throws -> [TimelineEvent] {
        try rows("SELECT e.starts, e.ends, s.name FROM enrolment e JOIN school s ON s.id = e.school_id WHERE e.pupil_id = \(pupil) ORDER BY e.starts") { row in
            let (starts, ends, school) = try (row.next(Day.self), row.next(Day?.self), row.next(String.self))
            return [TimelineEvent(starts, "Joined \(school).")] + (ends.map { [TimelineEvent($0, "Left \(school).")] } ?? [])
        }.flatMap { $0 }
    }

    /// Why each row of a pupil's register was written, in the words of whoever did it.
    fileprivate func trailReasons(of pupil: PupilID) throws -> [RowOfTable: String] {
        let rows = try rows("""
            SELECT t.subject, t.subject_id, v.reason, t.who FROM trail t JOIN trail_value v ON v.trail_id = t.id \
            WHERE t.pupil_id = \(pupil) AND \(SQL.isShown) AND v.reason IS NOT NULL AND t.event IN ('status.started', 'need.added') ORDER BY t.id
            """) { try (RowOfTable($0.next(), $0.next()), "\($0.next(String.self))", $0.next(String.self)) }
        return Dictionary(rows.map { ($0.0, "\($0.2): “\($0.1)”") }, uniquingKeysWith: { $1 })
    }
}

extension Reader {
    /// The last entry with a reason of each row of a pupil's register, as far as everybody may read it.
    func entriesWithReasons(of pupil: PupilID) throws -> [RowOfTable: Int] {
        Dictionary(try rows("""
            SELECT t.subject, t.subject_id, MAX(t.id) FROM trail t JOIN trail_value v ON v.trail_id = t.id \
            WHERE t.pupil_id = \(pupil) AND t.subject IN ('watch_spell', 'provision_spell', 'arrangement') AND v.reason IS NOT NULL AND \(SQL.isShown) \
            GROUP BY t.subject, t.subject_id
            """) { try (RowOfTable($0.next(), $0.next()), $0.next(Int.self)) }) { $1 }
    }
}

/// A row of a table, by the table's name.
struct RowOfTable: Hashable, Sendable {
    let table: String, row: RowID
    init(_ table: String, _ row: RowID) { (self.table, self.row) = (table, row) }
}
