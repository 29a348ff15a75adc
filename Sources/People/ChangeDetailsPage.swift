import AreaKit
import Basics
import Database
import Pages

/// Puts right a pupil's names, number, language, home authority and health body.
let changeDetailsPath = PagePath<PupilID>("/pupils/*/details")

let changeDetails = PupilAct(
    about: ["pupil"], saved: "details",
    start: { record, _ in record.pupil.typedDetails },
    form: { record, ask, write in
        PupilForm(
            title: "Change \(record.pupil.calledName)’s details", button: "Save the details",
            fields: """
                \(write.text("preferred_forename", "Likes to be called"))\(write.text("preferred_surname", "Surname people use", hint: "Leave empty where it is the legal one."))\
                \(write.text("forename", "Forename in law"))\(write.text("middle_names", "Middle names"))\(write.text("surname", "Surname in law"))\
                \(write.day("birth", "Birth date"))\(write.radios("sex", "Sex", [Choice("F", "Female"), Choice("M", "Male"), Choice("", "Not recorded")]))\
                \(write.text("upn", "UPN", hint: "The unique pupil number: a letter and 12 figures. The one before it is kept."))\(keepsNumber(ask, write))\
                \(write.text("home_language", "Home language", hint: "In words, or the code of the census."))\
                \(write.radios("eal", "Is English an additional language?", [Choice("yes", "Yes"), Choice("no", "No"), Choice("", "Not recorded")]))\
                \(write.text("home_la", "Home local authority", hint: "The council where the child lives: it keeps the plan. Three figures, or its name."))\
                \(write.text("health_body", "Health body", hint: "The part of the NHS that serves the child’s home."))\(write.longText("address", "Address", rows: 2, aboutNobody: ()))\
                \(write.longText("reason", "Why?", hint: "Such as: the family told us, or a letter of 3 November.", rows: 2, aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let act = try typed.changeDetails(record.pupil)
        let upn = UniquePupilNumber(typed["upn"]).text
        let taken: Int? = try writer.value("SELECT 1 FROM pupil WHERE upn = \(upn) AND id <> \(record.pupil.id)")
        let changes = try act.applied(to: record.pupil, numberIsTaken: taken != nil, today: ask.today)
        let known: [String] = try writer.column("SELECT upn FROM former_upn WHERE pupil_id = \(record.pupil.id)")
        try writer.save(changes.pupil)
        if let former = changes.formerUPN, !known.contains(former.after.upn) { try writer.save(former) }
        if let former = changes.formerName, try !writer.knows(former.after) { try writer.save(former) }
        try writer.saveSearchWords(of: changes.pupil.after)
    })

private func keepsNumber(_ ask: PupilQuestion, _ write: FormWriter) -> HTML {
    guard ask.problems.message(for: "keeps_upn") != nil || ask.typed.has("keeps_upn") else { return "" }
    return "<div id=\"keeps_upn\">\(write.checkbox("keeps_upn", Choice("yes", "Keep this number although its letter is wrong")))</div>"
}

extension Pupil {
    fileprivate var typedDetails: [(name: String, text: String)] {
        [("surname", surname), ("forename", forename), ("middle_names", middleNames), ("preferred_surname", preferredSurname),
         ("preferred_forename", preferredForename), ("birth", birth.description), ("sex", sex), ("upn", upn ?? ""),
         ("eal", eal.map { $0 ? "yes" : "no" } ?? ""), ("home_language", homeLanguage), ("home_la", homeLA), ("health_body", healthBody), ("address", address)]
    }
}

extension FormValues {
    fileprivate func changeDetails(_ pupil: Pupil) throws -> ChangeDetails {
        var act = ChangeDetails(birth: try day("birth"))
        (act.surname, act.forename, act.middleNames) = (self["surname"], self["forename"], self["middle_names"])
        (act.preferredSurname, act.preferredForename) = (self["preferred_surname"], self["preferred_forename"])
        (act.sex, act.upn, act.eal) = (self["sex"], self["upn"], ["yes": true, "no": false][self["eal"]])
        (act.homeLanguage, act.homeLA, act.healthBody, act.address) = (self["home_language"], self["home_la"], self["health_body"], self["address"])
        (act.reason, act.keepsUPN) = (self["reason"], has("keeps_upn"))
        return act
    }
}

extension Reader {
    fileprivate func knows(_ name: FormerName) throws -> Bool {
        try value("SELECT 1 FROM former_name WHERE pupil_id = \(name.pupil) AND surname = \(name.surname) AND forename = \(name.forename)", as: Int.self) != nil
    }
}
