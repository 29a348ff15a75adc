import Access
import AreaKit
import Basics
import Database
import Pages

/// Plans out of one house and into another, for programs. Both are acts that stand in the trail.
let planExchangeAPI: [APIRoute] = [
    .act(PagePath<PlanID>("/api/v1/plans/*/export"), parts: ["plan"], .exportRegister, name: "exportPlan", "One plan, with those that it follows, as a file for another school", body: [], gives: planFileFields) { writer, asked, id in
        try writer.exportPlan(id, for: asked.viewer).json
    },
    .act(PagePath<PupilID>("/api/v1/pupils/*/plans/import"), parts: ["pupil"], .importFiles, name: "importPlans", "Bring in plans from another school: all of a file or nothing, where its UPN is the pupil's",
         body: planFileFields, gives: [APIField("plans", .list(.id), "The numbers of the plans in Trellis, in the order of the file."), APIField("notes", .list(.anyText), "What a person should know of.")], adds: true) { writer, asked, pupil in
        let record = try writer.planRecord(of: pupil, for: asked.viewer, on: asked.today), file = try PlanFile(checking: asked.body.json)
        let intake = try TakeInPlans(file: file, isSameChild: false).applied(to: record, today: asked.today)
        let plans = try writer.save(intake)
        return .object(["plans": .list(plans.map { .integer($0.rawValue) }), "notes": .list(intake.notes.map { .text($0) })])
    },
]
