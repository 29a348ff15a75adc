import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Two years of concerns in the demonstration trust, told by the acts that pages call.
@Sendable func tellConcernsChapter(_ store: Store, _ today: Day) async throws {
    let schools = try await store.read { try $0.schools(for: .operator) }
    let mainstream = schools.filter { $0.kind != .special }.map(\.id)
    for school in schools {
        let (senco, staff) = try await store.read { reader in
            (try reader.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO",
             try reader.value("SELECT id FROM staff WHERE school_id = \(school.id) AND role = 'SENCO' AND ends IS NULL ORDER BY id", as: StaffID.self))
        }
        let teller = ConcernTeller(store: store, school: school, today: today, senco: senco, staff: staff)
        guard let place = mainstream.firstIndex(of: school.id) else {
            try await teller.tell(ConcernStory.special, .planned)
            try await teller.tellFamilies(leaving: 0)
            continue
        }
        // One thing is left undone at each of the first schools.
        let undone = ConcernStory.undone.enumerated().filter { $0.offset % mainstream.count == place }.map(\.element)
        try await teller.tell(ConcernStory.mainstream + undone, .anybody)
        try await teller.tellFamilies(leaving: place < 3 ? 1 : 0)
    }
}

/// What the story leaves undone: the concerns of that kind, and support without a word to the family.
@Sendable func concernsLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    let concerns = try ConcernStory.undone.flatMap { story in
        try reader.rows("""
            SELECT s.urn, p.upn FROM concern c JOIN pupil p ON p.id = c.pupil_id JOIN school s ON s.id = c.school_id \
            WHERE c.raised_on = \(today - story.ago) AND c.seen = \(ConcernWords.all[story.words].seen)
            """) { try PlantedGap(rule: story.rule, urn: $0.next(), upn: $0.next()) }
    }
    let families = try reader.rows("""
        SELECT s.urn, p.upn FROM provision_spell ps JOIN pupil p ON p.id = ps.pupil_id JOIN enrolment e ON e.pupil_id = p.id JOIN school s ON s.id = e.school_id \
        WHERE ps.provision = 'K' AND ps.ends IS NULL AND e.ends IS NULL AND NOT EXISTS (SELECT 1 FROM family_told t WHERE t.pupil_id = p.id)
        """) { try PlantedGap(rule: familyNotTold.id, urn: $0.next(), upn: $0.next(String?.self) ?? "") }
    return concerns + families
}

/// Tells the stories of one school.
private struct ConcernTeller: Sendable {
    let store: Store
    let school: School
    let today: Day
    let senco: String
    /// Who the SENCO is on the school's list of staff.
    let staff: StaffID?

