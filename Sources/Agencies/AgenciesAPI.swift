import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What programs read and do about agencies, referrals and recommendations: the same acts as the pages'.
let agenciesAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/agencies"), .seePlans, name: "listAgencies", "Agencies, with the waiting time that pupils here lived through", query: [], item: agencyFields) { asked in
        try await asked.read { reader in
            let viewer = asked.viewer.inStaffParts, waits = try reader.waitingTimes(on: asked.today), after = try asked.mark(of: 1)?.first ?? 0
            guard viewer.findsAgencies else { throw NotFound() }
            let found = try reader.agencies(for: viewer).filter { $0.id.rawValue > after }.sorted { $0.id < $1.id }.prefix(asked.limit + 1), shown = found.prefix(asked.limit)
            let next = found.count > shown.count ? shown.last?.id.rawValue : nil
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json { agencyJSON($0, waits[$0.id]) }
        }
    },
    .list(PagePath< >("/api/v1/referrals"), .seeRecord, name: "listReferrals", "Referrals of pupils on roll", query: [.ofSchool], item: referralFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachReferral(of: school, for: asked.viewer, on: asked.today, after: after, limit: asked.limit + 1)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.referral.id.rawValue : nil
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json(referralJSON)
        }
    },
    .list(PagePath< >("/api/v1/recommendations"), .seeRecord, name: "listRecommendations", "What specialists recommend for pupils on roll", query: [.ofSchool], item: recommendationFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachRecommendation(of: school, for: asked.viewer, on: asked.today, after: after, limit: asked.limit + 1)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.recommendation.id.rawValue : nil
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json(recommendationJSON)
        }
    },
    .list(PagePath< >("/api/v1/early-help"), .seeRecord, name: "listEarlyHelp", "Early help for families of pupils on roll, without what is written of them", query: [.ofSchool], item: earlyHelpFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachEarlyHelp(of: school, for: asked.viewer, on: asked.today, after: after, limit: asked.limit + 1)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.episode.id.rawValue : nil
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json(earlyHelpJSON)
        }
    },
    .act(PagePath<PupilID>("/api/v1/pupils/*/referrals"), parts: ["pupil"], .refer, name: "draftReferral", "Draft a referral", body: [
        APIField("agency", .id, "The agency's number."), APIField("reason", .words(5000), "What is seen, since when, what was tried."), APIField("wanted", .words(5000), "What is asked for."),
    ], gives: [APIField("referral", .id, "The referral's number.")], adds: true) { writer, asked, pupil in
        let record = try writer.pupilRecord(pupil, for: asked.viewer, on: asked.today)
        return .object(["referral": .integer(try writer.draft(asked.body.form, about: record, for: asked.viewer).id.rawValue)])
    },
    .act(PagePath<PupilID, RowID>("/api/v1/pupils/*/referrals/*/step"), parts: ["pupil", "referral"], .refer, name: "takeReferralStep", "Take a referral one step on", body: [
        APIField("to", .code(ReferralState.allCases.map(\.rawValue)), "What happened."), APIField("happened_on", .day, "On which day."), .maybe("words", .wordsIfAny(5000), "What there is to say of it."),
        .maybe("expected_on", .day, "Of accepted and waiting: when they expect to see the pupil."),
    ], gives: [APIField("saved", .flag, "True.")]) { writer, asked, pupil, row in
        try referralStep.apply(writer, asked.visit.asks(pupil, row), asked.body.form)
        return .object(["saved": .bool(true)])
    },
]

private let agencyFields: [APIField] = [
    APIField("agency", .id, "Its number."), APIField("name", .anyText, "Its name."), APIField("kind", .code(AgencyKind.allCases.map(\.rawValue)), "What kind of service."),
    APIField("council", .anyText, "Three figures of the council; empty where it is bound to none."), APIField("usual_days", .orNull(.integer(0...100_000)), "Within how many days it usually answers."),
    APIField("closed_on", .orNull(.day), "Its last day."), APIField("waiting_days", .orNull(.integer(0...100_000)), "The middle of how long pupils here waited; null for fewer than five."),
    APIField("waiting_number", .orNull(.integer(0...100_000)), "Of how many referrals."),
]

