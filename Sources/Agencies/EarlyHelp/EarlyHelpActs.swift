import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

// What is done while early help runs. Each is a form of its own, reached from the page of the episode.

/// Writes down that the family agrees for longer.
let renewEarlyHelpConsent = PupilAct(
    about: ["early_help", "early_help_consent"], needs: .refer,
    start: { _, _, ask in [("given_on", ask.today.description), ("until", ask.today.adding(years: 1).description)] },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask)
        return PupilForm(title: "Write down the family’s consent", lead: "\(record.pupil.fullCalledName), \(held.episode.name). A family may take it back at any time.", button: "Save their consent", fields: consentFields(write, ask.notice))
    },
    goingTo: { writer, _, ask, typed in
        let held = try writer.earlyHelp(ask)
        try writer.save(typed.earlyHelpConsent().applied(to: held.episode, by: ask.viewer.name, today: ask.today))
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "consent"])
    })

/// Says that the family takes their consent back.
let endEarlyHelpConsent = PupilAct(
    about: ["early_help_consent"], needs: .refer,
    start: { _, _, ask in [("ended_on", ask.today.description)] },
    form: { reader, record, ask, write in
        let (consent, held) = try reader.earlyHelpPart(EarlyHelpConsent.self, ask, \.episode)
        return PupilForm(title: "Say that the family takes it back", lead: "\(record.pupil.fullCalledName), \(held.episode.name). Agreed by \(consent.givenBy), \(consent.givenOn.inWords). Early help cannot go on without their yes: close it next, and tell the others.", button: "End their consent",
                         fields: write.day("ended_on", "Since which day?") + write.longText("reason", "Why, if they said so?", rows: 2, aboutChild: ask.notice))
    },
    goingTo: { writer, _, ask, typed in
        let (consent, held) = try writer.earlyHelpPart(EarlyHelpConsent.self, ask, \.episode)
        try writer.save(EndConsent(on: typed.dayIfAny("ended_on"), because: typed["reason"]).applied(to: consent, today: ask.today))
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "ended"])
    })

/// Names the lead practitioner.
let nameEarlyHelpLead = PupilAct(
    about: ["early_help", "early_help_lead"], needs: .refer,
    start: { _, _, ask in [("from", ask.today.description)] },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask), now = held.lead.map { "Now: \($0.inWords), since \($0.starts.inWords)." } ?? "Nobody leads it now."
        return PupilForm(title: "Name the lead practitioner", lead: "\(record.pupil.fullCalledName), \(held.episode.name). \(now)", button: "Save who leads", fields: leadFields(write, hint: "The one person whom the family rings.") + write.day("from", "From which day?"))
    },
    goingTo: { writer, _, ask, typed in
        let held = try writer.earlyHelp(ask)
        try writer.save(typed.earlyHelpLead(), of: held)
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "lead"])
    })

/// Says what became of a step.
let takeEarlyHelpStep = PupilAct(
    about: ["early_help", "early_help_step"], needs: .refer,
    start: { reader, _, ask in
        let (step, _) = try reader.earlyHelpPart(EarlyHelpStep.self, ask, \.episode)
        return [("state", step.state == .open ? EarlyHelpStep.State.done.rawValue : step.state.rawValue), ("happened_on", (step.happenedOn ?? ask.today).description), ("words", step.words), ("paper", step.paper.map { "\($0)" } ?? "")]
    },
    form: { reader, record, ask, write in
        let (step, held) = try reader.earlyHelpPart(EarlyHelpStep.self, ask, \.episode), papers = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn || $0.id == step.paper }
        let due = step.due.map { " The council asks for it by \($0.inWords)." } ?? ""
        return PupilForm(title: "Say what became of a step", lead: "\(record.pupil.fullCalledName), \(held.episode.name). \(step.name).\(due)", button: "Save this step", fields: """
            \(write.radios("state", "What became of it?", EarlyHelpStep.State.allCases.map { Choice($0.rawValue, $0.label) }))\(write.day("happened_on", "On which day?"))\
            \(write.longText("words", "Anything to add?", hint: "If it is not needed: why.", rows: 2, aboutChild: ask.notice))\
            \(papers.isEmpty ? "" : write.select("paper", "Which paper shows it?", [Choice("", "None")] + papers.map { Choice("\($0.id)", $0.title) }, hint: "Such as the council’s form as you filled it in."))\
            <p class="quiet">The filled form itself? <a href="\(addPaperPath(ask.pupil))">Add it to the papers</a> first.</p>
            """)
    },
    goingTo: { writer, _, ask, typed in
        let (step, held) = try writer.earlyHelpPart(EarlyHelpStep.self, ask, \.episode)
        var taking = TakeEarlyHelpStep(EarlyHelpStep.State(rawValue: typed["state"]), on: try typed.dayIfAny("happened_on"), words: typed["words"])
        if !typed["paper"].isEmpty {
            guard let paper = PaperID(typed["paper"]), try paper == step.paper || writer.papers(of: ask.pupil, for: ask.viewer, on: ask.today).contains(where: { $0.id == paper && !$0.isWithdrawn }) else { throw Problems("paper", "This paper is no longer there. Choose another.") }
            taking.paper = paper
        }
        try writer.save(taking.applied(to: step, of: held.episode, by: ask.viewer.name, today: ask.today))
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "step"]).at("steps")
    })

