import AreaKit
import Basics
import Pages

/// Ends a need that a pupil no longer has.
let endNeedPath = PagePath<PupilID, RowID>("/pupils/*/needs/*/end")

let endNeed = PupilAct(
    about: registerTables, saved: "need-ended",
    start: { _, ask in [("last_day", ask.today.description)] },
    form: { record, ask, write in
        let need = try ask.chosen(record.register.openNeeds(on: ask.today))
        return PupilForm(
            title: "End a need", lead: "\(record.pupil.fullCalledName): \(need.label), \(need.spell.inWords).", button: "End this need",
            fields: """
                \(write.day("last_day", "Last day"))\(write.longText("reason", "Why?", hint: "A sentence or two. The family may read this.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let act = EndNeed(need: try ask.chosen(record.register.needs).id, lastDay: try typed.day("last_day"), reason: typed["reason"])
        try writer.save(try act.applied(to: record.register, today: ask.today), of: record, on: ask.today)
    })
