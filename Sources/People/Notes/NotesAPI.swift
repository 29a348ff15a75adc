import Access
import AreaKit
import Basics
import Database
import Pages

/// Notes for programs: read and written as on the pupil's page.
let notesAPI: [APIRoute] = [
    .item(PagePath<PupilID>("/api/v1/pupils/*/notes"), parts: ["pupil"], .raiseConcern, name: "readNotes", "The notes about a pupil, the latest first", gives: [
        APIField("notes", .list(.object(noteFields)), "All for those who see the whole record; else one's own."),
    ]) { reader, visit, id in
        let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today)
        return .object(["notes": .list(try reader.notes(of: pupil.id, for: visit.viewer, on: visit.today).map(\.json))])
    },
    .act(PagePath<PupilID>("/api/v1/pupils/*/notes"), parts: ["pupil"], .raiseConcern, name: "writeNote", "Write a note about a pupil", body: [
        APIField("note_way", .code(Note.Way.allCases.map(\.rawValue)), "How."), APIField("note_party", .code(Note.Party.allCases.map(\.rawValue)), "With whom."),
        APIField("note_who", .wordsIfAny(200), "Name, and who they are."), APIField("note_words", .wordsIfAny(WriteNote.longest), "What was said. The family may read it."),
        .maybe("note_day", .day, "The day; today where it is left out."),
        .maybe("note_offer", .code(Note.Offer.allCases.map(\.rawValue)), "What became of a meeting that was offered; held where it is left out."),
    ], gives: noteFields, adds: true) { writer, asked, id in
        try writer.write(asked.body.form, about: id, as: asked.viewer, on: asked.today).json
    },
]

private let noteFields: [APIField] = [
    APIField("note", .id, "Its number."), APIField("day", .day, "The day of the talk, or on which the meeting was offered."),
    APIField("way", .code(Note.Way.allCases.map(\.rawValue)), "How."), APIField("party", .code(Note.Party.allCases.map(\.rawValue)), "With whom."),
    APIField("offer", .code(Note.Offer.allCases.map(\.rawValue)), "What became of a meeting that was offered."),
    APIField("who", .anyText, "Name, and who they are."), APIField("words", .anyText, "What was said."), APIField("written_by", .anyText, "Who wrote it."),
]

extension Note {
    fileprivate var json: JSON {
        .object([
            "note": .integer(id.rawValue), "day": .text("\(happenedOn)"), "way": .text(way.rawValue), "party": .text(party.rawValue), "offer": .text(offer.rawValue),
            "who": .text(who), "words": .text(words), "written_by": .text(writtenBy),
        ])
    }
}
