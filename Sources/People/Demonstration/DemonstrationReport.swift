import Basics
import Files
import Foundation

/// A report as a school's own system exports it, and the map by which it is read. Half the schools have one
/// system, half the other, and the two head their columns differently.
struct DemonstrationReport: Sendable {
    /// One column: our field, their heading, and what stands in it for one row's subject.
    struct Column<Subject>: Sendable {
        let field: String
        let heading: String
        let words: @Sendable (Subject) -> String

        init(_ field: String, _ heading: String, _ words: @escaping @Sendable (Subject) -> String) {
            (self.field, self.heading, self.words) = (field, heading, words)
        }
    }

    let name: String
    let kind: String
    let map: ReportMapFile
    private let rows: @Sendable (DemonstrationTrust, DemonstrationSchool, [DemonstrationRolls.Member]) -> [[String]]

    init<Subject>(_ name: String, _ kind: ReportKind, _ columns: [Column<Subject>], of subjects:
                  @escaping @Sendable (DemonstrationTrust, DemonstrationSchool, [DemonstrationRolls.Member]) -> [Subject]) {
        (self.name, self.kind) = (name, kind.rawValue)
        map = ReportMapFile(kind: kind, columns: Dictionary(uniqueKeysWithValues: columns.map { ($0.field, $0.heading) }))
        rows = { trust, school, members in
            [columns.map(\.heading)] + subjects(trust, school, members).map { subject in columns.map { $0.words(subject) } }
        }
    }

    func text(of trust: DemonstrationTrust, school: DemonstrationSchool, members: [DemonstrationRolls.Member]) -> String {
        "\u{FEFF}" + rows(trust, school, members).map(DelimitedText.line).joined()
    }

    /// One of each kind, in the order in which they are to be read.
    static func reports(forSchoolAt place: Int) -> [DemonstrationReport] {
        [staff, classes, place % 2 == 0 ? longPupils : shortPupils, groups, timetable, attendance, marks, suspensions, behaviour]
    }

    static let all = [longPupils, shortPupils, staff, classes, groups, timetable, attendance, marks, suspensions, behaviour]
}

/// A map as a file.
struct ReportMapFile: Sendable {
    let kind: ReportKind
    let columns: [String: String]

    func write(to file: URL, classesStart: Day) throws {
        var map = ReportMap(kind: kind, columns: columns)
        if kind == .classes || kind == .groups { map.classesStart = classesStart }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(map).write(to: file)
    }
}
