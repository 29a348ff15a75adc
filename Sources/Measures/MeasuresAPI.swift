import Access
import AreaKit
import Basics
import Database
import Pages
import People

let measuresAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/instruments"), .visit, name: "listInstruments", "The tests that results can be entered for", item: instrumentFields) { asked in
        let instruments = try await asked.read { try $0.instruments(for: asked.viewer) }.sorted { $0.id < $1.id }
        return try asked.part(of: instruments, marks: 1) { [$0.id.rawValue] }.json(\.json)
    },
    .list(PagePath< >("/api/v1/results"), .enterResults, name: "listResults", "What pupils scored", query: resultQuestions, item: resultFields) { asked in
        let after = try asked.mark(of: 1)?.first ?? 0
        return try await asked.read { reader in
            let results = try reader.results(asked, after: after, limit: asked.limit + 1)
            let part = try asked.part(of: try reader.reading(of: results), marks: 1) { [$0.result.id.rawValue] }
            asked.viewer.witness.saw(part.items.map(\.result.pupil))
            let urns = Dictionary(uniqueKeysWithValues: try reader.rows("SELECT id, urn FROM school WHERE id IN \(part.items.map(\.result.school).unique)") { try ($0.next(SchoolID.self), $0.next(String.self)) })
            return part.json { $0.json(urns) }
        }
    },
    .act(PagePath<PupilID>("/api/v1/pupils/*/results"), parts: ["pupil"], .enterResults, name: "addResult", "Write down what a pupil scored", body: addResultFields,
         gives: [APIField("result", .id, "The result's number.")], adds: true) { writer, asked, pupil in
        .object(["result": .integer(try writer.addResult(asked, pupil).id.rawValue)])
    },
]

private let instrumentFields: [APIField] = [
    APIField("instrument", .id, "The test's number in Trellis."), APIField("key", .anyText, "The same in every Trellis for those that it brings; empty for those that a trust added."),
    APIField("name", .anyText, "What it is called."), APIField("publisher", .anyText, "Who publishes it."), APIField("domain", .code(Instrument.Domain.allCases.map(\.rawValue)), "What it looks at."),
    APIField("measures_progress", .flag, "Whether scores may be compared over time."), APIField("offered", .flag, "Whether results can be entered for it today."),
    APIField("scales", .list(.object(scaleFields)), "What it gives scores for."),
]

private let scaleFields: [APIField] = [
    APIField("scale", .anyText, "The key of the scale."), APIField("name", .anyText, "What it is called."), APIField("kind", .code(ScoreKind.allCases.map(\.rawValue)), "The kind of score."),
    APIField("lowest", .number, "The lowest number; of a list, the first place."), APIField("highest", .number, "The highest."), APIField("words", .list(.anyText), "Of a list: its words, lowest first."), APIField("low_is_good", .flag, "Whether a score that falls is a pupil who does better."),
]

private let resultQuestions: [APIField] = [
    .ofSchool, .maybe("instrument", .id, "Only results of the test with this number."), .maybe("since", .day, "Only results taken on this day or later."),
]

private let resultFields: [APIField] = [
    APIField("result", .id, "The result's number."), APIField("pupil", .id, "The pupil's number."), APIField("school", .orNull(.urn), "URN of the school where it was taken."),
    APIField("instrument", .id, "The test's number."), APIField("scale", .anyText, "The key of the scale."), APIField("taken_on", .day, "The day of the test."),
    APIField("score", .anyText, "As people type it, such as 85, <70 or 8:10."), APIField("number", .integer(0...9999), "The number: points, percentile, months; of a list the place in it, from 0."),
    APIField("bound", .code(["", "<", ">"]), "Where the test says no more than below or above."), APIField("band", .anyText, "What it means by the cut-offs of that day; empty where there are none."),
    APIField("concern", .code(Band.Concern.allCases.map(\.rawValue)), "What to do: act is below the cut-off."), APIField("tester", .anyText, "Who tested."),
]

