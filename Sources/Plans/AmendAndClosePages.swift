import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Begins an amendment of a live plan: a copy that takes its place from a day on.
let amendPlan = PlanAct(
    needs: .changeRegister,
    form: { _, _, ask, write in
        PlanForm(title: "Amend from a day", button: "Begin the amendment", fields: """
            <p>A copy of the plan is made. Change what you need in it and make it live: from its first day on it takes the place of this one. What was agreed until then stays as it was.</p>\
            \(write.longText("reason", "Why does the plan change?", rows: 2, aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        let act = AmendPlan(reason: typed["reason"])
        let copy = try act.applied(to: seen.whole, follower: try writer.follower(of: seen.plan.id), by: ask.who, today: ask.today)
        return saved(try writer.save(copy, because: act.reason).id, "amended")
    })

/// Closes a plan, or throws away one that is being written.
let closePlan = PlanAct(
    needs: .changeRegister,
    start: { _, _, ask in [("on", ask.today.description)] },
    form: { _, seen, ask, write in
        let draft = seen.plan.isBeingWritten
        return PlanForm(title: draft ? "Give up this draft" : "Close this plan", button: draft ? "Give it up" : "Close the plan", fields: """
            \(write.longText("reason", "Why?", hint: "Such as: moved to another school, or begun by mistake.", rows: 2, aboutChild: ask.notice))\(write.day("on", "On which day did it end?"))
            """)
    },
    save: { writer, seen, ask, typed in
        saved(try writer.save(try ClosePlan(on: try typed.day("on"), reason: typed["reason"]).applied(to: seen.plan, today: ask.today)).id, "closed")
    })

/// A teacher has read a live plan, or a SENCO has given it to the teachers.
let readPlanRoutes: [Route] = [
    .send(readPlanPath, .workOnPlans) { visit, id in
        let viewer = visit.viewer, today = visit.today
        try await visit.write { writer in
            let seen = try writer.plan(id, for: viewer, who: .workOnPlans, on: today)
            if let change = try ReadPlan(giving: seen.decides).applied(to: seen.whole, by: viewer.name, today: today) { try writer.save(change) }
        }
        return .goTo(saved(id, "read"))
    },
]
