import Basics

/// What becomes of one row of a file.
public enum ImportOutcome: String, Sendable, CaseIterable {
    case new, changed, unchanged, conflict, twin, refused

    public var label: String {
        switch self {
        case .new: "New"
        case .changed: "Changed"
        case .unchanged: "The same"
        case .conflict: "Conflict"
        case .twin: "Same child?"
        case .refused: "Refused"
        }
    }
}

/// One fact that differs between the record and the file.
public struct Difference: Sendable, Equatable {
    public let label: String
    public let old: String
    public let new: String

    public init(_ label: String, _ old: String, _ new: String) {
        self.label = label
        self.old = old
        self.new = new
    }
}

/// One row of the preview.
public struct ImportLine: Sendable, Equatable {
    public let row: Int
    public let name: String
    public let outcome: ImportOutcome
    public let differences: [Difference]
    /// Why it is a conflict, a likely twin or refused.
    public let reason: String
    /// The pupil of the record, where the row is about one.
    public let pupil: PupilID?

    public init(row: Int, name: String, pupil: PupilID? = nil, outcome: ImportOutcome, differences: [Difference] = [], reason: String = "") {
        self.row = row
        self.name = name
        self.outcome = outcome
        self.differences = differences
        self.reason = reason
        self.pupil = pupil
    }
}

/// What an import does, or would do: numbers that add up, and the rows that matter.
public struct ImportReport: Sendable {
    /// More rows than a person reads; the numbers still count them all.
    public static let linesKept = 1_000

    public private(set) var counts: [ImportOutcome: Int] = [:]
    public private(set) var lines: [ImportLine] = []
    public var problems: [IncomingProblem] = []
    public var notes: [String] = []

    public init() {}

    public func count(_ outcome: ImportOutcome) -> Int { counts[outcome] ?? 0 }

    /// Conflicts and likely twins: what is left as it is until a person decides.
    public var open: Int { count(.conflict) + count(.twin) }

    public mutating func add(_ line: ImportLine) {
        counts[line.outcome, default: 0] += 1
        if line.outcome == .conflict || line.outcome == .twin {
            problems.append(IncomingProblem(row: line.row, field: "", message: line.reason, effect: .warning))
        }
        if line.outcome != .unchanged, lines.count < Self.linesKept { lines.append(line) }
    }

    /// Takes over what the reader of the file says of rows that never became a pupil.
    public mutating func add(_ summary: IncomingSummary) {
        counts[.refused, default: 0] += summary.refused
        problems += summary.problems
        if summary.problemsNotListed > 0 { notes.append("\(summary.problemsNotListed) more problems are not listed.") }
        notes += summary.notes
        for (path, times) in summary.unread.sorted(by: { $0.key < $1.key }) {
            notes.append("\(path) came \(times == 1 ? "once" : "\(times) times") and is not read by Trellis.")
        }
        for problem in summary.problems where problem.effect == .rowRefused && lines.count < Self.linesKept {
            lines.append(ImportLine(row: problem.row ?? 0, name: "", outcome: .refused, reason: problem.message))
        }
    }
}

extension ImportReport {
    mutating func merge(_ outcome: ImportOutcome, _ number: Int) { counts[outcome, default: 0] += number }
    mutating func merge(_ more: [ImportLine]) { lines += more.prefix(max(0, Self.linesKept - lines.count)) }
}
