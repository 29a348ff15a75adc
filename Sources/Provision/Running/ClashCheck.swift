import Access
import Basics
import Database
import Pages
import People

// What a week meets: adults, pupils and rooms that are elsewhere at the same time. It warns and forbids nothing.

extension Reader {
    /// What is taken from a day on: at a school, and of these pupils anywhere.
    /// - Parameter run: the provision that is looked at itself.
    func slots(at school: SchoolID, pupils: Set<PupilID>, from day: Day, without run: ProvisionID?) throws -> [WeekSlot] {
        let runs = try all(ProvisionRun.self, """
            WHERE (school_id = \(school) OR id IN (SELECT run_id FROM provision_member WHERE pupil_id IN \(pupils.sorted()) AND (ends IS NULL OR ends >= \(day)))) \
            AND ended_on IS NULL AND (planned_end IS NULL OR planned_end >= \(day)) AND id <> \(run ?? .new) ORDER BY id
            """)
        return try whole(runs).flatMap { $0.slots(from: day) }
    }

    /// What a week meets, in words: `Tess Lowe and Sam are also booked for “Talk Boost” on Tuesday from 09:00 to 09:30.` Of provisions that the viewer does not see, the name is not told.
    func clashes(of typed: [WeekSlot], at school: SchoolID, without run: ProvisionID?, from day: Day, _ staff: StaffNames, for viewer: Viewer, on today: Day) throws -> [String] {
        if typed.isEmpty { return [] }
        let pupils = typed.reduce(into: Set<PupilID>()) { $0.formUnion($1.pupils) }
        let others = try slots(at: school, pupils: pupils, from: day, without: run)
        let found = typed.flatMap { Clash.found(of: $0, with: others) }
        if found.isEmpty { return [] }
        let words = try clashWords(found, staff, for: viewer, on: today)
        return typed.flatMap { words[$0] ?? [] }.unique
    }

    /// What is told of clashes, by the first of the two that meet.
    func clashWords(_ found: [Clash], _ staff: StaffNames, for viewer: Viewer, on today: Day) throws -> [WeekSlot: [String]] {
        let pupils = Set(found.compactMap { if case .pupil(let pupil) = $0.what { pupil } else { nil } })
        let names = try firstNames(of: pupils.sorted(), for: viewer, on: today)
        let seen = Set(try column("SELECT r.id FROM provision_run r WHERE r.id IN \(found.map(\.second.run).unique) AND \(viewer.inStaffParts.seesProvision(on: today))", as: ProvisionID.self))
        return Dictionary(grouping: found, by: \.first).mapValues { clashes in
            let meetings = Dictionary(grouping: clashes, by: \.second)
            return clashes.map(\.second).unique.map { other in
                let what = (meetings[other] ?? []).map { $0.whatInWords(staff, names) }.unique
                return "\(what.listed) \(what.count == 1 ? "is" : "are") also booked for \(seen.contains(other.run) ? "“\(other.name)”" : "another provision") \(other.inWords)."
            }
        }
    }

    /// First names of those pupils whom the viewer may see.
    func firstNames(of pupils: [PupilID], for viewer: Viewer, on day: Day) throws -> [PupilID: String] {
        let found = try rows("""
            SELECT p.id, \(CalledName.given) FROM pupil p \
            WHERE p.id IN \(pupils) AND \(viewer.doing(.seeProvision).seesPupil(on: day))
            """) { try ($0.next(PupilID.self), $0.next(String.self)) }
        viewer.witness.saw(found.map(\.0))
        return Dictionary(found) { $1 }
    }
}

extension Clash {
    fileprivate func whatInWords(_ staff: StaffNames, _ pupils: [PupilID: String]) -> String {
        switch what {
        case .staff(let id): staff[id] ?? "The adult"
        case .pupil(let id): pupils[id] ?? "A pupil"
        case .room(let room): "the room “\(room)”"
        }
    }
}

extension [String] {
    /// `Tess Lowe, Sam and the room “Den”`, with a capital in front.
    fileprivate var listed: String {
        guard let last, let start = first?.first else { return "" }
        let text = count == 1 ? last : "\(dropLast().joined(separator: ", ")) and \(last)"
        return start.uppercased() + text.dropFirst()
    }
}

extension WeekSlot {
    /// `on Tuesday from 09:15 to 09:45`
    fileprivate var inWords: String { "on \(Day.weekdays[weekday - 1]) from \(startsAt) to \(endsAt)" }
    var endsAt: String { ClockTime(minute: startsAt.minute + minutes)?.description ?? "24:00" }
}

/// What the times of a form meet, or that they meet nothing.
func clashList(_ words: [String], isChecked: Bool) -> HTML {
    if words.isEmpty { return isChecked ? "<p class=\"notice\">These times meet nothing else.</p>" : "" }
    let items: [HTML] = words.prefix(20).map { "<li><b>Clash:</b> \($0)</li>" }
    let more: HTML = words.count > 20 ? "<p>And \(words.count - 20) more.</p>" : ""
    return "<div class=\"notice notice-warn\"><p>\(count(words.count, "clash", "clashes")). You may save all the same.</p><ul>\(items)</ul>\(more)</div>"
}

extension PatternForm {
    /// What is taken by the times that can be read.
    func slots(run: ProvisionID = .new, spell: Spell, pupils: Set<PupilID>) -> [WeekSlot] {
        times.compactMap(\.time).filter { (1...5).contains($0.weekday) }.map { time in
            WeekSlot(run: run, name: "", spell: spell, weekday: time.weekday, startsAt: time.startsAt, minutes: time.minutes, staff: Set(time.adults.compactMap(\.staff)), pupils: pupils, room: time.room)
        }
    }
}
