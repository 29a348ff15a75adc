import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down what one pupil scored: first the test, then the scores.
public let addResultPath = PagePath<PupilID>("/pupils/*/results/add")

let addResultRoutes: [Route] = [
    .read(addResultPath, .enterResults) { visit, id in
        try await visit.read { reader in
            guard InstrumentID(visit.request.query["test"]) != nil else { return try chooseTest(visit, reader, id) }
            let sheet = try PupilResultSheet(visit, reader, id, visit.request.query)
            var typed = sheet.grid.opening
            typed.set("on", sheet.grid.takenOn.description)
            typed.set("tester", visit.viewer.name)
            return try sheet.page(visit, reader, typed)
        }
    },
    .send(addResultPath, .enterResults) { visit, id in
        let typed = visit.request.form
        do {
            let saved = try await visit.write { try $0.saveResults(visit, id, typed) }
            return .goTo(pupilResultsPath(id).asking(["saved": "\(saved)"]))
        } catch let problems as Problems {
            return try await visit.read { try PupilResultSheet(visit, $0, id, typed).page(visit, $0, typed, problems) }
        }
    },
]

/// One pupil, one test, one day.
struct PupilResultSheet: Sendable {
    let pupil: Pupil
    let grid: ResultGrid

    init(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ asked: FormValues) throws {
        pupil = try reader.pupil(id, for: visit.viewer, on: visit.today)
        guard let test = InstrumentID(asked["test"]) else { throw NotFound() }
        let instrument = try reader.instrument(test, for: visit.viewer), school = try reader.schoolOfTest(pupil, visit.viewer, visit.today)
        grid = try reader.resultGrid(instrument, at: school, on: (try? asked.dayIfAny("on")) ?? visit.today, [ResultGrid.Line(pupil)])
    }

    func page(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems = Problems()) throws -> Answer {
        let write = FormWriter(typed, problems), instrument = grid.instrument, address = addResultPath(pupil.id)
        let safety = try visit.childNotice(reader, pupil.id, form: address)
        let check: HTML = instrument.isMeant(for: pupil.birth, on: grid.takenOn) ? "" : notice("This test is meant for \(instrument.ages). Please check that it is the right one for \(pupil.calledName).", warns: true)
        let fields: [HTML] = grid.scales.map { scale in
            let place = ResultGrid.Place(pupil: pupil.id, scale: scale.key), now = grid.text(place)
            let was: HTML = now.isEmpty ? "" : "<input type=\"hidden\" name=\"\(place.was)\" value=\"\(now)\">"
            return write.text(place.field, scale.name, hint: scale.howToType) + was
        }
        let title = "Add results: \(instrument.name)"
        let body: HTML = """
            \(crumbs((pupil.name, pupilPath(pupil.id)), ("Results", pupilResultsPath(pupil.id))))\(write.summary)\(pageTitle(title, lead: "\(pupil.name)"))\(check)\
            \(form(address, button: "Save the results", back: pupilResultsPath(pupil.id), aboutChild: safety, """
                \(hidden("test", "\(instrument.id)"))\(write.day("on", "Day of the test"))<div class="grid">\(fields)</div>\(write.text("tester", "Tested by"))\
                \(write.longText("note", "Anything special?", hint: "For instance a reader, more time, or a bad day. Leave it empty if not.", rows: 2, aboutChild: safety))
                """))
            """
        return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
    }
}

extension Writer {
    /// Saves the scores of one pupil, all or none.
    func saveResults(_ visit: Visit, _ id: PupilID, _ typed: FormValues) throws -> Int {
        let sheet = try PupilResultSheet(visit, self, id, typed)
        _ = try typed.day("on")
        guard sheet.grid.places.contains(where: { !typed[$0.field].trimmed.isEmpty }) else {
            throw Problems(sheet.grid.places.first?.field ?? "", "Type at least one score.")
        }
        let outcome = try save(sheet.grid, typed, today: visit.today)
        try outcome.problems.renaming("taken_on", to: "on").check()
        return outcome.saved
    }
}

extension Reader {
    /// The school at which a pupil is tested: that of the roll today.
    func schoolOfTest(_ pupil: Pupil, _ viewer: Viewer, _ day: Day) throws -> SchoolID {
        guard let school = try schoolOfToday(pupil.id, day), viewer.sees(school) || viewer.seesTodayOnly else {
            throw Problems("", "\(pupil.calledName) is on the roll of none of your schools today, so results can’t be added here.")
        }
        return school
    }
}

/// The tests for this pupil: those meant for the age first.
private func chooseTest(_ visit: Visit, _ reader: Reader, _ id: PupilID) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), school = try reader.schoolOfTest(pupil, visit.viewer, visit.today)
    let all = try reader.instruments(for: visit.viewer, at: school, offeredOn: visit.today)
    let meant = all.filter { $0.isMeant(for: pupil.birth, on: visit.today) }, others = all.filter { instrument in !meant.contains { $0.id == instrument.id } }
    let choices = meant.map { Choice("\($0.id)", $0.name) } + others.map { Choice("\($0.id)", "\($0.name) (\($0.ages))") }
    let write = FormWriter(FormValues([("on", visit.today.description)]))
    return visit.page("Add results", at: "pupils", """
        \(crumbs((pupil.name, pupilPath(id)), ("Results", pupilResultsPath(id))))\(pageTitle("Add results", lead: "\(pupil.name)"))\
        <form method="get" action="\(addResultPath(id))" class="card">\(write.select("test", "Which test?", choices, hint: "Those meant for this age come first."))\
        \(write.day("on", "Day of the test"))<p class="actions"><button>Go on to the scores</button> <a href="\(pupilResultsPath(id))">Go back</a></p></form>
        """)
}

func hidden(_ name: String, _ text: String) -> HTML { "<input type=\"hidden\" name=\"\(name)\" value=\"\(text)\">" }
