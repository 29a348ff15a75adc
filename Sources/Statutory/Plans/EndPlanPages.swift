import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

/// Says that a plan has ended.
let endPlan = PupilAct(
    about: ["ehc_plan"], needs: .changeRegister,
    start: { _, _, ask in [("ended_on", "\(ask.today)")] },
    form: { reader, record, ask, write in
        _ = try reader.heldPlan(ask)
        return PupilForm(
            title: "End the EHC plan of \(record.pupil.calledName)", button: "End the plan",
            fields: """
                <p>A council that proposes to end a plan must ask the school and the family first, and keep it running until the time to appeal is over, or the appeal (CE-1). Write down here what has happened.</p>\
                \(write.day("ended_on", "Last day of the plan"))\(write.select("end_reason", "Why did it end?", [Choice("", "Choose")] + EHCPlan.EndReason.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.longText("end_words", "Anything to add?", rows: 3, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.heldPlan(ask)
        let end = EndPlan(on: try typed.dayIfAny("ended_on"), EHCPlan.EndReason(rawValue: typed["end_reason"]), words: typed["end_words"])
        try writer.save(end, of: held.plan)
        return ehcPlanPath(ask.pupil).asking(["saved": "ended"])
    })

extension Writer {
    /// Ends a plan with what hangs on it: what is owed by law, its open review, and the minutes of section F. What the family may still
    /// do about the decision goes on.
    @discardableResult
    func save(_ end: EndPlan, of plan: EHCPlan) throws -> EHCPlan {
        let ended = try save(end.applied(to: plan, today: act.today)), day = ended.end?.on ?? act.today
        for owed in try all(OwedDuty.self, "WHERE pupil_id = \(plan.pupil) AND (matter = 'review' OR (matter = 'plan' AND matter_id = \(plan.id)))") where owed.isOpen && !Self.outlasting.contains(owed.rule) {
            if owed.matter.kind == .plan || owed.rule.hasPrefix("AR-") { try save(Change("duty.dropped", from: owed, to: owed.dropped(because: "The plan ended"))) }
        }
        for review in try all(AnnualReview.self, "WHERE pupil_id = \(plan.pupil) AND kind = 'plan' AND finished_on IS NULL AND ended_on IS NULL") where review.isOpen && review.decidedOn == nil {
            try self.end(EndReview(because: "The plan ended.").applied(to: review, today: act.today))
        }
        try endOwedLines(of: plan, keeping: [], on: day)
        return ended
    }

    /// What is owed although a plan has ended: it may be appealed, and runs on meanwhile.
    private static var outlasting: [String] { ["CE-1", "MT-1", "MT-2", "MT-3", "MT-4", "MT-5"] }

    /// Ends the minutes that lines of a plan were joined to, and no line keeps.
    func endOwedLines(of plan: EHCPlan, keeping kept: Set<RowID>, on day: Day) throws {
        let joined = Set(try all(SectionFLine.self, "WHERE owed_line_id IS NOT NULL AND version_id IN (SELECT v.id FROM ehc_version v WHERE v.plan_id = \(plan.id))").compactMap(\.owedLine))
        for line in try owedLines(of: plan.pupil) where joined.subtracting(kept).contains(line.id) && line.spell.ends.map({ $0 > day }) ?? true {
            try save(EndOwedLine(to: max(day, line.spell.starts)).applied(to: line))
        }
    }
}

extension Reader {
    /// The plan in force, where there is one.
    func heldPlan(_ ask: PupilQuestion) throws -> HeldPlan {
        guard let held = try ehcPlan(of: ask.pupil, for: ask.viewer, on: ask.today) else { throw NotFound() }
        return held
    }
}
