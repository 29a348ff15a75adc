import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Opens the whole record of a pupil whom one has in sight, with a reason, for a working day.
let openRecordPath = PagePath<PupilID>("/pupils/*/open")

let openRecordRoutes: [Route] = [
    .read(openRecordPath, .openRecord) { visit, pupil in
        try await visit.seesWhole(pupil) ? .goTo(pupilPath(pupil)) : openRecordPage(visit, pupil, FormValues())
    },
    .send(openRecordPath, .openRecord) { visit, pupil in
        let typed = visit.request.form
        if try await visit.seesWhole(pupil) { return .goTo(pupilPath(pupil)) }
        do {
            _ = try await visit.write { try $0.open(pupil, typed.opening(.reason), visit) }
            return .goTo(pupilPath(pupil))
        } catch let problems as Problems {
            return try await openRecordPage(visit, pupil, typed, problems)
        }
    },
]

extension Visit {
    /// Whether this pupil, who must be in sight, is seen as a whole already.
    fileprivate func seesWhole(_ pupil: PupilID) async throws -> Bool {
        try await read { [viewer, person, today] reader in
            _ = try reader.pupil(pupil, for: viewer, on: today)
            return try reader.powers(of: person, over: pupil, on: today).contains(.seeRecord)
        }
    }
}

extension FormValues {
    func opening(_ kind: OpenedRecord.Kind) -> OpenRecord { OpenRecord(kind, choice: self["choice"], words: self["words"]) }
}

extension Writer {
    /// Opens it; the next page shows more.
    func open(_ pupil: PupilID, _ opening: OpenRecord, _ visit: Visit) throws -> OpenedRecord {
        guard let account = visit.viewer.account else { throw NotFound() }
        return try save(opening.applied(by: account, to: pupil, at: act.at))
    }
}

extension FormWriter {
    /// Why a record is opened.
    func openingFields(_ kind: OpenedRecord.Kind, _ notice: ChildNotice = ChildNotice()) -> HTML {
        radios("choice", "Why do you need to see it?", OpenRecord.reasons(kind).map { Choice($0.code, $0.label) })
            + longText("words", "In your own words", hint: "A sentence is enough. It is kept with every page you look at.", rows: 3, aboutChild: notice)
    }
}

private func openRecordPage(_ visit: Visit, _ id: PupilID, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let (pupil, notice) = try await visit.read { [viewer = visit.viewer, today = visit.today] reader in
        (try reader.pupil(id, for: viewer, on: today), try visit.childNotice(reader, id, form: openRecordPath(id)))
    }
    let write = FormWriter(typed, problems), title = "Open \(pupil.calledName)’s whole record"
    let body: HTML = """
        \(crumbs((pupil.name, pupilPath(id))))\(write.summary)\
        \(pageTitle(title, lead: "You see who \(pupil.calledName) is and how to help. The whole record opens for eight hours once you say why. The school can see that you opened it."))\
        \(form(openRecordPath(id), button: "Open the record for eight hours", back: pupilPath(id), write.openingFields(.reason, notice)))
        """
    return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
}
