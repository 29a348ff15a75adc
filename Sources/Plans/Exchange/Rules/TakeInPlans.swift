import Basics
import People

/// Takes plans of another house into a pupil's record, all of them or none.
struct TakeInPlans: Sendable {
    let file: PlanFile
    /// A person says that it is the same child, where no number does.
    let isSameChild: Bool

    /// What the record holds already.
    struct Record: Sendable {
        let pupil: Pupil
        let former: [String]
        let school: SchoolID
        let plans: [Plan]
        let layers: [LayerSpell]
        let kinds: [PlanKind]
        /// The pupil's papers by their fingerprints.
        let papers: [String: PaperID]
    }

    func applied(to record: Record, today: Day) throws -> PlanIntake {
        var problems = Problems()
        switch ChildMatch(file.child, record.pupil, former: record.former) {
        case .same: break
        case .askPerson: problems.require(isSameChild, "pupil", "No UPN says that it is the same child. Compare the names and the day of birth, and tick that it is.")
        case .other(let why): problems.add("pupil", why)
        }
        let check = PlanFileCheck(born: record.pupil.birth, today: today)
        check.layers(file.layers, &problems)
        for (place, entry) in file.entries.enumerated() {
            check.entry(entry, "plans[\(place)]", kind: Self.kind(of: entry, among: record.kinds), &problems)
            refuseTwins(entry, "plans[\(place)]", record, &problems)
        }
        refuseTwoOpen(record, &problems)
        try problems.check()
        return intake(record, today)
    }

    /// By its key, or else by its name: a trust's own kind may have another key here.
    static func kind(of entry: PlanFile.Entry, among kinds: [PlanKind]) -> PlanKind? {
        kinds.named(entry.whole.plan.kind) ?? entry.kindName.nonEmpty.flatMap { name in kinds.first { $0.name.folded == name.folded } }
    }

    /// The same file read in twice.
    private func refuseTwins(_ entry: PlanFile.Entry, _ path: String, _ record: Record, _ problems: inout Problems) {
        let plan = entry.whole.plan, kind = Self.kind(of: entry, among: record.kinds)?.key
        if record.plans.contains(where: { $0.kind == kind && $0.cycle == plan.cycle && $0.begunOn == plan.begunOn && $0.starts == plan.starts && $0.isAmendment == plan.isAmendment }) {
            problems.add(path, "\(record.pupil.calledName) has this plan already. Nothing was taken in twice.")
        }
    }

    /// Of each kind one plan is in force, and one is being written.
    private func refuseTwoOpen(_ record: Record, _ problems: inout Problems) {
        var inForce: [String: String] = [:], beingWritten: [String: String] = [:]
        for plan in record.plans where plan.isInForce { inForce[plan.kind] = "in the record" }
        for plan in record.plans where plan.isBeingWritten { beingWritten[plan.kind] = "in the record" }
        for (place, entry) in file.entries.enumerated() {
            guard let kind = Self.kind(of: entry, among: record.kinds)?.key else { continue }
            let path = "plans[\(place)]", plan = entry.whole.plan
            if plan.isInForce, let other = inForce.updateValue("in the file", forKey: kind) {
                problems.add("\(path).state", "\(other == "in the file" ? "Another plan of the file" : "A plan of \(record.pupil.calledName)") of this kind is live. \(other == "in the file" ? "Only one can be." : "Close that one first.")")
            }
            if plan.isBeingWritten, let other = beingWritten.updateValue("in the file", forKey: kind) {
                problems.add("\(path).state", "\(other == "in the file" ? "Another plan of the file" : "A plan of \(record.pupil.calledName)") of this kind is being written. \(other == "in the file" ? "Only one can be." : "Give that one up first.")")
            }
        }
    }

    private func intake(_ record: Record, _ today: Day) -> PlanIntake {
        var intake = PlanIntake()
        for entry in file.entries {
            intake.entries.append(IncomingPlan(entry, kind: Self.kind(of: entry, among: record.kinds), record, &intake.notes))
        }
        if record.layers.isEmpty {
            intake.layers = file.layers.map { LayerSpell(id: .new, pupil: record.pupil.id, layer: $0.layer, spell: $0.spell) }
        } else if !file.layers.isEmpty {
            intake.notes.append("\(record.pupil.calledName)’s layers of support are recorded here already. Those of the file were left out.")
        }
        return intake
    }
}

/// What is to be saved of a file of plans, and what a person should know of it.
struct PlanIntake: Sendable {
    var entries: [IncomingPlan] = []
    var layers: [LayerSpell] = []
    var notes: [String] = []
}

/// A plan of a file as it is saved here; plans and outcomes still have their places in the file as their numbers.
struct IncomingPlan: Sendable {
    let whole: WholePlan

    init(_ entry: PlanFile.Entry, kind: PlanKind?, _ record: TakeInPlans.Record, _ notes: inout [String]) {
        var plan = entry.whole.plan
        (plan.pupil, plan.school, plan.kind) = (record.pupil.id, record.school, kind?.key ?? plan.kind)
        plan.take(nameAndVersionOf: kind)
        plan.paper = entry.paper.flatMap { Self.find($0, record, &notes) }
        let results = entry.whole.results.map { result in
            var result = result
            result.paper = (entry.evidence[result.outcome] ?? []).compactMap { Self.find($0, record, &notes) }.first
            return result
        }
        whole = WholePlan(plan: plan, kind: kind, sections: entry.whole.sections, outcomes: entry.whole.outcomes, results: results, answers: entry.whole.answers, review: entry.whole.review, readings: entry.whole.readings)
    }

    /// A file among the pupil's papers; a note where it is not.
    private static func find(_ paper: PlanFile.Paper, _ record: TakeInPlans.Record, _ notes: inout [String]) -> PaperID? {
        if let here = record.papers[paper.sha256] { return here }
        notes.append("The file “\(paper.file)” (\(paper.title)) belongs to these plans and is not among \(record.pupil.calledName)’s papers. To keep it with them, stop here, add it as a paper, and bring the plans in again.")
        return nil
    }
}
