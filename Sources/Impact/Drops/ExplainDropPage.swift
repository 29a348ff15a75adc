import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// One pupil after the other of those who are below: why, what else was looked at, and what is done.
let explainDropRoutes: [Route] = [
    .read(explainDropPath, .changeRegister) { visit, id in
        try await visit.read { reader in
            let seen = try reader.workedDrop(id, visit)
            guard seen.drop.state == .open, let pupil = try seen.asked(visit.request.query, opening: true) else { return .goTo(dropPath(id)) }
            return try page(visit, reader, seen, pupil, opening(seen, pupil, visit), Problems())
        }
    },
    .send(explainDropPath, .changeRegister) { visit, id in
        let typed = visit.request.form
        return try await visit.save { try explain($0, visit, id, typed) } again: { problems, status in
            try await visit.read { reader in
                let (seen, pupil) = try reader.answered(reader.workedDrop(id, visit), typed, visit)
                var again = typed
                if status == 409 { again.set("seen", seen.mark(of: pupil)) }
                return try page(visit, reader, seen, pupil, again, problems, status: status)
            }
        }
    },
]

extension Reader {
    /// The pupil whom a sent form is about, also where they left the drop while it was written: words are not lost.
    /// - Throws: `NotFound` where the pupil is out of sight, or the form was not of them.
    fileprivate func answered(_ seen: SeenDrop, _ typed: FormValues, _ visit: Visit) throws -> (SeenDrop, DropPupil) {
        guard let id = PupilID(typed["pupil"]) else { throw NotFound() }
        if !seen.pupils.contains(where: { $0.traits.pupil == id }), typed.has(ExplainLine.field("reason", id)) {
            guard let name = try calledNames(of: [id], for: visit.viewer.readingDrop(seen.reviewers), on: visit.today)[id] else { throw NotFound() }
            var again = seen
            again.names[id] = name
            let line = DropLine(pupil: id, baseline: nil, actual: nil, expected: nil, standing: .unjudged)
            return (again, DropPupil(traits: PupilTraits(pupil: id, year: YearGroup(rawValue: "")), line: line))
        }
        guard let pupil = try seen.asked(typed, opening: false) else { throw NotFound() }
        return (seen, pupil)
    }
}

extension SeenDrop {
    /// The pupil whom a form or an address names; where it opens without one, the first of whom nothing is said.
    /// - Throws: `NotFound` where it is nobody of this drop in sight.
    fileprivate func asked(_ values: FormValues, opening: Bool) throws -> DropPupil? {
        if values["pupil"].isEmpty, opening { return toExplain.first }
        guard let id = PupilID(values["pupil"]), names[id] != nil, let pupil = pupils.first(where: { $0.traits.pupil == id }) else { throw NotFound() }
        return pupil
    }

    /// What stands of a pupil, as a form carries it.
    fileprivate func mark(of pupil: DropPupil) -> String { answers[pupil.traits.pupil].map { "\($0.id).\($0.version)" } ?? "0" }
}

private func opening(_ seen: SeenDrop, _ pupil: DropPupil, _ visit: Visit) -> FormValues {
    let who = pupil.traits.pupil, field = { ExplainLine.field($0, who) }
    var values = FormValues([("owner", "me"), ("due", (visit.today + 28).description), ("seen", seen.mark(of: pupil))])
    if let answer = seen.answers[who] {
        for (name, text) in [("reason", answer.reason.rawValue), ("words", answer.words), ("other", answer.otherMeasure)] { values.set(field(name), text) }
    }
    return values
}

private func explain(_ writer: Writer, _ visit: Visit, _ id: DataDropID, _ typed: FormValues) throws -> Address {
    try writer.lockDrop(id)
    let (seen, pupil) = try writer.answered(writer.workedDrop(id, visit), typed, visit)
    guard seen.pupils.contains(where: { $0.traits.pupil == pupil.traits.pupil }) else {
        throw FormOvertaken("This pupil is no longer in the data drop, so nothing is saved. Your words are still here: copy what you need.")
    }
    let who = pupil.traits.pupil, before = seen.answers[who], field = { ExplainLine.field($0, who) }
    if typed.has("seen"), typed["seen"] != seen.mark(of: pupil), let before {
        throw FormOvertaken("Somebody else said something of this pupil while you had this open: \(before.reason.label). Also looked at: \(before.otherMeasure). Nothing of yours is saved yet. Save again if it is still right.")
    }
    var problems = Problems()
    let act = ExplainLine(reason: DropAnswer.Reason(rawValue: typed[field("reason")]), words: typed[field("words")], otherMeasure: typed[field("other")], action: typed[field("action")])
    let change = try problems.gather { try act.applied(to: before, line: pupil.line, in: seen.drop) }
    let action = try problems.gather { try before?.action == nil && !act.action.isEmpty ? writer.action(act, typed, visit, seen, before?.id) : nil } ?? nil
    guard problems.isEmpty, let change else { throw problems }
    try writer.save(change, doing: action, about: who, at: seen.school.id)
    let left = seen.toExplain.contains { $0.traits.pupil != who }
    return left ? explainDropPath(id).asking(["saved": "explained"]) : dropPath(id).asking(["saved": "explained"])
}

