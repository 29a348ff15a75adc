import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The results of one class with one test on one day, as a grid to fill in.
public let classResultsPath = PagePath<ClassID, InstrumentID>("/results/classes/*/instruments/*")
/// Fills the grid with what was pasted; nothing is saved by it.
let pasteResultsPath = PagePath<ClassID, InstrumentID>("/results/classes/*/instruments/*/paste")

let classResultsRoutes: [Route] = [
    .read(classResultsPath, .enterResults) { visit, schoolClass, instrument in
        try await visit.read { reader in
            let sheet = try ClassSheet(visit, reader, schoolClass, instrument, visit.request.query)
            var typed = sheet.grid.opening
            typed.set("tester", visit.viewer.name)
            return sheet.page(visit, typed, notice: saved(visit))
        }
    },
    .send(classResultsPath, .enterResults) { visit, schoolClass, instrument in
        let typed = visit.request.form
        let outcome = try await visit.write { writer in
            try writer.save(try ClassSheet(visit, writer, schoolClass, instrument, typed).grid, typed, today: visit.today)
        }
        let sheet = try await visit.read { try ClassSheet(visit, $0, schoolClass, instrument, typed) }
        if outcome.problems.isEmpty { return .goTo(sheet.address.asking(["saved": "\(outcome.saved)"])) }
        return sheet.page(visit, sheet.grid.shown(typed), outcome.problems.renaming("taken_on", to: ""), notice: outcome.saved == 0 ? "" : notice("\(count(outcome.saved, "score")) saved. The rest needs mending."))
    },
    .send(pasteResultsPath, .enterResults) { visit, schoolClass, instrument in
        try await visit.read { reader in
            let typed = visit.request.form, sheet = try ClassSheet(visit, reader, schoolClass, instrument, typed)
            let (values, problems, found) = sheet.grid.pasted(typed)
            let words: HTML = found == 0 ? "" : notice("\(count(found, "score")) filled in below. Nothing is saved yet: look at them, then press Save the results.")
            return sheet.page(visit, values, problems, notice: words)
        }
    },
]

private func saved(_ visit: Visit) -> HTML {
    guard let number = Int(visit.request.query["saved"]) else { return "" }
    return notice("\(number == 0 ? "Nothing was new, so nothing changed." : "\(count(number, "score")) saved.")")
}

/// The grid of one class, and what stands around it.
struct ClassSheet: Sendable {
    let schoolClass: SchoolClass
    let grid: ResultGrid
    /// Which part of a test with many scales this is, and of how many.
    let part: Int, parts: Int
    let outside: Set<PupilID>

    /// More cells than these are entered part by part, so that a grid stays small enough to work in.
    private static let mostCells = 150, mostScales = 6

    init(_ visit: Visit, _ reader: Reader, _ id: ClassID, _ instrument: InstrumentID, _ asked: FormValues) throws {
        guard let schoolClass = try reader.one(id, of: SchoolClass.self), visit.viewer.sees(schoolClass.school) else { throw NotFound() }
        let instrument = try reader.instrument(instrument, for: visit.viewer)
        var filter = RegisterFilter(school: schoolClass.school, day: visit.today)
        (filter.schoolClass, filter.status) = (id, .everybody)
        let lines = try reader.register(filter, for: visit.viewer)
        if lines.isEmpty || instrument.school.map({ $0 != schoolClass.school }) ?? false { throw NotFound() }
        let day = Day(asked["on"]) ?? visit.today, most = max(1, min(Self.mostScales, Self.mostCells / lines.count))
        parts = (instrument.scales.count + most - 1) / most
        part = min(max(1, Int(asked["part"]) ?? 1), parts)
        self.schoolClass = schoolClass
        grid = try reader.resultGrid(instrument, Array(instrument.scales.dropFirst((part - 1) * most).prefix(most)), at: schoolClass.school, on: day, lines.map(ResultGrid.Line.init))
        outside = Set(lines.filter { !instrument.isMeant(for: $0.birth, on: day) }.map(\.pupil))
    }

    var address: Address { address(part) }

    private func address(_ part: Int) -> Address {
        classResultsPath(schoolClass.id, grid.instrument.id).asking(["on": grid.takenOn.description, "part": parts > 1 ? "\(part)" : nil])
    }

    func page(_ visit: Visit, _ typed: FormValues, _ problems: Problems = Problems(), notice: HTML = "") -> Answer {
        let write = FormWriter(typed, problems), instrument = grid.instrument, title = "\(schoolClass.name): \(instrument.name)"
        let back = resultsPath().asking(["school": "\(schoolClass.school)"])
        let body: HTML = """
            \(crumbs(("Enter results", back)))\(notice)\(write.summary)\(pageTitle(title, lead: "Taken on \(grid.takenOn.inWords)", actions: [linkButton("What the scores mean", instrumentPath(instrument.id), aside: true)]))\
            \(changeDay)\(partLinks("Parts of this test", part, of: parts, at: address))\(grid.howToType)\
            <form method="post" action="\(classResultsPath(schoolClass.id, instrument.id))" data-long novalidate>\(hidden)\(write.text("tester", "Tested by"))\(table(typed, problems))\
            <p class="actions"><button>Save the results</button> <a href="\(back)">Go back without saving</a></p>\(grid.pasteBox(write, to: pasteResultsPath(schoolClass.id, grid.instrument.id)))</form>
            """
        return problems.isEmpty ? visit.page(title, at: "results", body) : visit.formAgain(title, at: "results", body)
    }

    private func table(_ typed: FormValues, _ problems: Problems) -> HTML {
        if outside.isEmpty { return grid.table(typed, problems) }
        return grid.table(typed, problems, heads: [head("Please check")]) { line in
            [outside.contains(line.pupil) ? "<td>Not of the age that this test is meant for</td>" : "<td></td>"]
        }
    }

    private var hidden: HTML {
        "<input type=\"hidden\" name=\"on\" value=\"\(grid.takenOn.description)\"><input type=\"hidden\" name=\"part\" value=\"\(part)\">"
    }

    private var changeDay: HTML {
        """
        <details class="no-print"><summary>Another day…</summary><form method="get" action="\(classResultsPath(schoolClass.id, grid.instrument.id))">\
        \(FormWriter(FormValues([("on", grid.takenOn.description)])).day("on", "Day of the test"))<p class="actions"><button class="second">Open the grid of that day</button></p></form></details>
        """
    }
}

extension ResultGrid {
    /// The texts of the grid with what was pasted, what could not be placed, and how many scores were found.
    public func pasted(_ typed: FormValues) -> (FormValues, Problems, Int) {
        let people = lines.map { PastedScores.Person(upn: $0.upn, names: $0.names) }
        let scores = PastedScores(typed["pasted"], people: people, scales: scales.map(\.name))
        var values = shown(typed), problems = scores.problems
        if problems.isEmpty { values.set("pasted", "") }
        for score in scores.found {
            let place = Place(pupil: lines[score.person].pupil, scale: scales[score.scale].key)
            values.set(place.field, score.text)
            do throws(UnreadableScore) { _ = try scales[score.scale].score(of: score.text) } catch { problems.add(place.field, error.message) }
        }
        return (values, problems, scores.found.count)
    }
}
