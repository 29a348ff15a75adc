import Basics
import Files

/// Which column of a report holds what, and how the report writes it: a `MAP.json`, saved per school.
public struct ReportMap: Codable, Sendable, Equatable {
    /// How names stand in a column that holds both.
    public enum NameOrder: String, Codable, Sendable {
        case surnameFirst = "surname_first"
        case forenameFirst = "forename_first"
    }

    /// What a pupil without a year group is. In most exports of SEN records it is one who has left.
    public enum BlankYear: String, Codable, Sendable {
        case leaver, keep
    }

    public var kind: ReportKind
    /// The row with the column headings, as a person counts it; nil to find it among the first 20.
    public var headerRow: Int?
    /// The sheet of a workbook; nil for the first that has rows.
    public var sheet: String?
    /// Field (`birth_date`) to heading. A heading that stands twice is `Heading` and `Heading#2`.
    public var columns: [String: String]
    /// The heading of the column that names each row's school, for a report over several schools.
    public var urnColumn: String?
    /// Field to words of the report to words of ours: `{"sen": {"Monitoring": "N", "": "N"}}`.
    public var values: [String: [String: String]]
    public var dateOrder: DateOrder
    public var nameOrder: NameOrder
    public var blankYear: BlankYear
    /// The first day of the classes or groups in the report.
    public var classesStart: Day?
    /// The first and the last day that the report counts, where its rows do not say so themselves.
    public var periodStarts: Day?
    public var periodEnds: Day?

    public init(kind: ReportKind, columns: [String: String], headerRow: Int? = nil, dateOrder: DateOrder = .dmy) {
        self.kind = kind
        self.columns = columns
        self.headerRow = headerRow
        self.dateOrder = dateOrder
        values = [:]
        nameOrder = .surnameFirst
        blankYear = .leaver
    }

    private enum CodingKeys: String, CodingKey {
        case kind, sheet, columns, values
        case headerRow = "header_row", urnColumn = "urn_column", dateOrder = "date_order"
        case nameOrder = "name_order", blankYear = "blank_year", classesStart = "classes_start"
        case periodStarts = "period_starts", periodEnds = "period_ends"
    }

    public init(from decoder: any Decoder) throws {
        let map = try decoder.container(keyedBy: CodingKeys.self)
        self.init(kind: try map.decode(ReportKind.self, forKey: .kind),
                  columns: try map.decode([String: String].self, forKey: .columns),
                  headerRow: try map.decodeIfPresent(Int.self, forKey: .headerRow),
                  dateOrder: try map.decodeIfPresent(DateOrder.self, forKey: .dateOrder) ?? .dmy)
        sheet = try map.decodeIfPresent(String.self, forKey: .sheet)
        urnColumn = try map.decodeIfPresent(String.self, forKey: .urnColumn)
        values = try map.decodeIfPresent([String: [String: String]].self, forKey: .values) ?? [:]
        nameOrder = try map.decodeIfPresent(NameOrder.self, forKey: .nameOrder) ?? .surnameFirst
        blankYear = try map.decodeIfPresent(BlankYear.self, forKey: .blankYear) ?? .leaver
        classesStart = try map.decodeIfPresent(Day.self, forKey: .classesStart)
        periodStarts = try map.decodeIfPresent(Day.self, forKey: .periodStarts)
        periodEnds = try map.decodeIfPresent(Day.self, forKey: .periodEnds)
    }

    /// Field to heading, with the school's column under `urn`.
    var allColumns: [String: String] {
        var all = columns
        if let urnColumn { all["urn"] = urnColumn }
        return all
    }

    /// Says all that is wrong with a map, before a file is read with it.
    public func check() throws {
        let known = Set(ReportField.fields(of: kind).map(\.key))
        var problems = Problems()
        for field in allColumns.keys.sorted() where !known.contains(field) {
            problems.add(field, "The map names a field \(quoted(field)), which a report of \(kind.rawValue) does not have. Its fields are: \(ReportField.fields(of: kind).map(\.key).joined(separator: ", ")).")
        }
        for field in values.keys.sorted() where !known.contains(field) {
            problems.add(field, "The map changes values of \(quoted(field)), which is no field of a report of \(kind.rawValue).")
        }
        problems.require(headerRow.map { $0 > 0 } ?? true, "header_row", "The row of the headings must be 1 or more.")
        for need in Self.needed(by: kind) where need.allSatisfy({ allColumns[$0] == nil }) {
            problems.add(need.first ?? "", "The map must say which column holds \(need.joined(separator: " or ")).")
        }
        if kind.countsDays { checkPeriod(&problems) }
        if kind == .marks { problems.require((allColumns["code"] == nil) == (allColumns["session"] == nil), "session", "A code needs the column that says which half-day it is: map “code” and “session” together.") }
        try problems.check()
    }

    private func checkPeriod(_ problems: inout Problems) {
        problems.require(allColumns["from"] != nil || periodStarts != nil, "period_starts", "Say the first day that the report counts, or which column holds it.")
        problems.require(allColumns["to"] != nil || periodEnds != nil, "period_ends", "Say the last day that the report counts, or which column holds it.")
        if let periodStarts, let periodEnds { problems.require(periodStarts <= periodEnds, "period_ends", "The last day comes before the first. Give a later last day.") }
    }

    /// What a report can't do without; of each group one field is enough.
    private static func needed(by kind: ReportKind) -> [[String]] {
        switch kind {
        case .pupils: [["surname", "full_name"], ["birth_date"]]
        case .staff: [["surname", "full_name"]]
        case .classes: [["name"]]
        case .groups: [["group"], ["upn", "admission_number", "mis_id"]]
        case .timetable: [["group"]]
        case .attendance: [["upn", "admission_number"], ["possible"], ["attended"]]
        case .marks: [["upn", "admission_number"], ["date"], ["am", "pm", "code"]]
        case .suspensions: [["upn", "admission_number"], ["from"]]
        case .behaviour: [["upn", "admission_number"], ["number"]]
        case .plans: [["upn", "admission_number"], ["start"], ["review_date"], ["outcome"]]
        }
    }
}
