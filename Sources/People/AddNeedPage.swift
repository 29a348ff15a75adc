import AreaKit
import Basics
import Pages

/// Records a need beside those a pupil has.
let addNeedPath = PagePath<PupilID>("/pupils/*/needs/add")

let addNeed = PupilAct(
    about: registerTables, saved: "need",
    start: { record, ask in
        [("from", ask.today.description), ("rank", "\(record.register.openNeeds(on: ask.today).count + 1)")]
    },
    form: { record, ask, write in
        let open = record.register.openNeeds(on: ask.today)
        let places = (1...open.count + 1).map { Choice("\($0)", $0 == 1 ? "Main need" : $0 == 2 ? "Second" : "Number \($0)") }
        let now = open.isEmpty ? "No need is recorded yet." : "Now: \(open.map(\.label).joined(separator: "; "))."
        return PupilForm(
            title: "Add a need for \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName). \(now)", button: "Save the need",
            fields: """
                \(write.select("need", "Need", [Choice("", "Choose a need")] + censusNeeds(on: ask.today), hint: "A diagnosis is not needed."))\
                \(write.select("area", "Area of need", [Choice("", "The usual one for this need")] + areaChoices))\
                \(write.select("rank", "Its place among the needs", places, hint: "The census takes the first two."))\
                \(write.day("from", "Known since"))\(write.longText("reason", "Why?", hint: "If you like. The family may read this.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let act = AddNeed(need: typed["need"], area: typed["area"], rank: Int(typed["rank"]) ?? 0, from: try typed.day("from"), reason: typed["reason"])
        try writer.save(try act.applied(to: record.register, today: ask.today), of: record, on: ask.today)
    })

let areaChoices = AreaOfNeed.all.map { Choice($0.key, $0.label) }
