import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// What programs read and do about screening: the same acts as the pages'.
let screeningAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/screening"), .enterResults, name: "listScreenings", "Screening campaigns of schools in sight, with how far they are", item: screeningFields) { asked in
        try await asked.read { reader in
            let all = try reader.screenings(for: asked.viewer, limit: 10_000).sorted { $0.id < $1.id }
            return try asked.part(of: all, marks: 1) { [$0.id.rawValue] }.json { screening in
                screening.json(try reader.coverage(of: screening, for: asked.viewer, on: asked.today).values.reduce(CoverageCount(), +), asked.today)
            }
        }
    },
    .list(PagePath< >("/api/v1/screening/pupils"), .enterResults, name: "listScreenedPupils", "The pupils of a campaign, with what was found and what came of it",
          query: [APIField("campaign", .id, "The campaign's number."), .ofSchool], item: screenedFields) { asked in
        guard let campaign = asked.query.integer("campaign") else { throw Problems("campaign", "Name the campaign by its number. GET /api/v1/screening lists them.") }
        return try await asked.read { reader in
            let screening = try reader.screening(RowID(campaign), for: asked.viewer), school = try reader.school(asked: asked.query, for: asked.viewer)
            let lines = try screening.schools.filter { school == nil || $0.id == school }.flatMap { try reader.lines(of: screening, at: $0, for: asked.viewer, on: asked.today) }
            return try asked.part(of: lines.sorted { ($0.pupil, $0.urn) < ($1.pupil, $1.urn) }, marks: 2) { [$0.pupil.rawValue, Int($0.urn) ?? 0] }.json(\.json)
        }
    },
    .act(PagePath<RowID, PupilID>("/api/v1/screening/*/pupils/*/status"), parts: ["campaign", "pupil"], .enterResults, name: "setScreeningStatus", "Say why a pupil is not tested", body: [
        APIField("status", .code(Coverage.set.map(\.rawValue)), "Why; not_yet takes back what was said."), .maybe("note", .wordsIfAny(500), "A few words. The family may read them."),
    ], gives: [APIField("saved", .flag, "True.")]) { writer, asked, id, pupil in
        let (screening, school) = try writer.place(id, pupil, asked)
        try writer.save(SetScreeningStatus(asked.body.text("status"), note: asked.body.text("note")), of: [pupil], in: screening.campaign, at: school, by: asked.viewer.name)
        return .object(["saved": .bool(true)])
    },
    .act(PagePath<RowID, PupilID>("/api/v1/screening/*/pupils/*/follow-up"), parts: ["campaign", "pupil"], .changeRegister, name: "followUpScreening", "Decide what comes of a result below the cut-off", body: [
        APIField("outcome", .code(FollowUp.Outcome.allCases.map(\.rawValue)), "What comes of it."), .maybe("words", .wordsIfAny(2000), "Which help, to whom, by what it is covered, or why nothing is needed."),
        .maybe("begins", .day, "From which day extra help is given, or the referral was made."),
        .maybe("home_language", .code(FollowUp.HomeLanguage.allCases.map(\.rawValue).filter { !$0.isEmpty }), "Of a pupil with English as an additional language: how the home language is."),
        .maybe("home_words", .wordsIfAny(500), "How one knows."), APIField("known_to_school", .code(FollowUp.Known.allCases.map(\.rawValue)), "Whether the school knew before."),
        APIField("known_to_family", .code(FollowUp.Known.allCases.map(\.rawValue)), "Whether the family knew before."),
    ], gives: [APIField("concern", .orNull(.id), "The number of the concern that it opened.")]) { writer, asked, id, pupil in
        let (screening, school) = try writer.place(id, pupil, asked), body = asked.body
        guard let found = try writer.belowCutOff(in: screening, at: [school], for: asked.viewer, on: asked.today).first(where: { $0.pupil == pupil }) else {
            throw Problems("", "This pupil has no result below the cut-off in this campaign.")
        }
        let act = DecideFollowUp(body.text("outcome"), words: body.text("words"), begins: body.day("begins"), homeLanguage: body.text("home_language"), homeWords: body.text("home_words"),
                                 knownToSchool: body.text("known_to_school"), knownToFamily: body.text("known_to_family"))
        let before = try writer.followUps(in: id, at: [school])[pupil]
        let followUp = try writer.decide(act, about: found, of: try writer.pupil(pupil, for: asked.viewer, on: asked.today), in: screening, before: before, for: asked.viewer)
        return .object(["concern": followUp.concern.map { JSON.integer($0.rawValue) } ?? JSON.null])
    },
]

