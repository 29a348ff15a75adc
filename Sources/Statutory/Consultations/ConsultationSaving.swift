import Access
import Basics
import Database
import People

extension Writer {
    /// Logs it at a school: the day is served, and the answer is owed (NA-8).
    @discardableResult
    func log(_ rule: LogConsultation, at school: SchoolID, by who: String) throws -> Consultation {
        let held = try save(rule.applied(at: school, by: who, today: act.today))
        try reckon(held)
        return held
    }

    /// Puts right what was logged; where its days or the council were wrong, the answer is owed by another day.
    func save(_ rule: LogConsultation, of before: Consultation) throws {
        let held = try save(rule.applied(to: before, today: act.today))
        if held.countsFrom != before.countsFrom { try reckon(held) }
        if held.year != before.year { try forgetFigures(of: held) }
    }

    private func reckon(_ held: Consultation) throws {
        let own = held.ownDay.flatMap { $0 > Period.days(15).lastDay(from: held.cameOn) ? $0 : nil }
        try record(.consultation, on: held.cameOn, EventDetails(days: own.map { [.by: $0] } ?? [:]), of: held.matter, stated: .council, putsRight: true)
    }

    /// Says that the reply went, with the figures of that moment: the duty is met on that day, but not by asking for information.
    func save(_ sent: SendConsultationReply, of held: Consultation, by who: String) throws {
        let saved = try save(sent.applied(to: held, by: who, today: act.today))
        try keepFigures(of: held)
        if let day = saved.sentOn, saved.answer != .information { try meet(["NA-8"], of: saved.matter, on: day) }
    }

    private func keepFigures(of held: Consultation) throws {
        let figures = try figures(of: held, on: act.today), kept = try one(figures.id, of: ConsultationFigures.self)
        try save(kept.map { Change("consultation.figuresKept", from: $0, to: figures) } ?? Change("consultation.figuresKept", to: figures))
    }

    /// What was put right was of another year group: the record's figures stand again.
    private func forgetFigures(of held: Consultation) throws {
        guard let school = try one(held.school, of: School.self), let kept = try keptFigures(of: held) else { return }
        try save(Change("consultation.figuresForgotten", from: kept, to: recordFigures(of: held, at: school, on: act.today)))
    }

    /// Puts the figures of the reply right.
    func save(_ correct: CorrectFigures, of held: Consultation, by who: String) throws {
        try save(correct.applied(to: figures(of: held, on: act.today), of: held, by: who, today: act.today))
    }

    /// Says how it came out: nothing more is owed.
    func save(_ end: EndConsultation, of held: Consultation, on day: Day) throws {
        let saved = try save(end.applied(to: held, pupil: try pupil(like: held, on: day), today: act.today))
        if let ending = saved.ending { try dropDuties(of: saved.matter, because: ending.label) }
    }

    /// Takes the child out for good, and out of what the trail kept. The days stay for figures.
    func takeOutChild(of held: Consultation) throws {
        try save(held.emptied(today: act.today))
        try dropDuties(of: held.matter, because: "The time to keep it is over")
        try blankTrail(of: held.id.rawValue, in: Consultation.table.name)
        for figures in try all(ConsultationFigures.self, "WHERE consultation_id = \(held.id)") {
            try save(Change("consultation.childTakenOut", from: figures, to: figures.withoutWords))
            try blankTrail(of: figures.id.rawValue, in: ConsultationFigures.table.name)
        }
    }

    /// That somebody looked, once a day.
    func noteLook(at held: Consultation, by who: String) throws {
        let before = try all(ConsultationLook.self, "WHERE consultation_id = \(held.id) AND looked_on = \(act.today) AND who = \(who)")
        if before.isEmpty { try save(Change("consultation.seen", to: ConsultationLook(at: held, on: act.today, by: who))) }
    }
}
