import Access
import Basics
import Database

extension Writer {
    /// Logs it at a school: the day is served, and the answer is owed (NA-8).
    @discardableResult
    func log(_ rule: LogConsultation, at school: SchoolID, by who: String) throws -> Consultation {
        let held = try save(rule.applied(at: school, by: who, today: act.today))
        let own = held.ownDay.flatMap { $0 > Period.days(15).lastDay(from: held.cameOn) ? $0 : nil }
        try record(.consultation, on: held.cameOn, EventDetails(days: own.map { [.by: $0] } ?? [:]), of: held.matter, stated: .council)
        return held
    }

    /// Says that the reply went: the duty is met on that day, but not by asking for information.
    func save(_ sent: SendConsultationReply, of held: Consultation, by who: String) throws {
        let saved = try save(sent.applied(to: held, by: who, today: act.today))
        if let day = saved.sentOn, saved.answer != .information { try meet(["NA-8"], of: saved.matter, on: day) }
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
    }

    /// That somebody looked, once a day.
    func noteLook(at held: Consultation, by who: String) throws {
        let before = try all(ConsultationLook.self, "WHERE consultation_id = \(held.id) AND looked_on = \(act.today) AND who = \(who)")
        if before.isEmpty { try save(Change("consultation.seen", to: ConsultationLook(at: held, on: act.today, by: who))) }
    }
}
