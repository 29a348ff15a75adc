import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// - Parameter bringsFiles: whether a plan may come as a file.
func startPlanRoutes(bringsFiles: Bool) -> [Route] { [
    .read(startPlanPath, .workOnPlans) { visit, pupil in
        var values = FormValues([("kind", visit.request.query["kind"]), ("origin", visit.request.query["origin"]), ("origin_row", visit.request.query["row"])])
        if values["kind"].isEmpty { values.set("kind", "support") }
        return try await page(visit, pupil, values, Problems(), bringsFiles)
    },
    .send(startPlanPath, .workOnPlans) { visit, pupil in
        let viewer = visit.viewer, today = visit.today, typed = visit.request.form
        do {
            let plan = try await visit.write { writer in
                let record = try writer.recordForPlans(pupil, viewer, today)
                let act = StartPlan(kind: typed["kind"], rhythm: typed["rhythm"], isBesideEHCPlan: typed.has("beside"))
                var change = try act.applied(to: record, at: try writer.schoolForPlans(of: record.pupil, on: today), plans: try writer.plans(of: pupil), kinds: try writer.planKinds(on: today), today: today)
                if let origin = Start.Origin(rawValue: typed["origin"]), let row = RowID(typed["origin_row"]) { change = change.begun(from: origin, row) }
                return try writer.save(change)
            }
            return .goTo(writePlanPath(plan.id))
        } catch let problems as Problems {
            return try await page(visit, pupil, typed, problems, bringsFiles)
        }
    },
] }

extension Reader {
    /// The pupil's register, for whoever may write plans about them.
    func recordForPlans(_ pupil: PupilID, _ viewer: Viewer, _ day: Day) throws -> RegisterRecord {
        let record = try registerRecord(pupil, for: viewer, on: day)
        guard try powers(of: viewer, over: pupil, on: day).contains(.workOnPlans) else { throw NotFound() }
        return record
    }
}

extension Change<Plan> {
    /// The same plan, begun from a concern, a result or a review.
    fileprivate func begun(from origin: Start.Origin, _ row: RowID) -> Change<Plan> {
        var plan = after
        (plan.origin, plan.originRow) = (origin.rawValue, row)
        return Change(event, to: plan)
    }
}

private func page(_ visit: Visit, _ id: PupilID, _ values: FormValues, _ problems: Problems, _ bringsFiles: Bool) async throws -> Answer {
    let (record, powers, kinds) = try await visit.read { [viewer = visit.viewer, person = visit.person, today = visit.today] in
        (try $0.recordForPlans(id, viewer, today), try $0.powers(of: person, over: id, on: today), try $0.planKinds(on: today))
    }
    let write = FormWriter(values, problems), title = "Begin a plan for \(record.pupil.calledName)"
    let rhythms = [Choice("", "As this kind of plan asks")] + ReviewRhythm.all.map { Choice($0.key, $0.label.prefix(1).uppercased() + $0.label.dropFirst()) }
    let hasEHCPlan = CodeList.censusProvision(record.provision(on: visit.today)?.provision ?? "") == "E"
    let beside: HTML = hasEHCPlan ? "<div id=\"beside\">\(write.problem("beside"))\(write.checkbox("beside", Choice("yes", "The school keeps its own plan beside the EHC plan")))</div>" : ""
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), (record.pupil.name, pupilPath(id))))\(write.summary)\(pageTitle(title, lead: "\(statusTag(record.provision(on: visit.today)?.provision)) \(record.pupil.name)"))\
        \(form(startPlanPath(id), button: "Begin the plan", back: pupilPath(id), """
            \(write.radios("kind", "What kind of plan?", kinds.open.map { Choice($0.key, $0.name, hint: $0.about) }))\
            \(write.select("rhythm", "How often is it looked at?", rhythms))\(beside)\(write.hidden("origin"))\(write.hidden("origin_row"))
            """))\
        \(bringsFiles && powers.contains(.changeRegister) ? "<p class=\"actions\">\(linkButton("Take in a plan that is there already, as a file", bringPlanPath(id), aside: true))</p>" : "")\
        \(powers.contains(.importFiles) ? "<p class=\"actions\">\(linkButton("Bring a plan from another school", importPlansPath(id), aside: true))</p>" : "")
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}
