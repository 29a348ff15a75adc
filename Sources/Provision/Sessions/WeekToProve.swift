import Access
import Basics
import Database
import Pages
import People

/// Which week of which provisions somebody looks at.
struct WeekQuestion: Sendable {
    var monday: Day
    var school: SchoolID?
    var schoolClass: ClassID?
    var staff: StaffID?
    /// All of the school, and not only what this person gives.
    var all = false
    /// The provision whose exceptions are being said.
    var open: ProvisionID?
    let today: Day

    /// Weeks that are looked back.
    static let weeksBack = 8

    init(_ query: FormValues, today: Day) {
        let asked = Day(query["week"]) ?? today
        monday = max(min(asked, today), today - 7 * Self.weeksBack).monday
        (school, schoolClass, staff) = (SchoolID(query["school"]), ClassID(query["class"]), StaffID(query["staff"]))
        (all, open, self.today) = (query["whose"] == "all", ProvisionID(query["open"]), today)
    }

    var sunday: Day { monday + 6 }
    var first: Day { today.monday - 7 * Self.weeksBack }

    func asked(_ address: Address, week: Day? = nil, open: ProvisionID? = nil) -> Address {
        address.asking(["week": "\(week ?? monday)", "school": school.map { "\($0)" }, "class": schoolClass.map { "\($0)" }, "staff": staff.map { "\($0)" }, "whose": all ? "all" : nil, "open": open.map { "\($0)" }])
    }
}

/// A provision that is proved once a week, with its sessions of one week.
struct WeekToProve: Sendable {
    let whole: WholeProvision
    /// Those of the week, with the pupils on roll.
    let sessions: [PlannedSession]
    /// What stands of them.
    let logs: [SessionSlot: SessionLog]
    let pupils: [SeenPupil]
    /// What the attendance register says of the week.
    let register: RegisterMarks

    var waiting: [PlannedSession] { sessions.filter { logs[$0.slot] == nil } }
    /// Whether one may say it now: nothing of it is still to come.
    func isOver(on day: Day) -> Bool { waiting.allSatisfy { $0.day <= day } }
}

/// The week that is asked for, and the weeks that still wait.
struct WeeksToProve: Sendable {
    let school: SchoolID?
    let schools: [School]
    let week: [WeekToProve]
    /// Mondays with how many provisions wait, oldest first.
    let waiting: [(monday: Day, provisions: Int)]
    /// Those who give such provisions here, to choose from.
    let staff: [StaffID: String]
    let isOwn: Bool
}

extension Reader {
    /// The provisions of a school that are proved once a week, in the week asked for, with those weeks before that still wait.
    /// The number of queries is fixed.
    func weeksToProve(_ ask: WeekQuestion, for viewer: Viewer) throws -> WeeksToProve {
        let schools = try schools(for: viewer)
        if let school = ask.school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
        guard let school = ask.school ?? schools.first?.id else { return WeeksToProve(school: nil, schools: [], week: [], waiting: [], staff: [:], isOwn: false) }
        let all = try whole(try weeklyRuns(ask, at: school, for: viewer)), names = try staffNames(all)
        let isOwn = !ask.all && ask.staff == nil && ask.schoolClass == nil && all.contains { $0.isGiven(by: viewer.givers, since: ask.first) }
        let chosen = try all.filter { whole in
            if whole.run.id == ask.open { return true }
            if let staff = ask.staff { return whole.isGiven(by: [staff], since: ask.first) }
            return isOwn ? whole.isGiven(by: viewer.givers, since: ask.first) : true
        }.among(ask.schoolClass.map { try members(of: $0, ask) }, or: ask.open)
        let days = try schoolYearDays(of: [school], from: ask.first, to: ask.today)[school]?.schoolDays.list(from: ask.first, to: ask.today.monday + 6) ?? []
        return WeeksToProve(school: school, schools: schools, week: try weeks(chosen, ask, days, for: viewer), waiting: try waiting(chosen, ask, days), staff: names, isOwn: isOwn)
    }

