import Basics
import Database
import Pages

extension PupilAct {
    /// Ends one dated thing of a pupil's record.
    static func ending<Part: Spelled & Recorded>(
        about table: String, saved: String, event: String, among parts: @escaping @Sendable (PupilRecord) -> [Part], words: any KeyPath<Part, String> & Sendable
    ) -> PupilAct where Part.Identity == Mark.Row {
        PupilAct(
            about: [table], saved: saved,
            start: { _, ask in [("last_day", ask.today.description)] },
            form: { record, ask, write in
                let part = try ask.chosen(parts(record))
                return PupilForm(
                    title: "End: \(part[keyPath: words])", lead: "\(record.pupil.fullCalledName), \(part.spell.inWords).", button: "Save the end",
                    fields: """
                        \(write.day("last_day", "Last day"))\(write.longText("reason", "Why?", hint: "A sentence or two. The family may read this.", aboutChild: ask.notice))
                        """)
            },
            save: { writer, record, ask, typed in
                let act = EndSpell(lastDay: try typed.day("last_day"), reason: typed["reason"])
                try writer.save(try act.applied(to: try ask.chosen(parts(record)), event: event, today: ask.today))
            })
    }
}
