import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Takes a referral one step on: the step stands in the address, so that each has a button of its own.
let referralStep = PupilAct(
    about: ["referral", "referral_step", "agency_consent"], needs: .refer,
    start: { reader, record, ask in
        // The day of what the agency did is not ours to guess.
        let isOwn = ReferralState(rawValue: ask.query["to"])?.isOwnAct ?? false
        return [("to", ask.query["to"]), ("happened_on", isOwn ? ask.today.description : "")]
    },
    form: { reader, record, ask, write in
        let held = try reader.referral(ask, of: record), before = held.referral.state
        let state = ReferralState(rawValue: ask.typed["to"]).flatMap { before.next.contains($0) ? $0 : nil }
        let choice: HTML = state == nil ? write.radios("to", "What happened?", before.next.map { Choice($0.rawValue, $0.label) }) : write.hidden("to")
        let expects: HTML = state?.mayExpect ?? true ? write.day("expected_on", "When do they expect to see \(record.pupil.calledName)?", hint: before == .waiting ? "The new day." : "If they said so. Left empty, Trellis can’t remind you when it has passed.") : ""
        return PupilForm(
            title: state?.verb(from: before) ?? "Say what happened", lead: "\(record.pupil.fullCalledName), \(held.agency.name). Now: \(before.label), since \(held.referral.since.inWords).", button: "Save this step",
            fields: """
                \(consentLine(held, state, ask))\(choice)\(write.day("happened_on", "On which day?"))\(expects)\
                \(write.longText("words", state?.wordsLabel ?? "Anything to add?", rows: 3, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.referral(ask, of: record)
        var step = TakeReferralStep(ReferralState(rawValue: typed["to"]), on: try typed.dayIfAny("happened_on"), words: typed["words"], expectedOn: try typed.dayIfAny("expected_on"))
        step.agencyEnds = held.agency.ends
        try writer.save(step.applied(to: held.referral, consents: held.consents, by: ask.viewer.name, today: ask.today))
        return referralPath(record.pupil.id, held.referral.row).asking(["saved": "step"])
    })

/// Before something is sent: on what that rests, or where to write it down.
private func consentLine(_ held: ReferralRecord, _ state: ReferralState?, _ ask: PupilQuestion) -> HTML {
    guard state == .sent else { return "" }
    if let consent = held.consent(on: ask.today) { return "<p>\(consent.basis.label): \(consent.givenBy), \(consent.givenOn.inWords), until \(consent.until.inWords).</p>" }
    return notice("Nobody has written down that the family agrees. Nothing can be sent before that. <a href=\"\(giveConsentPath(ask.pupil).asking(["agency": "\(held.agency.id)"]))\">Write down the consent</a>", warns: true)
}