    private func weeklyRuns(_ ask: WeekQuestion, at school: SchoolID, for viewer: Viewer) throws -> [ProvisionRun] {
        try all(ProvisionRun.self, """
            r WHERE r.school_id = \(school) AND r.starts <= \(ask.today) AND COALESCE(r.ended_on, r.planned_end, \(ask.today)) >= \(ask.first) \
            AND EXISTS (SELECT 1 FROM provision_pattern w WHERE w.run_id = r.id AND w.proof = 'weekly') AND \(viewer.seesProvision(.logSessions, on: ask.today)) ORDER BY r.name, r.id
            """)
    }

    private func members(of schoolClass: ClassID, _ ask: WeekQuestion) throws -> Set<PupilID> {
        Set(try column("SELECT pupil_id FROM class_member WHERE class_id = \(schoolClass) AND starts <= \(ask.sunday) AND (ends IS NULL OR ends >= \(ask.monday))"))
    }

    private func weeks(_ provisions: [WholeProvision], _ ask: WeekQuestion, _ days: [Day], for viewer: Viewer) throws -> [WeekToProve] {
        let inWeek = days.filter { ask.monday <= $0 && $0 <= ask.sunday }, logs = try standingLogs(of: provisions.map(\.run.id), from: ask.monday, to: ask.sunday)
        let seen = try seenPupils(in: provisions, for: viewer, on: ask.today), rolls = try rolls(of: provisions.flatMap { $0.members.map(\.pupil) })
        let register = try provisions.first.map { try registerMarks(of: provisions.flatMap { $0.members.map(\.pupil) }, at: $0.run.school, from: ask.monday, to: ask.sunday) } ?? RegisterMarks()
        return provisions.compactMap { whole in
            let sessions = whole.sessions(on: inWeek).filter { $0.proof == .weekly }.map { $0.onRoll(rolls, at: whole.run.school) }
            if sessions.isEmpty { return nil }
            let standing = Dictionary((logs[whole.run.id] ?? []).compactMap { log in log.slot.map { ($0, log) } }) { first, _ in first }
            let pupils = sessions.flatMap(\.pupils).unique.compactMap { seen[$0] }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
            return WeekToProve(whole: whole, sessions: sessions, logs: standing, pupils: pupils, register: register)
        }
    }

    /// Of weeks that are over: how many of these provisions wait.
    private func waiting(_ provisions: [WholeProvision], _ ask: WeekQuestion, _ days: [Day]) throws -> [(monday: Day, provisions: Int)] {
        let logged = try loggedSlots(of: provisions.map(\.run.id), from: ask.first, to: ask.today), past = days.filter { $0 < ask.today.monday }
        let open = provisions.flatMap { whole in
            Set(whole.sessions(on: past).filter { $0.proof == .weekly && !$0.pupils.isEmpty && !logged.contains($0.slot) }.map(\.day.monday))
        }
        return Dictionary(grouping: open) { $0 }.map { (monday: $0.key, provisions: $0.value.count) }.sorted { $0.monday < $1.monday }
    }

    /// Which sessions stand logged, with nothing else of them.
    func loggedSlots(of runs: [ProvisionID], from: Day, to: Day) throws -> Set<SessionSlot> {
        Set(try rows("SELECT time_id, day FROM session WHERE run_id IN \(runs) AND day BETWEEN \(from) AND \(to) AND superseded_on IS NULL AND time_id IS NOT NULL") {
            try SessionSlot(time: $0.next(), day: $0.next())
        })
    }
}

extension [WholeProvision] {
    /// Those in which one of these pupils takes part, and the one that is opened.
    fileprivate func among(_ pupils: Set<PupilID>?, or open: ProvisionID?) -> [WholeProvision] {
        guard let pupils else { return self }
        return filter { whole in whole.run.id == open || whole.members.contains { pupils.contains($0.pupil) } }
    }
}
