import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A released copy, until it is handed over.
let copyPDFPath = PagePath<RowID>("/privacy/copies/*/pdf")
let copyJSONPath = PagePath<RowID>("/privacy/copies/*/json")
let copyPrintPath = PagePath<RowID>("/privacy/copies/*/print")
let handOverPath = PagePath<RowID>("/privacy/copies/*/handed-over")

let releasedCopyRoutes: [Route] = [
    .read(copyJSONPath, .protectData) { visit, id in
        let (_, texts) = try await kept(visit, id)
        return .download(.bytes(Array(texts.json.utf8)), name: "copy-\(id).json", type: "application/json")
    },
    .read(copyPrintPath, .protectData) { visit, id in
        let (copy, texts) = try await kept(visit, id)
        return visit.page("A copy to print", at: "privacy", """
            \(crumbs(("Data protection", privacyPath()), ("The request", requestPath(copy.request))))<p class="actions">\(printButton("Print this copy"))</p>\(texts.page)
            """)
    },
    .read(copyPDFPath, .protectData) { visit, id in
        let (_, texts) = try await kept(visit, id)
        return try await visit.pdf("A copy of personal data", texts.page, file: "copy-\(id).pdf", at: "privacy", back: ("Open the page to print", copyPrintPath(id)))
    },
    .send(handOverPath, .protectData) { visit, id in
        let request = try await visit.write { writer in
            let copy = try writer.row(id, of: ReleasedCopy.self, for: visit.viewer)
            try writer.save(copy.handedOver(on: visit.today))
            try writer.execute("DELETE FROM copy_text WHERE copy_id = \(id)")
            return copy.request
        }
        return .goTo(requestPath(request))
    },
]

/// The copy as it was released: its data, and its page.
private struct KeptCopy: Sendable {
    let json: String
    let page: HTML
}

/// - Throws: `NotFound` once it is handed over.
private func kept(_ visit: Visit, _ id: RowID) async throws -> (ReleasedCopy, KeptCopy) {
    try await visit.read { reader in
        let copy = try reader.row(id, of: ReleasedCopy.self, for: visit.viewer)
        guard let json = try reader.value("SELECT text FROM copy_text WHERE copy_id = \(id)", as: String.self) else { throw NotFound() }
        guard let page = copyPrint(json: json, digest: copy.sha256) else { throw NotFound() }
        return (copy, KeptCopy(json: json, page: page))
    }
}

extension Writer {
    /// Releases a copy: keeps it as it leaves with its digest, and what was left out by ground.
    @discardableResult
    func release(_ id: RowID, _ releasing: ReleaseCopy, _ sources: [SubjectSource], for viewer: Viewer) throws -> ReleasedCopy {
        let request = try row(id, of: CopyRequest.self, for: viewer), items = try copyItems(of: request, from: sources)
        let change = try releasing.applied(to: request, pauses: pauses(of: id), undecided: items.filter(\.waits).count, today: act.today)
        let text = CopyText(trust: try trustName() ?? "", about: try about(request, for: viewer), made: act.at, items: items), json = text.json
        try save(change)
        let copy = try save(Change("copy.made", to: ReleasedCopy(
            id: .new, request: id, pupil: request.pupil, releasedAt: act.at, releasedBy: act.who, sha256: textDigest(json), items: text.count, leftOut: text.leftOut)))
        try execute("INSERT INTO copy_text (copy_id, text) VALUES (\(copy.id), \(json))")
        return copy
    }
}