/// Makes something out of early help that somebody does by a day.
let addEarlyHelpAction = PupilAct(
    about: [], needs: .refer,
    start: { _, _, ask in [("owner", "me"), ("due", "\(ask.today + 28)")] },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask)
        return PupilForm(title: "Write down who does what", lead: "\(record.pupil.fullCalledName), \(held.episode.name). It goes on its owner’s list, and stands on the plan of the family.", button: "Put it on the plan", fields: """
            \(write.text("what", "What is to be done?", hint: "One thing, such as: visit the breakfast club together.", aboutChild: ask.notice))\
            \(write.select("owner", "Who does it?", try reader.ownerChoices(at: held.episode.school, for: ask.viewer)))\
            \(write.text("owner_words", "Who, if somebody else?", hint: "Only if you chose “Somebody else”."))\(write.day("due", "By which day?"))
            """)
    },
    goingTo: { writer, _, ask, typed in
        let episode = try writer.earlyHelp(ask).episode
        if !episode.isOpen { throw Problems("", "This is closed. Begin again, if the family wishes it.") }
        let action = MakeAction(what: typed["what"], owner: try writer.owner(typed, at: episode.school, for: ask.viewer), due: try typed.day("due"), source: episode.source)
        try writer.save(action, at: episode.school, about: ask.pupil)
        return earlyHelpPath(ask.pupil, episode.row).asking(["saved": "action"]).at("actions")
    })

/// Closes it.
let closeEarlyHelp = PupilAct(
    about: ["early_help", "early_help_lead"], needs: .refer,
    start: { _, _, ask in [("closed_on", ask.today.description)] },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask), left = held.actions.filter(\.isOpen).count
        let rest: HTML = left == 0 ? "" : notice("\(count(left, "thing")) to do \(left == 1 ? "is" : "are") still open. \(left == 1 ? "It stays on its owner’s list" : "They stay on their owners’ lists"): end there what is no longer needed.")
        return PupilForm(title: "Close early help", lead: "\(record.pupil.fullCalledName), \(held.episode.name), since \(held.episode.startedOn.inWords).", button: "Close it", fields: """
            \(rest)\(write.radios("ending", "Why does it end?", EarlyHelpEpisode.Ending.allCases.map { Choice($0.rawValue, $0.label) }))\(write.day("closed_on", "On which day?"))\
            \(write.longText("closed_words", "What is better now, and how does it go on?", hint: "Who keeps an eye on it, and what the school’s plan takes over.", rows: 4, aboutChild: ask.notice))
            """)
    },
    goingTo: { writer, _, ask, typed in
        let held = try writer.earlyHelp(ask)
        try writer.close(held, CloseEarlyHelp(EarlyHelpEpisode.Ending(rawValue: typed["ending"]), on: try typed.dayIfAny("closed_on"), words: typed["closed_words"]), by: ask.viewer.name)
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "closed"])
    })
