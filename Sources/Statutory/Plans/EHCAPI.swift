import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// EHC plans and requests, for programs: legal facts by UPN; the words of a plan one by one, for those who read the whole record.
let ehcAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/ehc-plans"), .seeRecord, name: "listEHCPlans", "EHC plans in force of pupils on roll: their days, council and funding, without their words", query: [.ofSchool], item: planFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachPlan(at: school, after: after, limit: asked.limit + 1, for: asked.viewer, on: asked.today)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.plan.id.rawValue : nil
            asked.viewer.witness.saw(shown.map(\.plan.pupil))
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json { .object(JSON.KeyedValues($0.pairs)) }
        }
    },
    .item(PagePath<PupilID>("/api/v1/pupils/*/ehc-plan"), parts: ["pupil"], .seeRecord, name: "readEHCPlan", "A pupil's EHC plan with the version in force, by section", gives: planFields + wholeFields) { reader, visit, pupil in
        guard let held = try reader.ehcPlan(of: pupil, for: visit.viewer.inStaffParts, on: visit.today) else { throw NotFound() }
        let whole = try held.inForce.flatMap { try reader.whole([$0]).first }
        let line = NamedPlan(plan: held.plan, upn: try reader.pupil(pupil, for: visit.viewer, on: visit.today).upn ?? "", urn: try reader.one(reader.planSchool(of: pupil, on: visit.today) ?? held.plan.school, of: School.self)?.urn ?? "", reviewBy: try reader.daysToReview(pupil)?.dueOn)
        return .object(JSON.KeyedValues(line.pairs + words(of: whole)))
    },
    .list(PagePath< >("/api/v1/ehc-requests"), .seeRecord, name: "listEHCRequests", "Requests for an EHC needs assessment of pupils on roll, with each step and its day", query: [.ofSchool], item: requestFields) { asked in
        try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: asked.viewer), after = try asked.mark(of: 1)?.first ?? 0
            let found = try reader.eachCase(at: school, after: after, limit: asked.limit + 1, for: asked.viewer, on: asked.today)
            let shown = found.prefix(asked.limit), next = found.count > shown.count ? shown.last?.held.id.rawValue : nil
            asked.viewer.witness.saw(shown.map(\.held.pupil))
            return APIPart(items: Array(shown), next: next.map(APIVisit.cursor(after:))).json { .object(JSON.KeyedValues($0.pairs)) }
        }
    },
]

/// A plan with whose it is, as programs name pupils and schools.
private struct NamedPlan: Sendable {
    let plan: EHCPlan
    let upn: String
    let urn: String
    let reviewBy: Day?

    var pairs: [(String, JSON)] {
        [
            ("plan", .integer(plan.id.rawValue)), ("pupil", .integer(plan.pupil.rawValue)), ("upn", .text(upn)), ("school", .text(urn)), ("council", .text(plan.council)), ("final_on", .optional(plan.finalOn?.description)),
            ("met_on", .optional(plan.metOn?.description)), ("decided_on", .optional(plan.decidedOn?.description)), ("review_by", .optional(reviewBy?.description)), ("band", .text(plan.band)),
            ("top_up_pence", plan.topUp.map { .integer($0.amount.rawValue) } ?? .null), ("top_up_per", .optional(plan.topUp?.per.rawValue)), ("placement", .text(plan.placement.rawValue)), ("setting", .text(plan.setting)),
            ("personal_budget", .bool(plan.hasBudget)), ("budget_pence", plan.budget.map { .integer($0.rawValue) } ?? .null),
        ]
    }
}

/// A request with whose it is, and its steps.
private struct NamedCase: Sendable {
    let held: AssessmentCase
    let upn: String
    let urn: String
    let steps: [CaseStep]

