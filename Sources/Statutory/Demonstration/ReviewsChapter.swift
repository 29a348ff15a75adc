import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Reviews in all states, and what is left undone in some.
let reviewsChapter = DemonstrationChapter(planted: reviewsLeftUndone) { store, today in
    let schools = try await store.read { try $0.schools(for: .operator) }
    for (place, school) in schools.enumerated() {
        let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO" }
        let teller = ReviewTeller(store: store, school: school, viewer: Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name), today: today)
        try await teller.tell(ReviewStory.undone(at: place, of: schools.count) + ReviewStory.everywhere)
    }
}

/// What the story leaves undone: each such review is found again by the day on which it is due, a plan without one by its last meeting.
@Sendable private func reviewsLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try ReviewStory.undone.flatMap { story in
        guard let due = story.start(today).due?.day else { return [PlantedGap]() }
        let found: SQL = story.isBegun ? "annual_review r JOIN pupil p ON p.id = r.pupil_id JOIN school s ON s.id = r.school_id WHERE r.due_on = \(due) AND r.kind = \(story.kind)"
            : "ehc_plan k JOIN pupil p ON p.id = k.pupil_id JOIN school s ON s.id = k.school_id WHERE k.met_on = \(today - story.from) AND k.ended_on IS NULL"
        return try reader.rows("SELECT s.urn, p.upn FROM \(found)") { try PlantedGap(rule: story.rule ?? "", urn: $0.next(), upn: $0.next(String?.self) ?? "") }
    }
}

/// Tells the reviews of one school, each about another pupil.
private struct ReviewTeller: Sendable {
    let store: Store
    let school: School
    let viewer: Viewer
    let today: Day

    func tell(_ stories: [ReviewStory]) async throws {
        for (kind, code) in [(AnnualReview.Kind.plan, "E"), (.topUp, "K")] {
            let pupils = try await store.read { try candidates($0, code) }
            for (story, pupil) in zip(stories.filter { $0.kind == kind }, pupils) { try await keepsLastMeeting(story, of: pupil); if story.isBegun { try await tell(story, pupil) } }
        }
    }

    /// The plan knows the day of the last meeting, from which the review is reckoned.
    private func keepsLastMeeting(_ story: ReviewStory, of pupil: PupilID) async throws {
        guard story.kind == .plan else { return }
        let met = today - story.from
        _ = try await write(1 + max(story.invited ?? 0, -(story.meeting ?? 0)) + 20) { writer in
            guard let plan = try writer.planInForce(of: pupil), let born = try writer.one(pupil, of: Pupil.self)?.birth else { return }
            // The plan is older than its last meeting.
            let made = [plan.finalOn, met - 340].compactMap(\.self).min() ?? met - 340
            let facts: [PlanFact: String] = [.finalOn: made.slashed, .metOn: met.slashed, .decidedOn: (met + 21).slashed]
            try writer.save(KeepPlan(facts), to: plan, of: pupil, in: KeepPlan.Setting(school: school.id, councils: try writer.knownCouncils(), born: born, today: today))
        }
    }

    private func tell(_ story: ReviewStory, _ pupil: PupilID) async throws {
        let first = max(story.invited ?? 0, -(story.meeting ?? 0)) + 20
        var review = try await write(first) { writer in
            let change = try story.start(today).applied(about: pupil, at: school.id, council: school.laCode, isLookedAfter: writer.isLookedAfter(pupil, on: today), hasOpen: false, today: writer.act.today)
            let review = try writer.start(change, of: writer.pupilRecord(pupil, for: viewer, on: writer.act.today))
            let health = ReviewStoryWords.health[pupil.rawValue % ReviewStoryWords.health.count]
            try writer.save(AddReviewPerson(.health, name: health.name, email: health.email).applied(to: review, beside: writer.people(of: review)))
            return review
        }
        guard let meeting = story.meeting.map({ working(today + $0) }) else { return }
        review = try await write(first - 1) { [review] in try $0.save(PlanReviewMeeting(meeting, time: "14:00", place: "Meeting room", chair: viewer.name, isSure: true), of: review) }
        if let ago = story.invited {
            review = try await write(ago) { [review] in try $0.take(TakeReviewStep(.invited, on: $0.act.today), of: review) }
            try await contribute(to: review, ago - 4)
        }
        if let ago = story.circulated {
            review = try await write(ago) { [review] writer in
                try writer.circulate(CirculateReview(.pack, on: writer.act.today), of: review, to: writer.people(of: review), contacts: writer.reviewContacts(of: pupil))
                return try writer.one(review.id, of: AnnualReview.self) ?? review
            }
        }
        if story.held { try await tellMeeting(story, review, meeting) }
    }

