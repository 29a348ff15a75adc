import Basics
import Database

extension ProvisionRun: Recorded {
    public static let table = Table("provision_run", "school_id", "intervention_id", "name", "kind", "class_id", "starts", "planned_end", "ended_on", "because", "do_not_judge_before", "send_key")

    public var cells: [SQLValue] { Database.cells(school, intervention, name, kind, schoolClass, starts, plannedEnd, endedOn, because, doNotJudgeBefore, sendKey) }

    public init(_ row: inout Row) throws {
        let (id, version): (ProvisionID, Int) = try (row.next(), row.next())
        let (school, intervention, name, kind): (SchoolID, InterventionID, String, InterventionKind) = try (row.next(), row.next(), row.next(), row.next())
        let schoolClass: ClassID? = try row.next()
        try self.init(id: id, school: school, intervention: intervention, name: name, kind: kind, starts: row.next(), plannedEnd: row.next())
        (self.version, self.schoolClass) = (version, schoolClass)
        (endedOn, because, doNotJudgeBefore, sendKey) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }
}

/// A week without its times, which have rows of their own.
extension WeeklyPattern: Recorded {
    public static let table = Table("provision_pattern", "run_id", "starts", "ends", "planned_size", "proof", "funding", "session_price")

    public var cells: [SQLValue] { Database.cells(run, spell.starts, spell.ends, plannedSize, proof, funding, sessionPrice) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, run: row.next(), spell: Spell(starts: row.next(), ends: row.next()), times: [], plannedSize: row.next(), proof: row.next(), funding: row.next(), sessionPrice: row.next())
        self.version = version
    }
}

extension Proof: Storable {}

/// A time of the week, and the week that it belongs to.
struct KeptTime: Recorded {
    typealias Identity = Mark.Row

    var time: WeeklyTime
    var pattern: RowID
    var run: ProvisionID
    var school: SchoolID

    var id: RowID {
        get { time.id }
        set { time.id = newValue }
    }
    var version: Int {
        get { time.version }
        set { time.version = newValue }
    }

    init(_ time: WeeklyTime, pattern: RowID, run: ProvisionID, school: SchoolID) { (self.time, self.pattern, self.run, self.school) = (time, pattern, run, school) }

    static let table = Table("provision_time", "pattern_id", "run_id", "school_id", "weekday", "starts_at", "minutes", "room", "role", "staff_id", "second_role", "second_staff_id")

    var cells: [SQLValue] {
        let second = time.adults.dropFirst().first
        return Database.cells(pattern, run, school, time.weekday, time.startsAt, time.minutes, time.room, time.adults.first?.role ?? "", time.adults.first?.staff, second?.role ?? "", second?.staff)
    }

    init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        (pattern, run, school) = try (row.next(), row.next(), row.next())
        time = try WeeklyTime(id: id, weekday: row.next(), startsAt: row.next(), minutes: row.next(), room: row.next())
        time.version = version
        for _ in 0..<2 {
            let (role, staff): (String, StaffID?) = try (row.next(), row.next())
            if !role.isEmpty { time.adults.append(SessionAdult(role, staff)) }
        }
    }

    var recordAt: SchoolID? { school }
}

extension ClockTime: Storable {
    public var sqlValue: SQLValue { .integer(minute) }

    public init(_ cell: Cell) throws {
        guard let time = ClockTime(minute: try Int(cell)) else { throw StoreProblem.failed("a time of day is none") }
        self = time
    }
}

extension ProvisionMember: Recorded {
    public static let table = Table("provision_member", "run_id", "pupil_id", "starts", "ends", "because")

    public var cells: [SQLValue] { Database.cells(run, pupil, spell.starts, spell.ends, because) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, run: row.next(), pupil: row.next(), spell: Spell(starts: row.next(), ends: row.next()))
        (self.version, because) = (version, try row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension ProvisionOutcome: Recorded {
    public static let table = Table("provision_outcome", "run_id", "pupil_id", "outcome_id")

    public var cells: [SQLValue] { Database.cells(run, pupil, outcome) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, run: row.next(), pupil: row.next(), outcome: row.next())
        self.version = version
    }

    public var recordOf: PupilID? { pupil }
}

extension ProvisionCost: Recorded {
    public static let table = Table("provision_cost", "run_id", "kind", "day", "amount", "pupil_id", "words", "send_key")

    public var cells: [SQLValue] { Database.cells(run, kind, day, amount, pupil, words, sendKey) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(id: id, run: row.next(), kind: row.next(), day: row.next(), amount: row.next(), pupil: row.next(), words: row.next())
        (self.version, sendKey) = (version, try row.next())
    }

    public var recordOf: PupilID? { pupil }
}

extension ProvisionCost.Kind: Storable {}
