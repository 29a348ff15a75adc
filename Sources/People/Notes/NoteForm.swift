import AreaKit
import Basics
import Pages

// The fields of a note. Their names begin alike, since the form stands on the pupil's page, too.

extension FormValues {
    /// The note that was typed; today where no day was given, and held unless somebody says otherwise.
    func note(today: Day) throws -> WriteNote {
        WriteNote(way: Note.Way(rawValue: self["note_way"]), party: Note.Party(rawValue: self["note_party"]), offer: Note.Offer(rawValue: self["note_offer"]) ?? .held,
                  day: try dayIfAny("note_day") ?? today, who: self["note_who"], words: self["note_words"])
    }
}

extension Note {
    /// What stands in a form about it.
    var typed: [(name: String, text: String)] {
        [("note_way", way.rawValue), ("note_party", party.rawValue), ("note_offer", offer.rawValue), ("note_day", happenedOn.description), ("note_who", who), ("note_words", words)]
    }
}

/// How, with whom, and what was said: all that a short note needs.
func shortNoteFields(_ write: FormWriter, _ notice: ChildNotice) -> HTML {
    """
    \(write.select("note_way", "How?", Note.Way.allCases.map { Choice($0.rawValue, $0.label) }))\
    \(write.select("note_party", "With", Note.Party.allCases.map { Choice($0.rawValue, $0.label) }))\
    \(write.text("note_who", "Who?", hint: "Name and who they are, such as: Mrs Okafor, mother.", aboutChild: notice))\
    \(write.longText("note_words", "What was said?", hint: "A sentence is enough. The family may read it.", rows: 2, aboutChild: notice))
    """
}

/// The day, and what became of a meeting that was offered.
func furtherNoteFields(_ write: FormWriter) -> HTML {
    """
    \(write.day("note_day", "On which day?"))\
    \(write.radios("note_offer", "For a meeting: what became of it?", Note.Offer.allCases.map { Choice($0.rawValue, $0.label) },
                   hint: "A meeting that you offered and the family declined counts as offered."))
    """
}
