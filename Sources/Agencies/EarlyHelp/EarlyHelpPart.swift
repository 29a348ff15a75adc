import Access
import AreaKit
import Basics
import Database
import Pages
import People

// Early help, and what it adds to pages of other areas.

func earlyHelpPart(_ fillForm: EarlyHelpForm?) -> AreaPart { AreaPart(
    routes: earlyHelpListRoutes + earlyHelpSchemeRoutes + keepEarlyHelpSchemeRoutes + startEarlyHelp.routes(startEarlyHelpPath) + earlyHelpRoutes(fillForm) + changeEarlyHelp.routes(changeEarlyHelpPath)
        + renewEarlyHelpConsent.routes(earlyHelpConsentPath) + endEarlyHelpConsent.routes(endEarlyHelpConsentPath) + nameEarlyHelpLead.routes(earlyHelpLeadPath) + takeEarlyHelpStep.routes(earlyHelpStepPath)
        + setEarlyHelpMeeting.routes(earlyHelpNextPath) + recordEarlyHelpMeeting.routes(earlyHelpMeetingPath) + changeEarlyHelpMeeting.routes(changeEarlyHelpMeetingPath)
        + addEarlyHelpAction.routes(earlyHelpActionPath) + closeEarlyHelp.routes(closeEarlyHelpPath),
    words: [
        "/early-help": "The list of early help", "/early-help/schemes": "How each council does early help", "/pupils/*/early-help/*": "Early help for a family", "/pupils/*/early-help/*/reopen": "Early help that is opened again",
        "/api/v1/early-help": "Early help, for a program",
    ].merging(formWords([
        "/early-help/schemes/add": "Add a council’s way of early help", "/early-help/schemes/*": "Change a council’s way of early help", "/early-help/schemes/*/close": "Close a council’s way of early help",
        "/pupils/*/early-help/start": "Begin early help", "/pupils/*/early-help/*/change": "Change what is written about the family", "/pupils/*/early-help/*/consent": "Write down the family’s consent",
        "/pupils/*/early-help-consents/*/end": "Say that the family takes it back", "/pupils/*/early-help/*/lead": "Name the lead practitioner", "/pupils/*/early-help-steps/*": "Say what became of a step",
        "/pupils/*/early-help/*/next": "Set the day of the next meeting", "/pupils/*/early-help/*/meeting": "Write down the meeting", "/pupils/*/early-help-meetings/*": "Change what was written of a meeting",
        "/pupils/*/early-help/*/action": "Write down who does what", "/pupils/*/early-help/*/close": "Close early help",
    ])) { $1 },
    sections: [earlyHelpSection], timelines: [earlyHelpTimeline], today: [earlyHelpToday], letter: [earlyHelpLetterLine],
    safetyRules: earlyHelpSafetyRules,
    sources: [
        .ofPupil("Early help", EarlyHelpEpisode.self, keep: .send, words: earlyHelpFact, look: { _, _ in ofTheFamily }),
        .ofPupil("Consent to early help", EarlyHelpConsent.self, keep: .send, words: earlyHelpFact),
        .ofPupil("Lead practitioners of early help", EarlyHelpLead.self, keep: .send),
        .ofPupil("Steps of early help", EarlyHelpStep.self, keep: .send, words: earlyHelpFact),
        .ofPupil("Meetings of early help", EarlyHelpMeeting.self, keep: .send, look: { _, _ in ofTheFamily }),
    ],
    freeTexts: [
        FreeTexts((column: "strengths", text: \EarlyHelpEpisode.strengths), (column: "needs", text: \EarlyHelpEpisode.needs), (column: "wanted", text: \EarlyHelpEpisode.wanted),
                  (column: "household", text: \EarlyHelpEpisode.household), (column: "closed_words", text: \EarlyHelpEpisode.closedWords)),
        FreeTexts((column: "words", text: \EarlyHelpConsent.words), (column: "ended_because", text: \EarlyHelpConsent.endedBecause)),
        FreeTexts((column: "words", text: \EarlyHelpStep.words)),
        FreeTexts((column: "people", text: \EarlyHelpMeeting.people), (column: "child_view", text: \EarlyHelpMeeting.childView), (column: "family_view", text: \EarlyHelpMeeting.familyView), (column: "progress", text: \EarlyHelpMeeting.progress)),
    ]) }

