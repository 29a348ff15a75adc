@testable import Agencies
import Access
import Basics
import Database
import Pages
import People
import Stage

extension Stage {
    /// An agency of a school with somebody who works there, a health body, and a referral with its consent.
    func agencies(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            var agency = Agency(name: "Speech therapy", kind: .speech)
            agency.school = school.id
            agency = try writer.save(Change("agency.added", to: agency))
            let person = try writer.save(Change("agencyPerson.added", to: AgencyPerson(agency: agency.id, name: "Ana Cole")))
            let body = try writer.save(Change("healthBody.added", to: HealthBody(name: "Board for \(pupil.forename)", kind: .board)))
            let referral = try writer.save(Change("referral.drafted", to: Referral(pupil: pupil.id, school: school.id, agency: agency.id, reason: "Words", wanted: "Help", draftedBy: "Stage", on: today)))
            let consent = try writer.save(Change("agencyConsent.given", to: AgencyConsent(
                pupil: pupil.id, school: school.id, agency: agency.id, basis: .consent, givenBy: "Pat, mother", way: .form, givenOn: today, until: today + 300, words: "", recordedBy: "Stage")))
            let advice = try writer.save(Change("advice.received", to: Advice(pupil: pupil.id, school: school.id, author: "Ana Cole", writtenOn: today, receivedOn: today, summary: "Words", recordedBy: "Stage")))
            let recommendation = try writer.save(Change("recommendation.entered", to: Recommendation(of: advice, "Use pictures", on: today)))
            return ["advice": advice.id.rawValue, "recommendations": recommendation.id.rawValue, "agencies": agency.id.rawValue, "people": person.id.rawValue, "health-bodies": body.id.rawValue, "referrals": referral.id.rawValue, "consents": consent.id.rawValue]
        }
    }

    /// Early help with a family, by a council's way, after one meeting.
    func earlyHelp(of pupil: Pupil, at school: School) async throws -> [String: Int] {
        let today = today
        return try await act { writer in
            let scheme = try writer.save(Change("earlyHelpScheme.added", to: EarlyHelpScheme(laCode: "999", name: "Way for \(pupil.forename)", steps: [.init("Visit")])))
            var starting = StartEarlyHelp(), meeting = RecordEarlyHelpMeeting()
            (starting.words, starting.startedOn) = (EarlyHelpWords(strengths: "Draws", needs: "Sleep"), today)
            (starting.consent.givenBy, starting.consent.way, starting.consent.givenOn, starting.consent.until) = ("Pat, mother", "form", today, today + 300)
            let episode = try writer.save(starting, about: pupil.id, at: school.id, by: scheme, who: "Stage")
            (meeting.heldOn, meeting.people, meeting.progress, meeting.nextOn) = (today, "Pat", "Sleeps", today + 30)
            try writer.save(meeting.applied(to: nil, of: episode, by: "Stage", today: today), of: episode)
            func row<Part: Recorded>(_ part: Part.Type) throws -> Int? { try writer.all(part, "WHERE pupil_id = \(pupil.id)").first?.id.rawValue }
            return ["schemes": scheme.id.rawValue, "early-help": episode.id.rawValue].merging([
                "early-help-steps": try row(EarlyHelpStep.self) ?? 0, "early-help-consents": try row(EarlyHelpConsent.self) ?? 0, "early-help-meetings": try row(EarlyHelpMeeting.self) ?? 0,
            ]) { $1 }
        }
    }

    /// A link for a specialist, made anew.
    func adviceSecret(_ id: AdviceID) async throws -> String {
        try await act { writer in
            guard let advice = try writer.one(id, of: Advice.self) else { throw NotFound() }
            return try writer.makeLink(for: advice).secret.text
        }
    }
}
