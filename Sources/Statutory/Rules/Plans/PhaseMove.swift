import Basics

/// Whether a pupil changes phase at the end of a school year, by the ages of their own school, and by when the plan must name the
/// next place (SEND Regulations 2014, reg 18). Nobody moves who stays in an all-through or special school.
public struct PhaseMove: Hashable, Sendable {
    /// What is known of a school: the age up to which it has pupils, and its kind.
    public struct Structure: Hashable, Sendable {
        /// As the national register words it: Primary, Middle deemed secondary, All-through.
        public let phase: String
        public let isSpecial: Bool
        public let highAge: Int?

        public init(phase: String, isSpecial: Bool, highAge: Int?) { (self.phase, self.isSpecial, self.highAge) = (phase, isSpecial, highAge) }

        var isAllThrough: Bool { phase.folded == "all through" }

        /// The last national curriculum year: pupils of Year 6 turn 11. A nursery’s oldest are in the year before Reception, where they
        /// turn four, or five if it says so.
        public var lastYear: Int? { phase.folded == "nursery" ? -1 : highAge.map { min($0, 19) - 5 } }
    }

    /// The year in whose autumn the pupil is elsewhere.
    public let year: AcademicYear
    /// As the clock names where one moves to.
    public let to: String
    /// Why it is not sure that the pupil moves; empty where it is.
    public let check: String

    /// - Parameters:
    ///   - yearGroup: the pupil’s national curriculum year in the year `now`; nil where the years are not followed.
    ///   - ahead: how many years from now are looked at.
    /// - Returns: nil where the pupil stays.
    public init?(from school: Structure, yearGroup: Int?, now: AcademicYear, ahead: Int = 1) {
        guard let yearGroup, let last = school.lastYear else { return nil }
        let years = last - yearGroup
        // Whoever stays at school after Year 11 may still go to a college then.
        let mayLeave = last > 11 && !school.isAllThrough && !school.isSpecial && yearGroup <= 11
        if mayLeave, 11 - yearGroup <= ahead {
            self.init(year: AcademicYear(starting: now.starting + 12 - yearGroup), to: "post-16", check: "The school goes on to Year \(last). Does the pupil stay, or move to a college?")
            return
        }
        guard (0...ahead).contains(years) else { return nil }
        let check = last > 11 ? "Where the pupil goes after Year \(last), and when, is not known here. The date is five months before the move." : last < 1 ? "From the nursery to a school. Ask the council how it reads the move to Reception." : ""
        self.init(year: AcademicYear(starting: now.starting + years + 1), to: Self.next(after: last), check: check)
    }

    private init(year: AcademicYear, to: String, check: String) { (self.year, self.to, self.check) = (year, to, check) }

    /// The day of the move: the first of September.
    public var day: Day { year.firstDay }

    private static func next(after last: Int) -> String {
        switch last {
        case ..<1: "school"
        case 1...2: "junior"
        case 3...5: "middle"
        case 6...10: "secondary"
        case 11: "post-16"
        default: "another-post-16"
        }
    }

    /// What the clock is told of the move.
    public var details: EventDetails { EventDetails(choices: OptionChoice.transfers.first { $0.key == to }.map { [.to: $0] } ?? [:]) }

    /// What the council must have done, and by when.
    public var duties: [Duty] { Timetable(.phaseTransfer, on: day, details).duties }

    public var label: String {
        switch to {
        case "school": "to school"
        case "junior": "to junior school"
        case "middle": "to middle school"
        case "secondary": "to secondary school"
        case "post-16": "to a post-16 place"
        default: "to another post-16 place"
        }
    }
}
