import Basics

/// The fields of one object of a file whose shape was checked.
struct FileFields {
    private let values: JSON.KeyedValues

    init(_ json: JSON?) { if case .object(let values)? = json { self.values = values } else { values = [:] } }

    func text(_ name: String) -> String { if case .text(let text)? = values[name] { text } else { "" } }
    func day(_ name: String) -> Day? { Day(text(name)) }
    func integer(_ name: String) -> Int { if case .integer(let number)? = values[name] { number } else { 0 } }
    func flag(_ name: String) -> Bool { values[name] == .bool(true) }
    func object(_ name: String) -> FileFields? { values[name].map { FileFields($0) } }
    func list(_ name: String) -> [FileFields] { if case .list(let items)? = values[name] { items.map { FileFields($0) } } else { [] } }
    /// Lines end with a line feed.
    func words(_ name: String) -> String { text(name).replacing("\r\n", with: "\n").trimmed }
}

/// Makes plans of a file's fields. Plans and outcomes get their place in the file as their number.
final class PlanFileReading {
    private var plans: [String: PlanID] = [:], outcomes: [String: OutcomeID] = [:]
    private var problems = Problems()
    private static let pupil = PupilID(0), school = SchoolID(0)

    func file(_ fields: FileFields) throws -> PlanFile {
        let sent = fields.list("plans")
        problems.require(!sent.isEmpty, "plans", "This file holds no plan.")
        problems.require(sent.count <= PlanFile.most.plans, "plans", "This file holds more than \(PlanFile.most.plans) plans. No pupil has so many.")
        for (place, plan) in sent.enumerated() {
            for list in ["sections", "outcomes", "answers", "readings"] {
                problems.require(plan.list(list).count <= PlanFile.most.rows, "plans[\(place)].\(list)", "More than \(PlanFile.most.rows) of these can’t be right in one plan.")
            }
        }
        try problems.check()
        nameAll(sent)
        let written = fields.object("written") ?? FileFields(nil), child = fields.object("pupil") ?? FileFields(nil)
        let file = PlanFile(
            writtenAt: Instant(written.text("at")) ?? Instant(milliseconds: 0), writtenBy: written.text("by"), school: Self.school(written.object("school")),
            child: PlanFile.Child(upn: child.text("upn"), forename: child.text("forename").trimmed, surname: child.text("surname").trimmed, called: child.text("called").trimmed, birth: child.day("birth") ?? .distantPast),
            layers: fields.list("layers").map { PlanFile.Layer(layer: $0.text("layer"), spell: Spell(starts: $0.day("starts") ?? .distantPast, ends: $0.day("ends"))) },
            entries: sent.enumerated().map { entry($1, PlanID($0 + 1), "plans[\($0)]") })
        try problems.check()
        return file
    }

    /// Every ref stands once.
    private func nameAll(_ sent: [FileFields]) {
        var number = 0
        for (place, plan) in sent.enumerated() {
            problems.require(plans.updateValue(PlanID(place + 1), forKey: plan.text("ref")) == nil, "plans[\(place)].ref", "This ref stands twice in the file.")
            for (row, outcome) in plan.list("outcomes").enumerated() {
                number += 1
                problems.require(outcomes.updateValue(OutcomeID(number), forKey: outcome.text("ref")) == nil, "plans[\(place)].outcomes[\(row)].ref", "This ref stands twice in the file.")
            }
        }
    }

    private func entry(_ fields: FileFields, _ id: PlanID, _ path: String) -> PlanFile.Entry {
        let plan = plan(fields, id, path), sent = fields.list("outcomes")
        let listed = sent.enumerated().map { outcome($1, plan, $0 + 1, "\(path).outcomes[\($0)]") }
        let whole = WholePlan(
            plan: plan, sections: fields.list("sections").map { section($0, plan) }, outcomes: listed,
            results: zip(listed, sent).compactMap { outcome, fields in fields.object("review").map { result($0, outcome) } },
            answers: fields.list("answers").map { answer($0, plan) }, review: fields.object("review").map { review($0, plan) },
            readings: fields.list("readings").map { PlanReading(id: .new, plan: id, pupil: Self.pupil, name: $0.text("name"), readOn: $0.day("read_on") ?? .distantPast) })
        let scheme = fields.object("scheme") ?? FileFields(nil)
        return PlanFile.Entry(
            whole: whole, kindName: fields.text("kind_name"), areas: scheme.list("areas").map { NeedScheme.Area(key: $0.text("key"), label: $0.text("label"), from: "") }, schemeName: scheme.text("name"),
            school: fields.object("school").map(Self.school), paper: fields.object("paper").map(Self.paper),
            evidence: Dictionary(zip(listed, sent).map { ($0.id, $1.object("review")?.list("evidence_files").map(Self.paper) ?? []) }) { $1 })
    }

