import Access
import AreaKit
import Basics
import Database
import Pages

/// Who changed what in a pupil's record, before and after, for those who answer for the records.
public let pupilTrailPath = PagePath<PupilID>("/pupils/*/trail")

func pupilTrailRoutes(_ texts: [FreeTexts]) -> [Route] { [
    .read(pupilTrailPath, .seeTrail) { visit, id in
        try await visit.read { reader in
            let pupil = try reader.pupilOnFile(id, for: visit.viewer, on: visit.today)
            let powers = try reader.powers(of: visit.person, over: id, on: visit.today)
            let (lines, next) = try reader.trailPage(of: pupil, before: Int(visit.request.query["before"]) ?? .max, showsHidden: powers.contains(.safeguard))
            let acts = powers.contains(.seeRecord) ? handOverButtons(lines, id, texts) : [:]
            return visit.page("Who changed what: \(pupil.name)", at: "pupils", """
                \(visit.viewer.may(.seePupils) ? crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))) : "")\
                \(pageTitle("Who changed what", lead: "\(pupil.fullCalledName). The latest comes first.", actions: [printButton("Print this page")]))\
                \(pupil.sealed ? notice("This record is sealed. Nothing of former names, former UPNs or contacts is shown.") : "")\
                \(visit.request.query.has("saved") ? notice("Handed to the safeguarding lead. Nobody else can read it now.") : "")\(trailTable(lines, acts, viewer: visit.viewer))\
                \(earlier(next, id))
                """)
        }
    },
] }

private func earlier(_ next: Int?, _ id: PupilID) -> HTML {
    guard let next else { return "" }
    return "<p class=\"actions\">\(linkButton("Show earlier ones", pupilTrailPath(id).asking(["before": "\(next)"]), aside: true))</p>"
}

private func trailTable(_ lines: [TrailLine], _ acts: [Int: HTML], viewer: Viewer) -> HTML {
    if lines.isEmpty { return "<p>Nothing has been changed yet.</p>" }
    return table("Changes to this record", [head("When"), head("Who"), head("What"), head("Before"), head("After"), head("Why")], lines.map { row($0, acts[$0.entry] ?? "", viewer) })
}

private func row(_ line: TrailLine, _ act: HTML, _ viewer: Viewer) -> HTML {
    let shown = line.differences.filter { viewer.may(.changeRegister) || line.table != "contact" || !["Address", "Court order"].contains($0.label) }
    let before: [HTML] = shown.filter { !$0.before.isEmpty }.map { "<del>\($0.label): \($0.before)</del>" }
    let after: [HTML] = shown.filter { !$0.after.isEmpty }.map { "<ins>\($0.label): \($0.after)</ins>" }
    let way: HTML = line.wayInWords.isEmpty ? "" : "<br><span class=\"quiet\">\(line.wayInWords)</span>"
    return """
        <tr><th scope="row"><time datetime="\(line.at.description)">\(line.at.inWords)</time></th><td data-label="Who">\(line.who)\(way)</td><td>\(line.title)</td>\
        <td data-label="Before">\(before.joined("<br>"))</td><td data-label="After">\(after.joined("<br>"))</td><td data-label="Why">\(line.reason)\(act)</td></tr>

        """
}
