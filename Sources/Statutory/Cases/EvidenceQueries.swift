import Access
import Agencies
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Plans
import Provision

/// What the record itself holds for a request, in its parts.
struct Evidence: Sendable {
    struct Part: Sendable {
        let source: ChecklistAsk.Source
        let lines: [(day: Day?, title: String, detail: String)]
    }

    let from: Day
    let parts: [Part]

    /// Two years back: as long as councils usually look.
    static func from(_ day: Day) -> Day { day.adding(years: -2) }
}

extension Reader {
    /// Gathered anew each time, so that it is never older than the record. Whoever asks has the whole record in sight.
    func evidence(for held: AssessmentCase, _ viewer: Viewer, on day: Day) throws -> Evidence {
        let from = Evidence.from(day)
        return Evidence(from: from, parts: [
            Evidence.Part(source: .views, lines: [("What the child says", held.words.childViews), ("What the family says", held.words.familyViews)].filter { !$0.1.isEmpty }.map { (nil, $0.0, $0.1) }),
            Evidence.Part(source: .cycles, lines: try cycles(of: held.pupil, since: from)),
            Evidence.Part(source: .provision, lines: try provisionGiven(to: held.pupil, since: from, viewer, on: day)),
            Evidence.Part(source: .attendance, lines: try attendanceLines(of: held.pupil, since: from)),
            Evidence.Part(source: .attainment, lines: try results(of: held.pupil, for: viewer, on: day).filter { $0.takenOn >= from }.asLines(self)),
            Evidence.Part(source: .advice, lines: try all(Advice.self, "WHERE pupil_id = \(held.pupil) AND received_on >= \(from) ORDER BY received_on DESC, id DESC").map { ($0.receivedOn, $0.author, $0.summary) }),
        ])
    }

    /// Plans that were agreed, each with how its outcomes ended.
    private func cycles(of pupil: PupilID, since from: Day) throws -> [(day: Day?, title: String, detail: String)] {
        let found = try rows("""
            SELECT n.id, n.starts, n.reviewed_on, o.words, (SELECT r.result FROM outcome_review r WHERE r.outcome_id = o.id ORDER BY r.id DESC LIMIT 1) FROM plan n \
            LEFT JOIN outcome o ON o.plan_id = n.id WHERE n.pupil_id = \(pupil) AND n.starts IS NOT NULL AND (n.reviewed_on IS NULL OR n.reviewed_on >= \(from)) ORDER BY n.starts DESC, n.id, o.position
            """) { (plan: try $0.next(PlanID.self), starts: try $0.next(Day?.self), reviewed: try $0.next(Day?.self), words: try $0.next(String?.self), result: try $0.next(String?.self)) }
        return found.grouped(by: \.plan).map { lines in
            let outcomes = lines.compactMap { line in line.words.map { "\($0): \(line.result.flatMap { OutcomeReview.Result(rawValue: $0) }?.label ?? "not reviewed yet")." } }
            return (lines[0].starts, lines[0].reviewed.map { "Plan, reviewed on \($0.inWords)" } ?? "Plan, not reviewed yet", outcomes.joined(separator: " "))
        }
    }

    /// What was planned and offered in minutes, and the pupil’s part of what it cost.
    private func provisionGiven(to pupil: PupilID, since from: Day, _ viewer: Viewer, on day: Day) throws -> [(day: Day?, title: String, detail: String)] {
        let sight = viewer.inStaffParts
        guard sight.may(.seeProvision) else { return [] }
        let delivery = try delivery(DeliveryQuestion(pupils: [pupil], from: from, to: day, today: day), for: sight), provisions = delivery.provisions(of: pupil)
        let costs = try costs(of: provisions.filter { sight.may(.seeCosts, at: $0.run.school) }, today: day)
        return provisions.map { whole in
            let minutes = delivery.minutes(of: pupil, in: whole.run.id), cost = costs[whole.run.id]?.toDate.pupils[pupil].map { ", \($0) so far" } ?? ""
            return (whole.run.starts, whole.run.name, "\(count(minutes.planned, "minute")) planned, \(minutes.offered) offered, \(minutes.received) received\(cost).")
        }
    }

    private func attendanceLines(of pupil: PupilID, since from: Day) throws -> [(day: Day?, title: String, detail: String)] {
        try (attendance(of: [pupil], since: from)[pupil] ?? []).map { figure in
            (figure.starts, "\(figure.starts.short) to \(figure.ends.short)", figure.possible == 0 ? "No sessions." : "\(figure.attended) of \(figure.possible) sessions attended, \(figure.attended * 100 / figure.possible)%.")
        }
    }
}

extension [TestResult] {
    fileprivate func asLines(_ reader: Reader) throws -> [(day: Day?, title: String, detail: String)] {
        try reader.reading(of: self).map { ($0.result.takenOn, $0.instrument.name, "\($0.scale.name): \($0.words)") }
    }
}

extension Array {
    /// Neighbours with the same key together, in their order.
    fileprivate func grouped<Key: Equatable>(by key: (Element) -> Key) -> [[Element]] {
        reduce(into: [[Element]]()) { groups, element in
            if let last = groups.last?.first, key(last) == key(element) { groups[groups.count - 1].append(element) } else { groups.append([element]) }
        }
    }
}

let evidenceRoutes: [Route] = [
    .read(requestEvidencePath, .seeRecord) { visit, pupil, row in try await visit.read { try page(visit, $0, pupil, row) } },
]

/// The evidence for a request on one page, to read, to print and to copy from.
private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ row: RowID) throws -> Answer {
    let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today), held = try reader.heldCase(row, of: id, for: visit.viewer, on: visit.today).held
    let evidence = try reader.evidence(for: held, visit.person, on: visit.today)
    let cards: [HTML] = evidence.parts.map { part in
        let items: [HTML] = part.lines.map { "<li>\($0.day.map { "\($0.short): " } ?? "")<b>\($0.title)</b>\($0.detail.isEmpty ? "" : ". \($0.detail)")</li>" }
        return card(part.source.label, id: part.source.rawValue, items.isEmpty ? "<p class=\"quiet\">The record holds nothing here.</p>" : "<ul>\(items)</ul>")
    }
    return visit.page("Evidence for \(pupil.name)", at: "ehc", """
        \(crumbs(("Requests", ehcRequestsPath()), (pupil.name, pupilPath(id)), ("Request", ehcRequestPath(id, row))))\
        \(pageTitle("Evidence from the record", lead: "\(pupil.fullCalledName), born \(pupil.birth.inWords). From \(evidence.from.inWords) to \(visit.today.inWords).", actions: [printButton("Print the evidence")]))\(cards)
        """)
}
