import Access
import AreaKit
import Basics
import Database
import Pages
import People

let earlyHelpChapter = DemonstrationChapter(planted: earlyHelpLeftUndone) { store, today in
    try await store.write(Act(who: "Trust SEND lead", at: Instant(today - 400, hour: 12), way: .demonstration)) { writer in
        for scheme in EarlyHelpSchemeStory.all(checked: today - 401) { try writer.save(scheme.applied(to: nil, beside: writer.earlyHelpSchemes(), today: writer.act.today)) }
    }
    let schools = try await store.read { try $0.schools(for: .operator) }
    for (place, school) in schools.enumerated() {
        let undone = EarlyHelpStory.undone.enumerated().filter { $0.offset % schools.count == place }.map(\.element)
        try await EarlyHelpTeller(store: store, school: school, today: today).tell(undone + EarlyHelpStory.everywhere)
    }
}

/// What the story leaves undone.
@Sendable private func earlyHelpLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try EarlyHelpStory.undone.flatMap { story in
        try reader.rows("SELECT s.urn, p.upn FROM early_help h JOIN pupil p ON p.id = h.pupil_id JOIN school s ON s.id = h.school_id WHERE h.needs = \(story.needs)") {
            try PlantedGap(rule: story.rule ?? "", urn: $0.next(), upn: $0.next(String?.self) ?? "")
        }
    }
}

/// Tells the early help of one school, each with another family.
private struct EarlyHelpTeller: Sendable {
    let store: Store
    let school: School
    let today: Day

    func tell(_ stories: [EarlyHelpStory]) async throws {
        let (senco, pupils) = try await store.read { try (($0.staffName(withRole: "SENCO", at: school.id)) ?? "The SENCO", candidates($0)) }
        let viewer = Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name)
        for (story, pupil) in zip(stories, pupils) { try await tell(story, pupil, viewer) }
    }

    private func tell(_ story: EarlyHelpStory, _ pupil: PupilID, _ viewer: Viewer) async throws {
        let begun = try await store.write(act(story.ago, viewer)) { writer in
            let scheme = try writer.openSchemes(of: school, on: writer.act.today).first, day = writer.act.today
            var typed = FormValues([
                ("scheme", scheme.map { "\($0.id)" } ?? ""), ("started_on", "\(day)"), ("strengths", story.strengths), ("needs", story.needs), ("wanted", story.wanted), ("household", "The parents and their children"),
                ("given_by", "The mother"), ("way", "form"), ("given_on", "\(day)"), ("until", "\(today + story.consentEndsIn)"), ("consent_words", "All who come to the meetings may know what helps at school."),
            ])
            if story.isLed { for (name, text) in [("lead_name", viewer.name), ("lead_organisation", "this school"), ("lead_contact", "through the school office")] { typed.set(name, text) } }
            if let days = story.firstMeetingIn { typed.set("review_on", "\(Self.schoolDay(today + days))") }
            return try writer.startEarlyHelp(typed, about: writer.pupilRecord(pupil, for: viewer, on: day), for: viewer)
        }
        for (place, meeting) in story.meetings.enumerated() {
            let next = story.meetings.dropFirst(place + 1).first.map { act($0.ago, viewer).today } ?? meeting.nextIn.map { Self.schoolDay(today + $0) }
            try await hold(meeting, next, begun, viewer)
            if place == 0 { try await takeSteps(story, begun, viewer) }
        }
        if story.meetings.isEmpty { try await takeSteps(story, begun, viewer) }
        try await act(on: story, begun, viewer)
        guard let closed = story.closed else { return }
        try await store.write(act(closed.ago, viewer)) { writer in
            try writer.close(held(writer, begun, viewer), CloseEarlyHelp(closed.ending, on: writer.act.today, words: closed.words), by: viewer.name)
        }
    }

    private func held(_ writer: Writer, _ episode: EarlyHelpEpisode, _ viewer: Viewer) throws -> HeldEarlyHelp {
        try writer.earlyHelp(episode.row, of: episode.pupil, for: viewer, on: writer.act.today)
    }

    /// The visit in the first days, the assessment after three weeks, the rest with the first meeting; all written down the day after that.
    private func takeSteps(_ story: EarlyHelpStory, _ episode: EarlyHelpEpisode, _ viewer: Viewer) async throws {
        guard story.stepsDone > 0 else { return }
        let met = story.meetings.first.map { act($0.ago, viewer).today }, written = story.meetings.first.map { $0.ago - 4 } ?? max(1, story.ago - 5)
        try await store.write(act(written, viewer)) { writer in
            let held = try held(writer, episode, viewer), days = [episode.startedOn + 3, episode.startedOn + 18].map(Self.schoolDay)
            for (place, step) in held.steps.prefix(story.stepsDone).enumerated() {
                let day = place < days.count ? days[place] : met ?? writer.act.today
                try writer.save(TakeEarlyHelpStep(.done, on: min(day, writer.act.today)).applied(to: step, of: held.episode, by: viewer.name, today: writer.act.today))
            }
        }
    }

    private func hold(_ meeting: EarlyHelpStory.Meeting, _ next: Day?, _ episode: EarlyHelpEpisode, _ viewer: Viewer) async throws {
        try await store.write(act(meeting.ago, viewer)) { writer in
            let held = try held(writer, episode, viewer)
            var record = RecordEarlyHelpMeeting()
            (record.heldOn, record.people, record.childView) = (writer.act.today, "The mother\n\(viewer.name)\nThe school nurse", meeting.child)
            (record.familyView, record.progress) = (meeting.family, meeting.progress)
            (record.nextOn, record.isLast) = (next, next == nil)
            try writer.save(record.applied(to: nil, of: held.episode, by: viewer.name, today: writer.act.today), of: held.episode)
        }
    }

    private func act(on story: EarlyHelpStory, _ episode: EarlyHelpEpisode, _ viewer: Viewer) async throws {
        guard !story.actions.isEmpty else { return }
        try await store.write(act(min(5, story.ago), viewer)) { writer in
            for action in story.actions {
                try writer.save(MakeAction(what: action.what, owner: action.family ? .family : ActionOwner(name: viewer.name), due: Self.schoolDay(today + action.dueIn), source: episode.source), at: school.id, about: episode.pupil)
            }
        }
    }

    /// On a weekday so many days before the end.
    private func act(_ ago: Int, _ viewer: Viewer) -> Act {
        let day = today - ago
        return Act(who: viewer.signature, at: Instant(day.isWeekend ? day - (day.weekday - 5) : day, hour: 16), way: .demonstration)
    }

    /// Nobody meets on a weekend.
    private static func schoolDay(_ day: Day) -> Day { day.isWeekend ? day + (8 - day.weekday) : day }

    /// Pupils with SEN support who have been here long, those first who were referred to nobody.
    private func candidates(_ reader: Reader) throws -> [PupilID] {
        try reader.column("""
            SELECT p.id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision IN ('K', 'E') AND ps.ends IS NULL \
            WHERE e.school_id = \(school.id) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND e.starts < \(today - 380) \
            AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) \
            ORDER BY (SELECT COUNT(*) FROM referral r WHERE r.pupil_id = p.id), p.id % 37, p.id LIMIT 12
            """)
    }
}