    private var viewer: Viewer { Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name) }

    private func act(_ day: Day, _ who: String, hour: Int = 15) -> Act { Act(who: who, at: Instant(day, hour: hour), way: .demonstration) }

    /// Each about another pupil.
    func tell(_ stories: [ConcernStory], _ about: ConcernStory.About) async throws {
        var pupils = try await candidates(about)
        for story in stories {
            guard let place = pupils.firstIndex(where: { $0.entry < today - story.ago - 14 }) else { continue }
            try await tell(story, pupils.remove(at: place))
        }
    }

    private func tell(_ story: ConcernStory, _ pupil: Candidate) async throws {
        let colleagues = try await store.read { try $0.colleagues(of: pupil.id, on: today) }
        let raiser = colleagues.isEmpty ? nil : colleagues[story.ago % colleagues.count]
        let teacher = Viewer(name: raiser?.name ?? senco, parts: [Part(.teacher, .schools([school.id]), place: school.name, staff: raiser?.staff)])
        let words = ConcernWords.all[story.words].concern
        let concern = try await store.write(act(today - story.ago, teacher.signature)) { writer in
            try writer.raise(words, about: writer.pupilRecord(pupil.id, for: teacher, on: writer.act.today), for: teacher).id
        }
        if story.asks, !colleagues.isEmpty { try await ask(story, concern, pupil, colleagues) }
        for step in story.steps { try await decide(step, concern, pupil) }
    }

    private func decide(_ step: ConcernStory.Step, _ concern: ConcernID, _ pupil: Candidate) async throws {
        let viewer = viewer, today = today
        try await store.write(act(today - step.ago, viewer.signature, hour: 16)) { writer in
            let day = writer.act.today, record = try writer.pupilRecord(pupil.id, for: viewer, on: day)
            let held = try writer.concern(RowID(concern.rawValue), of: pupil.id, for: viewer, on: day)
            let change = try step.decision(today).applied(to: held, of: record.register, by: viewer.name, today: day)
            try writer.save(change, about: held, of: record, owner: owner(of: change.decision.after.passedTo))
        }
        if step.isPassedOn { try await takeUp(step, concern, pupil) }
    }

    /// Whoever decides sees to it; what is passed on is the other lead's.
    private func owner(of passedTo: String) -> ActionOwner {
        OtherLead(rawValue: passedTo).map { ActionOwner(name: $0.label) } ?? ActionOwner(staff: staff, name: senco)
    }

    /// The other lead has taken it up by the day that was given.
    private func takeUp(_ step: ConcernStory.Step, _ concern: ConcernID, _ pupil: Candidate) async throws {
        let viewer = viewer, day = today - step.ago + 6
        try await store.write(act(day, viewer.signature, hour: 16)) { writer in
            let held = try writer.concern(RowID(concern.rawValue), of: pupil.id, for: viewer, on: day)
            for action in try writer.promises(of: held).filter(\.isOpen) {
                try writer.save(try EndAction(.done, result: "They have spoken with the family.").applied(to: action, by: writer.act.who, today: day))
            }
        }
    }

    /// All but the last answer, where there are several, and where time has passed.
    private func ask(_ story: ConcernStory, _ concern: ConcernID, _ pupil: Candidate, _ colleagues: [Colleague]) async throws {
        let viewer = viewer, asked = today - story.ago + 1
        try await store.write(act(asked, viewer.signature, hour: 8)) { writer in
            let held = try writer.concern(RowID(concern.rawValue), of: pupil.id, for: viewer, on: asked)
            let question = AskColleagues(colleagues.map(\.staff), answerBy: asked + 7, checklist: try writer.concernSettings(of: school.id).checklist)
            try writer.ask(try question.applied(to: held, among: colleagues, by: viewer.name, today: asked))
        }
        try await store.write(act(asked + 2, viewer.signature, hour: 12)) { writer in
            let rounds = try writer.rounds(of: concern)
            for (question, held) in rounds.flatMap({ round in round.returns.dropLast(round.returns.count > 1 ? 1 : 0).map { (round.question, $0) } }) {
                let marks = question.lines.indices.map { ColleagueReturn.Mark.allCases[($0 * 3 + held.id.rawValue) % 4].rawValue }
                let answer = AnswerReturn(marks: marks, words: returnWords[held.id.rawValue % returnWords.count])
                try writer.save(try answer.applied(to: held, of: question, by: held.staffName, today: writer.act.today))
            }
        }
    }

    /// Everybody with SEN support is told, but for so many.
    func tellFamilies(leaving number: Int) async throws {
        let viewer = viewer, today = today, long = today - 600
        try await store.write(act(today - 20, viewer.signature, hour: 9)) { writer in
            let untold = try writer.untold(SafetyQuestion(viewer: viewer, school: school.id, day: today))
            // Whoever has had it for long is left out, so that it is not a pupil of this month's story.
            let left = Set(untold.filter { $0.since < today - 100 }.prefix(number).map(\.found.pupil))
            for line in untold where !left.contains(line.found.pupil) {
                let telling = line.since < long ? TellFamily(toldOn: nil, isUnknown: true) : TellFamily(toldOn: min(line.since, writer.act.today), isUnknown: false, note: "At a meeting in school.")
                let pupil = try writer.pupil(line.found.pupil, for: viewer, on: today)
                try writer.save(try telling.applied(to: pupil, at: school.id, by: viewer.name, today: writer.act.today))
            }
        }
    }

    /// Pupils of one roll whom no other story touches, in an order that mixes the years.
    private func candidates(_ about: ConcernStory.About) async throws -> [Candidate] {
        let school = school.id, code = about == .planned ? "E" : "N"
        let quiet: SQL = about == .planned ? "1 = 1" : "NOT EXISTS (SELECT 1 FROM pupil_need n WHERE n.pupil_id = p.id)"
        return try await store.read { reader in
            try reader.rows("""
                SELECT p.id, e.starts FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision = \(code) AND ps.ends IS NULL \
                WHERE e.school_id = \(school) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND \(quiet) \
                AND NOT EXISTS (SELECT 1 FROM watch_spell w WHERE w.pupil_id = p.id) AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) \
                ORDER BY p.id % 37, p.id LIMIT 80
                """) { Candidate(id: try $0.next(), entry: try $0.next()) }
        }
    }
}

/// A pupil about whom a story may be told.
private struct Candidate: Sendable {
    let id: PupilID
    let entry: Day
}

private let returnWords = ["", "Works well beside a calm partner.", "Best in the first half of the lesson.", "Very good at explaining aloud.", "I have not seen this in my lessons."]
