import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

// What screening adds to pages of other areas.

/// What came of screenings in a pupil's history. The results themselves stand there already.
@Sendable func screeningTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let followUps = try reader.all(FollowUp.self, "WHERE pupil_id = \(pupil)"), statuses = try reader.all(ScreeningStatus.self, "WHERE pupil_id = \(pupil) AND status NOT IN ('not_yet')")
    let ids = followUps.map(\.campaign) + statuses.map(\.campaign)
    let names = Dictionary(uniqueKeysWithValues: try reader.all(ScreeningCampaign.self, "WHERE id IN \(ids)").map { ($0.id, $0.name) })
    return followUps.map { TimelineEvent($0.decidedOn, "After the screening \(names[$0.campaign] ?? ""): \($0.inWords)", detail: $0.homeLanguage == .unasked ? "" : "Home language: \($0.homeLanguage.label.lowercasedStart)") }
        + statuses.map { TimelineEvent($0.setOn, "Not tested in the screening \(names[$0.campaign] ?? ""): \($0.status.label.lowercasedStart).", detail: $0.note) }
}

/// Results about which the SENCO decides.
let followUpsToday = TodayItem { reader, person, day in
    let viewer = person.doing(.changeRegister)
    guard viewer.may(.changeRegister) else { return [] }
    let waiting = try reader.unfollowed(SafetyQuestion(viewer: viewer, day: day), before: day + 1)
    let pupils = Set(waiting.map(\.found.pupil)).count
    guard let first = waiting.first else { return [] }
    let places = Set(waiting.map { [$0.campaign.rawValue, $0.found.school.rawValue] }).count
    let next = places == 1 ? followUpsPath(first.campaign, first.found.school) : screeningsPath()
    return [TodayLine(pupils, "\(count(pupils, "pupil")) \(pupils == 1 ? "is" : "are") below the cut-off of a screening, and \(pupils == 1 ? "waits" : "wait") for your decision.", action: "See and decide", next)]
}

/// Campaigns in which somebody tests.
let testingToday = TodayItem { reader, person, day in
    let viewer = person.doing(.enterResults).inStaffParts
    if viewer.staff.isEmpty { return [] }
    let campaigns = try reader.all(ScreeningCampaign.self, """
        WHERE starts <= \(day) AND ends >= \(day) AND closed_on IS NULL AND id IN (SELECT t.campaign_id FROM screening_tester t WHERE t.staff_id IN \(viewer.staff)) ORDER BY ends, id LIMIT 5
        """)
    return try campaigns.compactMap { campaign in
        guard let screening = try? reader.screening(campaign.id, for: viewer) else { return nil }
        let open = try reader.coverage(of: screening, for: viewer, on: day).values.reduce(CoverageCount(), +).untested
        return open == 0 ? nil : TodayLine(open, "\(campaign.name): \(count(open, "child is", "children are")) not tested yet. It ends on \(campaign.ends.inWords).", action: "Enter results", screeningPath(campaign.id))
    }
}

/// Where screening holds sentences about a pupil.
let screeningFreeTexts: [FreeTexts] = [
    FreeTexts((column: "note", text: \ScreeningStatus.note)),
    FreeTexts((column: "words", text: \FollowUp.words), (column: "home_words", text: \FollowUp.homeWords)),
]

/// What is kept about a pupil here.
let screeningSubjectSources: [SubjectSource] = [
    .ofPupil("Why there is no screening result", ScreeningStatus.self, keep: .send, words: screeningFact),
    .ofPupil("What came of a screening", FollowUp.self, keep: .send, words: screeningFact),
]

/// Codes in words.
private let screeningFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "status": Coverage(rawValue: text)?.label
    case "outcome": FollowUp.Outcome(rawValue: text)?.label
    case "home_language": text.isEmpty ? "" : FollowUp.HomeLanguage(rawValue: text)?.label
    case "known_school", "known_family": FollowUp.Known(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}

/// What pages of screening are called for those who read who looked.
let screeningPageWords = [
    "/screening/*/schools/*/grid": "The results of a screening", "/screening/*/schools/*/grid/paste": "The results of a screening",
    "/screening/*/schools/*/untested": "Who is not tested in a screening", "/screening/*/schools/*/follow-ups": "Who is below the cut-off of a screening",
    "/api/v1/screening/*/pupils": "A screening, for a program", "/api/v1/screening/pupils": "Screenings, for a program",
    "/api/v1/screening/*/pupils/*/status": "Why a pupil is not tested, from a program", "/api/v1/screening/*/pupils/*/follow-up": "What comes of a screening, from a program",
]
