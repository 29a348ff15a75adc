import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A form that shares one pupil's record with one person: opened, checked, saved, and a link to hand over.
struct ShareForm: Sendable {
    let path: PagePath<PupilID>
    let title: @Sendable (Pupil) -> String
    let lead: HTML
    let button: String
    let start: @Sendable (Pupil, Day) -> [(name: String, text: String)]
    let fields: @Sendable (Reader, Pupil, FormWriter, Visit) throws -> HTML
    /// Saves, and says whom to invite, if anybody.
    let save: @Sendable (Writer, Pupil, FormValues, Visit) throws -> Account?

    func routes(_ keys: KeyRing?) -> [Route] {
        [
            .read(path, .shareRecord) { visit, id in
                try await page(visit, id) { pupil in FormValues(start(pupil, visit.today)) }
            },
            .send(path, .shareRecord) { visit, id in
                let typed = visit.request.form
                do {
                    let shared = try await visit.write { writer -> SharedNow in
                        let pupil = try writer.pupil(id, for: visit.viewer, on: visit.today)
                        guard let account = try save(writer, pupil, typed, visit), let token = try writer.invitationIfNew(account) else { return SharedNow() }
                        return SharedNow(account: account, token: token, isMailed: try writer.mail(token, to: account, keys?.asOfNow) == .mailed)
                    }
                    return shared.token == nil ? .goTo(sharePath(id).asking(["saved": "shared"])) : sharedPage(visit, id, shared)
                } catch let problems as Problems {
                    return try await page(visit, id, problems) { _ in typed }
                }
            },
        ]
    }

    private func page(_ visit: Visit, _ id: PupilID, _ problems: Problems = Problems(), _ typed: @escaping @Sendable (Pupil) -> FormValues) async throws -> Answer {
        try await visit.read { [viewer = visit.viewer, today = visit.today] reader in
            let pupil = try reader.pupil(id, for: viewer, on: today), write = FormWriter(typed(pupil), problems), title = title(pupil)
            let body: HTML = """
                \(crumbs((pupil.name, pupilPath(id)), ("Share", sharePath(id))))\(write.summary)\(pageTitle(title, lead: lead))\
                \(form(path(id), button: button, back: sharePath(id), try fields(reader, pupil, write, visit)))
                """
            return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
        }
    }
}

/// What came of sharing: a link to choose a password, for somebody new.
private struct SharedNow: Sendable {
    var account: Account?
    var token: SecretToken?
    var isMailed = false
}

private func sharedPage(_ visit: Visit, _ pupil: PupilID, _ shared: SharedNow) -> Answer {
    let link: HTML = shared.token.map { "<p><code class=\"link\">\(visit.request.front)\(invitationPath($0.text))</code></p><p class=\"quiet\">It works once, for seven days, and is shown only now.</p>" } ?? ""
    let words: HTML = shared.isMailed ? "<p>A mail with a link is on its way to \(shared.account?.email). Nobody’s name but theirs stands in it.</p>"
        : "<p>Give them this link yourself. With it they choose a password.</p>\(link)"
    return visit.page("Shared", at: "pupils", "\(pageTitle("Shared", lead: "\(shared.account?.name) can see it once they have signed in."))\(words)<p class=\"actions\">\(linkButton("See who has access", sharePath(pupil)))</p>")
}