    private func tellMeeting(_ story: ReviewStory, _ before: AnnualReview, _ meeting: Day) async throws {
        var review = try await write(today - meeting) { writer in
            let held = try writer.whole(before, on: meeting)
            var record = RecordMeeting(on: meeting)
            (record.pupilView, record.familyView, record.schoolView) = ("Likes painting and the small group.", "Calmer mornings; homework is hard.", "Joins in more. Waiting is hard.")
            (record.differences, record.conclusion, record.changes) = ("The family asks for speech therapy every week; the therapist advises each month.", .amend, "Section F: speech practice four times a week, fifteen minutes, by a trained assistant.")
            let isInYear9 = try writer.one(before.pupil, of: Pupil.self).map { try writer.isInYear9($0, on: meeting) } ?? false
            (record.adulthood, record.lines) = (isInYear9 ? "Would like to work with animals. Travels by bus with a friend." : "", ReviewStoryWords.lines)
            let contacts = try writer.reviewContacts(of: before.pupil)
            for person in held.people { record.attended[person.id] = [.virtualSchool, .health].contains(person.role) ? .words : person.barred(by: contacts) == nil ? .came : .away }
            let saved = try record.applied(to: before, record: nil, people: held.people, outcomes: [], asksForAdulthood: isInYear9, today: meeting)
            try writer.save(saved, of: before)
            try writer.save(MakeAction(what: "Train two assistants in speech practice", owner: ActionOwner(name: viewer.name), due: today + 21, source: before.source), at: school.id, about: before.pupil)
            return try writer.one(before.id, of: AnnualReview.self) ?? before
        }
        if let ago = story.reported {
            review = try await write(ago) { [review] writer in
                try writer.circulate(CirculateReview(.report, on: writer.act.today), of: review, to: writer.people(of: review), contacts: writer.reviewContacts(of: review.pupil))
                return try writer.one(review.id, of: AnnualReview.self) ?? review
            }
        }
        if let decided = story.decided { review = try await step(TakeReviewStep(.decided, on: day(decided.ago), decision: decided.what), review, decided.ago) }
        if let ago = story.noticed { review = try await step(TakeReviewStep(.noticed, on: day(ago)), review, ago) }
        if let ago = story.finished { _ = try await step(TakeReviewStep(.finished, on: day(ago)), review, ago) }
    }

    private func step(_ step: TakeReviewStep, _ review: AnnualReview, _ ago: Int) async throws -> AnnualReview {
        try await write(ago) { try $0.take(step, of: review, stated: .council, words: "Letter of the council.") }
    }

    private func contribute(to review: AnnualReview, _ ago: Int) async throws {
        _ = try await write(ago) { writer in
            let contacts = try writer.reviewContacts(of: review.pupil)
            for person in try writer.people(of: review) where person.barred(by: contacts) == nil {
                guard let words = ReviewStoryWords.contributions[person.role] else { continue }
                try writer.save(GiveContribution(words).applied(to: nil, of: person, to: review, by: "Written down by \(viewer.name)", today: writer.act.today))
            }
            return review
        }
    }

    private func write<T: Sendable>(_ ago: Int, _ body: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await store.write(Act(who: viewer.signature, at: Instant(day(ago), hour: 15), way: .demonstration), body)
    }

    /// The day so many days ago, or the last working day before.
    private func day(_ ago: Int) -> Day { working(today - ago) }

    private func working(_ day: Day) -> Day { BankHolidays.isWorkingDay(day) ? day : working(day - 1) }

    /// Pupils with this status who have long been here, and in no other legal matter, in an order of their own.
    private func candidates(_ reader: Reader, _ code: String) throws -> [PupilID] {
        try reader.column("""
            SELECT p.id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision = \(code) AND ps.ends IS NULL \
            WHERE e.school_id = \(school.id) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND e.starts < \(today - 200) \
            AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) AND NOT EXISTS (SELECT 1 FROM statutory_event v WHERE v.pupil_id = p.id) \
            AND NOT EXISTS (SELECT 1 FROM ehc_plan k WHERE k.pupil_id = p.id AND k.final_on IS NULL) AND (\(code) <> 'E' OR EXISTS (SELECT 1 FROM ehc_plan k WHERE k.pupil_id = p.id)) \
            ORDER BY CASE WHEN ps.starts < \(today - 480) THEN 0 ELSE 1 END, p.id % 43, p.id LIMIT 12
            """)
    }
}
