import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A council officer sees some pupils by a link that opens once, and a number told by telephone.
let shareWithCouncilPath = PagePath<PupilID>("/pupils/*/share/council")
/// A new link, after the last one was used.
let freshCouncilLinkPath = PagePath<PupilID, RowID>("/pupils/*/share/links/*/again")

extension AccountsArea {
    var shareWithCouncilRoutes: [Route] {
        [
            .read(shareWithCouncilPath, .shareRecord) { visit, id in try await councilPage(visit, id, FormValues([("until", "\(visit.today + 14)")])) },
            .send(shareWithCouncilPath, .shareRecord) { visit, id in
                let typed = visit.request.form, number = ShareWithCouncil.freshNumber()
                do {
                    let until = try typed.council.check(today: visit.today), hash = try await gate.hash(of: number)
                    let token = try await visit.write { try $0.share(id, typed.council, until, hash, visit) }
                    return linkMade(visit, id, token, number, until)
                } catch let problems as Problems {
                    return try await councilPage(visit, id, typed, problems)
                }
            },
            .send(freshCouncilLinkPath, .shareRecord) { visit, id, row in
                let number = ShareWithCouncil.freshNumber(), hash = try await gate.hash(of: number)
                let (token, until) = try await visit.write { try $0.linkAgain(row, id, hash, visit) }
                return linkMade(visit, id, token, number, until)
            },
        ]
    }
}

extension FormValues {
    fileprivate var council: ShareWithCouncil {
        ShareWithCouncil(name: self["name"], council: self["council"], email: self["email"], reason: self["reason"], until: Day(self["until"].trimmed),
                         others: self["others"].split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty })
    }
}

extension Writer {
    fileprivate func share(_ id: PupilID, _ asked: ShareWithCouncil, _ until: Day, _ number: PasswordHash, _ visit: Visit) throws -> SecretToken {
        let pupils = try [pupil(id, for: visit.viewer, on: visit.today).id] + others(asked, visit)
        let account = try accountToShare(asked.name, asked.email)
        guard try isForLinksOnly(account) else { throw Problems("email", "Somebody signs in with this address already, so no link is made. Give them a role instead.") }
        try play(.councilOfficer, account, until: until, visit)
        let held = try caseload(of: account.id)
        for pupil in pupils.unique where !held.contains(where: { $0.pupil == pupil && $0.spell.covers(until) }) {
            for before in held where before.pupil == pupil && before.spell.covers(visit.today) { try takeOffCaseload(before) }
            try put(PutOnCaseload(pupil: pupil, reason: asked.reason, starts: visit.today, ends: until, longest: ShareWithCouncil.longest), on: account.id)
        }
        return try makeLink(CouncilLink(account: account.id, council: asked.council, reason: asked.reason, madeAt: act.at, until: until), number: number)
    }

    /// Further pupils, each in sight of whoever shares.
    private func others(_ asked: ShareWithCouncil, _ visit: Visit) throws -> [PupilID] {
        try asked.others.enumerated().map { line, typed in
            let upn = UniquePupilNumber(typed).text, wrong = Problems("others", "Line \(line + 1): none of your pupils has the UPN \(upn). Check each letter and figure.")
            guard let found = try value("SELECT id FROM pupil WHERE upn = \(upn)", as: PupilID.self) else { throw wrong }
            do { return try pupil(found, for: visit.viewer, on: visit.today).id } catch is NotFound { throw wrong }
        }
    }

    fileprivate func linkAgain(_ row: RowID, _ id: PupilID, _ number: PasswordHash, _ visit: Visit) throws -> (SecretToken, Day) {
        _ = try pupil(id, for: visit.viewer, on: visit.today)
        guard let before = try one(row, of: CouncilLink.self), before.until >= visit.today,
              try caseload(of: before.account).contains(where: { $0.pupil == id && $0.spell.covers(visit.today) }) else { throw NotFound() }
        let link = CouncilLink(account: before.account, council: before.council, reason: before.reason, madeAt: act.at, until: before.until)
        return (try makeLink(link, number: number), before.until)
    }
}

private func councilPage(_ visit: Visit, _ id: PupilID, _ typed: FormValues, _ problems: Problems = Problems()) async throws -> Answer {
    let (pupil, notice) = try await visit.read { [viewer = visit.viewer, today = visit.today] reader in
        (try reader.pupil(id, for: viewer, on: today), try visit.childNotice(reader, id, form: shareWithCouncilPath(id)))
    }
    let write = FormWriter(typed, problems), title = "Share \(pupil.calledName)’s record with a council officer"
    let body: HTML = """
        \(crumbs((pupil.name, pupilPath(id)), ("Share", sharePath(id))))\(write.summary)\
        \(pageTitle(title, lead: "They get a link by mail, and a number by telephone. Ring the council’s own number, not one from a mail."))\
        \(form(shareWithCouncilPath(id), button: "Make the link and the number", back: sharePath(id), """
            \(write.text("name", "The officer’s name"))\(write.text("council", "The council"))\(write.text("email", "Their mail address at the council", type: "email"))\
            \(write.longText("reason", "What does the council need it for?", rows: 3, aboutChild: notice))\(write.day("until", "Last day", hint: "At most \(ShareWithCouncil.longest) days from today."))\
            \(write.longText("others", "Further pupils", hint: "The UPN of each on a line of its own. Leave it empty for \(pupil.calledName) alone.", rows: 3, aboutNobody: ()))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
}

/// Link and number, shown once, to travel by two ways.
private func linkMade(_ visit: Visit, _ id: PupilID, _ token: SecretToken, _ number: String, _ until: Day) -> Answer {
    visit.page("Link and number", at: "pupils", """
        \(pageTitle("Link and number", lead: "The link opens once, until \(until.inWords). Both are shown only now."))\
        <ol class="steps"><li>Send this link by mail. <p><code class="link">\(visit.request.front)\(councilLinkPath(token.text))</code></p></li>\
        <li>Ring the council and tell this number. Never write it into the mail. <p><b>\(number)</b></p></li></ol>\
        <p class="actions">\(linkButton("See who has access", sharePath(id)))</p>
        """)
}
