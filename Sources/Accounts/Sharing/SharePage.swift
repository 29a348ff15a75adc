import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Who besides the staff has access to a pupil's record, and what can be shared.
let sharePath = PagePath<PupilID>("/pupils/*/share")
let endTiePath = PagePath<PupilID, RowID>("/pupils/*/share/family/*/end")
let endListPath = PagePath<PupilID, RowID>("/pupils/*/share/lists/*/end")

let shareRoutes: [Route] = [
    .read(sharePath, .shareRecord) { visit, id in
        let (pupil, shared) = try await visit.read { [viewer = visit.viewer, today = visit.today] in
            (try $0.pupil(id, for: viewer, on: today), try $0.sharedAccess(to: id, on: today))
        }
        return sharePage(visit, pupil, shared)
    },
    .send(endTiePath, .shareRecord) { visit, pupil, row in
        try await visit.write { writer in
            _ = try writer.pupil(pupil, for: visit.viewer, on: visit.today)
            guard let tie = try writer.one(row, of: FamilyTie.self), tie.pupil == pupil else { throw NotFound() }
            try writer.endTie(tie)
        }
        return .goTo(sharePath(pupil).asking(["saved": "ended"]))
    },
    .send(endListPath, .shareRecord) { visit, pupil, row in
        try await visit.write { writer in
            _ = try writer.pupil(pupil, for: visit.viewer, on: visit.today)
            guard let member = try writer.one(row, of: CaseloadMember.self), member.pupil == pupil else { throw NotFound() }
            try writer.takeOffCaseload(member)
            // A council officer with nobody left has no use for a link.
            if try writer.caseload(of: member.account).allSatisfy({ $0.spell.ends.map { $0 < visit.today } ?? false }) { try writer.endLinks(of: member.account) }
        }
        return .goTo(sharePath(pupil).asking(["saved": "ended"]))
    },
]

/// Leads from the pupil's page to sharing.
let sharedSection = PupilSection(order: 80, needs: .shareRecord) { reader, _, pupil, today in
    let shared = try reader.sharedAccess(to: pupil, on: today)
    let words: HTML = shared.isEmpty ? "Nobody besides the staff." : "\(shared.map { "\($0.account.name) (\($0.who))" }.joined(separator: "; "))."
    return card("Who else sees this record", id: "shared", "<p>\(words)</p><p class=\"actions no-print\">\(linkButton("Share this record", sharePath(pupil), aside: true))</p>")
}

private func sharePage(_ visit: Visit, _ pupil: Pupil, _ shared: [SharedAccess]) -> Answer {
    let saved: HTML = visit.request.query["saved"] == "ended" ? notice("Ended. It is out of their sight from their next click.") : visit.request.query["saved"] == "shared" ? notice("Saved.") : ""
    let items: [HTML] = shared.map { item($0, pupil) }
    let ways: [HTML] = [
        linkButton("Share with a parent or carer", shareWithParentPath(pupil.id), aside: true), linkButton("Share with \(pupil.calledName)", shareWithYoungPersonPath(pupil.id), aside: true),
        linkButton("Refer to a specialist", shareWithSpecialistPath(pupil.id), aside: true), linkButton("Share with a council officer", shareWithCouncilPath(pupil.id), aside: true),
        linkButton("Keep it from family who work here", keepFromFamilyPath(pupil.id), aside: true),
    ]
    return visit.page("Share \(pupil.name)’s record", at: "pupils", """
        \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))\(saved)\
        \(pageTitle("Share \(pupil.calledName)’s record", lead: "Each sees the short page of \(pupil.calledName) and what is shared with them, nobody else’s, and only in the days you give."))\
        \(card("Who has access now, besides the staff", id: "access", items.isEmpty ? "<p>Nobody.</p>" : "<ul class=\"findings\">\(items)</ul>"))\
        \(card("What you can do", id: "ways", "<p class=\"actions\">\(ways.joined(" "))</p><p class=\"quiet\">The last one takes access away: whoever is family does not see the child at work.</p>"))
        """)
}

private func item(_ shared: SharedAccess, _ pupil: Pupil) -> HTML {
    let address: Address = switch shared.link {
    case .family(let tie): endTiePath(pupil.id, tie.id)
    case .list(let member): endListPath(pupil.id, member.id)
    }
    let why: HTML = shared.reason.isEmpty ? "" : "<br>“\(shared.reason)”"
    return """
        <li class="finding"><p><b>\(shared.account.name)</b>, \(shared.account.email)<br>\(shared.who). <span class="quiet">\(shared.days)</span>\(why)</p>\(again(shared, pupil))\
        <form method="post" action="\(address)"><p class="actions"><button class="second">\(label(shared)) \(shared.account.name)</button></p></form></li>
        """
}

private func label(_ shared: SharedAccess) -> String {
    if case .family(let tie) = shared.link, tie.kind == .other { return "It was a mistake: take back for" }
    return "End access of"
}

/// A used link is followed by a fresh one while its days last.
private func again(_ shared: SharedAccess, _ pupil: Pupil) -> HTML {
    guard let link = shared.council, case .list = shared.link else { return "" }
    let state = link.usedAt.map { "The link was used on \($0.inWords)." } ?? (link.endedAt == nil ? "The link has not been used yet." : "The link was ended.")
    return """
        <form method="post" action="\(freshCouncilLinkPath(pupil.id, link.id))"><p class="actions"><span class="quiet">\(state)</span> \
        <button class="second">Make a new link for \(shared.account.name)</button></p></form>
        """
}
