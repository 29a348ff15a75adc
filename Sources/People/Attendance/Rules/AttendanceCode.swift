import Basics

/// One code of the attendance register, as the department's list has it since 19 August 2024 (formats sheet 5.4; three
/// public lists agree). A code that is not here is kept as it was typed, and nothing is concluded from it.
public struct AttendanceCode: Hashable, Sendable {
    /// The parts of the list.
    public enum Group: String, Sendable, CaseIterable {
        case present, elsewhere, authorised, unauthorised, unable, notRequired = "not_required", administrative
    }

    /// Whether the pupil is to be looked for in school on that half-day.
    public enum Standing: String, Sendable, CaseIterable {
        /// In school.
        case there
        /// Not in school, though expected.
        case absent
        /// Not expected: a part-time timetable, or not of compulsory age.
        case notDue
        /// The code leaves it open: an activity elsewhere, a late arrival, an unknown code.
        case open
    }

    public let code: String
    public let label: String
    public let group: Group

    private init(_ code: String, _ label: String, _ group: Group) { (self.code, self.label, self.group) = (code, label, group) }

    public var standing: Standing {
        switch group {
        case .present: .there
        case .authorised: code == "C2" ? .notDue : .absent
        // Whoever came after the register closed came all the same.
        case .unauthorised: code == "U" ? .open : .absent
        case .unable: .absent
        case .notRequired: .notDue
        case .elsewhere, .administrative: .open
        }
    }

    /// The code in whatever case it was typed; nil for one that is not in the list.
    public static func known(_ typed: String) -> AttendanceCode? { byCode[typed.uppercased()] }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    public static let all = [
        AttendanceCode("/", "Present in the morning", .present), AttendanceCode("\\", "Present in the afternoon", .present), AttendanceCode("L", "Late, before the register closed", .present),
        AttendanceCode("K", "Provision arranged by the local authority", .elsewhere), AttendanceCode("V", "Visit", .elsewhere), AttendanceCode("P", "Sport", .elsewhere),
        AttendanceCode("W", "Work experience", .elsewhere), AttendanceCode("B", "Other approved activity off site", .elsewhere), AttendanceCode("D", "Dual registered", .elsewhere),
        AttendanceCode("C1", "Regulated performance or work abroad", .authorised), AttendanceCode("M", "Medical or dental appointment", .authorised), AttendanceCode("J1", "Interview", .authorised),
        AttendanceCode("S", "Study leave", .authorised), AttendanceCode("C2", "Part-time timetable", .authorised), AttendanceCode("C", "Other leave", .authorised),
        AttendanceCode("T", "Traveller absence", .authorised), AttendanceCode("R", "Religious observance", .authorised), AttendanceCode("I", "Illness", .authorised),
        AttendanceCode("E", "Suspended or excluded", .authorised), AttendanceCode("X", "Not required to attend", .notRequired),
        AttendanceCode("N", "No reason yet", .unauthorised), AttendanceCode("O", "Other unauthorised absence", .unauthorised), AttendanceCode("G", "Holiday that was not agreed", .unauthorised),
        AttendanceCode("U", "Late, after the register closed", .unauthorised),
        AttendanceCode("Q", "Lack of access arrangements", .unable), AttendanceCode("Y1", "Transport", .unable), AttendanceCode("Y2", "Widespread disruption", .unable),
        AttendanceCode("Y3", "Part of the site closed", .unable), AttendanceCode("Y4", "Whole site closed", .unable), AttendanceCode("Y5", "Criminal justice", .unable),
        AttendanceCode("Y6", "Public health", .unable), AttendanceCode("Y7", "Other unavoidable cause", .unable),
        AttendanceCode("Z", "Not yet on roll", .administrative), AttendanceCode("#", "Planned closure", .administrative),
    ]
}
