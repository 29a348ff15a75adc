import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Takes in a plan that was written elsewhere: a file with its review date is a live plan from that day.
func bringPlanRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(bringPlanPath, .changeRegister) { visit, pupil in try await page(visit, pupil, papers, FormValues([("kind", "support")]), Problems()) },
        .send(bringPlanPath, .changeRegister) { visit, pupil in
            do {
                return .goTo(saved(try await bring(visit, pupil, papers), "brought"))
            } catch let problems as Problems {
                return try await page(visit, pupil, papers, visit.request.form, problems)
            }
        },
    ]
}

/// Hands the file of a plan to whoever may read the plan.
func planFileRoutes(_ papers: PaperStore) -> [Route] {
    [
        .read(planFilePath, .seePlans) { visit, id in
            let (pupil, paper) = try await visit.read { reader in
                let seen = try reader.plan(id, for: visit.viewer, on: visit.today)
                guard let paper = try seen.plan.paper.flatMap({ try reader.one($0, of: Paper.self) }), !paper.isWithdrawn else { throw NotFound() }
                // What was written before a seal may hold a former name.
                if seen.pupil.sealed, !seen.powers.contains(.seeRecord) { throw NotFound() }
                return (seen.plan.pupil, paper)
            }
            return try handOut(paper, of: pupil, visit, papers)
        },
    ]
}

private func bring(_ visit: Visit, _ pupil: PupilID, _ papers: PaperStore) async throws -> PlanID {
    let viewer = visit.viewer, now = visit.now, today = visit.today, form = visit.request.form
    let act = BringPlan(kind: form["kind"], starts: try form.day("starts"), reviewBy: try form.day("review_by"))
    let problems = try await visit.read { reader in
        act.problems(try reader.recordForPlans(pupil, viewer, today), plans: try reader.plans(of: pupil), kinds: try reader.planKinds(on: today), today: today)
    }
    return try await visit.keepUploadedPaper(in: papers, unless: problems) { writer, file in
        let record = try writer.recordForPlans(pupil, viewer, today), school = try writer.schoolForPlans(of: record.pupil, on: today), kinds = try writer.planKinds(on: today)
        let adding = AddPaper(title: "\(kinds.named(act.kind)?.name ?? act.kind) from \(act.starts.inWords)", topic: Paper.Topic.school.rawValue)
        let paper = try writer.save(try adding.applied(file, about: pupil, at: school, papers: try writer.papers(of: pupil), limits: papers.limits, at: now))
        return try writer.save(try act.applied(to: record, at: school, paper: paper.id, plans: try writer.plans(of: pupil), kinds: kinds, today: today)).id
    }
}

private func page(_ visit: Visit, _ id: PupilID, _ papers: PaperStore, _ values: FormValues, _ problems: Problems) async throws -> Answer {
    let (record, kinds) = try await visit.read { [viewer = visit.viewer, today = visit.today] in (try $0.recordForPlans(id, viewer, today), try $0.planKinds(on: today)) }
    let write = FormWriter(values, problems), title = "Take in a plan of \(record.pupil.calledName)"
    let hint = "\(PaperKind.accepted). Up to \(papers.limits.each >> 20) MB. It is stored encrypted."
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), (record.pupil.name, pupilPath(id))))\(write.summary)\(pageTitle(title, lead: "\(record.pupil.name)"))\
        <p>A plan that was written elsewhere is live with its file and its review date. At the review the next cycle is written here.</p>\
        \(form(bringPlanPath(id), button: "Take in the plan", back: pupilPath(id), files: true, """
            \(write.radios("kind", "What kind of plan?", kinds.open.map { Choice($0.key, $0.name, hint: $0.about) }))\
            \(write.file("file", "Which file?", hint: hint, accept: ".pdf,.docx,.odt"))\
            \(write.day("starts", "From which day has it been used?"))\(write.day("review_by", "By when is it to be reviewed?"))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}
