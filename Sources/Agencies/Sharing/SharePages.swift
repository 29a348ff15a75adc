import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// What is and was shared of a pupil's papers.
let sharesRoutes: [Route] = [
    .read(sharesPath, .shareRecord) { visit, pupil in
        try await visit.read { reader in
            let record = try reader.pupilToShare(pupil, visit), shares = try reader.shares(of: pupil), looks = try reader.looks(atSharesOf: pupil)
            let rows: [HTML] = shares.map { held in
                """
                <tr><th scope="row"><a href="\(sharePath(pupil, held.share.id))">\(held.share.whom)</a></th><td data-label="Papers">\(held.papers.count)</td><td class="date" data-label="Until">\(held.share.until.short)</td>\
                <td data-label="Now">\(standing(held.share, visit.today))</td><td data-label="Looks">\(looks[held.share.id] ?? 0)</td></tr>

                """
            }
            return visit.page("Shared of the papers of \(record.pupil.calledName)", at: "pupils", """
                \(crumbs((record.pupil.name, pupilPath(pupil))))\(pageTitle("Shared outside the school", lead: "\(record.pupil.fullCalledName). Whom you let look, until when, and when they looked.", actions: [linkButton("Share papers", startSharePath(pupil))]))\
                \(rows.isEmpty ? "<p>Nothing was shared yet.</p>" : table("What is shared", [head("With"), head("Papers"), head("Until"), head("Now"), head("Looks")], rows))
                """)
        }
    },
]

/// One share: its papers, who looked, a new link, its end.
let shareRoutes: [Route] = [
    .read(sharePath, .shareRecord) { visit, pupil, row in
        try await visit.read { reader in try page(visit, reader.pupilToShare(pupil, visit), reader.share(row, of: pupil)) }
    },
    .send(makeShareLinkPath, .shareRecord) { visit, pupil, row in
        let (share, made) = try await visit.write { writer in
            _ = try writer.pupilToShare(pupil, visit)
            let share = try writer.share(row, of: pupil).share
            return (share, try writer.makeLink(for: share))
        }
        return linkMade(visit, share, made.secret, made.code)
    },
    .send(endSharePath, .shareRecord) { visit, pupil, row in
        try await visit.write { writer in
            _ = try writer.pupilToShare(pupil, visit)
            try writer.end(writer.share(row, of: pupil).share)
        }
        return .goTo(sharePath(pupil, row).asking(["saved": "ended"]))
    },
]

extension Reader {
    /// - Throws: `NotFound` where this person does not share this pupil’s record.
    fileprivate func pupilToShare(_ pupil: PupilID, _ visit: Visit) throws -> PupilRecord {
        guard try powers(of: visit.viewer.inStaffParts, over: pupil, on: visit.today).contains(.shareRecord) else { throw NotFound() }
        return try pupilRecord(pupil, for: visit.viewer, on: visit.today)
    }
}

private func standing(_ share: PaperShare, _ today: Day) -> HTML {
    if let ended = share.endedAt { return "<span class=\"tag tag-none\">Ended on \(ended.dayInEngland.inWords)</span>" }
    if !share.isOpen(on: today) { return "<span class=\"tag tag-none\">Its time is over</span>" }
    return share.linkMadeAt == nil ? "<span class=\"tag tag-warn\">No link yet</span>" : "<span class=\"tag tag-good\">Open</span>"
}

private func page(_ visit: Visit, _ record: PupilRecord, _ held: HeldShare) -> Answer {
    let share = held.share, titles = Dictionary(held.papers.map { ($0.id, $0.title) }) { $1 }
    let papers: [HTML] = held.papers.map { "<li><a href=\"\(paperFilePath(share.pupil, $0.id))\">\($0.title)</a></li>" }
    let looks: [HTML] = held.looks.map { look in
        let what: HTML = look.paper.map { "“\(titles[$0] ?? "a paper withdrawn since")”" } ?? "the list"
        return "<li>\(look.at.inWords): \(what)</li>"
    }
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice(visit.request.query["saved"] == "ended" ? "Ended: the link opens no more." : "Saved. Now make the link.")
    return visit.page("Papers shared with \(share.name)", at: "pupils", """
        \(crumbs((record.pupil.name, pupilPath(share.pupil)), ("Shared outside the school", sharesPath(share.pupil))))\(saved)\
        \(pageTitle("Papers shared with \(share.name)", lead: "\(record.pupil.fullCalledName)"))\
        \(card("What is shared", id: "what", facts([("With", "\(share.whom)"), ("Ground", "\(share.because)"), ("Until", "\(share.until.inWords) \(standing(share, visit.today))"), ("Shared by", "\(share.madeBy), \(share.madeOn.inWords)")])
            + "<ul>\(papers)</ul>" + ways(share, visit.today)))\
        \(card("Who looked, and when", id: "looks", looks.isEmpty ? "<p>Nobody yet.</p>" : "<ul class=\"plain\">\(looks)</ul>"))
        """)
}

private func ways(_ share: PaperShare, _ today: Day) -> HTML {
    if !share.isOpen(on: today) { return "" }
    let button: HTML = share.linkMadeAt == nil ? "Make the link" : "Make a new link"
    return """
        <form method="post" class="no-print" action="\(makeShareLinkPath(share.pupil, share.id))"><p class="actions"><button\(share.linkMadeAt == nil ? "" : " class=\"second\"")>\(button)</button></p></form>\
        <form method="post" class="no-print" action="\(endSharePath(share.pupil, share.id))"><p class="actions"><button class="second">Stop sharing now</button></p></form>
        """
}

private func linkMade(_ visit: Visit, _ share: PaperShare, _ secret: SecretToken, _ code: String) -> Answer {
    visit.page("Link and number for shared papers", at: "pupils", """
        \(crumbs(("The papers shared", sharePath(share.pupil, share.id))))\
        \(pageTitle("Link and number for \(share.name)", lead: "Both are shown only now. The link opens until \(share.until.inWords). A link made before no longer works."))\
        <ol class="steps"><li>Send this by mail. Write no child’s name into the mail. <p>We share papers with you. Please open this page; you need no account. The number to open it comes another way.</p>\
        <p><code class="link">\(visit.request.front)\(sharedPath(secret.text))</code></p></li>\
        <li>Tell them this number by telephone, by text message or in person. <p><code class="link">\(code)</code></p></li></ol>\
        <p class="actions">\(linkButton("Go back to what is shared", sharePath(share.pupil, share.id)))</p>
        """)
}
