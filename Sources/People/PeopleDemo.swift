import Access
import AreaKit
import Basics
import Database

/// The demonstration trust's last weeks in People: the calendar of each school, and what its SENCO did by hand.
@Sendable func tellPeopleChapter(_ store: Store, _ today: Day) async throws {
    let schools = try await store.read { try $0.schools(for: .operator) }
    for (place, school) in schools.enumerated() {
        let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) } ?? "The SENCO"
        let story = SchoolStory(school: school, senco: senco, today: today, place: place)
        try await story.tellCalendar(store)
        try await store.tellEmergencies(at: school, as: story.viewer, story.act(40))
        try await story.tellWatchList(store)
        try await story.tellDecisions(store)
        try await NotesStory(school: school, viewer: story.viewer, today: today, place: place).tell(store)
    }
}

/// What the chapter leaves undone on purpose.
@Sendable func peopleChapterGaps(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try reader.schools(for: .operator).enumerated().compactMap { place, school in
        let story = NotesStory(school: school, viewer: .operator, today: today, place: place)
        guard let pupil = try story.forgotten(reader), let upn = try reader.one(pupil, of: Pupil.self)?.upn else { return nil }
        return PlantedGap(rule: fewFamilyMeetings.id, urn: school.urn, upn: upn)
    }
}

/// What happened at one school.
private struct SchoolStory: Sendable {
    let school: School
    let senco: String
    let today: Day
    /// Which school of the trust it is, so that not all tell the same story.
    let place: Int

    var viewer: Viewer { Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name) }

    func act(_ daysAgo: Int, hour: Int = 15) -> Act {
        Act(who: "\(senco) (SENCO)", at: Instant(today - daysAgo, hour: hour, minute: 10 + place), way: .demonstration)
    }

    /// Terms, half-term holidays and training days of this academic year and the two before.
    func tellCalendar(_ store: Store) async throws {
        let year = AcademicYear(containing: today).starting
        for year in [year - 2, year - 1, year] { try await tellCalendar(of: year, store) }
    }

    private func tellCalendar(of year: Int, _ store: Store) async throws {
        let school = school
        let terms = [
            AddTerm(name: "Autumn term", starts: day(year, 9, 3), ends: day(year, 12, 18)),
            AddTerm(name: "Spring term", starts: day(year + 1, 1, 4), ends: day(year + 1, 3, 25)),
            AddTerm(name: "Summer term", starts: day(year + 1, 4, 12), ends: day(year + 1, 7, 21)),
        ]
        let closures = [
            AddClosure(kind: "inset", name: "Training for all staff", starts: day(year, 9, 1), ends: day(year, 9, 2)),
            AddClosure(kind: "holiday", name: "Autumn half-term", starts: day(year, 10, 26), ends: day(year, 10, 30)),
            AddClosure(kind: "holiday", name: "Spring half-term", starts: day(year + 1, 2, 15), ends: day(year + 1, 2, 19)),
            AddClosure(kind: "holiday", name: "Summer half-term", starts: day(year + 1, 5, 31), ends: day(year + 1, 6, 4)),
        ]
        try await store.write(act(80, hour: 8)) { writer in
            for term in terms { try writer.save(try term.applied(to: school.id, beside: [])) }
            for closure in closures { try writer.save(try closure.applied(to: school.id, beside: [])) }
        }
    }

    /// Pupils whom somebody watches; a special school has nobody without a plan to watch.
    func tellWatchList(_ store: Store) async throws {
        guard school.kind == .mainstream else { return }
        let watched = try await quietPupils(store, from: 2, 2)
        let reasons = [
            "Tires by late morning and looks away from print. Waiting for the eye test.",
            "Has gone quiet since the house move. Friends and routines are going well; look at the words she uses in class.",
        ]
        for (pupil, reason) in zip(watched, reasons) {
            let started = act(9 + place % 5)
            let watching = StartWatching(school: school.id, reason: reason, lookAgain: today + (place % 3 == 0 ? 3 : 17))
            try await decide(store, pupil, started) { try watching.applied(to: $0, today: $1) }
        }
    }

    /// A pupil added to the register this month, whom the MIS does not show yet.
    func tellDecisions(_ store: Store) async throws {
        guard school.kind == .mainstream, place % 2 == 0, let pupil = try await quietPupils(store, from: 7, 1).first else { return }
        let change = ChangeStatus(
            provision: "K", from: today - 4, need: place % 4 == 0 ? "SLCN" : "SPLD",
            reason: "Agreed with the family after two half-terms of extra help in class. Learns best with pictures and time to answer.")
        try await decide(store, pupil, act(4)) { try change.applied(to: $0, today: $1) }
    }

    private func decide(_ store: Store, _ pupil: PupilID, _ act: Act, _ rule: @escaping @Sendable (RegisterRecord, Day) throws -> RegisterChange) async throws {
        let viewer = viewer, school = school
        try await store.write(act) { writer in
            let record = try writer.registerRecord(pupil, for: viewer, on: act.today)
            try writer.save(try rule(record, act.today), of: record.pupil, at: school.id)
        }
    }

    /// Pupils without SEN and without anything open, so that no planted fault is mended by the story.
    private func quietPupils(_ store: Store, from offset: Int, _ number: Int) async throws -> [PupilID] {
        let school = school.id, today = today
        return try await store.read { reader in
            try reader.column("""
                SELECT p.id FROM pupil p JOIN enrolment e ON e.pupil_id = p.id JOIN provision_spell ps ON ps.pupil_id = p.id \
                WHERE e.school_id = \(school) AND e.ends IS NULL AND e.kind = 'C' AND ps.provision = 'N' AND ps.ends IS NULL \
                AND e.starts < \(today - 300) AND ps.starts < \(today - 300) AND NOT EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = p.id) \
                ORDER BY p.sort_name, p.id LIMIT \(number) OFFSET \(offset)
                """)
        }
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) -> Day { Day(year, month, day) ?? today }
}
