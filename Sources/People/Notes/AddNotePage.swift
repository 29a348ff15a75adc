import Access
import AreaKit
import Basics
import Database
import Pages

/// Writes down a talk with a family or a colleague, and what was promised.
public let addNotePath = PagePath<PupilID>("/pupils/*/notes/add")

let addNoteRoutes: [Route] = [
    .read(addNotePath, .raiseConcern) { visit, id in
        let typed = FormValues([("note_way", "call"), ("note_party", "family"), ("note_offer", "held"), ("note_day", visit.today.description), ("owner", "me")])
        return try await page(visit, id, typed, Problems())
    },
    .send(addNotePath, .raiseConcern) { visit, id in
        do {
            _ = try await visit.write { try $0.write(visit.request.form, about: id, as: visit.viewer, on: visit.today) }
            return .goTo(pupilPath(id).asking(["saved": "note"]).at("notes"))
        } catch let problems as Problems {
            return try await page(visit, id, visit.request.form, problems)
        }
    },
]

extension Writer {
    /// Saves the note of a form, with what was promised. For a page as for a program.
    @discardableResult
    func write(_ typed: FormValues, about id: PupilID, as viewer: Viewer, on today: Day) throws -> Note {
        let pupil = try pupil(id, for: viewer, on: today), school = try schoolToWrite(about: pupil, for: viewer, today)
        var problems = Problems()
        let change = try problems.gather { try typed.note(today: today).applied(to: pupil, at: school, by: act.who, act.account, today: today) }
        let promise = try problems.gather { try self.promise(typed, at: school, for: viewer) } ?? nil
        try problems.check()
        guard let change else { throw problems }
        return try save(change, promising: promise)
    }

    /// What the form says was promised; nil where nothing was.
    private func promise(_ typed: FormValues, at school: SchoolID, for viewer: Viewer) throws -> MakeAction? {
        guard let what = typed["what"].nonEmpty else { return nil }
        let making = MakeAction(what: what, owner: try owner(typed, at: school, for: viewer), due: try typed.day("due"))
        try making.problems(act.today).check()
        return making
    }
}

extension Reader {
    /// The school at which something is written down about a pupil in sight: one of the writer's own.
    func schoolToWrite(about pupil: Pupil, for viewer: Viewer, _ day: Day) throws -> SchoolID {
        guard let school = try viewer.ownSchool(among: schoolsOfToday(pupil.id, day)) else {
            throw Problems("", "\(pupil.calledName) is on the roll of none of your schools today, so this can’t be written down here.")
        }
        return school
    }
}

extension Problems {
    /// Does one part of a form, and keeps what is wrong with it beside what is wrong with the others.
    public mutating func gather<T>(_ body: () throws -> T) throws -> T? {
        do { return try body() } catch let found as Problems {
            found.list.forEach { add($0.field, $0.message) }
            return nil
        }
    }
}

private func page(_ visit: Visit, _ id: PupilID, _ typed: FormValues, _ problems: Problems) async throws -> Answer {
    try await visit.read { reader in
        let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today)
        let owners = try visit.viewer.ownSchool(among: reader.schoolsOfToday(id, visit.today)).map { try reader.ownerChoices(at: $0, for: visit.viewer) } ?? []
        let write = FormWriter(typed, problems), notice = try visit.childNotice(reader, id, form: addNotePath(id)), title = "Write a note"
        let body: HTML = """
            \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))))\(write.summary)\
            \(pageTitle(title, lead: "\(pupil.fullCalledName): a call, a mail, a meeting or a document"))\
            \(form(addNotePath(id), button: "Save the note", back: pupilPath(id), aboutChild: notice, """
                \(shortNoteFields(write, notice))\(furtherNoteFields(write))\
                <h2>What was promised</h2><p>Leave this empty if nothing was. What you write here goes onto the list of things to do.</p>\
                \(actionFields(write, owners, aboutChild: notice))
                """))
            """
        return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
    }
}
