import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What the data protection officer has to do with one pupil: nothing of the record itself.
let pupilFilePath = PagePath<PupilID>("/privacy/pupils/*")
let findPupilPath = PagePath< >("/privacy/pupils")

let pupilFileRoutes: [Route] = [
    .read(findPupilPath, .protectData) { visit in
        let upn = visit.request.query["upn"]
        let found = try await visit.read { try $0.pupilOnFile(upn: upn, for: visit.viewer, on: visit.today) }
        return found.map { .goTo(pupilFilePath($0.id)) } ?? .goTo(privacyPath().asking(["notfound": "1"]))
    },
    .read(pupilFilePath, .protectData) { visit, id in
        try await visit.read { reader in
            let pupil = try reader.pupilOnFile(id, for: visit.viewer, on: visit.today)
            return visit.page(pupil.name, at: "privacy", """
                \(crumbs(("Data protection", privacyPath())))\(pageTitle(pupil.name, lead: "Born \(pupil.birth.inWords), UPN \(pupil.upn ?? "not recorded")"))\
                <div class="columns"><aside>\(actions(pupil))</aside><div>\(try standing(id, visit, reader))</div></div>
                """)
        }
    },
]

private func actions(_ pupil: Pupil) -> HTML {
    let upn = pupil.upn
    return card("What you can do", """
        <p class="actions">\(linkButton("See who looked", pupilSightsPath(pupil.id))) \(linkButton("See who changed what", pupilTrailPath(pupil.id), aside: true)) \
        \(linkButton("Somebody asks for a copy", receiveRequestPath().asking(["upn": upn]), aside: true)) \
        \(linkButton("Somebody says it is wrong", askCorrectionPath().asking(["upn": upn]), aside: true)) \
        \(linkButton("Restrict the record", restrictPath().asking(["upn": upn]), aside: true)) \
        \(linkButton("Hold it back from disposal", placeHoldPath().asking(["upn": upn]), aside: true)) \
        \(linkButton("Its file was sent", sendFilePath().asking(["upn": upn]), aside: true))</p>
        """)
}

private func standing(_ id: PupilID, _ visit: Visit, _ reader: Reader) throws -> HTML {
    let requests: [HTML] = try reader.all(CopyRequest.self, "WHERE pupil_id = \(id) ORDER BY id DESC").map { request in
        "<li><a href=\"\(requestPath(request.id))\">A copy, asked for on \(request.receivedOn.inWords)</a>: \(request.outcome.label.lowercased())</li>"
    }
    let corrections: [HTML] = try reader.all(CorrectionRequest.self, "WHERE pupil_id = \(id) ORDER BY id DESC").map(correctionLine)
    let restrictions: [HTML] = try reader.all(Restriction.self, "WHERE pupil_id = \(id) ORDER BY id DESC").map { restriction in
        let end: HTML = restriction.spell.ends == nil ? " <a href=\"\(liftRestrictionPath(restriction.id))\">End it</a>" : ""
        return "<li>Restricted \(restriction.spell.inWords): \(restriction.ground.label). “\(restriction.reason)”\(end)</li>"
    }
    let holds: [HTML] = try reader.all(LegalHold.self, "WHERE pupil_id = \(id) ORDER BY id DESC").map { hold in
        let end: HTML = hold.spell.ends == nil ? " <a href=\"\(liftHoldPath(hold.id))\">Lift it</a>" : ""
        return "<li>Held back \(hold.spell.inWords): “\(hold.reason)”\(end)</li>"
    }
    let transfers: [HTML] = try reader.all(FileTransfer.self, "WHERE pupil_id = \(id) ORDER BY id DESC").map { transfer in
        let arrived: HTML = transfer.confirmedOn.map { "arrived, says \(transfer.confirmedBy), on \($0.inWords)" } ?? "<a href=\"\(confirmFilePath(transfer.id))\">It arrived</a>"
        return "<li>File sent to \(transfer.sentTo) on \(transfer.sentOn.inWords), \(transfer.way); \(arrived)</li>"
    }
    let all = requests + corrections + restrictions + holds + transfers
    return card("What stands", all.isEmpty ? "<p>Nothing has been asked or held.</p>" : "<ul class=\"plain\">\(all)</ul>")
}

func correctionLine(_ request: CorrectionRequest) -> HTML {
    switch request.outcome {
    case .open: "<li>\(request.askedBy) says: “\(request.what)”. \(request.due.map { "Answer by \($0.inWords)." }) <a href=\"\(decideCorrectionPath(request.id))\">Decide</a></li>"
    case .corrected: "<li>Put right: “\(request.what)”. \(request.reason)</li>"
    case .refused: "<li>Not changed: “\(request.what)”. \(request.reason)</li>"
    }
}
