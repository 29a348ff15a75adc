import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What advice adds to pages of other areas.

private let adviceFormRoutes: [Route] = [addAdvice.routes(addAdvicePath), addRecommendations.routes(addRecommendationPath), changeAdvice.routes(changeAdvicePath), withdrawAdvice.routes(withdrawAdvicePath), decideRecommendation.routes(decideRecommendationPath)].flatMap { $0 }

let advicePart = AreaPart(
    routes: adviceFormRoutes + adviceRoutes + recommendationsRoutes,
    words: [
        "/pupils/*/advice/add": "The form “Enter advice”", "/pupils/*/advice/*": "Advice of a specialist", "/pupils/*/advice/*/more": "The form “Add recommendations”",
        "/pupils/*/advice/*/change": "The form “Put advice right”", "/pupils/*/advice/*/withdraw": "The form “Take advice out”",
        "/pupils/*/recommendations/*": "The form “Answer a recommendation”", "/recommendations": "The list of recommendations",
    ],
    sections: [adviceSection], timelines: [adviceTimeline], today: [recommendationsToday], evidence: [adviceEvidence], safetyRules: [recommendationUnanswered],
    sources: [
        .ofPupil("Advice of specialists", Advice.self, keep: .send, words: adviceFact, look: { try $0.lookAtReferral($1.referral) }),
        .ofPupil("Recommendations", Recommendation.self, keep: .send, words: adviceFact, look: { try $0.lookAtReferral($0.one($1.advice, of: Advice.self)?.referral) }),
        .ofPupil("Answers to recommendations", RecommendationStep.self, keep: .send, words: adviceFact),
    ],
    freeTexts: [
        FreeTexts((column: "summary", text: \Advice.summary), (column: "withdrawn_because", text: \Advice.withdrawnBecause)), FreeTexts((column: "words", text: \Recommendation.words), (column: "evidence", text: \Recommendation.evidence)),
        FreeTexts((column: "words", text: \RecommendationStep.words)),
    ])

/// On a pupil's page: what specialists advised, and how much of it is open.
private let adviceSection = PupilSection(order: 36, needs: .seeRecord) { reader, viewer, pupil, day in
    let staff = viewer.inStaffParts, powers = try reader.powers(of: staff, over: pupil, on: day)
    guard powers.contains(.seeRecord) else { return "" }
    let items: [HTML] = try reader.advice(of: pupil, for: staff, on: day).filter { $0.advice.withdrawnOn == nil }.map { held in
        let open = held.recommendations.filter(\.state.isOpen).count, late = held.recommendations.filter { $0.isOverdue(on: day) }.count
        let warn: HTML = late == 0 ? "" : " <span class=\"tag tag-warn\">\(late) overdue</span>"
        return "<li><a href=\"\(advicePath(pupil, held.advice.row))\">\(held.advice.author)</a>, \(held.advice.receivedOn.inWords): \(open) of \(count(held.recommendations.count, "recommendation")) open\(warn)</li>"
    }
    let button: HTML = powers.contains(.refer) ? "<p class=\"actions no-print\">\(linkButton("Enter advice", addAdvicePath(pupil), aside: true))</p>" : ""
    return items.isEmpty && button.isEmpty ? "" : card("Advice of specialists", id: "specialists", (items.isEmpty ? "<p>None is entered.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + button)
}

@Sendable private func adviceTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    try reader.all(Advice.self, "WHERE pupil_id = \(pupil) AND withdrawn_on IS NULL ORDER BY id").map { TimelineEvent($0.receivedOn, "Advice came: \($0.author).", detail: $0.summary, isMilestone: true) }
}

/// Recommendations that nobody has answered, and those that are overdue.
private let recommendationsToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.refer)
    guard viewer.may(.refer) else { return [] }
    let counts = try reader.recommendationCounts(for: viewer, on: day), fresh = counts[.proposed] ?? 0, late = counts[.overdue] ?? 0
    let first = fresh == 0 ? [] : [TodayLine(fresh, "\(count(fresh, "recommendation")) of specialists \(fresh == 1 ? "waits" : "wait") for the school’s answer.", action: "See and answer", recommendationsPath().asking(["state": "proposed"]))]
    return first + (late == 0 ? [] : [TodayLine(late, "\(count(late, "recommendation")) \(late == 1 ? "is" : "are") past the day by which it was to be carried out.", action: "See what is late", recommendationsPath().asking(["state": "overdue"]))])
}

let recommendationUnanswered = SafetyRule(
    "recommendation-unanswered", .gap, "A recommendation without an answer",
    why: "Advice helps a pupil only where somebody takes it up. Each recommendation is accepted, adapted or declined with a reason within six weeks; a school has regard to what specialists advise (SEND Code of Practice 2015, 6.47 and 6.58).",
    who: "The SENCO acts", next: "Say what the school makes of it"
) { reader, question in
    let sql = question.found("w.id, w.came, w.entered, w.how_many", from: """
        (SELECT a.id, a.pupil_id, a.received_on AS came, MIN(c.since) AS entered, COUNT(*) AS how_many FROM recommendation c JOIN advice a ON a.id = c.advice_id \
        WHERE c.state = 'proposed' AND a.withdrawn_on IS NULL AND c.since < \(question.day - Recommendation.answerDays) GROUP BY a.id, a.pupil_id, a.received_on) w
        """, of: "w.pupil_id", where: "1 = 1")
    return try reader.rows(sql) { row in
        let found = try FoundPupil(&row, question.viewer), advice: RowID = try row.next(), came: Day = try row.next(), entered: Day = try row.next(), number: Int = try row.next()
        let next = question.viewer.may(.seeRecord, at: found.school) ? advicePath(found.pupil, advice) : pupilPath(found.pupil)
        return found.finding("advice-\(advice)", since: entered + Recommendation.answerDays + 1, "Advice came on \(came.inWords), and \(count(number, "recommendation")) of it \(number == 1 ? "has" : "have") no answer.", next: next)
    }
}

/// Codes in words, and the agency by its name.
private let adviceFact: FactWords = { reader, table, column, value in
    if column == "state", case .text(let text) = value { return SubjectRow.Fact("State", Recommendation.State(rawValue: text)?.label ?? text) }
    return try referralFact(reader, table, column, value)
}