private let addResultFields: [APIField] = [
    APIField("instrument", .id, "The test's number."), APIField("scale", .words(60), "The key of the scale."), APIField("taken_on", .day, "The day of the test."),
    APIField("score", .words(60), "As people type it, such as 85, <70, 8:10 or G4."), .maybe("tester", .wordsIfAny(100), "Who tested."),
    .maybe("note", .wordsIfAny(1000), "What was special. The family may read it."),
]

extension Reader {
    /// Results that stand, of pupils whom the viewer has in sight today, in the order in which they were written.
    fileprivate func results(_ asked: APIVisit, after: Int, limit: Int) throws -> [TestResult] {
        let school: SQL = try school(asked: asked.query, for: asked.viewer).map { "school_id = \($0)" } ?? "1 = 1"
        let instrument: SQL = asked.query.integer("instrument").map { "instrument_id = \($0)" } ?? "1 = 1"
        let since: SQL = asked.query.day("since").map { "taken_on >= \($0)" } ?? "1 = 1", day = asked.today
        return try all(TestResult.self, """
            WHERE id > \(after) AND withdrawn_on IS NULL AND \(school) AND \(instrument) AND \(since) AND EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = test_result.pupil_id \
            AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(asked.viewer.seesEnrolment(on: day))) ORDER BY id LIMIT \(limit)
            """)
    }
}

extension Writer {
    fileprivate func addResult(_ asked: APIVisit, _ id: PupilID) throws -> TestResult {
        let pupil = try pupil(id, for: asked.viewer, on: asked.today), body = asked.body
        guard let number = body.integer("instrument"), let instrument = try? instrument(InstrumentID(number), for: asked.viewer) else {
            throw Problems("instrument", "No test has this number. GET /api/v1/instruments lists them.")
        }
        guard let scale = instrument.scale(body.text("scale")) else { throw Problems("scale", "Give one of: \(instrument.scales.map(\.key).joined(separator: ", ")).") }
        let act = SaveResult(scale, body.text("score"), takenOn: body.day("taken_on") ?? asked.today, tester: body.text("tester"), note: body.text("note"))
        let before = try results(with: instrument.id, among: [id], from: act.takenOn, to: act.takenOn).last { $0.scale == scale.key }
        return try save(try act.applied(to: before, of: pupil, with: instrument, at: try schoolOfTest(pupil, asked.viewer, asked.today), today: asked.today))
    }
}

extension Instrument {
    fileprivate var json: JSON {
        let scales = scales.map { scale in
            JSON.object([
                "scale": .text(scale.key), "name": .text(scale.name), "kind": .text(scale.kind.rawValue), "lowest": .integer(scale.range.lowerBound),
                "highest": .integer(scale.range.upperBound), "words": .list(scale.list.map(JSON.text)), "low_is_good": .bool(scale.fallsToTheGood),
            ])
        }
        return .object([
            "instrument": .integer(id.rawValue), "key": .text(key), "name": .text(name), "publisher": .text(publisher), "domain": .text(domain.rawValue),
            "measures_progress": .bool(measuresProgress), "offered": .bool(ends == nil), "scales": .list(scales),
        ])
    }
}

extension ReadResult {
    fileprivate func json(_ urns: [SchoolID: String]) -> JSON {
        .object([
            "result": .integer(result.id.rawValue), "pupil": .integer(result.pupil.rawValue), "school": .optional(urns[result.school]),
            "instrument": .integer(instrument.id.rawValue), "scale": .text(scale.key), "taken_on": .text("\(result.takenOn)"), "score": .text(scale.typed(result.score)),
            "number": .integer(result.score.number), "bound": .text(result.score.bound.rawValue), "band": .text(band?.name ?? ""),
            "concern": .text((band?.concern ?? .none).rawValue), "tester": .text(result.tester),
        ])
    }
}
