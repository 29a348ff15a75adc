import Basics
import People

/// What a school gives whom over two years, before any of it is told: the same people and the same seed make the same plot.
struct ProvisionPlot: Sendable {
    let cast: ProvisionCast
    let today: Day
    /// True for the trust of many schools, where everybody has two or three provisions in every term; elsewhere the terms
    /// before the present one are told by a few.
    let isDense: Bool
    private(set) var runs: [ScriptedRun] = []
    /// What is left undone, and about whom.
    private(set) var gaps: [ProvisionGap: PupilID] = [:]
    private var random: SeededRandom
    private var load: [StaffID: Int] = [:]

    init(_ cast: ProvisionCast, isDense: Bool, today: Day) {
        (self.cast, self.isDense, self.today) = (cast, isDense, today)
        random = SeededRandom(seed: 2026, for: "provision \(cast.school.urn)")
        let cycles = ProvisionCycle.all(until: today)
        if let now = cycles.last { chooseGaps(now) }
        for (year, cycles) in Dictionary(grouping: cycles, by: \.year).sorted(by: { $0.key < $1.key }) { plot(cycles, isLast: year == AcademicYear(containing: today).starting) }
    }

    private var plantsGaps: Bool { cast.place % 3 == 0 && cast.school.kind == .mainstream }

    private mutating func plot(_ cycles: [ProvisionCycle], isLast: Bool) {
        guard let first = cycles.first else { return }
        var grid = WeekGrid()
        load = [:]
        forEveryone(first, isLast)
        // Support of an EHC plan goes on for the whole year.
        for (order, pupil) in supported(first).filter(\.hasPlan).enumerated() { giveOneToOne(to: pupil, order, first, &grid) }
        for cycle in cycles {
            var own = grid
            let before = load
            giveGroups(cycle, &own)
            giveCatchUp(cycle, &own)
            load = before
        }
    }

    /// Those who can begin something in a cycle; in the thin story a few, where it is long past.
    private func supported(_ cycle: ProvisionCycle) -> [CastPupil] {
        let all = cast.pupils.filter { ($0.canJoin(on: cycle.starts) && $0.id != gaps[.missing] && $0.roll.covers(today)) || (gaps[.left] == $0.id && cycle.isRunning(on: today)) }
        if isDense || cycle.isRunning(on: today) { return all }
        return Array(all.filter(\.hasPlan).prefix(1)) + all.filter { !$0.hasPlan }.prefix(7)
    }
}

// What is left undone on purpose.
extension ProvisionPlot {
    private mutating func chooseGaps(_ now: ProvisionCycle) {
        guard plantsGaps else { return }
        let present = cast.present(today), able = present.filter { $0.canJoin(on: now.starts) }
        let byClass = Dictionary(grouping: present) { $0.schoolClass }
        let open = cast.classes.first { made in
            let all = byClass[made.id] ?? []
            return all.contains { !$0.hasPlan } && all.allSatisfy { one in able.contains { $0.id == one.id } }
        }
        gaps[.missing] = (byClass[open?.id] ?? []).first { open != nil && !$0.hasPlan }?.id
        var others = able.filter { $0.id != gaps[.missing] && !$0.hasPlan }.map(\.id)[...]
        gaps[.withoutOutcome] = others.popFirst()
        gaps[.low] = others.popFirst()
        let planned = able.filter { $0.hasPlan && !$0.isInBase }
        gaps[.short] = able.first { $0.hasPlan }?.id
        gaps[.variance] = planned.last { $0.id != gaps[.short] }?.id
        gaps[.left] = cast.pupils.first { pupil in pupil.roll.ends.map { $0 < today && $0 > now.starts + 28 } ?? false && pupil.since <= now.starts && pupil.isMain && !pupil.hasPlan }?.id
    }

    /// The class whose strategies nobody wrote down.
    private var openClass: ClassID? { gaps[.missing].flatMap { id in cast.pupils.first { $0.id == id }?.schoolClass } }
}

// What is begun.
extension ProvisionPlot {
    /// What whole classes have; in years of which no classes are known, the school.
    private mutating func forEveryone(_ cycle: ProvisionCycle, _ isLast: Bool) {
        let run = { (name: String, schoolClass: ClassID?) in
            ScriptedRun(key: "task-boards", name: name, starts: cycle.starts, plannedEnd: cycle.yearEnds, endedOn: isLast ? nil : cycle.yearEnds, pupils: [], size: 30, schoolClass: schoolClass)
        }
        if !isLast { return runs.append(run("Task boards and visual schedules in every class", nil)) }
        runs += cast.classes.filter { $0.id != openClass }.map { run("Task boards and visual schedule, \($0.name)", $0.id) }
    }

