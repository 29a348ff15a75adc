import Basics
import People

/// What was planned in some days and what came of it, for the provisions and pupils that somebody has in sight.
public struct Delivery: Sendable {
    let ask: DeliveryQuestion
    public let provisions: [WholeProvision]
    /// The pupils in sight who take part, or took part.
    public let pupils: [PupilID: SeenPupil]
    public let years: [SchoolID: SchoolYearDays]
    /// What stands logged, by provision, from before the days of the question on: alerts look back further.
    public let logs: [ProvisionID: [SessionLog]]
    public let lines: [PupilID: [OwedLine]]
    /// By when the plan of each is reviewed next.
    public let reviews: [PupilID: Day]
    /// When the pupils were on the roll of each school.
    private let rolls: Rolls
    /// The school of each pupil to whom something is owed.
    private let homes: [PupilID: SchoolID]
    private let offered: [OfferedTo: [Day: Int]]
    private let planned: [ProvisionID: [PlannedSession]]
    /// The days with pupils in, of whole academic years.
    private let schoolDays: [SchoolID: [Day]]

    /// Days in which four school weeks lie, holidays between them.
    static let alertReach = 56

    /// Shortfalls are told of from here on: those of the academic year, and in its first weeks those of the last, too.
    static func shortSince(_ today: Day) -> Day { min(AcademicYear(containing: today).firstDay, today.monday - 7 * 12) }

    /// As far as one must know the calendar: to the last review that is near.
    static func horizon(_ today: Day, _ reviews: [PupilID: Day]) -> Day { min(today + 366, max(today, reviews.values.max() ?? today)) }

    init(ask: DeliveryQuestion, provisions: [WholeProvision], pupils: [PupilID: SeenPupil], years: [SchoolID: SchoolYearDays], logs: [ProvisionID: [SessionLog]], lines: [PupilID: [OwedLine]],
         reviews: [PupilID: Day], rolls: Rolls, homes: [PupilID: SchoolID], offered: [OfferedTo: [Day: Int]], reach: Day) {
        (self.ask, self.provisions, self.pupils, self.years, self.logs) = (ask, provisions, pupils, years, logs)
        (self.lines, self.reviews, self.rolls, self.homes, self.offered) = (lines, reviews, rolls, homes, offered)
        let first = AcademicYear(containing: min(reach, Self.shortSince(ask.today))).firstDay, last = AcademicYear(containing: Self.horizon(ask.today, reviews)).lastDay
        let days = years.mapValues { $0.schoolDays.list(from: first, to: last) }
        schoolDays = days
        planned = Dictionary(provisions.map { whole in
            let logged = Set((logs[whole.run.id] ?? []).compactMap(\.slot))
            let past = (days[whole.run.school] ?? []).filter { reach <= $0 && $0 <= ask.today }
            return (whole.run.id, whole.sessions(on: past).filter { $0.day < ask.today || logged.contains($0.slot) }.map { $0.onRoll(rolls, at: whole.run.school) })
        }) { $1 }
    }
}

extension Delivery {
    /// The first day of the question.
    public var from: Day { ask.from }

    /// The provisions of a pupil that have anything in these days.
    public func provisions(of pupil: PupilID) -> [WholeProvision] {
        provisions.filter { $0.members.contains { $0.pupil == pupil && $0.spell.overlaps(Spell(starts: ask.from, ends: max(ask.from, ask.to))) } }
    }

    /// Sessions that were planned up to now in the days of the question.
    public func sessions(of run: ProvisionID) -> [PlannedSession] { (planned[run] ?? []).filter { ask.from <= $0.day && $0.day <= ask.to } }

    /// A pupil's minutes in one provision; what is owed is what was planned.
    public func minutes(of pupil: PupilID, in run: ProvisionID) -> DeliveryMinutes { minutes(of: pupil, in: run, from: ask.from, to: ask.to) }

    private func minutes(of pupil: PupilID, in run: ProvisionID, from: Day, to: Day, owed: Int? = nil) -> DeliveryMinutes {
        let inside = { (day: Day) in from <= day && day <= to }
        return DeliveryMinutes(of: pupil, planned: (planned[run] ?? []).filter { inside($0.day) }, logs: (logs[run] ?? []).filter { inside($0.day) }, owed: owed)
    }