extension Reader {
    /// The campaign, and the school at which a pupil in sight stands in it.
    fileprivate func place(_ id: RowID, _ pupil: PupilID, _ asked: APIVisit) throws -> (Screening, SchoolID) {
        let screening = try screening(id, for: asked.viewer)
        _ = try self.pupil(pupil, for: asked.viewer, on: asked.today)
        for school in screening.schools {
            let pupils = try screenedPupils(of: screening, at: school.id, for: asked.viewer, on: asked.today)
            if pupils.contains(where: { $0.pupil == pupil }) { return (screening, school.id) }
        }
        throw NotFound()
    }
}

private let screeningFields: [APIField] = [
    APIField("campaign", .id, "Its number."), APIField("name", .anyText, "What it is called."), APIField("instrument", .id, "The test's number."), APIField("starts", .day, "First day of the window."),
    APIField("ends", .day, "Last day of the window."), APIField("state", .code(ScreeningCampaign.State.allCases.map(\.rawValue)), "How far it is."), APIField("years", .list(.anyText), "Year groups; none where it is for classes."),
    APIField("schools", .list(.urn), "URNs of its schools in sight."),
    APIField("coverage", .object(Coverage.allCases.map { APIField($0.rawValue, .number, "\($0.label).") }), "How many pupils in sight stand where."),
]

private let screenedFields: [APIField] = [
    APIField("pupil", .id, "The pupil's number."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."), APIField("school", .urn, "URN of the school."),
    APIField("status", .code(Coverage.allCases.map(\.rawValue)), "Where the pupil stands."), APIField("note", .anyText, "Why, in words."), APIField("below", .anyText, "What is below the cut-off; empty where nothing is."),
    APIField("found_on", .orNull(.day), "When."), APIField("outcome", .orNull(.code(FollowUp.Outcome.allCases.map(\.rawValue))), "What came of it; null before somebody decides."),
    APIField("words", .anyText, "In a few words."), APIField("decided_on", .orNull(.day), "When it was decided."),
]

extension Screening {
    fileprivate func json(_ coverage: CoverageCount, _ today: Day) -> JSON {
        .object([
            "campaign": .integer(id.rawValue), "name": .text(campaign.name), "instrument": .integer(instrument.id.rawValue), "starts": .text("\(campaign.starts)"), "ends": .text("\(campaign.ends)"),
            "state": .text(campaign.state(on: today).rawValue), "years": .list(campaign.yearGroups.map { .text($0.rawValue) }), "schools": .list(schools.map { .text($0.urn) }),
            "coverage": .object(JSON.KeyedValues(Coverage.allCases.map { ($0.rawValue, .integer(coverage[$0])) })),
        ])
    }
}

extension ScreeningLine {
    fileprivate var json: JSON {
        .object([
            "pupil": .integer(pupil.rawValue), "upn": .text(upn), "school": .text(urn), "status": .text(coverage.rawValue), "note": .text(note), "below": .text(found?.words ?? ""),
            "found_on": .optional(found?.day.description), "outcome": .optional(followUp?.outcome.rawValue), "words": .text(followUp?.words ?? ""), "decided_on": .optional(followUp?.decidedOn.description),
        ])
    }
}
