import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Plans

/// Begins early help: strengths first, the family's yes, and who leads.
let startEarlyHelp = PupilAct(
    about: ["early_help"], needs: .refer,
    start: { reader, record, ask in
        let schemes = try reader.openSchemes(of: reader.schoolOfRoll(record, for: ask.viewer, on: ask.today), on: ask.today)
        return [("scheme", schemes.first.map { "\($0.id)" } ?? ""), ("started_on", ask.today.description), ("strengths", try reader.strengths(of: ask.pupil, for: ask.viewer, on: ask.today)),
                ("given_on", ask.today.description), ("until", ask.today.adding(years: 1).description)]
    },
    form: { reader, record, ask, write in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today), schemes = try reader.openSchemes(of: school, on: ask.today), names = Dictionary(try reader.councils().map { ($0.code, $0.name) }) { $1 }
        let choices = schemes.map { Choice("\($0.id)", "\($0.name), \(names[$0.laCode] ?? $0.laCode)") } + [Choice("", "Another, or not written down yet")]
        return PupilForm(
            title: "Begin early help for \(record.pupil.calledName)",
            lead: "\(record.pupil.fullCalledName). Early help is voluntary. It begins when the family says yes. If you worry that a child is being harmed, tell the safeguarding lead now and do not wait for this.",
            button: "Begin early help",
            fields: """
                \(write.select("scheme", "By which council’s way?", choices, hint: "It brings the council’s steps and names."))\(write.day("started_on", "On which day did it begin?"))\
                \(earlyHelpWordFields(write, ask.notice.once))\
                <h2>The family’s yes</h2>\(consentFields(write, ask.notice.once))\
                <h2>Who leads</h2>\(leadFields(write, hint: "The one person whom the family rings. Leave it empty if nobody is named yet."))\
                \(write.day("review_on", "When is the first meeting?", hint: "Left empty, the council’s own number of days is taken where it is written down."))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let episode = try writer.startEarlyHelp(typed, about: record, for: ask.viewer)
        return earlyHelpPath(ask.pupil, episode.row).asking(["saved": "begun"])
    })

/// Puts right what is written about the child and the family.
let changeEarlyHelp = PupilAct(
    about: ["early_help"], needs: .refer,
    start: { reader, _, ask in
        let episode = try reader.earlyHelp(ask).episode
        return [("strengths", episode.strengths), ("needs", episode.needs), ("wanted", episode.wanted), ("household", episode.household)]
    },
    form: { reader, record, ask, write in
        let held = try reader.earlyHelp(ask)
        return PupilForm(title: "Change what is written about the family", lead: "\(record.pupil.fullCalledName), \(held.episode.name).", button: "Save these words", fields: earlyHelpWordFields(write, ask.notice.once))
    },
    goingTo: { writer, _, ask, typed in
        let held = try writer.earlyHelp(ask)
        try writer.save(typed.earlyHelpWords.applied(to: held.episode))
        return earlyHelpPath(ask.pupil, held.episode.row).asking(["saved": "words"])
    })

private func earlyHelpWordFields(_ write: FormWriter, _ notice: ChildNotice) -> HTML {
    """
    \(notice.standing)\(write.longText("strengths", "What goes well?", hint: "For the child, and in the family. The family reads this.", rows: 3, aboutChild: notice))\
    \(write.longText("needs", "What is help needed with?", hint: "What you see and what the family says, in plain words.", rows: 4, aboutChild: notice))\
    \(write.longText("wanted", "What does the family hope for?", hint: "In their own words, and the child’s.", rows: 3, aboutChild: notice))\
    \(write.longText("household", "Who belongs to the family and the home?", hint: "First names and who they are, one to a line. Only what helpers need. No address.", rows: 3, aboutChild: notice))
    """
}

func consentFields(_ write: FormWriter, _ notice: ChildNotice) -> HTML {
    """
    \(write.text("given_by", "Who agreed?", hint: "With who that is, such as: Pat, mother."))\
    \(write.radios("way", "How did they agree?", AgencyConsent.Way.allCases.filter { $0 != .none }.map { Choice($0.rawValue, $0.label) }))\
    \(write.day("given_on", "On which day did they agree?"))\(write.day("until", "Until when does it hold?", hint: "At most two years. Then the family is asked again."))\
    \(write.longText("consent_words", "With whom may be shared what, in the family’s words?", rows: 2, aboutChild: notice))
    """
}

func leadFields(_ write: FormWriter, hint: String) -> HTML {
    """
    \(write.text("lead_name", "Lead practitioner", hint: hint))\
    <div class="grid">\(write.text("lead_organisation", "From where?", hint: "Such as: this school, or the Family Help team."))\(write.text("lead_contact", "How does one reach them?"))</div>
    """
}

extension FormValues {
    fileprivate var earlyHelpWords: EarlyHelpWords { EarlyHelpWords(strengths: self["strengths"], needs: self["needs"], wanted: self["wanted"], household: self["household"]) }

    func earlyHelpConsent() throws -> AgreeToEarlyHelp {
        var consent = AgreeToEarlyHelp()
        (consent.givenBy, consent.way, consent.words) = (self["given_by"], self["way"], self["consent_words"])
        (consent.givenOn, consent.until) = (try dayIfAny("given_on"), try dayIfAny("until"))
        return consent
    }

    func earlyHelpLead() throws -> NameLead {
        var lead = NameLead()
        (lead.name, lead.organisation, lead.contact, lead.from) = (self["lead_name"], self["lead_organisation"], self["lead_contact"], try dayIfAny("from"))
        return lead
    }
}

extension Writer {
    /// Begins what a form says, for a page as for the demonstration.
    func startEarlyHelp(_ typed: FormValues, about record: PupilRecord, for viewer: Viewer) throws -> EarlyHelpEpisode {
        // Who refers elsewhere may see this pupil in another part: that is no leave to begin here.
        guard try powers(of: viewer.inStaffParts, over: record.pupil.id, on: act.today).contains(.refer) else { throw NotFound() }
        let school = try schoolOfRoll(record, for: viewer, on: act.today), schemes = try openSchemes(of: school, on: act.today)
        let scheme = schemes.first { "\($0.id)" == typed["scheme"] }
        if !typed["scheme"].isEmpty, scheme == nil { throw Problems("scheme", "Choose one of the list.") }
        var starting = StartEarlyHelp()
        (starting.words, starting.consent, starting.lead) = (typed.earlyHelpWords, try typed.earlyHelpConsent(), try typed.earlyHelpLead())
        (starting.startedOn, starting.reviewOn) = (try typed.dayIfAny("started_on"), try typed.dayIfAny("review_on"))
        return try save(starting, about: record.pupil.id, at: school.id, by: scheme, who: viewer.name)
    }
}
