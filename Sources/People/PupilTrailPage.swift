import Access
import AreaKit
import Basics
import Database
import Pages

/// Who changed what in a pupil's record, before and after, for those who answer for the records.
public let pupilTrailPath = PagePath<PupilID>("/pupils/*/trail")

let pupilTrailRoutes: [Route] = [
    .read(pupilTrailPath, .seeTrail) { visit, id in
        try await visit.read { reader in
            let pupil = try reader.pupilOnFile(id, for: visit.viewer, on: visit.today)
            let lines = try reader.trail(of: pupil)
            return visit.page("Who changed what: \(pupil.name)", at: "pupils", """
                \(visit.viewer.may(.seePupils) ? crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))) : "")\
                \(pageTitle("Who changed what", lead: "\(pupil.fullCalledName). The latest comes first.", actions: [printButton("Print this page")]))\
                \(pupil.sealed ? notice("This record is sealed. Nothing of former names, former UPNs or contacts is shown.") : "")\
                \(trailTable(lines, viewer: visit.viewer))
                """)
        }
    },
]

private func trailTable(_ lines: [TrailLine], viewer: Viewer) -> HTML {
    if lines.isEmpty { return "<p>Nothing has been changed yet.</p>" }
    return table("Changes to this record", [head("When"), head("Who"), head("What"), head("Before"), head("After"), head("Why")], lines.map { row($0, viewer) })
}

private func row(_ line: TrailLine, _ viewer: Viewer) -> HTML {
    let shown = line.differences.filter { viewer.may(.changeRegister) || line.table != "contact" || !["Address", "Court order"].contains($0.label) }
    let before: [HTML] = shown.filter { !$0.before.isEmpty }.map { "<del>\($0.label): \($0.before)</del>" }
    let after: [HTML] = shown.filter { !$0.after.isEmpty }.map { "<ins>\($0.label): \($0.after)</ins>" }
    let way: HTML = line.wayInWords.isEmpty ? "" : "<br><span class=\"quiet\">\(line.wayInWords)</span>"
    return """
        <tr><th scope="row"><time datetime="\(line.at.description)">\(line.at.inWords)</time></th><td data-label="Who">\(line.who)\(way)</td><td>\(line.title)</td>\
        <td data-label="Before">\(before.joined("<br>"))</td><td data-label="After">\(after.joined("<br>"))</td><td data-label="Why">\(line.reason)</td></tr>

        """
}
