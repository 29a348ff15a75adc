import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// The results of a campaign at one school, of everybody or of one class, as a grid to fill in.
let screeningGridPath = PagePath<RowID, SchoolID>("/screening/*/schools/*/grid")
/// Fills the grid with what was pasted; nothing is saved by it.
let pasteScreeningPath = PagePath<RowID, SchoolID>("/screening/*/schools/*/grid/paste")

let screeningGridRoutes: [Route] = [
    .read(screeningGridPath, .enterResults) { visit, id, school in
        try await visit.read { reader in
            let sheet = try ScreeningSheet(visit, reader, id, school, visit.request.query)
            var typed = sheet.grid.opening
            typed.set("tester", visit.viewer.name)
            return sheet.page(visit, typed, notice: saved(visit))
        }
    },
    .send(screeningGridPath, .enterResults) { visit, id, school in
        let typed = visit.request.form
        let outcome = try await visit.write { writer in
            let sheet = try ScreeningSheet(visit, writer, id, school, typed)
            if let problems = sheet.dayProblems { return GridOutcome(problems: problems) }
            return try writer.save(sheet.grid, typed, today: visit.today)
        }
        let sheet = try await visit.read { try ScreeningSheet(visit, $0, id, school, typed) }
        if outcome.problems.isEmpty { return .goTo(sheet.address.asking(["saved": "\(outcome.saved)"])) }
        let words: HTML = outcome.saved == 0 ? "" : notice("\(count(outcome.saved, "score")) saved. The rest needs mending.")
        return sheet.page(visit, sheet.grid.shown(typed), outcome.problems, notice: words)
    },
    .send(pasteScreeningPath, .enterResults) { visit, id, school in
        try await visit.read { reader in
            let typed = visit.request.form, sheet = try ScreeningSheet(visit, reader, id, school, typed), (values, problems, found) = sheet.grid.pasted(typed)
            let words: HTML = found == 0 ? "" : notice("\(count(found, "score")) filled in below. Nothing is saved yet: look at them, then press Save the results.")
            return sheet.page(visit, values, problems, notice: words)
        }
    },
]

private func saved(_ visit: Visit) -> HTML {
    guard let number = Int(visit.request.query["saved"]) else { return "" }
    return notice("\(number == 0 ? "Nothing was new, so nothing changed." : "\(count(number, "score")) saved.")")
}

/// The grid of a campaign at one school, and what stands around it.
private struct ScreeningSheet: Sendable {
    let screening: Screening
    let school: School
    let grid: ResultGrid
    private let schoolClass: ClassID?
    private let classes: [(id: ClassID, name: String)]
    /// Which part of the pupils this is, and of how many.
    private let part: Int, parts: Int
    private let pupils: [PupilID: ScreenedPupil]
    /// What stands from other days of the window.
    private let before: [PupilID: String]

    /// More cells than these are entered part by part, so that a grid stays small enough to work in.
    private static let mostCells = 120

    init(_ visit: Visit, _ reader: Reader, _ id: RowID, _ school: SchoolID, _ asked: FormValues) throws {
        screening = try reader.screening(id, for: visit.person)
        self.school = try screening.school(school)
        let all = try reader.screenedPupils(of: screening, at: school, for: visit.viewer, on: visit.today)
        if all.isEmpty { throw NotFound() }
        let names = try reader.classNames(all.compactMap(\.schoolClass).unique), chosen = ClassID(asked["class"])
        classes = names.map { ($0, $1) }.sorted { $0.1 < $1.1 }
        let schoolClass = chosen.flatMap { names[$0] == nil ? nil : $0 }
        self.schoolClass = schoolClass
        let here = all.filter { schoolClass == nil || $0.schoolClass == schoolClass }, most = max(1, Self.mostCells / max(1, screening.instrument.scales.count))
        parts = max(1, (here.count + most - 1) / most)
        part = min(max(1, Int(asked["part"]) ?? 1), parts)
        let shown = here.dropFirst((part - 1) * most).prefix(most)
        pupils = Dictionary(uniqueKeysWithValues: shown.map { ($0.pupil, $0) })
        let records = Dictionary(uniqueKeysWithValues: try reader.all(Pupil.self, "WHERE id IN \(shown.map(\.pupil))").map { ($0.id, $0) })
        let day = Day(asked["on"]) ?? screening.campaign.lastDay(on: visit.today)
        grid = try reader.resultGrid(screening.instrument, at: school, on: day, shown.compactMap { records[$0.pupil].map(ResultGrid.Line.init) })
        before = try reader.otherDays(screening, shown.map(\.pupil), day)
    }

    var address: Address { address(schoolClass, part) }

