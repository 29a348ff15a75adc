import Basics

/// What support a pupil needs in a week, as the plan or section F says.
public struct SupportNeed: Hashable, Sendable {
    public let pupil: PupilID
    /// Minutes a week with an adult alone.
    public let alone: Int
    /// Minutes a week in a group.
    public let inGroup: Int

    public init(_ pupil: PupilID, alone: Int, inGroup: Int = 0) { (self.pupil, self.alone, self.inGroup) = (pupil, alone, inGroup) }

    /// What lines of plans and of section F ask for in an ordinary week, by pupil.
    public static func asked(by lines: [OwedLine], on day: Day) -> [SupportNeed] {
        let owed = Dictionary(grouping: lines.filter { $0.spell.covers(day) }, by: \.pupil)
        return owed.sorted { $0.key < $1.key }.map { pupil, lines in
            let sum = { (isAlone: Bool) in lines.filter { $0.isAlone == isAlone }.map(\.minutesAWeek).reduce(0, +) }
            return SupportNeed(pupil, alone: sum(true), inGroup: sum(false))
        }
    }
}

/// Minutes a week that adults are deployed with pupils, beside what each pupil needs.
public struct Staffing: Sendable {
    /// One adult, or a role that nobody is named for yet.
    public struct Adult: Hashable, Sendable {
        public let staff: StaffID?
        public let role: String
    }

    /// What one pupil needs and has.
    public struct Line: Hashable, Sendable {
        public let need: SupportNeed
        public var alone = 0, inGroup = 0

        /// Minutes with an adult alone that are missing.
        public var aloneGap: Int { max(0, need.alone - alone) }
        /// Minutes in a group that are missing: what is given alone beyond its need counts for them.
        public var groupGap: Int { max(0, need.inGroup - inGroup - max(0, alone - need.alone)) }
        public var gap: Int { aloneGap + groupGap }
    }

    /// By adult and pupil: minutes of the week that they are in a session together.
    public private(set) var cells: [Adult: [PupilID: Int]] = [:]
    /// Minutes of the week of each adult, each session once however many pupils are in it.
    public private(set) var deployed: [Adult: Int] = [:]
    public private(set) var lines: [PupilID: Line]

    /// - Parameter day: on which it is looked at: the weeks and the pupils of that day.
    public init(_ provisions: [WholeProvision], needs: [SupportNeed], on day: Day) {
        lines = Dictionary(needs.map { ($0.pupil, Line(need: $0)) }) { first, _ in first }
        for provision in provisions where provision.run.spell.covers(day) {
            guard let week = provision.pattern(on: day) else { continue }
            for time in week.times { add(time, provision.pupils(on: day), isAlone: week.plannedSize == 1) }
        }
    }

    private mutating func add(_ time: WeeklyTime, _ pupils: [PupilID], isAlone: Bool) {
        for adult in time.adults.map({ Adult(staff: $0.staff, role: $0.role) }) {
            deployed[adult, default: 0] += time.minutes
            for pupil in pupils { cells[adult, default: [:]][pupil, default: 0] += time.minutes }
        }
        for pupil in pupils {
            lines[pupil, default: Line(need: SupportNeed(pupil, alone: 0))].alone += isAlone ? time.minutes : 0
            lines[pupil, default: Line(need: SupportNeed(pupil, alone: 0))].inGroup += isAlone ? 0 : time.minutes
        }
    }

    /// Minutes a week that are missing over all pupils.
    public var gap: Int { lines.values.map(\.gap).reduce(0, +) }

    /// What it would cost to close a gap for so many school weeks at one role's rate; nil without a rate. What is missing in
    /// groups is reckoned as if a group of the given size shared the adult.
    public func gapCost(at rate: StaffRate?, weeks: Int, groupSize: Int) -> Pence? {
        guard let rate, groupSize > 0 else { return nil }
        let alone = lines.values.map(\.aloneGap).reduce(0, +), groups = lines.values.map(\.groupGap).reduce(0, +)
        return Pence((rate.exactHourly * Fraction(weeks, 60) * (Fraction(alone) + Fraction(groups, groupSize))).rounded)
    }
}
