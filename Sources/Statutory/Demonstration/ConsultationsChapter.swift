import Access
import AreaKit
import Basics
import Database
import People

/// Consultations in all states; one of them is late.
let consultationsChapter = DemonstrationChapter(planted: consultationsLeftUndone) { store, today in
    let schools = try await store.read { try $0.schools(for: .operator) }
    for (place, school) in schools.enumerated() {
        let mine = ConsultationStory.all.enumerated().filter { $0.offset % min(schools.count, 4) == place }.map(\.element)
        let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO" }
        for story in mine { try await tell(story, school, "\(senco) (SENCO)", store, today) }
    }
}

/// Who came to the school with a plan not long ago: of them the council asked before.
private func newcomer(_ reader: Reader, at school: SchoolID, _ today: Day) throws -> (child: Pupil, came: Day)? {
    let found = try reader.rows("""
        SELECT p.id, e.starts FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell s ON s.pupil_id = p.id AND s.provision = 'E' AND s.ends IS NULL \
        WHERE e.school_id = \(school) AND e.kind = 'C' AND e.ends IS NULL AND e.starts BETWEEN \(today - 500) AND \(today - 30) AND p.sealed = \(false) ORDER BY e.starts DESC, p.id LIMIT 1
        """) { try (id: $0.next(PupilID.self), came: $0.next(Day.self)) }.first
    return try found.flatMap { line in try reader.one(line.id, of: Pupil.self).map { ($0, line.came) } }
}

private let lateReference = "NA/1007"

private func tell(_ told: ConsultationStory, _ school: School, _ who: String, _ store: Store, _ today: Day) async throws {
    var story = told
    if story.ending == .admitted {
        guard let (child, came) = try await store.read({ try newcomer($0, at: school.id, today) }) else { return }
        story.become(child, on: came, today - came)
    }
    try await tellWhole(story, school, who, store, today)
}

private func tellWhole(_ story: ConsultationStory, _ school: School, _ who: String, _ store: Store, _ today: Day) async throws {
    func act(_ ago: Int) -> Act { Act(who: who, at: Instant(today - ago, hour: 11), way: .demonstration) }
    let id = try await store.write(act(story.came)) { writer in
        var rule = LogConsultation()
        (rule.forename, rule.surname, rule.birth, rule.year) = (story.forename, story.surname, story.birth ?? today.adding(years: -8) - 40, story.year)
        (rule.council, rule.officer, rule.reference, rule.basis) = (school.laCode, "Jo Hill", story.reference, story.basis)
        (rule.needs, rule.asked, rule.cameOn) = ("Help to speak and to join in with others, every day, from adults who know how.", "Could the school meet these needs from next term?", today - story.came)
        return try writer.log(rule, at: school.id, by: who).id
    }
    if let answer = story.answer, let sent = story.answered {
        try await store.write(act(sent)) { writer in
            guard let held = try writer.one(id, of: Consultation.self) else { return }
            try writer.save(AnswerConsultation(answer, story.words(today - sent)).applied(to: held, today: today - sent))
        }
    }
    if let sent = story.sent {
        try await store.write(act(sent)) { writer in
            guard let held = try writer.one(id, of: Consultation.self) else { return }
            if AcademicYear(containing: today - sent) != AcademicYear(containing: today) { try writer.bringFigures(of: held, at: school, today, by: who) }
            try writer.save(SendConsultationReply(on: today - sent, agreedBy: "The head", byHead: false), of: held, by: who)
        }
    }
    guard let ending = story.ending else { return }
    try await store.write(act(story.ended)) { writer in
        guard let held = try writer.one(id, of: Consultation.self) else { return }
        try writer.save(EndConsultation(ending, on: today - story.ended), of: held, on: today - story.ended)
    }
}

