import Basics
import Files

extension Timetable {
    /// The days as a file for anybody's calendar. It names nobody.
    public func calendar(writtenAt now: Instant) -> String {
        CalendarFile(name: event.title, entries: duties.map { $0.entry(of: self) }).text(writtenAt: now)
    }
}

extension Duty {
    fileprivate func entry(of timetable: Timetable) -> CalendarFile.Entry {
        let title = "\(limit == .by ? "Last day" : "At least until today"): \(what) (\(owner.label), \(id))"
        return CalendarFile.Entry(key: "\(id)-\(due)-\(timetable.event.rawValue)-\(timetable.day)@trellis", day: due, title: title,
                                  words: ["\(basis)", "\(force.label): \(citation). \(mark.label).", note].filter { !$0.isEmpty }.joined(separator: "\n"))
    }
}
