import Access
import AreaKit
import Basics
import Database
import Pages
import People

let timetableRoutes: [Route] = [
    .read(timetablePath, .seeProvision) { visit in
        try await visit.read { reader in
            let ask = try TimetableQuestion(visit, reader)
            return ask.page(visit, try reader.timetable(ask, for: visit.viewer, on: visit.today))
        }
    },
]

/// Whose week is asked for: an adult's, a pupil's, or a school's.
private struct TimetableQuestion {
    var school: SchoolID?
    var staff: StaffID?
    var pupil: Pupil?
    let schools: [School]
    var names = StaffNames([])
    let isFamily: Bool
    /// The day on which the week is looked at: at a weekend, that of the coming Monday.
    let day: Day

    /// - Throws: `NotFound` where the school, the pupil or the adult is not in sight.
    init(_ visit: Visit, _ reader: Reader) throws {
        let query = visit.request.query, viewer = visit.viewer
        isFamily = viewer.inStaffParts.parts.isEmpty
        day = visit.today.isWeekend ? visit.today + (8 - visit.today.weekday) : visit.today
        schools = isFamily ? [] : try reader.schools(for: viewer.inStaffParts)
        if let id = PupilID(query["pupil"]) { pupil = try reader.pupil(id, for: viewer.doing(.seeProvision), on: visit.today) }
        (school, staff) = (SchoolID(query["school"]), StaffID(query["staff"]))
        if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
        if school == nil, let staff { school = try reader.value("SELECT school_id FROM staff WHERE id = \(staff)") }
        if school == nil, schools.count == 1 { school = schools[0].id }
        guard school.map({ id in schools.contains { $0.id == id } }) ?? (staff == nil) else { throw NotFound() }
        let place = try school ?? pupil.flatMap { try reader.schoolOfToday($0.id, visit.today) }
        if let place { names = try reader.staffNames(at: place, on: visit.today) }
        if let staff, names[staff] == nil { throw NotFound() }
    }

    var isAsked: Bool { school != nil || pupil != nil }

    var whose: String {
        if let pupil { return pupil.calledName }
        return staff.flatMap { names[$0] } ?? schools.first { $0.id == school }?.name ?? "Choose a school"
    }
}

/// The week as it is today, with what meets in it.
private struct Timetable {
    var slots: [(slot: WeekSlot, name: String, staff: [String], pupils: String, clashes: [String])] = []
}

extension Reader {
    /// What is in sight of the week; what it meets may be out of sight, and is then told without a name.
    fileprivate func timetable(_ ask: TimetableQuestion, for viewer: Viewer, on today: Day) throws -> Timetable {
        if !ask.isAsked { return Timetable() }
        let wholes = try whole(try all(ProvisionRun.self, "WHERE id IN (SELECT r.id FROM provision_run r WHERE \(viewer.seesProvision(on: today)) AND \(condition(ask, ask.day))) ORDER BY id"))
        let pupils = try seenPupils(in: wholes, for: viewer, on: today)
        viewer.witness.saw(Array(pupils.keys))
        let slots = wholes.flatMap { whole in whole.slots(from: ask.day).filter { $0.spell.covers(ask.day) && ask.shows($0) } }
        let all = ask.isFamily ? [] : try self.slots(at: ask.school ?? wholes.first?.run.school ?? .new, pupils: [], from: ask.day, without: nil).filter { $0.spell.covers(ask.day) }
        let shownSlots = Set(slots), found = Clash.found(among: all).flatMap { [$0, $0.turned] }.filter { shownSlots.contains($0.first) }
        let clashes = found.isEmpty ? [:] : try clashWords(found, ask.names, for: viewer, on: today)
        let now = Dictionary(wholes.map { ($0.run.id, Set($0.pupils(on: ask.day))) }) { $1 }
        let called = try provisionNames(of: wholes.map(\.run.id), for: viewer, on: today)
        return Timetable(slots: slots.sorted { ($0.weekday, $0.startsAt, $0.run) < ($1.weekday, $1.startsAt, $1.run) }.map { slot in
            let there = now[slot.run] ?? [], shown = there.compactMap { pupils[$0]?.called }.sorted(), hidden = ask.isFamily ? 0 : there.count - shown.count
            let who = (shown + (hidden > 0 ? [count(hidden, "more child", "more children")] : [])).joined(separator: ", ")
            return (slot, called[slot.run] ?? "", slot.staff.sorted().compactMap { ask.names[$0] }, who, clashes[slot] ?? [])
        })
    }