private func agencyJSON(_ agency: Agency, _ wait: WaitingTime?) -> JSON {
    .object([
        "agency": .integer(agency.id.rawValue), "name": .text(agency.name), "kind": .text(agency.kind.rawValue), "council": .text(agency.laCode), "usual_days": agency.usualDays.map { .integer($0) } ?? .null,
        "closed_on": .optional(agency.ends?.description), "waiting_days": wait.map { .integer($0.median) } ?? .null, "waiting_number": wait.map { .integer($0.number) } ?? .null,
    ])
}

private let referralFields: [APIField] = [
    APIField("referral", .id, "Its number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."),
    APIField("school", .urn, "URN of the school on whose roll the pupil is."), APIField("agency", .id, "The agency's number."), APIField("agency_name", .anyText, "Its name."),
    APIField("state", .code(ReferralState.allCases.map(\.rawValue)), "Where it stands."), APIField("since", .day, "Since when."), APIField("sent_on", .orNull(.day), "When it was first sent."),
    APIField("seen_on", .orNull(.day), "When somebody first saw the pupil."), APIField("expected_on", .orNull(.day), "When the agency expects to see the pupil."),
]

@Sendable private func referralJSON(_ line: ReferralLine) -> JSON {
    let referral = line.referral
    return .object([
        "referral": .integer(referral.id.rawValue), "pupil": .integer(referral.pupil.rawValue), "upn": .text(line.upn), "school": .text(line.urn), "agency": .integer(referral.agency.rawValue),
        "agency_name": .text(line.agency), "state": .text(referral.state.rawValue), "since": .text("\(referral.since)"), "sent_on": .optional(referral.sentOn?.description),
        "seen_on": .optional(referral.seenOn?.description), "expected_on": .optional(referral.expectedOn?.description),
    ])
}

private let recommendationFields: [APIField] = [
    APIField("recommendation", .id, "Its number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."),
    APIField("school", .urn, "URN of the school on whose roll the pupil is."), APIField("author", .anyText, "Who advised it."), APIField("received_on", .day, "When the advice came."),
    APIField("words", .anyText, "What is recommended."), APIField("state", .code(Recommendation.State.allCases.map(\.rawValue)), "Where it stands."), APIField("since", .day, "Since when."),
    APIField("owner", .anyText, "Who carries it out; empty before that is said."), APIField("due", .orNull(.day), "By when."), APIField("evidence", .anyText, "What shows that it was done."),
]

@Sendable private func recommendationJSON(_ line: RecommendationLine) -> JSON {
    let item = line.recommendation
    return .object([
        "recommendation": .integer(item.id.rawValue), "pupil": .integer(item.pupil.rawValue), "upn": .text(line.upn), "school": .text(line.urn), "author": .text(line.author),
        "received_on": .text("\(line.receivedOn)"), "words": .text(item.words), "state": .text(item.state.rawValue), "since": .text("\(item.since)"), "owner": .text(item.owner.name),
        "due": .optional(item.due?.description), "evidence": .text(item.evidence),
    ])
}

private let earlyHelpFields: [APIField] = [
    APIField("early_help", .id, "Its number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."),
    APIField("school", .urn, "URN of the school on whose roll the pupil is."), APIField("name", .anyText, "What the council calls it."), APIField("started_on", .day, "When it began."),
    APIField("review_on", .orNull(.day), "The day of the next meeting."), APIField("lead", .anyText, "The lead practitioner; empty where nobody is named."), APIField("actions", .integer(0...100_000), "How much is still to be done."),
    APIField("closed_on", .orNull(.day), "When it was closed."), APIField("ending", .anyText, "Why, as a code: \(EarlyHelpEpisode.Ending.allCases.map(\.rawValue).joined(separator: ", ")); empty while it is open."),
]

@Sendable private func earlyHelpJSON(_ line: EarlyHelpLine) -> JSON {
    let episode = line.episode
    return .object([
        "early_help": .integer(episode.id.rawValue), "pupil": .integer(episode.pupil.rawValue), "upn": .text(line.upn), "school": .text(line.urn), "name": .text(episode.name), "started_on": .text("\(episode.startedOn)"),
        "review_on": .optional(episode.reviewOn?.description), "lead": .text(line.lead), "actions": .integer(line.actions), "closed_on": .optional(episode.closedOn?.description),
        "ending": .text(episode.ending?.rawValue ?? ""),
    ])
}
