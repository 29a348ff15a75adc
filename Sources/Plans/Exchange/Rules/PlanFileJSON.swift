import Basics

// A file of plans as JSON (docs/plan.schema.json). What is empty is left out.

extension PlanFile {
    var json: JSON {
        let plans = Dictionary(entries.enumerated().map { ($1.whole.plan.id, "plan-\($0 + 1)") }) { $1 }
        let outcomes = Dictionary(entries.flatMap(\.whole.outcomes).enumerated().map { ($1.id, "outcome-\($0 + 1)") }) { $1 }
        return .filled([
            ("format", .text(Self.format)), ("version", .integer(Self.version)),
            ("written", .filled([("at", .text(writtenAt.description)), ("by", .text(writtenBy)), ("school", school.json)])), ("pupil", child.json),
            ("layers", .list(layers.map { .filled([("layer", .text($0.layer)), ("starts", .text($0.spell.starts.description)), ("ends", .optional($0.spell.ends?.description))]) })),
            ("plans", .list(entries.map { $0.json(plans, outcomes) })),
        ])
    }
}

extension JSON {
    /// An object without what is null or an empty text.
    fileprivate static func filled(_ pairs: [(String, JSON)], keeping needed: Set<String> = []) -> JSON {
        .object(KeyedValues(pairs.filter { needed.contains($0.0) || ($0.1 != .null && $0.1 != .text("")) }))
    }
}

extension PlanFile.School {
    fileprivate var json: JSON { .filled([("urn", .text(urn)), ("name", .text(name))]) }
}

extension PlanFile.Child {
    fileprivate var json: JSON {
        .filled([("upn", .text(upn)), ("forename", .text(forename)), ("surname", .text(surname)), ("called", .text(called)), ("birth", .text(birth.description))], keeping: ["forename", "surname"])
    }
}

extension PlanFile.Paper {
    fileprivate var json: JSON { .filled([("title", .text(title)), ("file", .text(file)), ("sha256", .text(sha256))]) }
}

extension PlanFile.Entry {
    fileprivate func json(_ plans: [PlanID: String], _ outcomes: [OutcomeID: String]) -> JSON {
        let plan = whole.plan
        var pairs: [(String, JSON)] = [("ref", .optional(plans[plan.id])), ("kind", .text(plan.kind)), ("kind_name", .text(kindName)), ("state", .text(plan.state.rawValue)), ("cycle", .integer(plan.cycle))]
        pairs += [("follows", .optional(plan.follows.flatMap { plans[$0] })), ("is_amendment", plan.isAmendment ? .bool(true) : .null), ("scheme", scheme), ("rhythm", .text(plan.rhythm))]
        pairs += [("school", school?.json ?? .null), ("begun_on", .text(plan.begunOn.description)), ("shared_on", .optional(plan.sharedOn?.description)), ("starts", .optional(plan.starts?.description))]
        pairs += [("review_by", .optional(plan.reviewBy?.description)), ("reviewed_on", .optional(plan.reviewedOn?.description)), ("ends", .optional(plan.ends?.description)), ("because", .text(plan.because))]
        pairs += [("paper", paper?.json ?? .null), ("sections", .list(whole.sections.map(\.fileJSON)))]
        pairs += [("outcomes", .list(whole.outcomes.map { $0.fileJSON(outcomes, whole.result(of: $0), evidence[$0.id] ?? []) }))]
        pairs += [("answers", whole.answers.isEmpty ? .null : .list(whole.answers.map(\.fileJSON))), ("review", whole.review?.fileJSON ?? .null)]
        pairs += [("readings", whole.readings.isEmpty ? .null : .list(whole.readings.map { .filled([("name", .text($0.name)), ("read_on", .text($0.readOn.description))]) }))]
        return .filled(pairs)
    }

    private var scheme: JSON {
        .filled([("key", .text(whole.plan.scheme)), ("name", .text(schemeName)), ("areas", .list(areas.map { .filled([("key", .text($0.key)), ("label", .text($0.label))]) }))])
    }
}

extension PlanSection {
    fileprivate var fileJSON: JSON {
        .filled([("part", .text(part)), ("title", .optional(PlanPart.named(part)?.title)), ("area", .text(area)), ("words", .text(words)), ("state", .text(state.rawValue)),
                 ("saved_by", .text(savedBy)), ("saved_on", .text(savedOn.description))], keeping: ["words"])
    }
}

extension Outcome {
    fileprivate func fileJSON(_ refs: [OutcomeID: String], _ result: OutcomeReview?, _ evidence: [PlanFile.Paper]) -> JSON {
        .filled([
            ("ref", .optional(refs[id])), ("words", .text(words)), ("measure", .text(measure)), ("baseline", .text(baseline)), ("target", .text(target)), ("due", .optional(due?.description)),
            ("owner", .text(owner)), ("area", .text(area)), ("adult_life", .optional(adultLife?.rawValue)), ("carried_from", .optional(carriedFrom.flatMap { refs[$0] })),
            ("review", result?.fileJSON(evidence) ?? .null),
        ])
    }
}

extension OutcomeReview {
    fileprivate func fileJSON(_ files: [PlanFile.Paper]) -> JSON {
        .filled([("result", .text(result.rawValue)), ("evidence", .text(evidence)), ("evidence_files", files.isEmpty ? .null : .list(files.map(\.json))), ("next_step", .text(nextStep)),
                 ("reviewed_on", .text(reviewedOn.description)), ("reviewed_by", .text(reviewedBy))])
    }
}

extension FamilyAnswer {
    fileprivate var fileJSON: JSON {
        .filled([("kind", .text(kind.rawValue)), ("words", .text(words)), ("answered_on", .text(answeredOn.description)), ("first_try", .optional(firstTry?.description)), ("second_try", .optional(secondTry?.description))])
    }
}

extension PlanReview {
    fileprivate var fileJSON: JSON {
        .filled([("held_on", .text(heldOn.description)), ("decision", .text(decision.rawValue)), ("because", .text(because)), ("pupil_view", .text(pupilView)), ("family_view", .text(familyView)), ("people", .text(people))])
    }
}
