import Access
import AreaKit
import Basics
import Database
import Pages

/// Notes and what is to be done, on a pupil's page: a note in one line, then the rest.
let notesSection = PupilSection(order: 3, needs: .raiseConcern) { reader, viewer, pupil, day in
    let powers = try reader.powers(of: viewer, over: pupil, on: day)
    let notes = try reader.notes(of: pupil, for: viewer, on: day)
    let mayCorrect: (Note) -> Bool = { powers.contains(.changeRegister) || $0.isOwn(of: viewer) }
    let meetings = powers.contains(.seeRecord) ? try meetingsByTerm(reader, notes, pupil, day) : ""
    return actionsCard(try reader.actions(of: pupil, for: viewer, on: day), pupil, day) + notesCard(notes, pupil, meetings, mayCorrect)
}

/// Those who read a record without working with it read its notes, too.
let notesToRead = PupilSection(order: 3, needs: .seeRecord) { reader, viewer, pupil, day in
    if try reader.powers(of: viewer, over: pupil, on: day).contains(.raiseConcern) { return "" }
    let notes = try reader.notes(of: pupil, for: viewer, on: day)
    return notes.isEmpty ? "" : card("Notes", id: "notes", "<ul class=\"findings\">\(notes.prefix(shown).map { item($0, pupil, false) })</ul>")
}

/// The rest stands in the history.
private let shown = 10

/// How many meetings the family was offered in each of the last terms.
private func meetingsByTerm(_ reader: Reader, _ notes: [Note], _ pupil: PupilID, _ day: Day) throws -> HTML {
    guard let school = try reader.schoolOfToday(pupil, day) else { return "" }
    let terms = try reader.terms(of: school, from: AcademicYear(containing: day).previous).filter { $0.starts <= day }.suffix(4)
    if terms.isEmpty { return "" }
    let days = notes.filter(\.offersFamilyMeeting).map(\.happenedOn), counts = FamilyMeetingShare.byTerm(terms.map { Spell(starts: $0.starts, ends: $0.ends) }, offered: days)
    let words = zip(terms, counts).map { "\($0.name) \(AcademicYear(starting: $0.academicYear)): \($1)" }.joined(separator: " · ")
    return "<p class=\"quiet\">Meetings offered to the family: \(words)</p>"
}

private func notesCard(_ notes: [Note], _ pupil: PupilID, _ meetings: HTML, _ mayCorrect: (Note) -> Bool) -> HTML {
    let items: [HTML] = notes.prefix(shown).map { item($0, pupil, mayCorrect($0)) }
    let older: HTML = notes.count > shown ? "<p class=\"quiet\">\(notes.count - shown) older \(notes.count == shown + 1 ? "note" : "notes") in the history.</p>" : ""
    let list: HTML = notes.isEmpty ? "<p>No note yet.</p>" : "<ul class=\"findings\">\(items)</ul>\(older)"
    return card("Notes", id: "notes", shortForm(pupil) + meetings + list)
}

/// A note in one line, saved as of today.
private func shortForm(_ pupil: PupilID) -> HTML {
    let notice = ChildNotice(handOver: handOverPath(pupil).asking(["form": addNotePath(pupil).text]))
    let write = FormWriter(FormValues([("note_way", "call"), ("note_party", "family")]))
    return """
        <details class="no-print"><summary>Write a note</summary><form method="post" action="\(addNotePath(pupil))" data-long novalidate>\(shortNoteFields(write, notice))\
        <p class="actions"><button>Save the note</button> \(notice.button) <a href="\(addNotePath(pupil))">Another day, a promise, or a meeting that was offered</a></p></form></details>
        """
}

private func item(_ note: Note, _ pupil: PupilID, _ mayCorrect: Bool) -> HTML {
    let about = "\(note.title), \(note.happenedOn.inWords)"
    let words: HTML = note.words.isEmpty ? "" : "<p>\(note.words)</p>"
    let acts: HTML = mayCorrect ? "<p class=\"actions no-print\">\(quietLink("Put right", about, correctNotePath(pupil, note.id))) \(quietLink("Withdraw", about, withdrawNotePath(pupil, note.id)))</p>" : ""
    return "<li class=\"finding\"><div><p><b>\(note.title)</b> <span class=\"quiet\">\(note.happenedOn.inWords), written by \(note.writtenBy)</span></p>\(words)</div>\(acts)</li>"
}

/// What is to be done about the pupil, each with a button that says it is done.
private func actionsCard(_ actions: [Action], _ pupil: PupilID, _ day: Day) -> HTML {
    let open = actions.filter(\.isOpen), ended = actions.filter { !$0.isOpen }
    let lines: [HTML] = open.map { actionItem(ActionLine(action: $0, pupilName: "", school: ""), day, back: pupilPath(pupil).at("actions")) }
    let past: [HTML] = ended.sorted { ($1.endedOn ?? .distantPast, $1.id) < ($0.endedOn ?? .distantPast, $0.id) }.prefix(shown).map {
        actionItem(ActionLine(action: $0, pupilName: "", school: ""), day, back: pupilPath(pupil).at("actions"))
    }
    let list: HTML = open.isEmpty ? "<p>Nothing is open.</p>" : "<ul class=\"findings\">\(lines)</ul>"
    let done: HTML = past.isEmpty ? "" : "<details class=\"no-print\"><summary>What was done</summary><ul class=\"findings\">\(past)</ul></details>"
    return card("To do", id: "actions", "\(list)\(done)<p class=\"actions no-print\"><a href=\"\(addActionPath(pupil))\">Add something to do</a></p>")
}

/// Notes and what was done, in the pupil's history.
@Sendable func notesTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let notes = try reader.all(Note.self, "WHERE pupil_id = \(pupil) AND withdrawn_on IS NULL ORDER BY happened_on, id")
    let done = try reader.all(Action.self, "WHERE pupil_id = \(pupil) AND ending = 'done' ORDER BY ended_on, id")
    return notes.map { TimelineEvent($0.happenedOn, "\($0.title).", detail: $0.words) }
        + done.map { TimelineEvent($0.endedOn ?? $0.due, "Done: \($0.what)", detail: $0.result) }
}

/// Pages of notes and actions for those who read who looked.
let noteWords = [
    "/pupils/*/notes/add": "The form “Write a note”", "/pupils/*/notes/*/correct": "The form “Put a note right”", "/pupils/*/notes/*/withdraw": "The form “Withdraw a note”",
    "/pupils/*/actions/add": "The form “Add something to do”", "/actions": "What is to be done", "/actions/*": "Something to do", "/api/v1/pupils/*/notes": "The notes about a pupil, for a program",
    "/api/v1/actions": "What is to be done, for a program", "/api/v1/pupils/*/counts": "Attendance, suspensions and behaviour, for a program",
]
