import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// What each council asks for, its own forms, and filling them from the record.
func packsPart(_ papers: PaperStore?) -> AreaPart {
    AreaPart(
        migrations: [Migration(608, "packs", PackageResources._608_packs_sql)],
        routes: packsRoutes + packPageRoutes + keepPackRoutes + formFieldsRoutes + addFormRoutes + packFormRoutes + fillRoutes(papers),
        apiRoutes: packsAPI,
        words: [
            "/packs": "What each council asks for", "/packs/*": "What a council asks for", "/packs/fields": "The fields of forms", "/packs/*/forms/*": "A form of a council", "/packs/*/forms/*/file": "A form of a council, as it was handed in",
            "/packs/*/forms/*/try": "A form of a council, filled with invented words", "/pupils/*/ehc/requests/*/form": "A council’s form, filled for a request", "/pupils/*/early-help/*/form": "A council’s form, filled for early help", "/pupils/*/reviews/*/form": "A council’s form, filled for an annual review",
            "/api/v1/packs": "What each council asks for, for a program",
        ].merging(formWords([
            "/packs/*/change": "Change what a council asks for", "/packs/*/forms/add": "Add a form of a council", "/packs/*/forms/*/use": "Say from when a form is used", "/packs/*/forms/*/end": "Take a form out of use",
        ])) { $1 },
        timelines: [fillTimeline],
        sources: [.ofPupil("Forms filled from the record", FormFill.self, keep: .send, words: fillFact)],
        chapters: [packsChapter],
        menu: { viewer in viewer.inStaffParts.may(.seeSafetyNet) ? [MenuEntry("Councils’ forms", packsPath(), place: "packs", order: 34)] : [] })
}

@Sendable private func fillTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    try reader.all(FormFill.self, "WHERE pupil_id = \(pupil) ORDER BY filled_on, id").map { TimelineEvent($0.filledOn, "A form was filled: \($0.title).", detail: "\($0.made.label) by \($0.filledBy)", isMilestone: false) }
}

/// Codes in words.
private let fillFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return column == "matter_row" ? nil : try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "kind": PackForm.Kind(rawValue: text)?.label
    case "made_as": FormFill.Made(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}

/// What councils ask for, for programs. No child is in it.
private let packsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/packs"), .seeSafetyNet, name: "listPacks", "What each council asks for: where papers go, how large they may be, and the forms in use", item: [
        APIField("council", .anyText, "Three figures of the council."), APIField("name", .anyText, "Its name; empty where no school of the trust is in it."), APIField("portal", .anyText, "Where papers are handed in; empty where nobody wrote it down."),
        APIField("email", .anyText, "Mail of its office."), APIField("file_mb", .orNull(.integer(1...1_000)), "The largest file, in megabytes."), APIField("all_mb", .orNull(.integer(1...1_000)), "All files together, in megabytes."),
        APIField("checked", .orNull(.day), "When somebody last held it against the council’s own pages."),
        APIField("forms", .list(.object([APIField("form", .id, "Its number in Trellis."), APIField("kind", .code(PackForm.Kind.allCases.map(\.rawValue)), "What it is for."), APIField("title", .anyText, "Its title."), APIField("from", .day, "Since when it is in use.")])), "The forms in use today."),
    ]) { asked in
        try await asked.read { reader in
            try asked.part(of: reader.heldPacks(), marks: 1) { [Int($0.code) ?? 0] }.json { $0.json(on: asked.today) }
        }
    },
]

extension HeldPack {
    fileprivate func json(on day: Day) -> JSON {
        let forms: [JSON] = self.forms.inUse(on: day).map(\.json), pack = self.pack
        let each: JSON = pack?.fileMB.map { .integer($0) } ?? .null, all: JSON = pack?.allMB.map { .integer($0) } ?? .null
        let checked: JSON = pack?.checkedOn.map { .text($0.description) } ?? .null
        return .object(["council": .text(code), "name": .text(name), "portal": .text(pack?.portal ?? ""), "email": .text(pack?.email ?? ""), "file_mb": each, "all_mb": all, "checked": checked, "forms": .list(forms)])
    }
}

extension PackForm {
    fileprivate var json: JSON { .object(["form": .integer(id.rawValue), "kind": .text(kind.rawValue), "title": .text(title), "from": .text(useFrom?.description ?? "")]) }
}
