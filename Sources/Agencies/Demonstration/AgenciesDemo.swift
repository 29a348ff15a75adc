import Access
import AreaKit
import Basics
import Database
import Pages
import People

let agenciesChapter = DemonstrationChapter(planted: agenciesLeftUndone) { store, today in
    let agencies = try await tellAgencies(store, today)
    let schools = try await store.read { try $0.schools(for: .operator) }
    for (place, school) in schools.enumerated() {
        let undone = ReferralStory.undone.enumerated().filter { $0.offset % schools.count == place }.map(\.element)
        try await ReferralTeller(store: store, school: school, agencies: agencies, today: today).tell(ReferralStory.everywhere + undone)
    }
}

/// What the story leaves undone: referrals that nobody answered, and one whose consent has run out.
@Sendable private func agenciesLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try ReferralStory.undone.flatMap { story in
        try reader.rows("SELECT s.urn, p.upn FROM referral r JOIN pupil p ON p.id = r.pupil_id JOIN school s ON s.id = r.school_id WHERE r.reason = \(story.reason)") {
            try PlantedGap(rule: story.rule ?? "", urn: $0.next(), upn: $0.next(String?.self) ?? "")
        }
    }
}

/// The trust's agencies and health bodies, as its SEND lead wrote them down.
private func tellAgencies(_ store: Store, _ today: Day) async throws -> [Agency] {
    try await store.write(Act(who: "Trust SEND lead", at: Instant(today - 400, hour: 11), way: .demonstration)) { writer in
        let day = writer.act.today
        let bodies = try AgencyStory.bodies.map { body in
            var keep = KeepHealthBody(name: body.name, kind: body.kind.rawValue)
            (keep.area, keep.contact, keep.note) = (body.area, body.contact, body.note)
            return try writer.save(keep.applied(to: nil, beside: []))
        }
        return try AgencyStory.all.map { story in
            var keep = KeepAgency(name: story.name, kind: story.kind.rawValue)
            (keep.laCode, keep.healthBody, keep.how, keep.form, keep.threshold) = (story.council, story.body.map { bodies[$0].id }, story.how, story.form, story.threshold)
            (keep.usualDays, keep.phone, keep.checkedOn) = (story.usualDays.map { "\($0)" } ?? "", story.phone, day)
            let agency = try writer.save(keep.applied(to: nil, at: nil, beside: [], today: day))
            var person = KeepAgencyPerson(name: ["Ana Cole", "Ravi Menon", "Joan Fyfe", "Tess Okafor"][story.name.count % 4])
            (person.role, person.phone) = ("Link for schools", story.phone)
            try writer.save(person.applied(to: nil, of: agency.id))
            return agency
        }
    }
}

/// Tells the referrals of one school, each about another pupil.
private struct ReferralTeller: Sendable {
    let store: Store
    let school: School
    let agencies: [Agency]
    let today: Day