    /// A pupil's minutes in all provisions.
    public func minutes(of pupil: PupilID) -> DeliveryMinutes { provisions(of: pupil).reduce(DeliveryMinutes()) { $0 + minutes(of: pupil, in: $1.run.id) } }

    /// The weeks of the question that are over: in these something is owed, and may be short.
    public func weeksOver(at school: SchoolID) -> [SchoolWeek] {
        SchoolWeek.all(of: schoolDays[school] ?? []).filter { ask.from <= $0.days[0] && $0.sunday < ask.today && $0.days[0] <= ask.to }
    }

    /// The minutes of a line in the weeks that are over: what it owes, and what its provisions offered.
    public func minutes(of line: OwedLine) -> DeliveryMinutes {
        guard let school = school(of: line), let days = schoolDays[school] else { return DeliveryMinutes() }
        let all = SchoolWeek.all(of: days), over = Set(weeksOver(at: school).map(\.monday))
        let owed = zip(all, line.owed(in: all, terms: years[school]?.spells ?? [], rolls: rolls.anywhere(line.pupil))).filter { over.contains($0.0.monday) }.map(\.1).reduce(0, +)
        guard let first = over.min(), let last = over.max() else { return DeliveryMinutes() }
        var sum = line.runs.map { minutes(of: line.pupil, in: $0, from: first, to: last + 6) }.reduce(DeliveryMinutes(), +)
        sum.owed = owed
        return sum
    }

    /// Where a line is met; where nothing meets it, the school on whose roll the pupil is.
    private func school(of line: OwedLine) -> SchoolID? { provisions.first { line.runs.contains($0.run.id) }?.run.school ?? homes[line.pupil] }
}

/// An alert, and what it is about.
public struct FoundAlert: Sendable {
    public let pupil: PupilID
    public let alert: DeliveryAlert
    /// The line of section F that is short.
    public let line: OwedLine?
    /// The provision of which too little was offered.
    public let run: ProvisionRun?
}

extension Delivery {
    /// What is short for a pupil, section F first. To one who has left nothing can be made up any more.
    public func alerts(of pupil: PupilID) -> [FoundAlert] {
        guard rolls.anywhere(pupil).contains(where: { $0.covers(ask.today) }) else { return [] }
        let lines = (lines[pupil] ?? []).filter(\.isSectionF)
        return lines.flatMap(alerts) + provisions.filter(\.run.isRunning).compactMap { alert(pupil, $0, beside: lines) }
    }

    /// Shortfalls of a line in this academic year, or the last twelve weeks, that were not made up in time.
    public func alerts(of line: OwedLine) -> [FoundAlert] {
        guard let school = school(of: line), let days = schoolDays[school] else { return [] }
        let since = Self.shortSince(ask.today), first = AcademicYear(containing: since).firstDay
        var recent = line
        recent.spell = Spell(starts: max(line.spell.starts, since), ends: line.spell.ends)
        let offered = line.runs.reduce(into: [Day: Int]()) { sum, run in
            sum.merge(self.offered[OfferedTo(run: run, pupil: line.pupil)] ?? [:], uniquingKeysWith: +)
        }
        let found = DeliveryAlert.shortfalls(of: recent, offered: offered, schoolDays: days.filter { $0 >= first }, terms: years[school]?.spells ?? [], rolls: rolls.anywhere(line.pupil), reviewOn: reviews[line.pupil], today: ask.today)
        return found.map { FoundAlert(pupil: line.pupil, alert: $0, line: line, run: nil) }
    }

    private func alert(_ pupil: PupilID, _ whole: WholeProvision, beside lines: [OwedLine]) -> FoundAlert? {
        guard whole.member(pupil, on: ask.today) != nil else { return nil }
        let found = DeliveryAlert.underThreshold(of: pupil, planned: planned[whole.run.id] ?? [], logs: logs[whole.run.id] ?? [], schoolDays: schoolDays[whole.run.school] ?? [], reviewOn: reviews[pupil], today: ask.today)
        let told = lines.filter { $0.runs.contains(whole.run.id) }.map(\.spell)
        return found.flatMap { $0.isTold(by: told) ? nil : FoundAlert(pupil: pupil, alert: $0, line: nil, run: whole.run) }
    }
}
