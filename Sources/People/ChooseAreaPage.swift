import AreaKit
import Basics
import Pages

/// Chooses another area of need for one need of a pupil.
let chooseAreaPath = PagePath<PupilID, RowID>("/pupils/*/needs/*/area")

let chooseArea = PupilAct(
    about: registerTables, saved: "area",
    start: { record, ask in [("area", try ask.chosen(record.register.openNeeds(on: ask.today)).area)] },
    form: { record, ask, write in
        let need = try ask.chosen(record.register.openNeeds(on: ask.today))
        let usual = NeedType.named(need.need)?.area?.label ?? "no area"
        return PupilForm(
            title: "Choose the area of need", lead: "\(record.pupil.fullCalledName): \(need.label). Usual for it: \(usual).", button: "Save the area",
            fields: """
                \(write.radios("area", "Area of need", areaChoices + [Choice("", "No area")]))\
                \(write.longText("reason", "Why?", hint: "If you like. It is kept with the record.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let act = ChooseArea(need: try ask.chosen(record.register.needs).id, area: typed["area"], reason: typed["reason"])
        try writer.save(try act.applied(to: record.register, today: ask.today), of: record, on: ask.today)
    })
