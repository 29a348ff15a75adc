import Basics

/// A half-day as the register has it.
public enum HalfDay: String, Sendable, CaseIterable, Codable {
    case morning = "am", afternoon = "pm"

    public var label: String {
        switch self {
        case .morning: "Morning"
        case .afternoon: "Afternoon"
        }
    }

    /// Reads `AM`, `a.m.`, `Morning` and the like.
    init?(words: String) {
        switch words.folded.filter(\.isLetter) {
        case "am", "morning": self = .morning
        case "pm", "afternoon": self = .afternoon
        default: return nil
        }
    }
}

/// What the register says of one pupil on one half-day.
public struct AttendanceMark: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var day: Day
    public var half: HalfDay
    /// As the list has it; one that is not in the list as it was typed.
    public var code: String

    public init(id: RowID = .new, pupil: PupilID, school: SchoolID, day: Day, half: HalfDay, code: String) {
        (self.id, self.pupil, self.school, self.day, self.half) = (id, pupil, school, day, half)
        self.code = AttendanceCode.known(code)?.code ?? code
    }

    public var standing: AttendanceCode.Standing { AttendanceCode.known(code)?.standing ?? .open }
    /// `Illness (I)`; an unknown code as it is.
    public var inWords: String { AttendanceCode.known(code).map { "\($0.label) (\($0.code))" } ?? code }

    /// What is saved of a mark that a file brings: nothing where the record says the same, or where it holds nothing and the
    /// pupil was simply in. A later file puts an earlier one right.
    static func change(from held: AttendanceMark?, to read: AttendanceMark) -> Change<AttendanceMark>? {
        guard var after = held else { return read.isWorthKeeping ? Change("mark.noted", to: read) : nil }
        after.code = read.code
        return after == held ? nil : Change("mark.corrected", from: held, to: after)
    }

    /// Whether it says something of the school's days, and nothing of where the pupil was.
    var isAdministrative: Bool { AttendanceCode.known(code)?.group == .administrative }

    private var isWorthKeeping: Bool {
        switch AttendanceCode.known(code)?.group {
        case .present, .administrative: false
        default: true
        }
    }
}

/// Of which half-days of a day the school's register was read in.
public struct RegisterDay: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var school: SchoolID
    public var day: Day
    public var morning: Bool
    public var afternoon: Bool

    public init(id: RowID = .new, school: SchoolID, day: Day, morning: Bool = false, afternoon: Bool = false) {
        (self.id, self.school, self.day, self.morning, self.afternoon) = (id, school, day, morning, afternoon)
    }

    public func has(_ half: HalfDay) -> Bool { half == .morning ? morning : afternoon }

    mutating func add(_ half: HalfDay) {
        if half == .morning { morning = true } else { afternoon = true }
    }
}
