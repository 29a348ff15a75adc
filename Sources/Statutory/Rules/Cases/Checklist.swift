import Basics

/// One thing that a council’s form asks for.
public struct ChecklistAsk: Hashable, Sendable {
    /// Which part of the record answers it.
    public enum Source: String, Sendable, CaseIterable {
        case none = ""
        case views, cycles, provision, attendance, attainment, advice

        public var label: String {
            switch self {
            case .none: "A person says so"
            case .views: "The views on the request"
            case .cycles: "Plans with their outcomes"
            case .provision: "Provision and its minutes"
            case .attendance: "Attendance"
            case .attainment: "Results of tests"
            case .advice: "Advice of specialists"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    /// Empty for every council that has no list of its own.
    public var council: String
    public var position: Int
    public var words: String
    public var source: Source
    public var endedOn: Day?

    /// The lowest year group that it concerns, where its words begin with `From Year 9 on`; nil where it concerns all.
    public var firstYear: Int? {
        let start = words.folded.split(separator: " ").prefix(3).map { $0.filter { $0.isLetter || $0.isNumber } }
        return start.count == 3 && start[0] == "from" && start[1] == "year" ? Int(start[2]) : nil
    }

    public init(_ words: String, _ source: Source, for council: String, at position: Int) { (self.words, self.source, self.council, self.position) = (words, source, council, position) }
}

/// What was said about one thing that is asked for.
public struct ChecklistAnswer: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case here, missing, notNeeded = "not_needed"

        public var label: String {
            switch self {
            case .here: "It is here"
            case .missing: "Still missing"
            case .notNeeded: "Not needed for this pupil"
            }
        }
    }

    public var id: RowID = .new
    public var version = 1
    public var caseID: RowID
    public var ask: RowID
    public var pupil: PupilID
    public var state: State
    public var words: String

    public init(_ state: State, to ask: RowID, in held: AssessmentCase, words: String) { (self.state, self.ask, caseID, pupil, self.words) = (state, ask, held.id, held.pupil, words) }
}

/// A council’s own list, one thing to a line, with the part of the record after a bar.
public struct KeepChecklist: Sendable {
    public let lines: [(words: String, source: ChecklistAsk.Source)]

    /// - Throws: `Problems` by `asks`.
    public init(_ typed: String) throws {
        var problems = Problems()
        lines = typed.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.map { line in
            let halves = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
            let source = halves.count > 1 ? ChecklistAsk.Source(rawValue: halves[1].lowercased()) : ChecklistAsk.Source.none
            problems.require(source != nil, "asks", "“\(halves.last?.prefix(30) ?? "")” is no part of the record. After the bar write one of: \(ChecklistAsk.Source.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")).")
            problems.require(!halves[0].isEmpty && halves[0].count <= 300, "asks", "Each line needs words before the bar, at most 300 letters.")
            return (halves[0], source ?? .none)
        }
        problems.require(Set(lines.map(\.words.folded)).count == lines.count, "asks", "The same words stand there twice. Keep each line once.")
        problems.require(!lines.isEmpty && lines.count <= 60, "asks", "Write between 1 and 60 lines.")
        try problems.check()
    }
}
