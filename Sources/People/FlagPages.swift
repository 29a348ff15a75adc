import AreaKit
import Basics
import Database
import Pages

/// Notes and ends the circumstances of a pupil: looked after, pupil premium, service child.
let startFlagPath = PagePath<PupilID>("/pupils/*/flags/add")
let endFlagPath = PagePath<PupilID, RowID>("/pupils/*/flags/*/end")

let startFlag = PupilAct(
    about: ["context_flag"], saved: "flag",
    start: { _, ask in [("from", ask.today.description)] },
    form: { record, ask, write in
        PupilForm(
            title: "Note a circumstance of \(record.pupil.calledName)’s", button: "Save",
            fields: """
                \(write.radios("flag", "What applies?", flagKinds))\(write.day("from", "Since"))\
                \(write.text("authority", "Local authority, for a looked-after child", hint: "Its name or its three figures, such as 999."))\
                \(write.longText("reason", "How do you know?", hint: "If you like: a letter, the virtual school, the family.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let act = StartFlag(kind: ContextFlag.Kind(rawValue: typed["flag"]), from: try typed.day("from"), authority: typed["authority"], reason: typed["reason"])
        try writer.save(try act.applied(to: record.pupil, flags: record.flags, today: ask.today))
    })

let endFlag = PupilAct.ending(about: "context_flag", saved: "flag-ended", event: "flag.ended", among: { $0.flags }, words: \.label)

/// Free school meals come from the school's own system alone.
private let flagKinds = ContextFlag.Kind.allCases.filter { $0 != .freeMeals }.map { Choice($0.rawValue, $0.label) }

extension ContextFlag {
    var label: String { [kind.label, detail.nonEmpty.map { "(\($0))" }].compactMap { $0 }.joined(separator: " ") }
}
