import Access
import Basics
import Database
import People

/// Takes rows of a file of plans, one for each outcome. Rows of one pupil, kind and first day are one plan; it is live from
/// that day, as a plan that comes as a paper is. A row that is wrong is left out with the reason, and the rest is taken.
final class PlanRowsImport {
    private struct Key: Hashable { let pupil: PupilID, kind: String, starts: Day }

    private let writer: Writer
    private let schools: SchoolsOfReport
    private let kinds: [PlanKind]
    private var rolls: [SchoolID: RollNumbers] = [:]
    private var plans: [Key: WholePlan] = [:]
    var report = ImportReport()

    init(_ writer: Writer, _ schools: SchoolsOfReport) throws {
        (self.writer, self.schools) = (writer, schools)
        kinds = try writer.planKinds(on: writer.act.today)
    }

    /// Reads a whole file.
    static func take(_ writer: Writer, _ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        let rows = try PlanRowsImport(writer, schools)
        let summary = try ReportReader.plans(path, map) { try rows.take($0) }
        rows.report.add(summary)
        return rows.report
    }

    private func take(_ row: IncomingPlanRow) throws {
        let who = row.pupil
        guard let school = schools.school(who.urn, who.row) else { return refuse(row, "Its school is not one of yours.") }
        guard let id = try roll(of: school.id).pupil(upn: who.upn, number: who.admissionNumber), let pupil = try writer.one(id, of: Pupil.self) else {
            return refuse(row, "This pupil is not on the school’s roll here. Read in the pupils first, then this file again.")
        }
        do {
            let (whole, isNew) = try plan(of: pupil, at: school.id, row), outcome = try outcome(row, whole, pupil)
            if let words = outcome?.words, whole.outcomes.contains(where: { $0.words == words }) { throw Problems("outcome", "This outcome stands twice for the same plan. It was taken once.") }
            try save(whole, outcome, isNew: isNew)
            let plan = whole.plan, differences = [Difference("Plan", "", "\(plan.title), \(daysInWords(plan))"), Difference("Outcome", "", outcome?.words ?? "None")]
            report.add(ImportLine(row: who.row, name: pupil.name, pupil: pupil.id, outcome: .new, differences: differences))
        } catch let problems as Problems {
            refuse(row, problems.description, pupil)
        }
    }

    /// The plan of the row: one of this file, or a new one.
    private func plan(of pupil: Pupil, at school: SchoolID, _ row: IncomingPlanRow) throws -> (WholePlan, isNew: Bool) {
        guard let kind = kinds.open.first(where: { [$0.key.folded, $0.name.folded].contains(row.kind.folded) }) ?? (row.kind.isEmpty ? kinds.open.named("support") : nil) else {
            throw Problems("kind", "“\(row.kind)” is no kind of plan here. Write one of: \(kinds.open.map(\.name).joined(separator: ", ")).")
        }
        let key = Key(pupil: pupil.id, kind: kind.key, starts: row.starts)
        if let begun = plans[key] {
            if let day = begun.plan.reviewBy, day != row.reviewBy { throw Problems("review_date", "Another row of this plan says that it is reviewed by \(day.inWords). Write the same day in each.") }
            return (begun, false)
        }
        let record = RegisterRecord(pupil: pupil, provisions: [], needs: [])
        let act = BringPlan(kind: kind.key, starts: row.starts, reviewBy: row.reviewBy)
        return (WholePlan(plan: try act.applied(to: record, at: school, plans: try writer.plans(of: pupil.id), kinds: kinds, today: writer.act.today).after, kind: kind), true)
    }

    private func outcome(_ row: IncomingPlanRow, _ whole: WholePlan, _ pupil: Pupil) throws -> Outcome? {
        if row.outcome.isEmpty {
            if [row.measure, row.baseline, row.target].contains(where: { !$0.isEmpty }) { throw Problems("outcome", "This row has a measure, a baseline or a target, and no outcome.") }
            return nil
        }
        // An outcome is checked as one of a plan that is being written; what comes in is live at once.
        var writing = whole.plan
        writing.state = .draft
        let kept = KeepOutcome(words: row.outcome, measure: row.measure, baseline: row.baseline, target: row.target, due: row.due, owner: row.owner)
        return try kept.applied(to: WholePlan(plan: writing, kind: whole.kind, outcomes: whole.outcomes), born: pupil.birth, today: writer.act.today).after
    }

    private func save(_ whole: WholePlan, _ outcome: Outcome?, isNew: Bool) throws {
        let plan = isNew ? try writer.save(Change("plan.brought", to: whole.plan)) : whole.plan
        var outcomes = whole.outcomes
        if var outcome {
            outcome.plan = plan.id
            outcomes.append(try writer.save(Change("outcome.added", to: outcome)))
        }
        plans[key(plan)] = WholePlan(plan: plan, kind: whole.kind, outcomes: outcomes)
    }

    private func key(_ plan: Plan) -> Key { Key(pupil: plan.pupil, kind: plan.kind, starts: plan.starts ?? plan.begunOn) }

    private func refuse(_ row: IncomingPlanRow, _ reason: String, _ pupil: Pupil? = nil) {
        report.add(ImportLine(row: row.pupil.row, name: pupil?.name ?? row.pupil.upn ?? row.pupil.admissionNumber ?? "", pupil: pupil?.id, outcome: .refused, reason: reason))
    }

    private func roll(of school: SchoolID) throws -> RollNumbers {
        let roll = try rolls[school] ?? RollNumbers(writer, school)
        rolls[school] = roll
        return roll
    }
}
