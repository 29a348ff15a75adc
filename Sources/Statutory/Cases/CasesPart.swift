import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Requests for an EHC needs assessment: the evidence, the checklist, each step with its day and paper.
/// - Parameter sources: what the areas below hold for a request.
func casesPart(_ sources: [EvidenceSource]) -> AreaPart { AreaPart(
    migrations: [Migration(604, "ehc_cases", PackageResources._604_cases_sql)],
    routes: requestsRoutes + checklistRoutes + startRequest.routes(startRequestPath) + requestRoutes(sources) + changeRequest.routes(changeRequestPath) + requestStep.routes(requestStepPath)
        + answerChecklist(sources).routes(requestChecklistPath) + evidenceRoutes(sources),
    words: [
        "/ehc/requests": "The list of requests for an assessment", "/pupils/*/ehc/requests/*": "A request for an assessment", "/pupils/*/ehc/requests/*/evidence": "The evidence for a request",
    ].merging(formWords([
        "/ehc/checklist": "What forms ask for", "/pupils/*/ehc/requests/start": "Start a request", "/pupils/*/ehc/requests/*/change": "Change a request",
        "/pupils/*/ehc/requests/*/step": "Say what happened in a request", "/pupils/*/ehc/requests/*/checklist": "Go through the checklist",
    ])) { $1 },
    sections: [caseSection], timelines: [caseTimeline], today: [casesToday],
    sources: [
        .ofPupil("Requests for an assessment", AssessmentCase.self, keep: .send, words: caseFact), .ofPupil("Steps of requests for an assessment", CaseStep.self, keep: .send, words: caseFact),
        .ofPupil("Answers to what a council’s form asks", ChecklistAnswer.self, keep: .send),
    ],
    chapters: [casesChapter],
    freeTexts: [
        FreeTexts((column: "reason", text: \AssessmentCase.words.reason), (column: "child_views", text: \AssessmentCase.words.childViews), (column: "views_how", text: \AssessmentCase.words.viewsHow), (column: "family_views", text: \AssessmentCase.words.familyViews),
                  (column: "hopes", text: \AssessmentCase.words.hopes), (column: "care", text: \AssessmentCase.words.care), (column: "agreement", text: \AssessmentCase.words.agreement)), FreeTexts((column: "words", text: \CaseStep.words)),
        FreeTexts((column: "words", text: \ChecklistAnswer.words)),
    ]) }

/// On a pupil's page: the open request with what is next, or the way to begin one.
private let caseSection = PupilSection(order: 33, needs: .seeRecord) { reader, person, pupil, day in
    let viewer = person.inStaffParts, powers = try reader.powers(of: viewer, over: pupil, on: day)
    guard powers.contains(.seeRecord) else { return "" }
    let cases = try reader.cases(of: pupil, for: viewer, on: day), open = cases.first { !$0.isOver }
    guard let open else {
        let start: HTML = "<p class=\"actions\">\(linkButton("Start a request for an assessment", startRequestPath(pupil), aside: true))</p>"
        return powers.contains(.changeRegister) ? card("EHC needs assessment", id: "ehc-request", printed: false, "<p>No request is open.</p>\(start)") : ""
    }
    let next = try reader.duties(of: open.matter).first(where: \.isOpen)
    let due: HTML = next.map { "<p>Next: \($0.owner.label), by \($0.dueOn.inWords): \($0.what).</p>" } ?? ""
    return card("EHC needs assessment", id: "ehc-request", "<p><a href=\"\(ehcRequestPath(pupil, open.id))\">\(open.kind.label)</a>: \(open.state.label), \(open.since.inWords).</p>\(due)")
}

/// Each step in a pupil's history.
@Sendable private func caseTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    try reader.all(CaseStep.self, "WHERE pupil_id = \(pupil) ORDER BY happened_on, id").map { step in
        TimelineEvent(step.happenedOn, "EHC request: \(step.kind.label).", detail: step.words, isMilestone: [.asked, .assessing, .refused, .final, .notIssued].contains(step.kind))
    }
}

/// Requests that are being prepared: nobody counts their days before they are sent.
private let casesToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.changeRegister)
    guard viewer.may(.changeRegister) else { return [] }
    let waiting = try reader.countCases(at: nil, over: false, in: .begun, for: viewer, on: day)
    return waiting == 0 ? [] : [TodayLine(waiting, "\(count(waiting, "request")) for an assessment being prepared.", action: "Go on with \(waiting == 1 ? "it" : "them")", ehcRequestsPath())]
}

/// Codes in words.
let caseFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "kind": AssessmentCase.Kind(rawValue: text)?.label ?? CaseStepKind(rawValue: text)?.label
    case "state": CaseStepKind(rawValue: text)?.label
    case "asked_by": AssessmentCase.Asker(rawValue: text)?.label
    case "stated": DateSource(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
