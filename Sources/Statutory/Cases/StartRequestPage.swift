import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Begins a request: the school’s own, the family’s, or one that the school learns of.
let startRequest = PupilAct(
    about: ["ehc_case"], needs: .changeRegister,
    start: { reader, record, ask in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today), plan = try reader.ehcPlan(of: ask.pupil, for: ask.viewer, on: ask.today)?.plan
        return [("kind", plan?.finalOn == nil ? "request" : "reassessment"), ("asked_by", "school"), ("la", plan?.council.nonEmpty ?? school.laCode)]
    },
    form: { reader, record, ask, write in
        let open = try reader.cases(of: ask.pupil, for: ask.viewer, on: ask.today).first { !$0.isOver }
        let said: HTML = open.map { notice("A request is open already. <a href=\"\(ehcRequestPath(ask.pupil, $0.id))\">Go on with that one</a>.", warns: true) } ?? ""
        return PupilForm(
            title: "Start a request for \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName). Nothing is sent from here: this gathers what the council’s form asks for, and counts the days once it is sent.", button: "Start it",
            fields: """
                \(said)\(write.radios("kind", "What is asked for?", AssessmentCase.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.radios("asked_by", "Who asks?", AssessmentCase.Asker.allCases.map { Choice($0.rawValue, $0.label) }))\(try requestFields(reader, ask, write))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.begin(typed.keepCase(), about: record, for: ask.viewer)
        return ehcRequestPath(ask.pupil, held.id).asking(["saved": "begun"])
    })

/// Puts the words of a request right.
let changeRequest = PupilAct(
    about: ["ehc_case"], needs: .changeRegister,
    start: { reader, _, ask in
        let held = try reader.heldCase(ask).held
        return [("kind", held.kind.rawValue), ("asked_by", held.askedBy.rawValue), ("la", held.council), ("officer", held.officer)] + CaseWords.parts.map { (name: $0.field, text: held.words[keyPath: $0.words]) }
    },
    form: { reader, record, ask, write in
        _ = try reader.heldCase(ask)
        return PupilForm(title: "Change the request for \(record.pupil.calledName)", button: "Save the request", fields: write.hidden("kind") + write.hidden("asked_by") + (try requestFields(reader, ask, write)))
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.heldCase(ask).held
        try writer.save(typed.keepCase(of: held).applied(to: held))
        return ehcRequestPath(ask.pupil, held.id).asking(["saved": "changed"])
    })

private func requestFields(_ reader: Reader, _ ask: PupilQuestion, _ write: FormWriter) throws -> HTML {
    let councils = try reader.knownCouncils(), notice = ask.notice.once
    return """
        \(write.text("la", "Of which council?", hint: "Its three figures. Here: \(councils.map { "\($0.code) is \($0.name)" }.joined(separator: ", "))."))\(write.text("officer", "Who is the officer, if you know?"))\
        \(notice.standing)\(CaseWords.parts.map { write.longText($0.field, $0.label, hint: $0.hint, rows: $0.rows, aboutChild: notice) })
        """
}

extension FormValues {
    fileprivate func keepCase(of held: AssessmentCase? = nil) -> KeepCase {
        var words = CaseWords()
        for part in CaseWords.parts { words[keyPath: part.words] = self[part.field].trimmed }
        return KeepCase(held?.kind ?? AssessmentCase.Kind(rawValue: self["kind"]), askedBy: held?.askedBy ?? AssessmentCase.Asker(rawValue: self["asked_by"]), council: self["la"], officer: self["officer"], words: words)
    }
}

/// Takes a case one step on: the step stands in the address, so that each has a button of its own.
let requestStep = PupilAct(
    about: ["ehc_case", "ehc_step"], needs: .changeRegister,
    start: { _, _, ask in [("to", ask.query["to"]), ("happened_on", "\(ask.today)")] },
    form: { reader, record, ask, write in
        let held = try reader.heldCase(ask), kind = CaseStepKind(rawValue: ask.typed["to"]).flatMap { held.next.contains($0) ? $0 : nil }
        let choice: HTML = kind == nil ? write.radios("to", "What happened?", held.next.map { Choice($0.rawValue, $0.label) }) : write.hidden("to")
        let papers = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn }.prefix(60)
        return PupilForm(
            title: kind?.verb ?? "Say what happened", lead: "\(record.pupil.fullCalledName). Now: \(held.held.state.label), since \(held.held.since.inWords).", button: "Save this step",
            fields: """
                \(choice)\(write.day("happened_on", kind?.dayLabel ?? "On which day?"))\(write.select("stated", "How do you know?", [Choice("", "Choose")] + DateSource.allCases.map { Choice($0.rawValue, $0.label) }, hint: "What is only estimated is shown, and never counted against anybody."))\
                \(aboutChoice(kind, write))\(write.select("paper", "Which paper is it?", [Choice("", "It is not in the record")] + papers.map { Choice("\($0.id)", $0.title) }))\
                \(write.longText("words", kind?.asksForWords ?? false ? "Why, as the letter says?" : "Anything to add?", rows: 3, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.heldCase(ask)
        let take = TakeCaseStep(CaseStepKind(rawValue: typed["to"]), on: try typed.dayIfAny("happened_on"), stated: DateSource(rawValue: typed["stated"]), words: typed["words"], paper: try writer.chosenPaper(typed, ask))
        try writer.save(take, of: held, about: typed["about"], for: ask.viewer)
        return ehcRequestPath(ask.pupil, held.held.id).asking(["saved": "step"])
    })

/// What a concession or an order is about: its days depend on it.
private func aboutChoice(_ kind: CaseStepKind?, _ write: FormWriter) -> HTML {
    switch kind {
    case .mediation: write.radios("about", "What did the family say?", OptionChoice.answers.map { Choice($0.key, $0.label) })
    case .conceded: write.select("about", "About what?", [Choice("", "Choose")] + OptionChoice.concessions.map { Choice($0.key, $0.label) })
    case .ordered: write.select("about", "What does it order?", [Choice("", "Choose")] + OptionChoice.orders.map { Choice($0.key, $0.label) })
    // Without JavaScript and without a step in the address both stand there.
    case nil: write.select("about", "Of mediation, giving way or an order: what about?", [Choice("", "None of them")] + OptionChoice.answers.map { Choice($0.key, "Mediation: \($0.label)") } + OptionChoice.concessions.map { Choice($0.key, "Gave way: \($0.label)") } + OptionChoice.orders.filter { !["assessment", "contents"].contains($0.key) }.map { Choice($0.key, "Order: \($0.label)") })
    default: ""
    }
}