    var pairs: [(String, JSON)] {
        let steps: [JSON] = steps.map { .object(["step": .text($0.kind.rawValue), "on": .text($0.happenedOn.description), "stated": .text($0.stated.rawValue)]) }
        return [
            ("request", .integer(held.id.rawValue)), ("pupil", .integer(held.pupil.rawValue)), ("upn", .text(upn)), ("school", .text(urn)), ("kind", .text(held.kind.rawValue)), ("asked_by", .text(held.askedBy.rawValue)),
            ("council", .text(held.council)), ("state", .text(held.state.rawValue)), ("since", .text(held.since.description)), ("over", .bool(held.isOver)), ("steps", .list(steps)),
        ]
    }
}

private let planFields: [APIField] = [
    APIField("plan", .id, "The plan's number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."), APIField("school", .urn, "URN of the school."),
    APIField("council", .anyText, "Three figures of the council that keeps it; empty where nobody has said."), APIField("final_on", .orNull(.day), "The day of the plan as it is in force; null while there is a draft alone."),
    APIField("met_on", .orNull(.day), "The last review meeting."), APIField("decided_on", .orNull(.day), "The council's last decision after a review."), APIField("review_by", .orNull(.day), "By when the next review is complete."),
    APIField("band", .anyText, "The funding band, as the council calls it."), APIField("top_up_pence", .orNull(.integer(0...1_000_000_000_00)), "The top-up in pence."), APIField("top_up_per", .orNull(.code(EHCPlan.TopUp.Per.allCases.map(\.rawValue))), "For how long it is."),
    APIField("placement", .code(EHCPlan.Placement.allCases.map(\.rawValue)), "Where the pupil is taught; empty where nobody has said."), APIField("setting", .anyText, "The school, or the type of school, that section I names."),
    APIField("personal_budget", .flag, "Whether there is a personal budget."), APIField("budget_pence", .orNull(.integer(0...1_000_000_000_00)), "Its amount of a year in pence, where it is known."),
]

private let wholeFields: [APIField] = [
    APIField("version_kind", .orNull(.code(PlanVersion.Kind.allCases.map(\.rawValue))), "Which version is in force; null where its words are not here."), APIField("version_on", .orNull(.day), "The day that stands on it."),
    APIField("sections", .list(.object([APIField("section", .code(PlanSection.allCases.map(\.rawValue)), "Its letter."), APIField("words", .anyText, "What it says.")])), "The sections but E and F."),
    APIField("outcomes", .list(.object([APIField("words", .anyText, "The outcome."), APIField("by", .anyText, "By when, in the words of the plan.")])), "Section E."),
    APIField("provision", .list(.object([
        APIField("words", .anyText, "In the words of the plan."), APIField("who", .anyText, "Who gives it; empty where it is not said."), APIField("times", .orNull(.integer(0...1000)), "How many times."),
        APIField("per", .code(SectionFLine.Per.allCases.map(\.rawValue)), "In what time; empty where it is not said."), APIField("minutes", .orNull(.integer(0...10_000)), "Minutes each time."),
        APIField("group_size", .orNull(.integer(0...1000)), "How many pupils together; 1 is alone."), APIField("until", .orNull(.day), "Until when."), APIField("counted", .flag, "Whether provision counts its minutes."),
    ])), "Section F, line by line."),
]

private func words(of whole: WholeVersion?) -> [(String, JSON)] {
    let sections: [JSON] = PlanSection.allCases.compactMap { section in whole?.sections[section].map { .object(["section": .text(section.rawValue), "words": .text($0)]) } }
    let outcomes: [JSON] = (whole?.outcomes ?? []).map { .object(["words": .text($0.words), "by": .text($0.byWhen)]) }
    let lines: [JSON] = (whole?.lines ?? []).map { line in
        .object([
            "words": .text(line.words), "who": .text(line.who), "times": line.times.map { .integer($0) } ?? .null, "per": .text(line.per.rawValue), "minutes": line.minutes.map { .integer($0) } ?? .null,
            "group_size": line.groupSize.map { .integer($0) } ?? .null, "until": .optional(line.until?.description), "counted": .bool(line.owedLine != nil),
        ])
    }
    return [("version_kind", .optional(whole?.version.kind.rawValue)), ("version_on", .optional(whole?.version.datedOn.description)), ("sections", .list(sections)), ("outcomes", .list(outcomes)), ("provision", .list(lines))]
}

