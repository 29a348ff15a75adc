import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says what the school makes of one recommendation: the answer stands in the address, so that each has a link of its own.
let decideRecommendation = PupilAct(
    about: ["recommendation"], needs: .refer,
    start: { reader, record, ask in
        let held = try reader.recommendation(ask)
        return [("to", ask.query["to"]), ("owner", held.ownerChoice(ask.viewer)), ("owner_words", held.ownerChoice(ask.viewer) == "other" ? held.owner.name : ""), ("due", held.due?.description ?? ""), ("run", held.run.map { "\($0)" } ?? ""), ("plan", held.plan.map { "\($0)" } ?? "")]
    },
    form: { reader, record, ask, write in
        let held = try reader.recommendation(ask), school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let state = Recommendation.State(rawValue: ask.typed["to"]).flatMap { held.state.next.contains($0) ? $0 : nil }
        let choice: HTML = state == nil ? write.radios("to", "What does the school make of it?", held.state.next.map { Choice($0.rawValue, $0.label) }) : write.hidden("to")
        return PupilForm(
            title: state?.verb ?? "Answer a recommendation", lead: "\(record.pupil.fullCalledName). “\(held.words)” Now: \(held.state.label).", button: "Save the answer",
            fields: "\(choice)\(try fields(state, reader, school, ask, write))")
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.recommendation(ask), school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let state = Recommendation.State(rawValue: typed["to"])
        var decision = DecideRecommendation(state, words: typed["words"])
        if state?.asksForOwner ?? false { (decision.owner, decision.due) = (try writer.owner(typed, at: school.id, for: ask.viewer, keeping: held.owner), try typed.dayIfAny("due")) }
        (decision.evidence, decision.run, decision.plan) = (typed["evidence"], try writer.chosen("run", typed, writer.runChoices(of: ask.pupil, on: ask.today)), try writer.chosen("plan", typed, writer.planChoices(of: ask.pupil)))
        let decided = try decision.applied(to: held, by: ask.viewer.name, today: ask.today)
        try writer.save(decided.recommendation)
        try writer.save(Change(decided.recommendation.event, to: decided.step))
        return advicePath(record.pupil.id, RowID(held.advice.rawValue)).asking(["saved": "answer"]).at("r\(held.id)")
    })

private func fields(_ state: Recommendation.State?, _ reader: Reader, _ school: School, _ ask: PupilQuestion, _ write: FormWriter) throws -> HTML {
    let why = state == .adapted ? "What do you do instead, and why?" : state?.asksForReason ?? false ? "Why?" : "Anything to add?"
    let words = write.longText("words", why, rows: 3, aboutChild: ask.notice)
    let owner: HTML = state?.asksForOwner ?? true ? """
        \(write.select("owner", "Who carries it out?", try reader.ownerChoices(at: school.id, for: ask.viewer)))\
        \(write.text("owner_words", "Who, if somebody else?", hint: "Only if you chose “Somebody else”."))\(write.day("due", "By which day?"))
        """ : ""
    let carried: HTML = state == nil || state == .inProvision ? """
        \(write.select("run", "Which provision carries it out?", [Choice("", "None")] + (try reader.runChoices(of: ask.pupil, on: ask.today))))\
        \(write.select("plan", "In which plan does it stand?", [Choice("", "None")] + (try reader.planChoices(of: ask.pupil))))
        """ : ""
    let evidence: HTML = state == nil || state == .done ? write.longText("evidence", "What shows that it was done, and what came of it?", rows: 3, aboutChild: ask.notice) : ""
    return owner + carried + evidence + words
}

extension Recommendation {
    /// Who carries it out now, as the form's choice; nobody was chosen yet: whoever answers.
    fileprivate func ownerChoice(_ viewer: Viewer) -> String {
        if let staff = owner.staff { return "\(staff)" }
        if owner.name.isEmpty || owner.account != nil && owner.account == viewer.account { return "me" }
        return owner.name == ActionOwner.family.name ? "family" : "other"
    }
}

extension Reader {
    fileprivate func recommendation(_ ask: PupilQuestion) throws -> Recommendation {
        guard let row = ask.row else { throw NotFound() }
        return try recommendation(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// Who was chosen; the same as before keeps all that is known of them.
    fileprivate func owner(_ typed: FormValues, at school: SchoolID, for viewer: Viewer, keeping before: ActionOwner) throws -> ActionOwner {
        let isSame = typed["owner"] == "other" && typed["owner_words"] == before.name || before.staff.map { typed["owner"] == "\($0)" } ?? false
        return isSame && !before.name.isEmpty ? before : try owner(typed, at: school, for: viewer)
    }

    /// The row that a form names, among those that may be meant.
    fileprivate func chosen<Subject>(_ field: String, _ typed: FormValues, _ choices: [Choice]) throws -> ID<Subject>? {
        if typed[field].isEmpty { return nil }
        guard choices.contains(where: { $0.value == typed[field] }) else { throw Problems(field, "This is no longer there. Choose again.") }
        return ID(typed[field])
    }
}