    /// What is wrong with the day, or with the campaign itself, for every cell alike.
    var dayProblems: Problems? {
        let campaign = screening.campaign
        if campaign.closedOn != nil { return Problems("", "This campaign is closed. Whoever planned it can open it again.") }
        if grid.takenOn < campaign.starts || grid.takenOn > campaign.ends {
            return Problems("", "\(grid.takenOn.inWords) is not in the weeks of this campaign (\(campaign.window)). Choose another day, or have the weeks changed.")
        }
        return nil
    }

    private func address(_ schoolClass: ClassID?, _ part: Int) -> Address {
        screeningGridPath(screening.id, school.id).asking(["class": schoolClass.map { "\($0)" }, "on": grid.takenOn.description, "part": parts > 1 ? "\(part)" : nil])
    }

    func page(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems(), notice: HTML = "") -> Answer {
        let campaign = screening.campaign, write = FormWriter(typed, problems), back = screening.schools.count > 1 ? schoolScreeningPath(screening.id, school.id) : screeningPath(screening.id)
        let name = classes.first { $0.id == schoolClass }?.name, title = "Enter results: \(campaign.name), \(name ?? school.name)"
        let body: HTML = """
            \(crumbs(("Screening", screeningsPath()), (campaign.name, back)))\(notice)\(write.summary)\
            \(pageTitle(title, lead: "\(screening.instrument.name), taken on \(grid.takenOn.inWords)", actions: [linkButton("What the scores mean", instrumentPath(screening.instrument.id), aside: true)]))\
            \(changeDay)\(classLinks)\(partLinks("Parts of this list", part, of: parts) { address(schoolClass, $0) })\(grid.howToType)\
            <form method="post" action="\(screeningGridPath(screening.id, school.id))" data-long novalidate>\(hidden)\(write.text("tester", "Tested by"))\
            \(grid.table(typed, problems, heads: [head("So far")]) { line in [soFar(line)] })\
            <p class="actions"><button>Save the results</button> <a href="\(untestedPath(screening.id, school.id))">Say who is not tested</a> <a href="\(back)">Go back without saving</a></p>\(grid.pasteBox(write, to: pasteScreeningPath(screening.id, school.id)))</form>
            """
        return problems.isEmpty ? visit.page(title, at: "screening", body) : visit.formAgain(title, at: "screening", body)
    }

    private func soFar(_ line: ResultGrid.Line) -> HTML {
        guard let pupil = pupils[line.pupil] else { return "<td></td>" }
        if let words = before[line.pupil] { return "<td data-label=\"So far\">\(words)</td>" }
        return pupil.coverage == .notYet ? "<td></td>" : "<td data-label=\"So far\">\(pupil.coverage.label)</td>"
    }

    private var hidden: HTML {
        let write = FormWriter(FormValues([("on", grid.takenOn.description), ("part", "\(part)"), ("class", schoolClass.map { "\($0)" } ?? "")]))
        return write.hidden("on") + write.hidden("part") + write.hidden("class")
    }

    private var changeDay: HTML {
        let write = FormWriter(FormValues([("on", grid.takenOn.description), ("class", schoolClass.map { "\($0)" } ?? "")]))
        return """
            <details class="no-print"><summary>Another day…</summary><form method="get" action="\(screeningGridPath(screening.id, school.id))">\(write.hidden("class"))\
            \(write.day("on", "Day of the test"))<p class="actions"><button class="second">Open the grid of that day</button></p></form></details>
            """
    }

    private var classLinks: HTML {
        if classes.count < 2 { return "" }
        let all: HTML = schoolClass == nil ? "<li><span aria-current=\"page\">All classes</span></li>" : "<li><a href=\"\(address(nil, 1))\">All classes</a></li>"
        let links: [HTML] = classes.map { item in
            item.id == schoolClass ? "<li><span aria-current=\"page\">\(item.name)</span></li>" : "<li><a href=\"\(address(item.id, 1))\">\(item.name)</a></li>"
        }
        return "<nav class=\"pager\" aria-label=\"Classes\"><ul>\(all)\(links)</ul></nav>"
    }
}

extension Reader {
    /// What pupils scored on other days of the window, in words.
    fileprivate func otherDays(_ screening: Screening, _ pupils: [PupilID], _ day: Day) throws -> [PupilID: String] {
        let campaign = screening.campaign, results = try results(with: campaign.instrument, among: pupils, from: campaign.starts, to: campaign.ends).filter { $0.takenOn != day }
        return Dictionary(grouping: results, by: \.pupil).compactMapValues { list in
            guard let last = list.map(\.takenOn).max() else { return nil }
            let scores = list.filter { $0.takenOn == last }.compactMap { result in screening.instrument.scale(result.scale).map { $0.words(of: result.score) } }
            return "\(scores.joined(separator: ", ")), \(last.short)"
        }
    }
}
