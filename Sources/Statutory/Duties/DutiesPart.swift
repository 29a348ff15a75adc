import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What is owed, by whom, until when: the core on which cases, plans and reviews write, its page and its rules.
let dutiesPart = AreaPart(
    migrations: [Migration(601, "duties", PackageResources._601_duties_sql)],
    routes: dutiesRoutes + meetDuty.routes + excuseDuty.routes + withdrawExcuse.routes + schoolDutiesRoutes + recordPupilDay.routes(recordPupilDayPath)
        + councilsRoutes + councilSummaryRoutes,
    apiRoutes: dutiesAPI,
    words: [
        "/duties": "What is due by law", "/duties/*/done": "The form “Say when it was done”", "/duties/*/excuse": "The form “Write down an excuse”", "/duties/*/excuse/withdraw": "The form “Take an excuse back”",
        "/duties/councils/*/summary": "The week’s summary for a council", "/pupils/*/duties/record": "The form “Healthcare plan”", "/api/v1/duties": "What is due by law, for a program",
    ],
    sections: [dutiesSection], timelines: [legalTimeline], today: [dutiesToday], letter: [dutiesLetterLine], safetyRules: dutySafetyRules,
    sources: [
        .ofPupil("Legal events", LegalEvent.self, keep: .send, words: dutyFact), .ofPupil("Legal duties", OwedDuty.self, keep: .send, words: dutyFact),
        .ofPupil("Excuses for legal duties", DutyExemption.self, keep: .send, words: dutyFact),
    ],
    chapters: [dutiesChapter],
    freeTexts: [
        FreeTexts((column: "words", text: \LegalEvent.words)), FreeTexts((column: "done_words", text: \OwedDuty.doneWords)),
        FreeTexts((column: "evidence", text: \DutyExemption.evidence), (column: "ended_because", text: \DutyExemption.endedBecause)),
    ],
    menu: { viewer in viewer.atDuties.may(.seeSafetyNet) ? [MenuEntry("What is due", dutiesPath(), place: "duties", order: 31)] : [] })

/// Codes in words.
let dutyFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "matter": MatterKind(rawValue: text)?.label
    case "event": StatutoryEvent(rawValue: text)?.title
    case "stated", "done_stated": DateSource(rawValue: text)?.label
    case "owner": DutyOwner(rawValue: text)?.label
    case "force": Force(rawValue: text)?.label
    case "mark": EvidenceMark(rawValue: text)?.label
    case "ground": ExemptionGround(rawValue: text)?.words
    case "details", "due_is": ""
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
