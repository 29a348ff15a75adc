import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Decides what comes of a concern.
let decideConcernPath = PagePath<PupilID, RowID>("/pupils/*/concerns/*/decide")

/// The form asks only what the decision needs; the choice itself stands on the page of the concern.
let decideConcern = PupilAct(
    about: ["concern_decision"] + registerTables, needs: .changeRegister,
    start: { reader, record, ask in
        let passes = ask.query["outcome"] == ConcernOutcome.passedOn.rawValue
        let soon = passes ? try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today).id : nil
        let day = try soon.map { try reader.schoolDays(of: $0, around: ask.today).day(5, after: ask.today).description }
        return [("outcome", ask.query["outcome"]), ("from", ask.today.description), ("owner", passes ? "lead" : "me"), ("look_again", day ?? "")]
    },
    form: { reader, record, ask, write in
        _ = try ask.row.map { try reader.concern($0, of: record.pupil.id, for: ask.viewer, on: ask.today) }
        let outcome = ConcernOutcome(rawValue: ask.typed["outcome"])
        let choice: HTML = outcome == nil ? write.radios("outcome", "What comes of it?", ConcernOutcome.allCases.map { Choice($0.rawValue, $0.label, hint: $0.hint) }) : write.hidden("outcome")
        return PupilForm(
            title: outcome.map { "Decide: \($0.label.lowercasedStart)" } ?? "Decide about the concern", button: "Save the decision",
            fields: """
                \(choice)\(outcome.map { fields($0, record, ask, write) } ?? "")\
                \(write.longText("reason", outcome == .family ? "What do you think yourself, and why?" : "Why?", hint: "A sentence or two. Whoever raised it reads this, and the family may.", aboutChild: ask.notice))\
                \(try outcome.map { try promiseFields($0, reader, record, ask, write) } ?? "")
                """)
    },
    goingTo: { writer, record, ask, typed in
        guard let row = ask.row else { throw NotFound() }
        let concern = try writer.concern(row, of: record.pupil.id, for: ask.viewer, on: ask.today)
        var problems = Problems()
        let decision = try typed.decision, owner = try problems.gather { try writer.ownerOfPromise(typed, decision, of: record, ask) }
        let change = try problems.gather { try decision.applied(to: concern, of: record.register, by: ask.viewer.name, today: ask.today) }
        // A concern about a pupil who has left is closed, not put off: nobody here could look again.
        if change?.decision.after.outcome != .noAction { _ = try problems.gather { try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today) } }
        guard problems.isEmpty, let owner, let change else { throw problems }
        try writer.save(change, about: concern, of: record, owner: owner)
        return concernPath(record.pupil.id, row).asking(["saved": "decided"])
    })

private func fields(_ outcome: ConcernOutcome, _ record: PupilRecord, _ ask: PupilQuestion, _ write: FormWriter) -> HTML {
    let name = record.pupil.calledName
    switch outcome {
    case .noAction, .moreInformation, .monitor: return ""
    case .passedOn: return write.radios("passed_to", "Whose matter is it?", OtherLead.allCases.map { Choice($0.rawValue, $0.label) })
    case .targeted: return """
        \(write.radios("is_different", "Is it additional to, or different from, what others of this age get?", [Choice("no", "No"), Choice("yes", "Yes", hint: "Then it is SEN support.")]))\
        \(write.longText("doing", "What is the support?", rows: 2, aboutChild: ask.notice))
        """
    case .screen: return write.text("doing", "Which screening or test?", aboutChild: ask.notice)
    case .refer: return write.text("doing", "To whom?", hint: "For example: speech and language therapist", aboutChild: ask.notice)
    case .family: return """
        \(write.longText("family_words", "What did the family say?", hint: "In their own words.", aboutChild: ask.notice))\(write.day("family_on", "On which day?"))\
        \(write.longText("doing", "What does the school still do for \(name)?", rows: 2, aboutChild: ask.notice))
        """
    case .register: return """
        \(write.select("need", "Main need", [Choice("", "Choose the main need")] + censusNeeds(on: ask.today), hint: "A diagnosis is not needed."))\
        \(write.day("from", "SEN support from which day?"))\
        \(write.day("told_on", "When was the family told?", hint: "They must be told when SEN support is given. Leave it empty if you have not told them yet: the safety net reminds you."))
        """
    }
}

/// Who does what the decision leaves to be done, and by when.
private func promiseFields(_ outcome: ConcernOutcome, _ reader: Reader, _ record: PupilRecord, _ ask: PupilQuestion, _ write: FormWriter) throws -> HTML {
    guard outcome.asksForDay else { return "" }
    let staff = try record.roll(on: ask.today).map { try reader.ownerChoices(at: $0.enrolment.school, for: ask.viewer) } ?? [Choice("me", "Me (\(ask.viewer.name))")]
    let lead = outcome == .passedOn ? [Choice("lead", "The lead that you chose above")] : []
    return """
        \(write.day("look_again", outcome == .passedOn ? "By when do they take it up?" : "By when does somebody look again?"))\
        \(write.select("owner", "Who does it?", lead + staff, hint: "It goes onto their list of things to do."))\
        \(write.text("owner_words", "Who, if somebody else?", hint: "Only if you chose “Somebody else”. Such as: Dr Ahmed, the paediatrician."))
        """
}

extension Reader {
    /// Who was chosen to do what the decision leaves to be done: the one who decides, where nobody was.
    fileprivate func ownerOfPromise(_ typed: FormValues, _ decision: DecideConcern, of record: PupilRecord, _ ask: PupilQuestion) throws -> ActionOwner {
        if let lead = OtherLead(rawValue: decision.passedTo), ["", "lead"].contains(typed["owner"]) { return ActionOwner(name: lead.label) }
        guard let school = record.roll(on: ask.today)?.enrolment.school, ConcernOutcome(rawValue: decision.outcome)?.asksForDay ?? false, typed.has("owner") else {
            return ActionOwner(staff: ask.viewer.staff.first, account: ask.viewer.account, name: ask.viewer.name)
        }
        return try owner(typed, at: school, for: ask.viewer)
    }
}

extension FormValues {
    fileprivate var decision: DecideConcern {
        get throws {
            var problems = Problems()
            var decision = DecideConcern(self["outcome"], because: self["reason"])
            decision.lookAgain = day("look_again", &problems)
            decision.familyOn = day("family_on", &problems)
            decision.from = day("from", &problems)
            decision.toldOn = day("told_on", &problems)
            try problems.check()
            (decision.passedTo, decision.isDifferent, decision.doing) = (self["passed_to"], self["is_different"], self["doing"])
            (decision.familyWords, decision.need) = (self["family_words"], self["need"])
            return decision
        }
    }

    /// A day that may be left out; what can't be read is added to what is wrong.
    private func day(_ name: String, _ problems: inout Problems) -> Day? {
        do { return try dayIfAny(name) } catch {
            for problem in (error as? Problems)?.list ?? [] { problems.add(problem.field, problem.message) }
            return nil
        }
    }
}