    func tell(_ stories: [ReferralStory]) async throws {
        let (senco, pupils) = try await store.read { try (($0.staffName(withRole: "SENCO", at: school.id)) ?? "The SENCO", candidates($0)) }
        let viewer = Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name)
        for (story, pupil) in zip(stories.sorted { ($0.rule ?? "").count > ($1.rule ?? "").count }, pupils) { try await tell(story, pupil, viewer) }
    }

    private func tell(_ story: ReferralStory, _ pupil: PupilID, _ viewer: Viewer) async throws {
        guard let agency = agencies.first(where: { $0.kind == story.kind && $0.laCode == school.laCode }) ?? agencies.first(where: { $0.kind == story.kind && $0.laCode.isEmpty }) else { return }
        let referral = try await store.write(act(story.ago, viewer)) { writer in
            try writer.draft(FormValues([("agency", "\(agency.id)"), ("reason", story.reason), ("wanted", story.wanted)]), about: writer.pupilRecord(pupil, for: viewer, on: writer.act.today), for: viewer)
        }
        if let consent = story.consent {
            try await store.write(act(consent.ago, viewer)) { writer in
                var giving = GiveConsent("consent", by: "The mother")
                (giving.way, giving.givenOn, giving.until, giving.words) = ("form", writer.act.today, today + consent.endsIn, "The school’s words, the screening and the plan.")
                try writer.save(giving.applied(about: pupil, at: school.id, agency: agency.id, by: viewer.name, today: writer.act.today))
            }
        }
        for step in story.steps {
            try await store.write(act(step.ago, viewer)) { writer in
                let held = try writer.referral(referral.row, of: pupil, for: viewer, on: writer.act.today)
                let taken = TakeReferralStep(step.state, on: writer.act.today, words: step.words, expectedOn: step.expectedIn.map { today + $0 })
                try writer.save(taken.applied(to: held.referral, consents: held.consents, by: viewer.name, today: writer.act.today))
            }
        }
        if let advice = story.advice { try await advise(advice, referral, agency, viewer) }
    }

    /// What the agency wrote, and what the school made of it.
    private func advise(_ story: (ago: Int, isAnswered: Bool), _ referral: Referral, _ agency: Agency, _ viewer: Viewer) async throws {
        let advice = try await store.write(act(story.ago, viewer)) { writer in
            var keep = KeepAdvice(by: "\(agency.name), the link for schools", summary: "What is said is held better with something to look at or to do. Short sentences, time to answer, and words taught before the lesson help.",
                                  recommendations: AdviceStory.lines.joined(separator: "\n"))
            (keep.writtenOn, keep.receivedOn, keep.agency, keep.referral) = (writer.act.today - 8, writer.act.today, agency.id, referral.id)
            return try writer.save(keep.applied(about: referral.pupil, at: school.id, by: viewer.name, today: writer.act.today), keep.lines, by: viewer.name)
        }
        guard story.isAnswered else { return }
        try await store.write(act(story.ago - 10, viewer)) { writer in
            for (recommendation, answer) in zip(try writer.all(Recommendation.self, "WHERE advice_id = \(advice.id) ORDER BY id"), AdviceStory.answers) {
                var decision = DecideRecommendation(answer.state, words: answer.words)
                (decision.owner, decision.due, decision.evidence) = (ActionOwner(name: viewer.name), today + 30, answer.evidence)
                let decided = try decision.applied(to: recommendation, by: viewer.name, today: writer.act.today)
                try writer.save(decided.recommendation)
                try writer.save(Change(decided.recommendation.event, to: decided.step))
            }
        }
        try await store.write(act(story.ago - 12, viewer)) { _ = try $0.makeLink(for: advice) }
        let answering = Act(who: "\(advice.author) (by link)", at: act(story.ago - 15, viewer).at, way: .demonstration)
        try await store.write(answering) { writer in
            let answer = AnswerAdvice("no", words: "Please add that words are best taught with the hands: signs first, then the word.", seen: "\(advice.version)")
            try writer.save(answer.applied(to: advice, by: advice.author, today: writer.act.today))
            try writer.endLinks(of: advice)
        }
    }

    /// On a weekday so many days before the end.
    private func act(_ ago: Int, _ viewer: Viewer) -> Act {
        let day = today - ago
        return Act(who: viewer.signature, at: Instant(day.isWeekend ? day - (day.weekday - 5) : day, hour: 15), way: .demonstration)
    }

    /// Pupils with SEN support who have been here long, in an order that mixes the years.
    private func candidates(_ reader: Reader) throws -> [PupilID] {
        try reader.column("""
            SELECT p.id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision IN ('K', 'E') AND ps.ends IS NULL \
            WHERE e.school_id = \(school.id) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND e.starts < \(today - 380) \
            AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) ORDER BY p.id % 41, p.id LIMIT 40
            """)
    }
}

/// What is recommended in the story, and how it is answered.
private enum AdviceStory {
    static let lines = ["Show pictures for new words in every lesson", "Teach five words of the topic before it begins, twice a week", "Wait ten seconds for an answer", "Speech practice at home each day"]

    static let answers: [(state: Recommendation.State, words: String, evidence: String)] = [
        (.done, "", "Picture boards hang in the classroom and are used; seen in two visits."), (.adapted, "Once a week, in the small group that is there already.", ""),
        (.accepted, "", ""), (.declined, "The family can’t take this on now. We do it in school.", ""),
    ]
}