extension Writer {
    /// What is to be done about a pupil, as a form says it.
    fileprivate func action(_ act: ExplainLine, _ typed: FormValues, _ visit: Visit, _ seen: SeenDrop, _ row: RowID?) throws -> MakeAction {
        var problems = Problems()
        let owner = try problems.gather { try self.owner(typed, at: seen.school.id, for: visit.viewer) }, due = try problems.gather { try typed.day("due") }
        guard problems.isEmpty, let owner, let due else { throw problems }
        problems.require(due >= visit.today, "due", "This day has passed. Give today or a later day.")
        try problems.check()
        return MakeAction(what: act.action, owner: owner, due: due)
    }

    /// Saves what is said of a pupil, with the action that comes of it on everybody's list.
    func save(_ change: Change<DropAnswer>, doing making: MakeAction?, about pupil: PupilID, at school: SchoolID) throws {
        guard let making else {
            try save(change)
            return
        }
        let said = try save(change)
        let source = ActionSource(table: DropAnswer.table.name, row: said.id.rawValue)
        var after = said
        after.action = try save(MakeAction(what: making.what, owner: making.owner, due: making.due, source: source), at: school, about: pupil).id
        try save(Change("drop.actionMade", from: said, to: after))
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ seen: SeenDrop, _ pupil: DropPupil, _ typed: FormValues, _ problems: Problems, status: Int = 422) throws -> Answer {
    var values = typed
    values.set("pupil", "\(pupil.traits.pupil)")
    let who = pupil.traits.pupil, write = FormWriter(values, problems), name = seen.names[who] ?? "", notice = try visit.childNotice(reader, who, form: explainDropPath(seen.drop.id)).once
    visit.viewer.witness.saw([who])
    let title = "Say why a pupil is below", left = seen.toExplain.count { $0.traits.pupil != who }
    let saved: HTML = visit.request.query["saved"] == "explained" ? "\(PageSaved.next)" : ""
    let body: HTML = """
        \(crumbs(("Data drops", dropsPath().asking(["school": "\(seen.school.id)"])), (seen.title, dropPath(seen.drop.id))))\(saved)\(write.summary)\
        \(pageTitle(title, lead: "\(name). \(left == 0 ? "The last one." : "\(count(left, "more pupil")) after this.")"))\(standing(seen, pupil))\
        \(form(explainDropPath(seen.drop.id), button: "Save", back: dropPath(seen.drop.id), aboutChild: notice, """
            \(write.hidden("pupil"))\(write.hidden("seen"))\(notice.standing)\(try fields(reader, visit, seen, pupil, write, notice))
            """))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}

private enum PageSaved {
    static let next: HTML = notice("Saved. Here is the next one.")
}

private func standing(_ seen: SeenDrop, _ pupil: DropPupil) -> HTML {
    let words = { (score: Score?) -> HTML in score.map { "\(seen.scale.words(of: $0))" } ?? "–" }
    return facts([("Measure", "\(seen.measureName)"), ("Before", words(pupil.line.baseline)), ("Now", words(pupil.line.actual)), ("Expected", words(pupil.line.expected.map { Score($0) }))])
}

private func fields(_ reader: Reader, _ visit: Visit, _ seen: SeenDrop, _ pupil: DropPupil, _ write: FormWriter, _ notice: ChildNotice) throws -> HTML {
    let who = pupil.traits.pupil, field = { ExplainLine.field($0, who) }, others = try otherResults(reader, seen, who)
    let options: [HTML] = others.map { "<option value=\"\($0)\"></option>" }
    let list: HTML = others.isEmpty ? "" : "<p class=\"hint\">Held already: \(others.joined(separator: "; ")).</p><datalist id=\"other-results\">\(options)</datalist>"
    return """
        \(write.select(field("reason"), "Why, as far as you know?", [Choice("", "Choose")] + DropAnswer.Reason.allCases.map { Choice($0.rawValue, $0.label) }))\
        \(write.longText(field("words"), "In your words", hint: "If you like. If it is something else, say what.", rows: 2, aboutChild: notice))\
        \(list)\(write.text(field("other"), "What else did you look at?", hint: "Another test, the outcomes of the plan, work in books, what the pupil says.", suggestions: others.isEmpty ? nil : "other-results", aboutChild: notice))\
        \(try actionFields(reader, visit, seen, who, write, notice))
        """
}

private func actionFields(_ reader: Reader, _ visit: Visit, _ seen: SeenDrop, _ who: PupilID, _ write: FormWriter, _ notice: ChildNotice) throws -> HTML {
    if let id = seen.answers[who]?.action, let action = try reader.one(id, of: Action.self) {
        return "<p>To do already: <a href=\"\(actionPath(id))\">\(action.what)</a> <span class=\"quiet\">\(action.inWords)</span></p>"
    }
    return """
        <fieldset class="field"><legend>What is done about it</legend>\(write.text(ExplainLine.field("action", who), "What is to be done?", hint: "One thing. It stands on the list of whoever does it.", aboutChild: notice))\
        <div class="grid">\(write.select("owner", "Who does it?", try reader.ownerChoices(at: seen.school.id, for: visit.viewer)))\(write.day("due", "By which day?"))</div>\
        \(write.text("owner_words", "Who, if somebody else?", hint: "Only if you chose “Somebody else”."))</fieldset>
        """
}

/// What other tests said of late: the other measure may be among them.
private func otherResults(_ reader: Reader, _ seen: SeenDrop, _ who: PupilID) throws -> [String] {
    let results = try reader.readResults(of: [who], since: seen.drop.asOf - 400)[who] ?? []
    return results.filter { $0.instrument.id != seen.instrument.id }.suffix(3).map { "\($0.instrument.name), \($0.scale.name): \($0.words) on \($0.result.takenOn.short)" }
}
