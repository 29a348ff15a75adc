import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What programs read and do about concerns: the same acts as the pages'.
let concernsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/concerns"), .raiseConcern, name: "listConcerns", "Concerns about pupils on roll, with what was decided", query: [.ofSchool], item: concernFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachConcern(of: school, for: asked.viewer, on: asked.today, after: after, limit: asked.limit + 1)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.record.concern.id.rawValue : nil
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json { concernJSON($0.record, upn: $0.upn, urn: $0.urn) }
        }
    },
    .act(PagePath<PupilID>("/api/v1/pupils/*/concerns"), parts: ["pupil"], .raiseConcern, name: "raiseConcern", "Raise a concern", body: [
        APIField("areas", .list(.code(AreaOfNeed.all.map(\.key) + [RaiseConcern.notSure])), "Areas of need; not_sure alone where nobody can say."),
        APIField("observed", .words(5000), "What is seen."), .maybe("since", .wordsIfAny(500), "Since when."), .maybe("tried", .wordsIfAny(5000), "What was tried."),
        .maybe("how_it_went", .wordsIfAny(5000), "How that went."), APIField("family_told", .code(Concern.FamilyTold.allCases.map(\.rawValue)), "Whether the family knows."),
        .maybe("family_said", .wordsIfAny(5000), "What the family said."),
    ], gives: [APIField("concern", .id, "The concern's number.")], adds: true) { writer, asked, pupil in
        let record = try writer.pupilRecord(pupil, for: asked.viewer, on: asked.today)
        return .object(["concern": .integer(try writer.raise(asked.body.form.concern, about: record, for: asked.viewer).id.rawValue)])
    },
    .act(PagePath<PupilID, RowID>("/api/v1/pupils/*/concerns/*/decide"), parts: ["pupil", "concern"], .changeRegister, name: "decideConcern", "Decide about a concern", body: [
        APIField("outcome", .code(ConcernOutcome.allCases.map(\.rawValue)), "What comes of it."), APIField("reason", .words(5000), "Why. The family may read it."),
        .maybe("look_again", .day, "When somebody looks again, where the decision leaves the concern open; by when the other lead takes it up. It goes onto the caller's list of things to do."),
        .maybe("passed_to", .code(OtherLead.allCases.map(\.rawValue)), "Whose matter it is now."), .maybe("doing", .wordsIfAny(5000), "What the school does."),
        .maybe("is_different", .code(["yes", "no"]), "Of targeted support: whether it is additional to or different from what others get."),
        .maybe("family_words", .wordsIfAny(5000), "What the family said."), .maybe("family_on", .day, "When they said it."),
        .maybe("need", .code(NeedType.all.map(\.code)), "Of SEN support: the main need."), .maybe("from", .day, "Of SEN support: its first day."),
        .maybe("told_on", .day, "Of SEN support: when the family was told."),
    ], gives: [APIField("saved", .flag, "True.")]) { writer, asked, pupil, row in
        try decideConcern.apply(writer, asked.visit.asks(pupil, row), asked.body.form)
        return .object(["saved": .bool(true)])
    },
]

private let concernFields: [APIField] = [
    APIField("concern", .id, "Its number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."),
    APIField("school", .urn, "URN of the school on whose roll the pupil is."), APIField("raised_on", .day, "When it was raised."), APIField("raised_by", .anyText, "By whom."),
    APIField("areas", .list(.anyText), "Keys of areas of need; none where nobody could say."), APIField("observed", .anyText, "What was seen."), APIField("decide_by", .day, "By when it is to be decided."),
    APIField("outcome", .orNull(.code(ConcernOutcome.allCases.map(\.rawValue))), "The latest decision; null before there is one."), APIField("decided_on", .orNull(.day), "When."),
    APIField("decided_by", .orNull(.anyText), "By whom."), APIField("reason", .orNull(.anyText), "Why."), APIField("look_again", .orNull(.day), "When somebody looks again."),
]

private func concernJSON(_ record: ConcernRecord, upn: String, urn: String) -> JSON {
    let concern = record.concern, latest = record.latest
    return .object([
        "concern": .integer(concern.id.rawValue), "pupil": .integer(concern.pupil.rawValue), "upn": .text(upn), "school": .text(urn),
        "raised_on": .text("\(concern.raisedOn)"), "raised_by": .text(concern.raisedBy), "areas": .list(concern.areas.split(separator: " ").map { .text(String($0)) }),
        "observed": .text(concern.seen), "decide_by": .text("\(concern.decideBy)"), "outcome": .optional(latest?.outcome.rawValue), "decided_on": .optional(latest?.decidedOn.description),
        "decided_by": .optional(latest?.decidedBy), "reason": .optional(latest?.reason), "look_again": .optional(latest?.lookAgain?.description),
    ])
}
