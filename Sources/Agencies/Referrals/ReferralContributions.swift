import Access
import AreaKit
import Basics
import Database
import Pages
import People

// What referrals add to pages of other areas.

let referralsPart = AreaPart(
    routes: referralsRoutes + draftReferral.routes(startReferralPath) + referralRoutes + changeReferral.routes(changeReferralPath) + referralStep.routes(referralStepPath)
        + giveConsent.routes(giveConsentPath) + endConsent.routes(endConsentPath),
    words: [
        "/referrals": "The list of referrals", "/pupils/*/referrals/*": "A referral", "/pupils/*/referrals/start": "The form “Refer to an agency”",
        "/pupils/*/referrals/*/change": "The form “Change a referral”", "/pupils/*/referrals/*/step": "The form “Take a referral on”",
        "/pupils/*/consents/add": "The form “Write down consent”", "/pupils/*/consents/*/end": "The form “End a consent”",
        "/api/v1/referrals": "Referrals, for a program", "/api/v1/recommendations": "Recommendations, for a program", "/api/v1/pupils/*/referrals": "A referral, from a program",
        "/api/v1/pupils/*/referrals/*/step": "A step of a referral, from a program",
    ],
    sections: [agenciesSection], timelines: [referralTimeline], today: [referralsToday], letter: [referralsLetterLine], searches: [referralSearch],
    starts: [
        Start("Refer to an agency", from: [.concern, .result, .review], needs: .refer) { pupil, origin, row in
            startReferralPath(pupil).asking(["origin": origin.rawValue, "row": "\(row)"])
        },
    ],
    safetyRules: referralSafetyRules,
    sources: [
        .ofPupil("Referrals", Referral.self, keep: .send, words: referralFact, look: { try $0.lookAtReferral($1.id) }),
        .ofPupil("Consents for agencies", AgencyConsent.self, keep: .send, words: referralFact, look: { _, consent in consent.basis == .safeguarding ? sharedForSafety : nil }),
        .ofPupil("Steps of referrals", ReferralStep.self, keep: .send, words: referralFact, look: { try $0.lookAtReferral($1.referral) }),
        .ofPupil("Papers of referrals", ReferralPaper.self, keep: .send, look: { try $0.lookAtReferral($1.referral) }),
    ],
    freeTexts: [
        FreeTexts((column: "words", text: \AgencyConsent.words), (column: "ended_because", text: \AgencyConsent.endedBecause)),
        FreeTexts((column: "reason", text: \Referral.reason), (column: "wanted", text: \Referral.wanted)),
        FreeTexts((column: "words", text: \ReferralStep.words)),
    ])

/// On a pupil's page: who was asked, where that stands, and which consents hold.
private let agenciesSection = PupilSection(order: 35, needs: .seeRecord) { reader, viewer, pupil, day in
    let staff = viewer.inStaffParts, powers = try reader.powers(of: staff, over: pupil, on: day)
    guard powers.contains(.seeRecord) else { return "" }
    let found = try reader.referrals(of: pupil, for: staff, on: day), consents = try reader.consents(of: pupil).filter { $0.holds(on: day) }
    let items: [HTML] = found.map { referral, agency in
        let late: HTML = referral.unansweredSince(agency.answerDays, on: day) == nil ? "" : " <span class=\"tag tag-warn\">No answer in time</span>"
        return "<li><a href=\"\(referralPath(pupil, referral.row))\">\(agency.name)</a>: \(referral.state.label), \(referral.since.inWords)\(late)\(closedTag(agency.ends, referral, day))</li>"
    }
    let names = Dictionary(try reader.all(Agency.self, "WHERE id IN \(consents.map(\.agency))").map { ($0.id, $0.name) }) { $1 }
    let held = [("Consent holds for", true), ("Shared without the family’s consent, for one referral, with", false)].map { words, isConsent -> HTML in
        let some = consents.filter { ($0.basis == .consent) == isConsent }.map { "\(names[$0.agency] ?? "an agency") until \($0.until.inWords)" }
        return some.isEmpty ? "" : "<p class=\"quiet\">\(words) \(some.joined(separator: "; ")).</p>"
    }
    let button: HTML = powers.contains(.refer) ? "<p class=\"actions no-print\">\(linkButton("Refer to an agency", startReferralPath(pupil), aside: true))</p>" : ""
    return card("Agencies", id: "agencies", (items.isEmpty ? "<p>Nobody outside the school was asked.</p>" : "<ul class=\"plain tall\">\(items)</ul>") + "\(held)\(button)")
}

