import Access
import AreaKit
import Basics
import Database
import Pages

/// What programs do about one pupil: the same acts as the pages'.
let pupilActsAPI: [APIRoute] = [
    changeStatus.api(PagePath<PupilID>("/api/v1/pupils/*/status"), name: "changeStatus", "Decide a pupil's SEN status", [
        APIField("provision", .code(ChangeStatus.choices), "K for SEN support, E for a plan, N for none."),
        APIField("from", .day, "Its first day."),
        .maybe("need", .code(NeedType.all.map(\.code)), "The main need, where none is recorded yet."),
        APIField("reason", .words(5000), "Why, in a sentence or two. The family may read it."),
    ]),
    addNeed.api(PagePath<PupilID>("/api/v1/pupils/*/needs"), name: "addNeed", "Record a need", [
        APIField("need", .code(NeedType.all.map(\.code)), "The code of the need."),
        .maybe("area", .code(AreaOfNeed.all.map(\.key)), "The area of need, where it is not the usual one."),
        APIField("rank", .integer(1...20), "Its place among the needs; 1 is the main one."),
        APIField("from", .day, "Known since."), .maybe("reason", .wordsIfAny(5000), "Why. The family may read it."),
    ]),
    startWatching.api(PagePath<PupilID>("/api/v1/pupils/*/watch"), name: "startWatching", "Put a pupil on the watch list", [
        APIField("reason", .words(5000), "What is watched for. The family may read it."), APIField("look_again", .day, "The day by which somebody looks again, within a year."),
    ]),
    stopWatching.api(PagePath<PupilID>("/api/v1/pupils/*/watch/end"), name: "stopWatching", "Take a pupil off the watch list", [
        APIField("reason", .words(5000), "What was found. The family may read it."),
    ]),
]

extension PupilAct {
    fileprivate func api(_ path: PagePath<PupilID>, name: String, _ summary: String, _ body: [APIField]) -> APIRoute {
        .change(path, parts: ["pupil"], .changeRegister, name: name, summary, body: body, gives: [APIField("saved", .flag, "True.")], of: pupilItem) { writer, asked, pupil in
            try apply(writer, asked.visit.asks(pupil), asked.body.form)
            return .object(["saved": .bool(true)])
        }
    }
}