    private mutating func giveOneToOne(to pupil: CastPupil, _ order: Int, _ cycle: ProvisionCycle, _ grid: inout WeekGrid) {
        let name = "One-to-one support, \(cycle.year)/\((cycle.year + 1) % 100)", isSpecial = cast.school.kind == .special
        // As much as there are people for.
        let wishes = isSpecial ? [(weekdays: [1, 3, 5], minutes: 20)] : (order % 3 == 1 ? [120, 90, 30] : [90, 30]).map { (weekdays: [1, 2, 3, 4, 5], minutes: $0) }
        var found: ScriptedRun?
        for wish in wishes where found == nil {
            found = run("one-to-one-support", name, [pupil.id], from: cycle.starts, to: cycle.yearEnds, weekdays: wish.weekdays, minutes: wish.minutes, size: 1, &grid)
        }
        guard var made = found else { return }
        // One session a week less than is planned is owed, so that one that falls out is not yet short.
        made.owed = (made.times.count - 1) * (made.times[0].minutes ?? 0)
        made.funding = "E3"
        if made.endedOn == nil, pupil.id == gaps[.short] { made.gap = .short }
        runs.append(made)
    }

    private mutating func giveGroups(_ cycle: ProvisionCycle, _ grid: inout WeekGrid) {
        let pupils = supported(cycle), isNow = cycle.isRunning(on: today)
        var groups: [String: [CastPupil]] = [:]
        for (order, pupil) in pupils.enumerated() {
            let first = key(pupil, cycle, order), second = ProvisionChoice.daily(pupil, on: cycle.starts, order: order)
            groups[first, default: []].append(pupil)
            let third = ProvisionChoice.daily(pupil, on: cycle.starts, order: order + 1)
            if second != first, isDense || (isNow && order % 4 == 0) { groups[second, default: []].append(pupil) }
            if isDense, third != first, third != second { groups[third, default: []].append(pupil) }
        }
        for (key, pupils) in groups.sorted(by: { $0.key < $1.key }) { giveGroup(key, pupils.sorted { ($1.birth, $0.id) < ($0.birth, $1.id) }, cycle, &grid) }
        if isNow, plantsGaps { plantRuns(pupils, cycle, &grid) }
    }

    /// A few of each class without a special need, others in each term.
    private mutating func giveCatchUp(_ cycle: ProvisionCycle, _ grid: inout WeekGrid) {
        let classes = Dictionary(grouping: cast.others.filter { $0.roll.covers(cycle.starts) }) { $0.schoolClass }.sorted { ($0.key?.rawValue ?? 0) < ($1.key?.rawValue ?? 0) }
        for (order, (_, pupils)) in classes.enumerated() where pupils.count >= 3 {
            let key = ProvisionChoice.catchUp(age: pupils[0].birth.age(on: cycle.starts), order: order)
            guard let entry = ShippedIntervention.named(key)?.intervention, let name = cast.classes.first(where: { $0.id == pupils[0].schoolClass })?.name else { continue }
            let turn = cycle.starts.month % 3, chosen = (0..<min(entry.groupSize, pupils.count)).map { pupils[($0 + turn * 3) % pupils.count].id }
            let weekdays = Self.weekdays(entry.sessionsAWeek, order)
            if let made = run(key, "\(entry.name), \(cycle.words), \(name)", chosen, from: cycle.starts, to: cycle.ends, weekdays: weekdays, minutes: entry.minutes, size: entry.groupSize, &grid) { runs.append(made) }
        }
    }

    private func key(_ pupil: CastPupil, _ cycle: ProvisionCycle, _ order: Int) -> String {
        if pupil.id == gaps[.low] { return "elsa" }
        if pupil.hasPlan { return cast.school.kind == .special ? ["attention-autism", "intensive-interaction", "sensory-circuits", "speech-programme"][order % 4] : pupil.area == "C&I" ? "speech-programme" : "sensory-circuits" }
        return ProvisionChoice.main(pupil, on: cycle.starts, order: order)
    }

    private mutating func giveGroup(_ key: String, _ pupils: [CastPupil], _ cycle: ProvisionCycle, _ grid: inout WeekGrid) {
        guard let entry = ShippedIntervention.named(key)?.intervention else { return }
        let chunks = stride(from: 0, to: pupils.count, by: entry.groupSize).map { pupils[$0..<min($0 + entry.groupSize, pupils.count)].map(\.id) }
        for (place, chunk) in chunks.enumerated() {
            let name = "\(entry.name), \(cycle.words)" + (chunks.count > 1 ? ", \(entry.groupSize == 1 ? "place" : "group") \(place + 1)" : "")
            let weekdays = Self.weekdays(isDense || cycle.isRunning(on: today) ? entry.sessionsAWeek : 1, place)
            guard var made = run(key, name, chunk, from: cycle.starts, to: cycle.ends, weekdays: weekdays, minutes: entry.minutes, size: entry.groupSize, &grid) else { continue }
            if key == "elsa", cycle.isRunning(on: today), chunk.first == gaps[.low] { made.gap = .low }
            runs.append(made)
        }
    }

