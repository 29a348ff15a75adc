import Basics

/// What a school's closed days mean for a duty: they never move its date. For four time limits of the LA they may excuse;
/// for the school's own they say by which day it had better be done.
struct ClosureNotes {
    private let event: StatutoryEvent
    private let day: Day
    private let closures: [Spell]
    private let asked: Day?

    init(_ event: StatutoryEvent, _ day: Day, _ details: EventDetails) {
        (self.event, self.day, closures) = (event, day, details.closures)
        asked = event == .adviceRequest ? day : details.days[.asked]
    }

    func words(for duty: Duty) -> [String] { excuse(duty) + ahead(duty) }

    private func excuse(_ duty: Duty) -> [String] {
        if event == .adviceRequest { return window(holding: day).map { [askedWithin($0)] } ?? [] }
        guard let citation = duty.grounds[.school] else { return [] }
        if let asked { return window(holding: asked).map { [excused(asked, $0, citation)] } ?? [] }
        return ClosureWindow.all(closures).filter { $0.days.overlaps(Spell(starts: day, ends: duty.due)) }.map { mayExcuse($0, citation) }
    }

    private func window(holding day: Day) -> ClosureWindow? { ClosureWindow.all(closures).first { $0.days.covers(day) } }

    private func excused(_ asked: Day, _ window: ClosureWindow, _ citation: String) -> String {
        "EX-SCH applies: the school was asked for advice on \(asked.inWords), within \(window.days.inWords). Where this date is impractical the LA need not keep it (\(citation)). The date does not move."
    }

    private func mayExcuse(_ window: ClosureWindow, _ citation: String) -> String {
        "EX-SCH may apply: if the LA asks the school for advice within \(window.days.inWords), it need not keep this date where that is impractical (\(citation)). The date does not move."
    }

    private func askedWithin(_ window: ClosureWindow) -> String {
        """
        EX-SCH: asked within \(window.days.inWords), around a closure of four weeks or more, so the LA need not keep its own dates where that is impractical \
        (reg 5(4)(a), 10(4)(a), 13(3), 27(3)(a)). These six weeks stay as they are.
        """
    }

    /// By when the school had better do it, where it has nobody in on the last day.
    private func ahead(_ duty: Duty) -> [String] {
        guard duty.owner == .school, duty.limit == .by, !duty.due.isSchoolDay(closures) else { return [] }
        var day = duty.due
        for _ in 0..<400 where !day.isSchoolDay(closures) { day = day - 1 }
        return ["The school is not open on that day, and the date does not move: aim for \(day.inWords)."]
    }
}
