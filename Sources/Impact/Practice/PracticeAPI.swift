import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down a timing of a daily practice.
let practiceAPI: [APIRoute] = [
    .act(PagePath<RowID>("/api/v1/practice/*/timings"), parts: ["practice"], .enterResults, name: "logTiming", "Write down a timing of a daily practice", body: [
        APIField("taken_on", .day, "The day. A second timing of a day takes the place of the first."), APIField("correct", .integer(0...500), "How many were correct."),
        APIField("incorrect", .integer(0...500), "How many were incorrect."), .maybe("seconds", .integer(10...600), "In how many seconds; a minute where it is left out."),
    ], gives: [APIField("timing", .id, "Its number.")], adds: true) { writer, asked, row in
        guard let series = try writer.one(row, of: ProbeSeries.self), try writer.powers(of: asked.viewer, over: series.pupil, on: asked.today).contains(.enterResults) else { throw NotFound() }
        _ = try writer.pupil(series.pupil, for: asked.viewer, on: asked.today)
        let sent = asked.body, number = { (name: String) in sent.integer(name).map { "\($0)" } ?? "" }
        let act = LogProbe(correct: number("correct"), incorrect: number("incorrect"), seconds: sent.has("seconds") ? number("seconds") : "60", takenOn: sent.day("taken_on") ?? asked.today)
        return .object(["timing": .integer(try writer.log(act, of: series, today: asked.today).id.rawValue)])
    },
]