extension Writer {
    /// Of a year before the record began the figures are put in by hand.
    fileprivate func bringFigures(of held: Consultation, at school: School, _ today: Day, by who: String) throws {
        let facts = try cohort(of: school, year: held.year, on: today)
        var typed = Dictionary(uniqueKeysWithValues: CohortFacts.counts.map { ($0.field, "\(facts[keyPath: $0.count])") })
        for place in CohortFacts.places { typed[place.field] = facts[keyPath: place.count].map(String.init) ?? "" }
        try save(CorrectFigures(typed, why: "From the school’s list of that term: this record began in September."), of: held, by: who)
    }
}

/// One consultation: how many days ago what happened.
private struct ConsultationStory: Sendable {
    var forename = ""
    var surname = ""
    var birth: Day?
    var year = "4"
    let reference: String
    let basis: Consultation.Basis
    var came: Int
    var answer: Consultation.Answer?
    var answered: Int?
    var sent: Int?
    var ending: Consultation.Ending?
    var ended = 0

    static let all = [
        ConsultationStory(forename: "Ravi", surname: "Holloway", reference: lateReference, basis: .family, came: 24),
        ConsultationStory(forename: "Tess", surname: "Ashdown", reference: "NA/1012", basis: .council, came: 4),
        ConsultationStory(forename: "Idris", surname: "Penrose", reference: "NA/1003", basis: .family, came: 12, answer: .grounds, answered: 2),
        ConsultationStory(forename: "Mila", surname: "Thornby", reference: "NA/0988", basis: .family, came: 60, answer: .canIf, answered: 50, sent: 49),
        ConsultationStory(forename: "Kofi", surname: "Wrenfield", reference: "NA/0961", basis: .council, came: 120, answer: .can, answered: 112, sent: 111, ending: .named, ended: 70),
        ConsultationStory(forename: "Nia", surname: "Larkspur", reference: "NA/0970", basis: .unsaid, came: 100, ending: .withdrawn, ended: 95),
        ConsultationStory(forename: "Jonah", surname: "Ferrybridge", reference: "NA/1009", basis: .family, came: 9, answer: .information, answered: 6, sent: 6),
        ConsultationStory(forename: "Elsie", surname: "Marchbank", reference: "NA/0955", basis: .family, came: 130, answer: .grounds, answered: 120, sent: 118, ending: .elsewhere, ended: 80),
        ConsultationStory(forename: "Tariq", surname: "Dunmore", reference: "NA/0958", basis: .council, came: 128, answer: .canIf, answered: 116, sent: 115, ending: .unknown, ended: 14),
        ConsultationStory(reference: "NA/0902", basis: .family, came: 90, answer: .can, answered: 84, sent: 83, ending: .admitted),
    ]

    /// It was about a child who joined so many days ago: all of it lies before, and the end on that day.
    mutating func become(_ child: Pupil, on joined: Day, _ ago: Int) {
        (forename, surname, birth) = (child.forename, child.surname, child.birth)
        year = YearGroup.expected(born: child.birth, in: AcademicYear(containing: joined)).rawValue
        (came, answered, sent, ended) = (came + ago, answered.map { $0 + ago }, sent.map { $0 + ago }, ago)
    }

    func words(_ day: Day) -> ConsultationWords {
        var words = ConsultationWords()
        switch answer {
        case .information: (words.information, words.informationBy) = ("The speech therapist’s last report, and how meals are managed now.", day + 7)
        case .canIf: words.conditions = "An adult trained in the child’s way to speak, from the first day.\nFunding for twelve hours a week."
        case .grounds:
            words.others = "Three pupils in the class have an EHC plan and share one room for quiet work, which is in use for 22 of 25 lessons."
            words.steps = "A second quiet room: none can be made without closing the library.\nAnother class: the other class of the year has four pupils with a plan."
            words.evidence = "The timetable of the room, and the map of provision."
        default: break
        }
        return words
    }
}

@Sendable private func consultationsLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try reader.rows("SELECT s.urn FROM consultation c JOIN school s ON s.id = c.school_id WHERE c.reference = \(lateReference)") { try PlantedGap(rule: "consultation-late", urn: $0.next(), upn: "") }
}