    private func condition(_ ask: TimetableQuestion, _ day: Day) -> SQL {
        let running: SQL = "r.starts <= \(day) AND r.ended_on IS NULL AND (r.planned_end IS NULL OR r.planned_end >= \(day))"
        let school: SQL = ask.school.map { "r.school_id = \($0)" } ?? "1 = 1"
        return "\(running) AND \(ask.pupil.map { takesPart($0.id, day) } ?? school)"
    }
}

/// True for a provision `r` in which a pupil takes part on a day, by name or with the class.
private func takesPart(_ pupil: PupilID, _ day: Day) -> SQL {
    """
    (r.id IN (SELECT run_id FROM provision_member WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))) \
    OR r.class_id IN (SELECT class_id FROM class_member WHERE pupil_id = \(pupil) AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))))
    """
}

extension Clash {
    /// The same from the side of the other.
    fileprivate var turned: Clash { Clash(what: what, first: second, second: first) }
}

extension TimetableQuestion {
    func shows(_ slot: WeekSlot) -> Bool { staff.map(slot.staff.contains) ?? true }

    func page(_ visit: Visit, _ timetable: Timetable) -> Answer {
        let title = "Timetable of provision", crumb: HTML = isFamily ? pupil.map { crumbs(($0.name, pupilPath($0.id))) } ?? "" : crumbs(("Provision", mapPath()))
        let clashes = timetable.slots.count { !$0.clashes.isEmpty }
        let warning: HTML = clashes == 0 ? "" : notice("\(count(clashes, "time")) of this week \(clashes == 1 ? "meets" : "meet") another. Each is marked “Clash”.", warns: true)
        let week: HTML = !isAsked ? (schools.isEmpty ? "<p>Open a pupil’s page and press “See the week”.</p>" : "") : timetable.slots.isEmpty ? "<p>Nothing is planned in this week.</p>" : "<div id=\"week\">\(grid(timetable))</div>"
        return visit.page("\(title): \(whose)", at: "provision", """
            <div class="on-wide-paper">\(crumb)\(pageTitle(title, lead: "\(whose) · as it is on \(day.inWords)", actions: [printButton("Print this week")]))\(filters(visit))\(warning)\(week)</div>
            """)
    }

    /// A day is a column; on a phone, a card.
    private func grid(_ timetable: Timetable) -> HTML {
        let days = Day.weekdays.enumerated().map { ($0.offset + 1, $0.element) }
        let heads: [HTML] = days.map { head($0.1) }
        let cells: [HTML] = days.map { number, name in
            let items: [HTML] = timetable.slots.filter { $0.slot.weekday == number }.map(item)
            return "<td><p class=\"day\">\(name)</p>\(items.isEmpty ? "<p class=\"quiet\">Nothing</p>" : "<ul class=\"plain\">\(items)</ul>")</td>"
        }
        return "<table class=\"week\"><caption class=\"unseen\">The week, a column for each day</caption><thead><tr>\(heads)</tr></thead><tbody><tr>\(cells)</tr></tbody></table>"
    }

    private func item(_ one: (slot: WeekSlot, name: String, staff: [String], pupils: String, clashes: [String])) -> HTML {
        let facts = [one.staff.joined(separator: " and "), one.slot.room, one.pupils].filter { !$0.isEmpty }.map { "<br>\($0)" as HTML }
        let clashes: [HTML] = one.clashes.map { "<br><span class=\"tag tag-warn\">Clash</span> \($0)" }
        return "<li><b>\(one.slot.startsAt.description)–\(one.slot.endsAt)</b> <a href=\"\(provisionPath(one.slot.run))\">\(one.name)<span class=\"unseen\">, \(Day.weekdays[one.slot.weekday - 1]) \(one.slot.startsAt.description)</span></a>\(facts)\(clashes)</li>"
    }

    private func filters(_ visit: Visit) -> HTML {
        if isFamily || pupil != nil { return "" }
        let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? ""), ("staff", staff.map { "\($0)" } ?? "")]))
        let places: HTML = schools.count < 2 ? "" : write.select("school", "School", [Choice("", "Choose")] + schools.map { Choice("\($0.id)", $0.name) })
        let adults: HTML = school == nil ? "" : write.select("staff", "Adult", [Choice("", "Everybody")] + names.current.map { Choice("\($0.id)", $0.name) })
        if schools.count < 2 && school == nil { return "" }
        return "<form class=\"filters\" method=\"get\" action=\"\(timetablePath())\">\(places)\(adults)<p class=\"actions\"><button>Show</button></p></form>"
    }
}
