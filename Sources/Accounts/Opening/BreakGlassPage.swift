import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Emergency access: the record of a pupil whom one does not work with, for an hour, while others are told at once.
let breakGlassPath = PagePath< >("/break-glass")

extension AccountsArea {
    var breakGlassRoutes: [Route] {
        [
            .read(breakGlassPath, .openRecord) { visit in breakGlassPage(visit, FormValues()) },
            .send(breakGlassPath, .openRecord) { visit in try await breakGlass(visit) },
        ]
    }

    private func breakGlass(_ visit: Visit) async throws -> Answer {
        guard let account = visit.viewer.account else { throw NotFound() }
        let typed = visit.request.form, opening = typed.opening(.emergency), wanted = typed.pupilTyped
        do { try checkBoth(opening, wanted) } catch let problems as Problems { return breakGlassPage(visit, typed, problems, status: 422) }
        let attempt = SignInTry(at: "break-glass \(account)", from: visit.request.address)
        if let wait = try await visit.secondsToWait(before: attempt) {
            return breakGlassPage(visit, typed, Problems("", "Too many tries. Wait \(wait.inWaitingWords), then try again."), status: 429)
        }
        guard let pupil = try await visit.read({ try $0.pupilTyped(wanted, for: visit.person) }) else {
            return breakGlassPage(visit, typed, Problems("", Self.unknown), status: 422)
        }
        let powers = try await visit.read { try $0.powers(of: visit.person, over: pupil, on: visit.today) }
        if powers.contains(.seeRecord) { return .goTo(pupilPath(pupil)) }
        if powers.contains(.openRecord) { return .goTo(openRecordPath(pupil)) }
        try await visit.write { [keys] writer in
            let opened = try writer.open(pupil, opening, visit)
            try writer.alert(of: opened, keys)
            // One that was in sight is not noted as right, so that nobody resets the waiting by it.
            try writer.noteSuccess(of: attempt)
        }
        return .goTo(pupilPath(pupil))
    }

    private func checkBoth(_ opening: OpenRecord, _ wanted: PupilTyped) throws {
        var problems = Problems()
        for check in [wanted.check, opening.check] {
            do { try check() } catch let found as Problems { for problem in found.list { problems.add(problem.field, problem.message) } }
        }
        try problems.check()
    }

    /// The same for one who is not there, one of two alike, and a child of one's own family.
    static let unknown = "No record can be opened by what you typed. Check each letter and figure. In danger, call 999 first."
}

extension FormValues {
    fileprivate var pupilTyped: PupilTyped {
        PupilTyped(upn: self["upn"], surname: self["surname"], forename: self["forename"], birth: Day(self["birth"].trimmed))
    }
}

extension Reader {
    /// The one pupil of the trust who is meant; nil where there is none or more than one, or where it is the family of
    /// whoever asks.
    func pupilTyped(_ wanted: PupilTyped, for person: Viewer) throws -> PupilID? {
        let near: SQL = wanted.upn.isEmpty ? "birth = \(wanted.birth ?? .distantFuture)" : "upn = \(wanted.upn)"
        let fitting = try all(Pupil.self, "WHERE \(near) ORDER BY id").filter(wanted.fits)
        guard fitting.count == 1, let pupil = fitting.first, !person.family.contains(pupil.id) else { return nil }
        return pupil.id
    }
}

private func breakGlassPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200) -> Answer {
    let write = FormWriter(typed, problems), title = "Emergency access"
    let whereUsed = visit.viewer.may(.seeTrail) ? [linkButton("See where it was used", breakGlassAlertsPath(), aside: true)] : []
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "emergency", status: status, """
        \(write.summary)\(pageTitle(title, lead: "For a child you do not work with, when it can’t wait. In danger, call 999 first.", actions: whereUsed))\
        <p class="notice notice-warn">The record opens for one hour. Its SENCO, its headteacher and the data protection officer are told at once, with your name and your reason.</p>\
        \(form(breakGlassPath(), button: "Open the record for one hour", back: homePath(), """
            \(write.text("upn", "UPN (the pupil’s own number)", hint: "A letter and 12 figures. If you know it, leave the next three empty."))\
            \(write.text("surname", "Surname"))\(write.text("forename", "Forename"))\(write.day("birth", "Birth date"))\(write.openingFields(.emergency))
            """))
        """)
}
