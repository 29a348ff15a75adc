import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Papers that one person outside the school may look at until a day, by a link and a code; every look is kept.
/// - Parameter papers: where papers lie; nil where nobody looks at pages.
func sharingPart(_ papers: PaperStore?) -> AreaPart {
    AreaPart(
        routes: allSharesRoutes + sharesRoutes + startShare.routes(startSharePath) + shareRoutes + (papers.map(sharedRoutes) ?? []),
        words: [
            "/shares": "Papers shared of all pupils in sight", "/pupils/*/shares": "What is shared outside the school", "/pupils/*/shares/*": "Papers shared with one person", "/pupils/*/shares/*/link": "A link for shared papers",
            "/pupils/*/shares/*/end": "End the sharing of papers", "/papers/shared/*": "Shared papers, by link",
        ].merging(formWords(["/pupils/*/shares/start": "Share papers"])) { $1 },
        sections: [sharesSection], today: [sharesToday],
        sources: [
            .ofPupil("Papers shared outside the school", PaperShare.self, keep: .send), .ofPupil("Which papers are shared", SharedPaper.self, keep: .send),
            .ofPupil("Looks at shared papers", SharedLook.self, keep: .send),
        ],
        freeTexts: [FreeTexts((column: "because", text: \PaperShare.because))])
}

/// With whom papers of a pupil are shared now.
private let sharesSection = PupilSection(order: 81, needs: .shareRecord) { reader, viewer, pupil, day in
    guard try reader.powers(of: viewer.inStaffParts, over: pupil, on: day).contains(.shareRecord) else { return "" }
    let open = try reader.all(PaperShare.self, "WHERE pupil_id = \(pupil) AND ended_at IS NULL AND until_day >= \(day) ORDER BY until_day, id")
    let items: [HTML] = open.map { "<li><a href=\"\(sharePath(pupil, $0.id))\">\($0.whom)</a> until \($0.until.inWords)</li>" }
    return card("Papers shared outside the school", id: "shares", (items.isEmpty ? "<p>Nothing is shared now.</p>" : "<ul class=\"plain\">\(items)</ul>") + """
        <p class="actions no-print">\(linkButton("Share papers", startSharePath(pupil), aside: true)) <a href="\(sharesPath(pupil))">See all that was shared</a></p>
        """)
}