/// Why a person looks at it before a copy is given to anybody.
private let ofTheFamily = "It tells of other people of the family and the home. Each of them has rights of their own: look at it before you give it."

/// On a pupil's page: the early help that runs, and the way to begin.
private let earlyHelpSection = PupilSection(order: 36, needs: .seeRecord) { reader, viewer, pupil, day in
    let powers = try reader.powers(of: viewer.inStaffParts, over: pupil, on: day)
    guard powers.contains(.seeRecord) else { return "" }
    let episodes = try reader.earlyHelp(of: pupil, for: viewer, on: day), works = powers.contains(.refer)
    if episodes.isEmpty, !works { return "" }
    let items: [HTML] = episodes.map { episode in
        let words: HTML = episode.isOpen ? "since \(episode.startedOn.inWords) · \(episode.meeting): \(meetingWords(episode, day))" : "\(episode.startedOn.inWords) to \(episode.closedOn?.inWords ?? "")"
        return "<li><a href=\"\(earlyHelpPath(pupil, episode.row))\">\(episode.name)</a>, \(words)</li>"
    }
    let button: HTML = works && !episodes.contains(where: \.isOpen) ? "<p class=\"actions no-print\">\(linkButton("Begin early help", startEarlyHelpPath(pupil), aside: true))</p>" : ""
    return card("Early help", id: "early-help", (items.isEmpty ? "<p>None so far.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + button)
}

/// Early help in a pupil's history.
@Sendable private func earlyHelpTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let episodes = try reader.all(EarlyHelpEpisode.self, "WHERE pupil_id = \(pupil) ORDER BY id")
    if episodes.isEmpty { return [] }
    let names = Dictionary(uniqueKeysWithValues: episodes.map { ($0.id, $0) })
    let began = episodes.map { TimelineEvent($0.startedOn, "\($0.name) begun.", detail: "", isMilestone: true) }
    let closed = episodes.compactMap { episode in episode.closedOn.map { TimelineEvent($0, "\(episode.name) closed.", detail: episode.ending?.label ?? "", isMilestone: true) } }
    let meetings = try reader.all(EarlyHelpMeeting.self, "WHERE pupil_id = \(pupil) ORDER BY id").map { TimelineEvent($0.heldOn, "\(names[$0.episode]?.meeting ?? "Meeting") held.", detail: "", isMilestone: false) }
    return began + meetings + closed
}

/// Meetings of early help that are late or come soon.
private let earlyHelpToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.refer)
    guard viewer.may(.refer) else { return [] }
    let late = try reader.earlyHelpCounts(for: viewer, on: day)[.late] ?? 0, soon = (try reader.earlyHelpCounts(for: viewer, on: day + 8)[.late] ?? 0) - late
    let first = late == 0 ? [] : [TodayLine(late, "\(count(late, "early help meeting")) \(late == 1 ? "is" : "are") late.", action: "Hold or move \(late == 1 ? "it" : "them")", earlyHelpListPath().asking(["state": "late"]))]
    return first + (soon <= 0 ? [] : [TodayLine(soon, "\(count(soon, "early help meeting")) in the next week.", action: "See which", earlyHelpListPath())])
}

private let earlyHelpLetterLine = LetterLine(one: "early help meeting is late", many: "early help meetings are late", "/early-help?state=late") { reader, person, day in
    let viewer = person.inStaffParts.doing(.refer)
    return viewer.may(.refer) ? try reader.earlyHelpCounts(for: viewer, on: day)[.late] ?? 0 : 0
}

/// Codes in words.
private let earlyHelpFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return column == "position" ? nil : try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "ending": EarlyHelpEpisode.Ending(rawValue: text)?.label
    case "state": EarlyHelpStep.State(rawValue: text)?.label
    case "way": AgencyConsent.Way(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
