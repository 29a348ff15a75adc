import Access
import AreaKit
import Basics
import Database
import Pages

/// Puts a note right, or takes it out of a record in which it does not belong.
let correctNotePath = PagePath<PupilID, RowID>("/pupils/*/notes/*/correct")
let withdrawNotePath = PagePath<PupilID, RowID>("/pupils/*/notes/*/withdraw")

let correctNoteRoutes: [Route] = [
    .read(correctNotePath, .raiseConcern) { visit, pupil, id in
        let note = try await visit.read { try $0.noteToCorrect(id, of: pupil, for: visit.viewer, on: visit.today) }
        return try await page(visit, note, FormValues(note.typed), Problems())
    },
    .send(correctNotePath, .raiseConcern) { visit, pupil, id in
        let typed = visit.request.form, find = { @Sendable (reader: Reader) in try reader.noteToCorrect(id, of: pupil, for: visit.viewer, on: visit.today) }
        do {
            let overtaken = try await visit.write { writer in
                let note = try find(writer), who = try writer.pupil(pupil, for: visit.viewer, on: visit.today)
                guard typed["version"].isEmpty || typed["version"] == "\(note.version)" else { return true }
                try writer.save(try typed.note(today: visit.today).applied(to: who, correcting: note, today: visit.today))
                return false
            }
            return overtaken ? try await page(visit, try await visit.read(find), typed, Problems(), overtaken: true) : .goTo(pupilPath(pupil).asking(["saved": "note"]).at("notes"))
        } catch let problems as Problems {
            return try await page(visit, try await visit.read(find), typed, problems)
        }
    },
    .read(withdrawNotePath, .raiseConcern) { visit, pupil, id in try await withdrawing(visit, pupil, id, Problems()) },
    .send(withdrawNotePath, .raiseConcern) { visit, pupil, id in
        do {
            try await visit.write { writer in
                let note = try writer.noteToCorrect(id, of: pupil, for: visit.viewer, on: visit.today)
                try writer.save(try WithdrawNote(reason: visit.request.form["reason"]).applied(to: note, today: visit.today))
            }
            return .goTo(pupilPath(pupil).asking(["saved": "note-withdrawn"]).at("notes"))
        } catch let problems as Problems {
            return try await withdrawing(visit, pupil, id, problems)
        }
    },
]

private func page(_ visit: Visit, _ note: Note, _ typed: FormValues, _ problems: Problems, overtaken: Bool = false) async throws -> Answer {
    try await visit.read { reader in
        let pupil = try reader.pupil(note.pupil, for: visit.viewer, on: visit.today), address = correctNotePath(pupil.id, note.id)
        var typed = typed
        typed.set("version", "\(note.version)")
        let write = FormWriter(typed, problems), notice = try visit.childNotice(reader, pupil.id, form: address), title = "Put a note right"
        let other: HTML = overtaken ? overtakenNotice("\(note.title), \(note.happenedOn.inWords): “\(note.words)”") : ""
        return visit.page(problems.isEmpty ? title : "Problem: \(title)", at: "pupils", status: overtaken ? 409 : problems.isEmpty ? 200 : 422, """
            \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))\(other)\(write.summary)\(pageTitle(title, lead: "\(pupil.fullCalledName): \(note.title)"))\
            \(form(address, button: "Save the note", back: pupilPath(pupil.id), aboutChild: notice, "\(write.hidden("version"))\(shortNoteFields(write, notice))\(furtherNoteFields(write))"))
            """)
    }
}

/// What somebody else saved meanwhile, above one's own words.
func overtakenNotice(_ words: String) -> HTML {
    """
    <div class="problems" role="alert" id="problems" tabindex="-1"><h2>Somebody else changed this while you had it open</h2>\
    <p>It now says: \(words)</p><p>Nothing of yours is saved yet. What you typed is still below. Save it again if it is still right.</p></div>
    """
}

private func withdrawing(_ visit: Visit, _ id: PupilID, _ row: RowID, _ problems: Problems) async throws -> Answer {
    try await visit.read { reader in
        let note = try reader.noteToCorrect(row, of: id, for: visit.viewer, on: visit.today), pupil = try reader.pupil(id, for: visit.viewer, on: visit.today)
        let address = withdrawNotePath(id, row), title = "Withdraw a note", write = FormWriter(visit.request.form, problems)
        let notice = try visit.childNotice(reader, id, form: address)
        let body: HTML = """
            \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))))\(write.summary)\(pageTitle(title, lead: "\(pupil.fullCalledName): \(note.title), \(note.happenedOn.inWords)"))\
            <p>“\(note.words)”</p>\
            \(form(address, button: "Withdraw the note", back: pupilPath(id), aboutChild: notice,
                   write.longText("reason", "Why?", hint: "For instance, that it was written in the wrong record. The trail keeps what stood here.", aboutChild: notice)))
            """
        return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
    }
}
