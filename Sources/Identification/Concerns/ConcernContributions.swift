import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What concerns add to pages of other areas.

/// On a pupil's page: the button, the concerns that the viewer may read, and whether the family was told.
let concernsSection = PupilSection(order: 30, needs: .raiseConcern) { reader, viewer, pupil, day in
    let records = try reader.concerns(of: pupil, for: viewer.inStaffParts, on: day)
    let items: [HTML] = records.map { record in
        let concern = record.concern
        return """
            <li><a href="\(concernPath(pupil, concern.row))">\(concern.areaLabels.joined(separator: "; "))</a>, raised by \(concern.raisedBy) on \(concern.raisedOn.inWords). \
            \(record.latest?.inWords ?? "Not decided yet"). \(record.isClosed ? "" : "Due: \(due(record, day))")</li>
            """
    }
    let list: HTML = items.isEmpty ? "" : "<ul class=\"plain tall\">\(items)</ul>"
    return card("Concerns", id: "concerns", """
        \(try toldLine(reader, viewer, pupil, day))\(list)<p class="actions no-print">\(linkButton("Raise a concern", raiseConcernPath(pupil), aside: true))</p>
        """)
}

/// Whether the family was told of SEN support, for those who see the whole record.
private func toldLine(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID, _ day: Day) throws -> HTML {
    let powers = try reader.powers(of: viewer, over: pupil, on: day)
    guard powers.contains(.seeRecord) else { return "" }
    if let told = try reader.told(of: pupil).last { return "<p>The family was told of SEN support \(told.inWords).</p>" }
    guard let status = try reader.registerRecord(pupil, for: viewer, on: day).provision(on: day)?.provision, CodeList.censusProvision(status) == "K" else { return "" }
    let button: HTML = powers.contains(.changeRegister) ? " <a class=\"no-print\" href=\"\(tellFamilyPath(pupil))\">Say when the family was told</a>" : ""
    return "<p><span class=\"tag tag-warn\">Family not told</span> Nobody has written down that the family was told of SEN support.\(button)</p>"
}

/// Concerns in a pupil's history.
@Sendable func concernTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let records = try reader.allConcerns(of: pupil), concerns = records.map(\.concern), decisions = records.flatMap(\.decisions)
    let told = try reader.told(of: pupil)
    return concerns.map { TimelineEvent($0.raisedOn, "Concern raised: \($0.areaLabels.joined(separator: "; ")).", detail: "\($0.raisedBy): “\($0.seen)”") }
        + decisions.map { TimelineEvent($0.decidedOn, "Concern decided: \($0.inWords).", detail: "\($0.decidedBy): “\($0.reason)”") }
        + told.compactMap { telling in telling.toldOn.map { TimelineEvent($0, "The family was told of SEN support.", detail: telling.note) } }
}

/// Concerns that wait for a decision, and questions of colleagues that wait for an answer.
let concernsToday = TodayItem { reader, person, day in
    let deciding = person.doing(.changeRegister)
    guard deciding.may(.changeRegister) else { return [] }
    let counts = try reader.concernCounts(for: deciding, on: day), undecided = counts[.undecided] ?? 0, late = counts[.late] ?? 0
    let first = undecided == 0 ? [] : [TodayLine(undecided, "\(count(undecided, "concern")) \(undecided == 1 ? "waits" : "wait") for your decision.", action: "See and decide", concernsPath().asking(["state": "undecided"]))]
    return first + (late == 0 ? [] : [TodayLine(late, "\(count(late, "concern")) \(late == 1 ? "is" : "are") past the day on which somebody decides or looks again.", action: "See what is late", concernsPath().asking(["state": "late"]))])
}