private let requestFields: [APIField] = [
    APIField("request", .id, "Its number."), APIField("pupil", .id, "The pupil's number in Trellis."), APIField("upn", .anyText, "The unique pupil number; empty where there is none."), APIField("school", .urn, "URN of the school on whose roll the pupil is."),
    APIField("kind", .code(AssessmentCase.Kind.allCases.map(\.rawValue)), "What is asked for."), APIField("asked_by", .code(AssessmentCase.Asker.allCases.map(\.rawValue)), "Who asks."), APIField("council", .anyText, "Three figures of the council."),
    APIField("state", .code(CaseStepKind.allCases.map(\.rawValue)), "Where it stands."), APIField("since", .day, "Since when."), APIField("over", .flag, "Whether it is over."),
    APIField("steps", .list(.object([
        APIField("step", .code(CaseStepKind.allCases.map(\.rawValue)), "What happened."), APIField("on", .day, "On which day."), APIField("stated", .code(DateSource.allCases.map(\.rawValue)), "How the day is known."),
    ])), "What happened, the first first."),
]

extension Reader {
    fileprivate func eachPlan(at school: SchoolID?, after: Int, limit: Int, for viewer: Viewer, on day: Day) throws -> [NamedPlan] {
        let found = try rows("SELECT k.id, COALESCE(p.upn, ''), s.urn FROM ehc_plan k \(onRoll("k", school, viewer, day)) AND k.ended_on IS NULL AND k.id > \(after) ORDER BY k.id LIMIT \(limit)") { (id: try $0.next(RowID.self), upn: try $0.next(String.self), urn: try $0.next(String.self)) }
        let plans = Dictionary(try all(EHCPlan.self, "WHERE id IN \(found.map(\.id))").map { ($0.id, $0) }) { $1 }
        let days = try daysToReview(of: plans.values.map(\.pupil).sorted())
        return found.compactMap { line in plans[line.id].map { NamedPlan(plan: $0, upn: line.upn, urn: line.urn, reviewBy: days[$0.pupil]?.dueOn) } }
    }

    fileprivate func eachCase(at school: SchoolID?, after: Int, limit: Int, for viewer: Viewer, on day: Day) throws -> [NamedCase] {
        let found = try rows("SELECT c.id, COALESCE(p.upn, ''), s.urn FROM ehc_case c \(onRoll("c", school, viewer, day)) AND c.id > \(after) ORDER BY c.id LIMIT \(limit)") { (id: try $0.next(RowID.self), upn: try $0.next(String.self), urn: try $0.next(String.self)) }
        let ids = found.map(\.id), cases = Dictionary(try all(AssessmentCase.self, "WHERE id IN \(ids)").map { ($0.id, $0) }) { $1 }
        let steps = Dictionary(grouping: try all(CaseStep.self, "WHERE case_id IN \(ids) ORDER BY id"), by: \.caseID)
        return found.compactMap { line in cases[line.id].map { NamedCase(held: $0, upn: line.upn, urn: line.urn, steps: steps[line.id] ?? []) } }
    }

    /// The pupils of a table who are on roll, at the school where they are, in sight with their whole record.
    func onRoll(_ table: SQL, _ school: SchoolID?, _ viewer: Viewer, _ day: Day) -> SQL {
        let sight = viewer.inStaffParts.doing(.seeRecord), at: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        return """
            JOIN pupil p ON p.id = \(table).pupil_id JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = p.id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id WHERE \(at) AND \(sight.seesEnrolment(on: day))
            """
    }
}
