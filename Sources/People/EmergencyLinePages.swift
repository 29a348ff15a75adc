import AreaKit
import Basics
import Database
import Pages

/// Adds, changes and ends what every adult must know of a pupil in an emergency.
let addEmergencyPath = PagePath<PupilID>("/pupils/*/emergency/add")
let changeEmergencyPath = PagePath<PupilID, RowID>("/pupils/*/emergency/*/change")
let endEmergencyPath = PagePath<PupilID, RowID>("/pupils/*/emergency/*/end")

let addEmergency = PupilAct(
    about: ["emergency_line"], saved: "emergency",
    start: { _, ask in [("from", ask.today.description)] },
    form: { record, ask, write in
        PupilForm(title: "Add what to do in an emergency", lead: "\(record.pupil.fullCalledName). Every adult in the school can read this.", button: "Save the emergency line",
                  fields: fields(write, ask))
    },
    save: { writer, record, ask, typed in
        try writer.save(try typed.keepEmergencyLine().applied(to: record.pupil, today: ask.today))
    })

let changeEmergency = PupilAct(
    about: ["emergency_line"], saved: "emergency",
    start: { record, ask in try ask.chosen(record.emergencies).typed },
    form: { record, ask, write in
        let line = try ask.chosen(record.emergencies)
        return PupilForm(title: "Change what to do in an emergency", lead: "\(record.pupil.fullCalledName): \(line.kind.label)", button: "Save the emergency line",
                         fields: fields(write, ask))
    },
    save: { writer, record, ask, typed in
        try writer.save(try typed.keepEmergencyLine().applied(to: record.pupil, before: try ask.chosen(record.emergencies), today: ask.today))
    })

let endEmergency = PupilAct.ending(about: "emergency_line", saved: "emergency-ended", event: "emergency.ended", among: { $0.emergencies }, words: \.kind.label)

private func fields(_ write: FormWriter, _ ask: PupilQuestion) -> HTML {
    """
    \(write.radios("kind", "What is it about?", EmergencyLine.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
    \(write.longText("look_for", "What does an adult see or hear?", hint: "Such as: lips swell, cough, wheezing.", rows: 2, aboutChild: ask.notice))\
    \(write.longText("what_to_do", "What must they do?", hint: "Short sentences in order. The first comes first.", rows: 3, aboutChild: ask.notice))\
    \(write.longText("medicine", "Which medicine, and where is it?", hint: "Such as: two pens in the yellow bag on the hook by the door. Leave empty if there is none.", rows: 2, aboutNobody: ()))\
    \(write.longText("who_to_call", "Who is called?", hint: "In order, such as: 999, the office, then the family.", rows: 2, aboutNobody: ()))\
    \(write.day("from", "From which day?"))
    """
}

extension EmergencyLine {
    fileprivate var typed: [(name: String, text: String)] {
        [("kind", kind.rawValue), ("look_for", lookFor), ("what_to_do", whatToDo), ("medicine", medicine), ("who_to_call", whoToCall), ("from", spell.starts.description)]
    }
}

extension FormValues {
    fileprivate func keepEmergencyLine() throws -> KeepEmergencyLine {
        KeepEmergencyLine(kind: EmergencyLine.Kind(rawValue: self["kind"]), lookFor: self["look_for"], whatToDo: self["what_to_do"],
                          medicine: self["medicine"], whoToCall: self["who_to_call"], from: try day("from"))
    }
}