let returnsToday = TodayItem { reader, person, day in
    let viewer = person.doing(.raiseConcern).inStaffParts
    if viewer.staff.isEmpty { return [] }
    let open = try reader.rows("""
        SELECT r.id, r.pupil_id, q.answer_by, r.reminded_on \(asked(viewer, day)) ORDER BY CASE WHEN r.reminded_on IS NULL THEN 1 ELSE 0 END, q.answer_by, r.id LIMIT 20
        """) { try ($0.next(RowID.self), $0.next(PupilID.self), $0.next(Day.self), $0.next(Day?.self)) }
    let names = Dictionary(try reader.all(Pupil.self, "WHERE id IN \(open.map(\.1))").map { ($0.id, $0.name) }) { $1 }
    viewer.witness.saw(open.map(\.1))
    return open.map { row, pupil, by, reminded in
        TodayLine(nil, "\(reminded == nil ? "" : "Reminder: ")the SENCO asks you about \(names[pupil] ?? ""), by \(by.inWords).", action: "Answer in a few minutes", answerReturnPath(pupil, row))
    }
}

/// What this person is asked about pupils and has not answered.
private func asked(_ viewer: Viewer, _ day: Day) -> SQL {
    """
    FROM colleague_return r JOIN colleague_question q ON q.id = r.question_id \
    WHERE r.staff_id IN \(viewer.staff) AND r.answered_on IS NULL AND r.pupil_id IN (SELECT e.pupil_id FROM enrolment e \
    WHERE e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND \(viewer.seesEnrolment(on: day)))
    """
}

/// The same as a number, in the letter of the day.
let returnsLetterLine = LetterLine(one: "question of a colleague waits for your answer", many: "questions of colleagues wait for your answer", "/") { reader, person, day in
    let viewer = person.doing(.raiseConcern).inStaffParts
    return viewer.staff.isEmpty ? 0 : try reader.value("SELECT COUNT(*) \(asked(viewer, day))") ?? 0
}

/// Concerns past the day on which somebody decides or looks again, in the letter of the day.
let concernsLetterLine = LetterLine(one: "concern is past its day", many: "concerns are past their day", "/concerns?state=late") { reader, person, day in
    let deciding = person.doing(.changeRegister)
    return deciding.may(.changeRegister) ? try reader.concernCounts(for: deciding, on: day)[.late] ?? 0 : 0
}

/// Where concerns hold sentences about a pupil.
let concernFreeTexts: [FreeTexts] = [
    FreeTexts((column: "seen", text: \Concern.seen), (column: "since", text: \Concern.since), (column: "tried", text: \Concern.tried),
              (column: "how_it_went", text: \Concern.howItWent), (column: "family_said", text: \Concern.familySaid)),
    FreeTexts((column: "reason", text: \ConcernDecision.reason), (column: "doing", text: \ConcernDecision.doing), (column: "family_words", text: \ConcernDecision.familyWords)),
    FreeTexts((column: "note", text: \FamilyTold.note)),
    FreeTexts((column: "reason", text: \SignalAnswer.reason)),
    FreeTexts((column: "checklist", text: \ColleagueQuestion.checklist)),
    FreeTexts((column: "words", text: \ColleagueReturn.words)),
]

/// What is kept about a pupil here. What others point to comes first, and so is disposed of last.
let concernSubjectSources: [SubjectSource] = [
    .ofPupil("Concerns", Concern.self, keep: .send, words: concernFact),
    .ofPupil("Decisions about concerns", ConcernDecision.self, keep: .send, words: concernFact),
    .ofPupil("When the family was told", FamilyTold.self, keep: .send),
    .ofPupil("What colleagues were asked", ColleagueQuestion.self, keep: .send),
    .ofPupil("What colleagues answered", ColleagueReturn.self, keep: .send),
    .ofPupil("Suggestions set aside", SignalAnswer.self, keep: .send),
]

/// Codes in words.
private let concernFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "areas": AreaOfNeed.all.filter { text.split(separator: " ").map(String.init).contains($0.key) }.map(\.label).joined(separator: "; ").nonEmpty ?? "Not sure"
    case "outcome": ConcernOutcome(rawValue: text)?.label
    case "family_told": Concern.FamilyTold(rawValue: text)?.label
    case "passed_to": OtherLead(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
