import Access
import AreaKit
import Basics
import Database
import Pages
import People

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
        try writer.save(end.applied(to: held.plan, today: ask.today))
        return ehcPlanPath(ask.pupil).asking(["saved": "ended"])
    })

extension Reader {
    /// The plan in force, where there is one.
    func heldPlan(_ ask: PupilQuestion) throws -> HeldPlan {
        guard let held = try ehcPlan(of: ask.pupil, for: ask.viewer, on: ask.today) else { throw NotFound() }
        return held
    }
}
