import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What is shared now of all pupils in sight: so that nobody forgets whom they let look.
let allSharesRoutes: [Route] = [
    .read(allSharesPath, .shareRecord) { visit in try await visit.read { try page(visit, $0) } },
]

/// One share of a list.
struct ShareLine: Sendable {
    let share: PaperShare
    let pupil: String
    let school: String
    let papers: Int
    let looks: Int

    /// Whether its time is nearly over and nobody looked: the link went astray, or was never made.
    func isUnread(on day: Day) -> Bool { looks == 0 && share.until <= day + 7 }
}

extension Reader {
    /// What opens now, by the school on whose roll the pupil is: what ends first comes first.
    func openShares(for viewer: Viewer, on day: Day) throws -> [ShareLine] {
        let sight = viewer.inStaffParts.doing(.shareRecord)
        let found = try rows("""
            SELECT h.id, \(CalledName.whole), s.name, (SELECT COUNT(*) FROM shared_paper i JOIN paper f ON f.id = i.paper_id AND f.withdrawn_at IS NULL WHERE i.share_id = h.id), \
            (SELECT COUNT(*) FROM shared_look l WHERE l.share_id = h.id) FROM paper_share h JOIN pupil p ON p.id = h.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = h.pupil_id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            WHERE h.ended_at IS NULL AND h.until_day >= \(day) AND \(sight.seesEnrolment(on: day)) ORDER BY h.until_day, h.id LIMIT 500
            """) { try ($0.next(RowID.self), $0.next(String.self), $0.next(String.self), $0.next(Int.self), $0.next(Int.self)) }
        let shares = Dictionary(try all(PaperShare.self, "WHERE id IN \(found.map(\.0))").map { ($0.id, $0) }) { $1 }
        return found.compactMap { id, pupil, school, papers, looks in shares[id].map { ShareLine(share: $0, pupil: pupil, school: school, papers: papers, looks: looks) } }
    }
}

private func page(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let lines = try reader.openShares(for: visit.viewer, on: visit.today), several = try reader.schools(for: visit.viewer).count > 1
    visit.viewer.witness.saw(lines.map(\.share.pupil))
    let rows: [HTML] = lines.map { line in
        let school: HTML = several ? "<td data-label=\"School\">\(line.school)</td>" : "", unread: HTML = line.isUnread(on: visit.today) ? " <span class=\"tag tag-warn\">Nobody looked</span>" : ""
        return """
            <tr><th scope="row"><a href="\(sharePath(line.share.pupil, line.share.id))">\(line.share.whom)</a></th><td data-label="Papers of"><a class="name" href="\(pupilPath(line.share.pupil))">\(line.pupil)</a></td>\(school)\
            <td class="number" data-label="Papers">\(line.papers)</td><td class="date" data-label="Until">\(line.share.until.short)</td><td class="number" data-label="Looks">\(line.looks)\(unread)</td></tr>

            """
    }
    let place: HTML = several ? head("School") : ""
    return visit.page("Papers shared outside the school", at: "agencies", """
        \(crumbs(("Agencies", agenciesPath())))\
        \(pageTitle("Papers shared outside the school", lead: "Who may look now, until when, and how often they did. To share, open the pupil’s page and choose “Share papers”.", actions: [printButton("Print this list")]))\
        \(rows.isEmpty ? "<p>Nothing is shared now.</p>" : table("What is shared now", [head("With"), head("Papers of"), place, head("Papers", number: true), head("Until"), head("Looks", number: true)], rows))
        """)
}

/// Those whose link ends within a week and who never looked: they may not have got it.
let sharesToday = TodayItem { reader, person, day in
    guard person.inStaffParts.may(.shareRecord) else { return [] }
    let unread = try reader.openShares(for: person, on: day).filter { $0.isUnread(on: day) }.count
    if unread == 0 { return [] }
    return [TodayLine(unread, "\(count(unread, "person", "people")) outside \(unread == 1 ? "has" : "have") not looked at papers you shared, and the link ends within a week.", action: "See with whom", allSharesPath())]
}
