import AreaKit
import Basics
import Database
import Pages

/// Records and ends a pupil's place in a SEN unit or resourced provision.
let joinBasePath = PagePath<PupilID>("/pupils/*/bases/add")
let leaveBasePath = PagePath<PupilID, RowID>("/pupils/*/bases/*/end")

let joinBase = PupilAct(
    about: ["base_spell"], saved: "base",
    start: { _, ask in [("from", ask.today.description)] },
    form: { record, ask, write in
        PupilForm(
            title: "Record a place in a unit or resourced provision", button: "Save the place",
            fields: """
                \(write.radios("base", "Where has \(record.pupil.calledName) a place?", baseWords))\(write.day("from", "Since"))\
                \(confirmation("recognised", "The local authority has agreed to this provision", ask.typed, ask.problems))\
                \(write.longText("reason", "Anything to add?", hint: "For instance, that the plan names it.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let act = JoinBase(base: BaseSpell.Base(rawValue: typed["base"]), from: try typed.day("from"), recognised: typed.has("recognised"), reason: typed["reason"])
        try writer.save(try act.applied(to: record.pupil, at: school, bases: record.bases, today: ask.today))
    })

let leaveBase = PupilAct.ending(about: "base_spell", saved: "base-ended", event: "base.left", among: { $0.bases }, words: \.base.label)

private let baseWords = [
    Choice("SENU", "SEN unit", hint: "Taught mainly in separate classes of the unit."),
    Choice("RP", "Resourced provision", hint: "Taught mainly in ordinary classes, with a base and specialist help."),
]