    private func plan(_ fields: FileFields, _ id: PlanID, _ path: String) -> Plan {
        var plan = Plan(id: id, pupil: Self.pupil, school: Self.school, kind: fields.text("kind"), scheme: fields.object("scheme")?.text("key") ?? "", rhythm: fields.text("rhythm"), begunOn: fields.day("begun_on") ?? .distantPast)
        (plan.state, plan.cycle, plan.isAmendment) = (PlanState(rawValue: fields.text("state")) ?? .draft, fields.integer("cycle"), fields.flag("is_amendment"))
        (plan.sharedOn, plan.starts, plan.reviewBy) = (fields.day("shared_on"), fields.day("starts"), fields.day("review_by"))
        (plan.reviewedOn, plan.ends, plan.because) = (fields.day("reviewed_on"), fields.day("ends"), fields.words("because"))
        if let ref = fields.text("follows").nonEmpty {
            plan.follows = plans[ref]
            problems.require(plan.follows.map { $0 < id } ?? false, "\(path).follows", "No plan before this one in the file has this ref.")
        }
        return plan
    }

    private func section(_ fields: FileFields, _ plan: Plan) -> PlanSection {
        PlanSection(plan: plan.id, pupil: plan.pupil, part: fields.text("part"), area: fields.text("area"), words: fields.words("words"),
                    state: PlanSection.State(rawValue: fields.text("state")) ?? .notStarted, savedBy: fields.text("saved_by"), savedOn: fields.day("saved_on") ?? plan.begunOn)
    }

    private func outcome(_ fields: FileFields, _ plan: Plan, _ position: Int, _ path: String) -> Outcome {
        let id = outcomes[fields.text("ref")] ?? OutcomeID(0)
        var outcome = Outcome(id: id, plan: plan.id, pupil: plan.pupil, position: position, words: fields.words("words"))
        (outcome.measure, outcome.baseline, outcome.target) = (fields.words("measure"), fields.words("baseline"), fields.words("target"))
        (outcome.due, outcome.owner, outcome.area, outcome.adultLife) = (fields.day("due"), fields.words("owner"), fields.text("area"), AdultLife(rawValue: fields.text("adult_life")))
        if let ref = fields.text("carried_from").nonEmpty {
            outcome.carriedFrom = outcomes[ref]
            problems.require(outcome.carriedFrom.map { $0 < id } ?? false, "\(path).carried_from", "No outcome before this one in the file has this ref.")
        }
        return outcome
    }

    private func result(_ fields: FileFields, _ outcome: Outcome) -> OutcomeReview {
        OutcomeReview(id: .new, outcome: outcome.id, plan: outcome.plan, pupil: outcome.pupil, result: OutcomeReview.Result(rawValue: fields.text("result")) ?? .notMet,
                      evidence: fields.words("evidence"), nextStep: fields.words("next_step"), paper: nil, reviewedOn: fields.day("reviewed_on") ?? .distantPast, reviewedBy: fields.text("reviewed_by"))
    }

    private func answer(_ fields: FileFields, _ plan: Plan) -> FamilyAnswer {
        FamilyAnswer(id: .new, plan: plan.id, pupil: plan.pupil, kind: FamilyAnswer.Kind(rawValue: fields.text("kind")) ?? .noReply, words: fields.words("words"),
                     answeredOn: fields.day("answered_on") ?? .distantPast, firstTry: fields.day("first_try"), secondTry: fields.day("second_try"))
    }

    private func review(_ fields: FileFields, _ plan: Plan) -> PlanReview {
        PlanReview(id: .new, plan: plan.id, pupil: plan.pupil, heldOn: fields.day("held_on") ?? .distantPast, decision: PlanReview.Decision(rawValue: fields.text("decision")) ?? .goOn,
                   because: fields.words("because"), pupilView: fields.words("pupil_view"), familyView: fields.words("family_view"), people: fields.words("people"))
    }

    private static func school(_ fields: FileFields?) -> PlanFile.School { PlanFile.School(urn: fields?.text("urn") ?? "", name: fields?.text("name") ?? "") }

    private static func paper(_ fields: FileFields) -> PlanFile.Paper { PlanFile.Paper(title: fields.text("title"), file: fields.text("file"), sha256: fields.text("sha256")) }
}
