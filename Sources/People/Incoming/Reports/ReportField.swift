import Basics

/// What a report is about.
public enum ReportKind: String, Codable, Sendable, CaseIterable {
    case pupils, staff, classes, groups, timetable, attendance, marks, suspensions, behaviour, plans
}

extension ReportKind {
    /// Whether it counts something from one day to another.
    var countsDays: Bool { self == .attendance || self == .behaviour }
}

/// A field that a report can fill: its name in a map, and the headers under which systems write it.
public struct ReportField: Sendable, Hashable {
    /// The key in a map, such as `birth_date`.
    public let key: String
    /// What a person calls it.
    public let label: String
    /// Headers that we have seen, compared without capitals, blanks and punctuation. The first fits best.
    public let headers: [String]

    init(_ key: String, _ label: String, _ headers: [String]) {
        self.key = key
        self.label = label
        self.headers = headers
    }

    /// The fields of one kind of report, in the order in which a person maps them.
    public static func fields(of kind: ReportKind) -> [ReportField] {
        switch kind {
        case .pupils: pupils
        case .staff: staff
        case .classes: classes
        case .groups: groups
        case .timetable: timetable
        case .attendance: attendance
        case .marks: marks
        case .suspensions: suspensions
        case .behaviour: behaviour
        case .plans: plans
        }
    }
}

/// A header as it is compared: without capitals, accents, blanks and punctuation.
func headerKey(_ header: String) -> String {
    String(header.folded.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "%" })
}
