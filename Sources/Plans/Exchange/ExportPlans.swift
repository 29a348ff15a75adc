import Access
import Basics
import Database
import Files
import Pages
import Papers
import People

// Plans of one pupil as an open file. That it was written stands in the trail, with the pupil.

extension Writer {
    /// One plan with those that it follows.
    /// - Throws: `NotFound` where the viewer may not read it, or not write records to files.
    func exportPlan(_ id: PlanID, for viewer: Viewer) throws -> PlanFile {
        let seen = try plan(id, for: viewer, who: .exportRegister, on: act.today)
        let all = try plans(of: seen.plan.pupil).filter(seen.powers.reads)
        var chain = [seen.plan]
        while let last = chain.last, let before = all.first(where: { $0.id == last.follows }) { chain.append(before) }
        return try export(chain.reversed(), of: seen.pupil, for: viewer, seen.powers)
    }

    /// All plans of a pupil that the viewer may read.
    public func exportPlans(of pupil: PupilID, for viewer: Viewer) throws -> String {
        let found = try self.pupil(pupil, for: viewer, on: act.today), powers = try powers(of: viewer, over: pupil, on: act.today)
        guard powers.contains(.exportRegister) else { throw NotFound() }
        return try export(plans(of: pupil).filter(powers.reads).reversed(), of: found, for: viewer, powers).text
    }

    /// One plan with those that it follows, as text.
    public func exportPlanText(_ id: PlanID, for viewer: Viewer) throws -> String { try exportPlan(id, for: viewer).text }

    private func export(_ plans: [Plan], of pupil: Pupil, for viewer: Viewer, _ powers: Set<Permission>) throws -> PlanFile {
        // What was written before a seal may hold a former name.
        if pupil.sealed, !powers.contains(.seeRecord) { throw NotFound() }
        guard let last = plans.last else { throw Problems("", "\(pupil.calledName) has no plan that could be written to a file.") }
        let file = try planFile(plans, of: pupil, writtenAt: last.school)
        try notePlanExport(of: pupil.id, at: last.school, .json, plans: plans.count)
        return file
    }

    private func planFile(_ plans: [Plan], of pupil: Pupil, writtenAt school: SchoolID) throws -> PlanFile {
        let whole = try self.whole(plans), ids = plans.compactMap(\.paper) + whole.flatMap(\.results).compactMap(\.paper)
        let papers = Dictionary(try all(Paper.self, "WHERE id IN \(ids)").filter { !$0.isWithdrawn }.map { ($0.id, PlanFile.Paper(title: $0.title, file: $0.fileName, sha256: $0.sha256)) }) { $1 }
        let schools = Dictionary(try rows("SELECT id, urn, name FROM school WHERE id IN \(plans.map(\.school))") {
            try ($0.next(SchoolID.self), PlanFile.School(urn: $0.next(String.self), name: $0.next(String.self)))
        }) { $1 }
        let called = pupil.calledName == pupil.forename ? "" : pupil.calledName
        return PlanFile(
            writtenAt: act.at, writtenBy: act.who, school: schools[school] ?? PlanFile.School(urn: "", name: "School"),
            child: PlanFile.Child(upn: pupil.upn ?? "", forename: pupil.forename, surname: pupil.surname, called: called, birth: pupil.birth),
            layers: try layers(of: pupil.id).map { PlanFile.Layer(layer: $0.layer, spell: $0.spell) },
            entries: whole.map { plan in
                PlanFile.Entry(
                    whole: plan, kindName: Plan.nameOfKind(plan.plan.kind, plan.plan.kindName), areas: plan.scheme.areas, schemeName: plan.scheme.name,
                    school: plan.plan.school == school ? nil : schools[plan.plan.school], paper: plan.plan.paper.flatMap { papers[$0] },
                    evidence: Dictionary(plan.results.map { ($0.outcome, $0.paper.flatMap { papers[$0] }.map { [$0] } ?? []) }) { $1 })
            })
    }
}

extension PlanFile {
    var text: String { json.text + "\n" }
}
