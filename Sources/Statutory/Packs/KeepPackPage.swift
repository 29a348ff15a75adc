import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down what a council asks for.
let keepPackRoutes: [Route] = [
    .read(changePackPath, .keepPacks) { visit, code in
        try await visit.read { reader in
            let held = try reader.heldPack(code, begins: true)
            return page(visit, held, FormValues(held.pack.map(typed) ?? [("seen", "")]))
        }
    },
    .send(changePackPath, .keepPacks) { visit, code in
        let typed = visit.request.form
        return try await visit.save({ writer in
            let held = try writer.heldPack(code, begins: true), keep = KeepPack(Dictionary(fields.map { ($0, typed[$0]) }) { $1 }, checkedOn: try typed.dayIfAny("checked_on"))
            if typed.has("seen"), typed["seen"] != (held.pack.map { "\($0.version)" } ?? "") { throw FormOvertaken("\(held.pack?.changedBy ?? "Somebody") saved this page while you had it open. Nothing of yours is saved yet; what you typed is below. Look at theirs in another window, then save again if yours is right.") }
            try writer.save(keep, of: held)
            return packPath(code).asking(["saved": "pack"])
        }, again: { problems, status in
            try await visit.read { reader in
                let held = try reader.heldPack(code, begins: true)
                var values = typed
                // Having seen what another saved, one may save again.
                if status == 409 { values.set("seen", held.pack.map { "\($0.version)" } ?? "") }
                return page(visit, held, values, problems, status)
            }
        })
    },
]

private let fields = KeepPack.fields

private func typed(_ pack: CouncilPack) -> [(String, String)] {
    [
        ("seen", "\(pack.version)"), ("office", pack.office), ("email", pack.email), ("phone", pack.phone), ("contacts", pack.contacts), ("portal", pack.portal), ("sending", pack.sending),
        ("file_mb", pack.fileMB.map { "\($0)" } ?? ""), ("all_mb", pack.allMB.map { "\($0)" } ?? ""), ("steps", pack.steps), ("thresholds", pack.thresholds), ("checked_on", pack.checkedOn?.description ?? ""),
    ]
}

private func page(_ visit: Visit, _ held: HeldPack, _ values: FormValues, _ problems: Problems = Problems(), _ status: Int = 200) -> Answer {
    let write = FormWriter(values, problems), title = "What \(held.called) asks for"
    return visit.page(status == 200 ? "Change: \(title)" : "Problem: \(title)", at: "packs", status: status, """
        \(write.summary)\(crumbs(("Councils’ forms", packsPath()), (held.called, held.isKnown ? packPath(held.code) : packsPath())))\
        \(pageTitle(title, lead: "Write it as the council’s own pages say it. Leave empty what you don’t know. No child’s name belongs here."))\
        \(form(changePackPath(held.code), button: "Save this page", back: held.isKnown ? packPath(held.code) : packsPath(), """
            \(write.hidden("seen"))<fieldset><legend>Where papers go</legend>\(write.text("portal", "Address of the portal", hint: "Such as https://send.aldershire.example. Leave it empty where there is none.", type: "url"))\
            \(write.longText("sending", "How is it sent?", hint: "Such as: one file for each part, named by the child’s initials.", rows: 3, aboutNobody: ()))\
            \(write.text("file_mb", "Largest file in MB"))\(write.text("all_mb", "All files together in MB"))</fieldset>\
            <fieldset><legend>Whom to ask</legend>\(write.text("office", "Name of the office"))\(write.text("email", "Mail", hint: "Forms have it in the field council.email.", type: "email"))\(write.text("phone", "Telephone", type: "tel"))\
            \(write.longText("contacts", "Others", hint: "One to a line: what for, then how to reach them.", rows: 3, aboutNobody: ()))</fieldset>\
            <fieldset><legend>How it goes</legend>\(write.longText("steps", "Steps", hint: "One to a line, in their order.", rows: 6, aboutNobody: ()))\
            \(write.longText("thresholds", "Thresholds", hint: "When does the council assess? One to a line.", rows: 6, aboutNobody: ()))</fieldset>\
            \(write.day("checked_on", "When did you last hold all of this against the council’s own pages?", hint: "After a year Trellis asks to look again."))
            """))
        """)
}