/// Referrals in a pupil's history.
@Sendable private func referralTimeline(_ reader: Reader, _ viewer: Viewer, _ pupil: PupilID) throws -> [TimelineEvent] {
    let steps = try reader.steps(of: pupil)
    if steps.isEmpty { return [] }
    let names = Dictionary(try reader.rows("SELECT r.id, g.name FROM referral r JOIN agency g ON g.id = r.agency_id WHERE r.pupil_id = \(pupil)") { try ($0.next(ReferralID.self), $0.next(String.self)) }) { $1 }
    return steps.map { TimelineEvent($0.happenedOn, "Referral to \(names[$0.referral] ?? "an agency"): \($0.state.label).", detail: $0.words, isMilestone: [.sent, .seen].contains($0.state)) }
}

/// Referrals that wait for this person: no answer in time, or more information asked for.
private let referralsToday = TodayItem { reader, person, day in
    let viewer = person.inStaffParts.doing(.refer)
    guard viewer.may(.refer) else { return [] }
    let late = try reader.unansweredReferrals(for: viewer, on: day).count, asked = try reader.referralCounts(for: viewer, on: day)[.information] ?? 0
    let first = asked == 0 ? [] : [TodayLine(asked, "\(count(asked, "referral")): the agency asks for more information.", action: "See what they ask", referralsPath().asking(["state": "information"]))]
    return first + (late == 0 ? [] : [TodayLine(late, "\(count(late, "referral")) without an answer in the agency’s usual time.", action: "Ask where they stand", referralsPath().asking(["state": "waiting"]))])
}

private let referralsLetterLine = LetterLine(one: "referral waits for an answer past its time", many: "referrals wait for an answer past their time", "/referrals?state=waiting") { reader, person, day in
    let viewer = person.inStaffParts.doing(.refer)
    return viewer.may(.refer) ? try reader.unansweredReferrals(for: viewer, on: day).count : 0
}

/// Finds referrals by words of the pupil's or the agency's name, the newest first.
private let referralSearch = SearchSource("Referrals") { reader, person, text, day in
    let viewer = person.inStaffParts.doing(.seeRecord), words = text.folded.split(separator: " ")
    guard viewer.may(.seeRecord), !words.isEmpty, text.trimmed.count > 2 else { return [] }
    let agencies = try reader.agencies(for: viewer).filter { agency in words.allSatisfy { agency.name.folded.contains($0) } }.map(\.id)
    return try reader.referralLines(of: PupilWords(text).condition(for: viewer), or: agencies, for: viewer, on: day).map { SearchHit($0.pupil, detail: "\($0.agency): \($0.referral.state.label)", referralPath($0.referral.pupil, $0.referral.row)) }
}

/// Why a person looks at it before it is given to anybody: the family may not know of it.
private let sharedForSafety = "It was shared without consent to keep the child safe. Ask the safeguarding lead before you give it: telling could put somebody at risk."

extension Reader {
    /// Why one looks at what belongs to a referral before it is given to anybody, if one does.
    func lookAtReferral(_ referral: ReferralID?) throws -> String? {
        guard let referral else { return nil }
        let exceptions = try value("SELECT COUNT(*) FROM agency_consent WHERE referral_id = \(referral) AND basis = 'safeguarding'", as: Int.self) ?? 0
        return exceptions == 0 ? nil : sharedForSafety
    }
}

/// Codes in words, and the agency by its name.
let referralFact: FactWords = { reader, table, column, value in
    if column == "agency_id", case .integer(let id) = value { return SubjectRow.Fact("Agency", try reader.one(AgencyID(id), of: Agency.self)?.name ?? "") }
    guard case .text(let text) = value else { return column == "origin_row" ? nil : try plainFact(reader, table, column, value) }
    let words: String? = switch column {
    case "state": ReferralState(rawValue: text)?.label
    case "basis": AgencyConsent.Basis(rawValue: text)?.label
    case "way": AgencyConsent.Way(rawValue: text)?.label
    case "origin": Referral.Origin(rawValue: text)?.label
    default: nil
    }
    return try plainFact(reader, table, column, words.map { .text($0) } ?? value)
}
