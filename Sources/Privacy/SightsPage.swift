import Access
import Accounts
import AreaKit
import Basics
import Database
import Pages
import People

/// Who looked at a pupil's record, for those who answer for it; and at what one person looked.
let pupilSightsPath = PagePath<PupilID>("/pupils/*/sights")
let accountSightsPath = PagePath<AccountID>("/accounts/*/sights")

func sightRoutes(_ words: PageWords) -> [Route] { [
    .read(pupilSightsPath, .seeTrail) { visit, id in
        try await visit.read { reader in
            let pupil = try reader.pupilOnFile(id, for: visit.viewer, on: visit.today), filter = SightFilter(visit)
            let found = try filter.page { try reader.sights(of: id, limit: $0, before: $1) }
            let back: HTML = visit.viewer.may(.protectData) ? crumbs(("Data protection", privacyPath()), (pupil.name, pupilFilePath(id))) : crumbs((pupil.name, pupilPath(id)))
            return visit.page("Who looked: \(pupil.name)", at: "privacy", """
                \(back)\(pageTitle("Who looked at this record", lead: "\(pupil.name). The latest comes first.", actions: [printButton("Print this page")]))\
                \(filter.form(pupilSightsPath(id), "Part of a name or role"))\(try sightTable(found, words, reader, visit.viewer, isOnePupil: true))\(older(found, filter, pupilSightsPath(id)))
                """)
        }
    },
    .read(accountSightsPath, .protectData) { visit, id in
        try await visit.read { reader in
            guard let account = try reader.one(id, of: Account.self) else { throw NotFound() }
            let filter = SightFilter(visit), found = try filter.page { try reader.sights(by: id, limit: $0, before: $1) }
            return visit.page("What \(account.name) looked at", at: "privacy", """
                \(crumbs(("Data protection", privacyPath())))\(pageTitle("What \(account.name) looked at", lead: "The latest comes first.", actions: [printButton("Print this page")]))\
                \(filter.form(accountSightsPath(id), nil))\(try sightTable(found, words, reader, visit.viewer, isOnePupil: false))\(older(found, filter, accountSightsPath(id)))
                """)
        }
    },
] }

/// Which sights are wanted: whose, of how many days, and from which one on.
struct SightFilter: Sendable {
    let who: String
    let days: Int?
    let before: Int
    private let today: Day

    static let size = 50
    /// So many are gone through for one page; a link leads on from there.
    private static let mostRead = 5_000

    init(_ visit: Visit) {
        who = visit.request.query["who"].trimmed
        days = Int(visit.request.query["days"]).flatMap { (1...36_500).contains($0) ? $0 : nil }
        before = Int(visit.request.query["before"]) ?? .max
        today = visit.today
    }

    /// The next sights that fit, and where to go on; nil at the end.
    func page(_ read: (_ limit: Int, _ before: Int) throws -> [SightLine]) rethrows -> (lines: [SightLine], next: Int?) {
        var lines: [SightLine] = [], last = before, gone = 0
        while gone < Self.mostRead {
            let some = try read(500, last)
            for line in some {
                last = line.id
                if let days, line.at < Instant(today - days + 1) { return (lines, nil) }
                if who.isEmpty || line.who.folded.contains(who.folded) { lines.append(line) }
                if lines.count == Self.size { return (lines, last) }
            }
            if some.count < 500 { return (lines, nil) }
            gone += some.count
        }
        return (lines, last)
    }

    func form(_ address: Address, _ label: String?) -> HTML {
        let write = FormWriter(FormValues([("who", who), ("days", days.map { "\($0)" } ?? "")]))
        let name: HTML = label.map { write.text("who", $0) } ?? ""
        return """
            <form class="filters" method="get" action="\(address)">\(name)\(write.select("days", "How far back", Self.spans))<p class="actions"><button>Show these</button></p></form>
            """
    }

    private static let spans = [Choice("", "As far as it is kept"), Choice("1", "Today"), Choice("7", "7 days"), Choice("31", "31 days"), Choice("366", "A year")]
}

private func older(_ found: (lines: [SightLine], next: Int?), _ filter: SightFilter, _ address: Address) -> HTML {
    guard let next = found.next else { return "" }
    let there = address.asking(["who": filter.who, "days": filter.days.map { "\($0)" }, "before": "\(next)"])
    return "<p class=\"actions\">\(linkButton("Show earlier ones", there, aside: true))</p>"
}

/// On a page about one child the others that stood on the same list are counted, not named.
private func sightTable(_ found: (lines: [SightLine], next: Int?), _ words: PageWords, _ reader: Reader, _ viewer: Viewer, isOnePupil: Bool) throws -> HTML {
    if found.lines.isEmpty { return "<p>Nobody looked, as far as is kept.</p>" }
    let names = isOnePupil ? [:] : try reader.names(of: found.lines.filter { $0.pupils.count == 1 }.flatMap(\.pupils), for: viewer)
    let rows: [HTML] = found.lines.map { line in
        let many: HTML = line.pupils.count > 1 ? "<br><span class=\"quiet\">a list of \(count(line.pupils.count, "pupil"))</span>" : ""
        let whose: HTML = isOnePupil ? "" : "<br>\(line.pupils.first.flatMap { names[$0] })"
        return """
            <tr><th scope="row"><time datetime="\(line.at.description)">\(line.at.inWords)</time></th><td data-label="Who">\(line.who)</td>\
            <td data-label="What">\(words.of(line.page))\(whose)\(many)</td><td data-label="From">\(line.origin)</td><td data-label="Why">\(line.purpose)</td></tr>

            """
    }
    return table("Who looked", [head("When"), head("Who"), head("What"), head("From"), head("Why")], rows)
}