    private static func weekdays(_ number: Int, _ place: Int) -> [Int] {
        switch number {
        case 1: [1 + place % 5]
        case 2: place % 2 == 0 ? [2, 4] : [1, 3]
        case 3: place % 2 == 0 ? [1, 3, 5] : [1, 2, 4]
        case 4: [1, 2, 4, 5]
        default: [1, 2, 3, 4, 5]
        }
    }

    /// A run at a time when all are free, by whoever has least to give; nil where there is none.
    private mutating func run(_ key: String, _ name: String, _ pupils: [PupilID], from starts: Day, to end: Day, weekdays: [Int], minutes: Int, size: Int, _ grid: inout WeekGrid) -> ScriptedRun? {
        let role = ShippedIntervention.named(key)?.intervention.role ?? "ta", isTaught = ["teacher", "specialist_teacher"].contains(role)
        let helpers = cast.assistants.enumerated().map { (staff: $0.element.id, role: isTaught ? "hlta" : role, room: Self.rooms[$0.offset % Self.rooms.count] + ($0.offset < Self.rooms.count ? "" : " \($0.offset / Self.rooms.count + 1)")) }
        let teachers = cast.teachers.map { (staff: $0.id, role: "teacher", room: "") }
        let ordered = (isTaught ? teachers : helpers).sorted { (load[$0.staff] ?? 0, $0.staff) < (load[$1.staff] ?? 0, $1.staff) } + (isTaught ? helpers : teachers)
        let wish = random.below(8) * 6
        for adult in ordered {
            guard let time = grid.take([.staff(adult.staff)] + pupils.map { .pupil($0) }, weekdays: weekdays, minutes: minutes, from: wish) else { continue }
            load[adult.staff, default: 0] += minutes * weekdays.count
            var made = ScriptedRun(key: key, name: name, starts: starts, plannedEnd: end, endedOn: end < today ? end : nil, pupils: pupils, size: size)
            made.times = weekdays.map { PatternForm.TimeForm(weekday: $0, startsAt: time, minutes: minutes, room: size == 1 && minutes > 60 ? "" : adult.room, adults: [SessionAdult(adult.role, adult.staff)]) }
            return made
        }
        return nil
    }

    private static let rooms = ["Rainbow room", "Library", "Acorn room", "Quiet room", "Sunshine room", "Studio", "Garden room", "Nest"]

    /// Provisions that something is wrong with, each with one pupil.
    private mutating func plantRuns(_ pupils: [CastPupil], _ cycle: ProvisionCycle, _ grid: inout WeekGrid) {
        let quiet = pupils.filter { one in !one.hasPlan && !gaps.values.contains(one.id) }
        if let place = runs.lastIndex(where: { $0.endedOn == nil && $0.size > 1 && $0.starts == cycle.starts && !$0.pupils.isEmpty && $0.pupils.allSatisfy { id in quiet.contains { $0.id == id } } }) {
            runs[place].gap = .unproved
        }
        if let one = quiet.first, var talk = run("draw-and-talk", "Drawing and Talking, \(cycle.words)", [one.id], from: cycle.starts, to: cycle.ends, weekdays: [3], minutes: 30, size: 1, &grid) {
            talk.gap = .withoutRate
            runs.append(talk)
        }
        if let one = quiet.dropFirst().first, var book = run("toe-by-toe", "Toe by Toe, summer \(cycle.year)", [one.id], from: cycle.starts - 140, to: cycle.starts - 67, weekdays: [2], minutes: 20, size: 1, &grid), one.since < book.starts {
            (book.gap, book.endedOn) = (.overrun, nil)
            runs.append(book)
        }
        plantTwoPlaces(quiet, cycle, grid)
    }

    /// An adult who gives something else at the same time, to a pupil who is free.
    private mutating func plantTwoPlaces(_ quiet: [CastPupil], _ cycle: ProvisionCycle, _ grid: WeekGrid) {
        for busy in runs where busy.endedOn == nil && busy.starts == cycle.starts && busy.gap == nil && busy.size > 1 && !busy.times.isEmpty {
            guard let time = busy.times.first, let weekday = time.weekday, let startsAt = time.startsAt, let minutes = time.minutes, minutes >= 15,
                  let one = quiet.last(where: { grid.isFree(.pupil($0.id), weekday, at: startsAt, minutes: minutes) }) else { continue }
            var other = ScriptedRun(key: "social-stories", name: "Social Stories, \(cycle.words)", starts: cycle.starts, plannedEnd: cycle.ends, pupils: [one.id], size: 1, gap: .twoPlaces)
            other.times = [PatternForm.TimeForm(weekday: weekday, startsAt: startsAt, minutes: 10, room: "Corridor table", adults: time.adults)]
            runs.append(other)
            return
        }
    }
}
