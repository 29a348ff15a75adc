import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down that a family agrees that an agency is told, or why it is told without.
let giveConsent = PupilAct(
    about: ["agency_consent"], needs: .refer,
    start: { _, _, ask in
        let basis = AgencyConsent.Basis(rawValue: ask.query["basis"]) ?? .consent
        return [("agency", ask.query["agency"]), ("basis", basis.rawValue), ("given_on", ask.today.description), ("until", ask.today.adding(years: 1).description)]
    },
    form: { reader, record, ask, write in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today), agencies = try reader.openAgencies(of: school, for: ask.viewer.inStaffParts, on: ask.today)
        return PupilForm(
            title: "Write down consent", lead: "\(record.pupil.fullCalledName). Consent is for one agency and for a time. A family may take it back at any time. Sharing without consent is decided for one referral, and serves no later one.", button: "Save the consent",
            fields: """
                \(write.select("agency", "For which agency?", [Choice("", "Choose")] + agencies.map { Choice("\($0.id)", $0.name) }))\
                \(write.radios("basis", "On what does sharing rest?", bases))\
                \(write.text("given_by", "Who agreed?", hint: "With who that is, such as: Pat, mother. If there is no consent: who decided."))\
                \(write.radios("way", "How did they agree?", AgencyConsent.Way.allCases.filter { $0 != .none }.map { Choice($0.rawValue, $0.label) }, hint: "Leave it open if there is no consent."))\
                \(write.day("given_on", "On which day?"))\(write.day("until", "Until when does it hold?", hint: "At most two years. Then the family is asked again."))\
                \(write.longText("words", "What may be shared, in the family’s words?", hint: "If there is no consent: why it is shared without, in a sentence, without what the worry is.", rows: 3, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        guard let agency = try writer.openAgencies(of: school, for: ask.viewer.inStaffParts, on: ask.today).first(where: { "\($0.id)" == typed["agency"] }) else { throw Problems("agency", "Choose the agency.") }
        var giving = GiveConsent(typed["basis"], by: typed["given_by"])
        (giving.way, giving.words, giving.givenOn, giving.until) = (typed["way"], typed["words"], try typed.dayIfAny("given_on"), try typed.dayIfAny("until"))
        let open = try writer.referrals(of: record.pupil.id, for: ask.viewer, on: ask.today).first { $0.agency.id == agency.id && !$0.referral.state.isOver }
        giving.referral = open?.referral.id
        try writer.save(giving.applied(about: record.pupil.id, at: school.id, agency: agency.id, by: ask.viewer.name, today: ask.today))
        return open.map { referralPath(record.pupil.id, $0.referral.row).asking(["saved": "consent"]) } ?? pupilPath(record.pupil.id).at("agencies")
    })

/// Says that a consent is taken back, or an exception is over.
let endConsent = PupilAct(
    about: ["agency_consent"], needs: .refer,
    start: { _, _, ask in [("ended_on", ask.today.description)] },
    form: { reader, record, ask, write in
        let consent = try ask.chosen(reader.consents(of: record.pupil.id)), agency = try reader.one(consent.agency, of: Agency.self)
        return PupilForm(
            title: consent.basis == .consent ? "Say that consent has ended" : "Say that sharing without consent is over", lead: "\(record.pupil.fullCalledName), \(agency?.name ?? "an agency"). \(consent.basis.label): \(consent.givenBy), \(consent.givenOn.inWords). Nothing more is sent after this day. Tell the agency, too.",
            button: consent.basis == .consent ? "End the consent" : "End it", fields: write.day("ended_on", "Since which day?") + write.longText("reason", "Why?", rows: 2, aboutChild: ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        let consent = try ask.chosen(writer.consents(of: record.pupil.id))
        try writer.save(EndConsent(on: typed.dayIfAny("ended_on"), because: typed["reason"]).applied(to: consent, today: ask.today))
        return pupilPath(record.pupil.id).asking(["saved": "consent"]).at("agencies")
    })

private let bases = [
    Choice(AgencyConsent.Basis.consent.rawValue, "The family, or the young person, agrees"),
    Choice(AgencyConsent.Basis.safeguarding.rawValue, "No consent: it is shared to keep the child safe", hint: "The safeguarding lead decides this. Only that and why there is no consent is written here."),
    Choice(AgencyConsent.Basis.law.rawValue, "A law asks for it", hint: "Such as advice that a council asks for (SEND Regulations 2014, regulation 6)."),
]
