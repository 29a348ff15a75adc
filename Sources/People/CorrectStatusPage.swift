import AreaKit
import Basics
import Pages

/// Puts an entry of a pupil's SEN history right.
let correctStatusPath = PagePath<PupilID, RowID>("/pupils/*/status/*/correct")

let correctStatus = PupilAct(
    about: registerTables, saved: "corrected",
    start: { record, ask in
        let entry = try ask.chosen(record.register.provisions)
        return [("provision", entry.provision), ("starts", entry.spell.starts.description), ("ends", entry.spell.ends?.description ?? "")]
    },
    form: { record, ask, write in
        let entry = try ask.chosen(record.register.provisions)
        return PupilForm(
            title: "Correct an entry of the SEN history",
            lead: "\(record.pupil.fullCalledName). The entry says: \(entry.inWords).",
            button: "Save the correction",
            fields: """
                \(notice("Use this only where the entry was written down wrongly. If the status has changed, <a href=\"\(changeStatusPath(ask.pupil))\">change the status</a> instead."))\
                \(write.radios("provision", "Status", entryChoices(entry)))\(write.day("starts", "First day"))\
                \(write.day("ends", "Last day", hint: "Leave empty while it runs."))\
                \(write.longText("reason", "What was wrong?", hint: "A sentence or two. It is kept with the record.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let correction = CorrectStatus(entry: try ask.chosen(record.register.provisions).id, provision: typed["provision"],
                                       starts: try typed.day("starts"), ends: try typed.dayIfAny("ends"), reason: typed["reason"])
        try writer.save(try correction.applied(to: record.register), of: record, on: ask.today)
    })

/// The codes of today, and the old one that the entry may hold.
private func entryChoices(_ entry: ProvisionSpell) -> [Choice] {
    let codes = ChangeStatus.choices + (ChangeStatus.choices.contains(entry.provision) ? [] : [entry.provision])
    return codes.map { Choice($0, CodeList.provision.label($0)) }
}
