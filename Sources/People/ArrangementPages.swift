import AreaKit
import Basics
import Database
import Pages

/// Records and ends a part-time timetable, alternative provision, or education otherwise than at school.
let startArrangementPath = PagePath<PupilID>("/pupils/*/arrangements/add")
let endArrangementPath = PagePath<PupilID, RowID>("/pupils/*/arrangements/*/end")

let startArrangement = PupilAct(
    about: ["arrangement"], saved: "arrangement",
    start: { _, ask in [("from", ask.today.description)] },
    form: { record, ask, write in
        PupilForm(
            title: "Record an arrangement for \(record.pupil.calledName)", button: "Save the arrangement",
            fields: """
                \(write.radios("kind", "What is arranged?", Arrangement.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.day("from", "From which day?"))\(write.text("hours", "Hours a week", hint: "For a part-time timetable, such as: 12 hours, mornings."))\
                \(write.text("place", "Where?", hint: "For alternative provision, its name."))\
                \(write.longText("reason", "Why?", hint: "A sentence or two. The family may read this.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let act = StartArrangement(kind: Arrangement.Kind(rawValue: typed["kind"]), from: try typed.day("from"),
                                   hours: typed["hours"], place: typed["place"], reason: typed["reason"])
        try writer.save(try act.applied(to: record.pupil, at: school.id, arrangements: record.arrangements, today: ask.today))
    })

let endArrangement = PupilAct.ending(about: "arrangement", saved: "arrangement-ended", event: "arrangement.ended", among: { $0.arrangements }, words: \.kind.label)
