import Basics

/// How a school, or the whole trust, deals with concerns.
public struct ConcernSetting: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// Nil for the trust.
    public var school: SchoolID?
    /// Within how many school days a concern is decided; nil where the trust's holds.
    public var targetDays: Int?
    /// One line for each thing that colleagues are asked about; empty where the trust's holds.
    public var checklist = ""

    /// Where nobody has set anything.
    public static let usualDays = 10
    public static let usualChecklist = [
        "Follows what is said to the whole class", "Joins in and answers", "Reads what the lesson asks for", "Writes what the lesson asks for",
        "Works with numbers as the lesson asks", "Begins and goes on without being told again", "Manages noise, change and waiting",
        "Gets on with others", "Seems calm and well", "Comes to the lesson, on time and ready",
    ].joined(separator: "\n")
}

/// What holds at one school: its own setting, else the trust's, else the usual one.
public struct ConcernSettings: Sendable {
    public let school: ConcernSetting?
    public let trust: ConcernSetting?

    public init(school: ConcernSetting?, trust: ConcernSetting?) { (self.school, self.trust) = (school, trust) }

    public var targetDays: Int { school?.targetDays ?? trust?.targetDays ?? ConcernSetting.usualDays }
    public var checklist: String { school?.checklist.nonEmpty ?? trust?.checklist.nonEmpty ?? ConcernSetting.usualChecklist }
}

/// Sets within how many school days a concern is decided, and what colleagues are asked.
public struct SetConcernRules: Sendable {
    public let targetDays: String
    public let checklist: String

    public init(targetDays: String, checklist: String) { (self.targetDays, self.checklist) = (targetDays.trimmed, checklist) }

    /// - Parameter before: the setting that stands.
    public func applied(to before: ConcernSetting?, of school: SchoolID?) throws -> Change<ConcernSetting> {
        var problems = Problems()
        let days = Int(targetDays), lines = Self.lines(checklist)
        problems.require(targetDays.isEmpty || days.map { (1...60).contains($0) } ?? false, "target_days", "Give a number from 1 to 60, or leave it empty.")
        problems.require(lines.count <= 25, "checklist", "These are \(lines.count) lines. Nobody answers more than 25 in a few minutes: leave some out.")
        problems.require(lines.allSatisfy { $0.count <= 120 }, "checklist", "One line is longer than 120 letters. Make it shorter.")
        try problems.check()
        var after = before ?? ConcernSetting(id: .new, school: school)
        (after.targetDays, after.checklist) = (days, lines.joined(separator: "\n"))
        return Change("concern_setting.changed", from: before, to: after)
    }

    /// The lines of a checklist without blank ones and without the same twice.
    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).reduce(into: []) { lines, line in
            if let line = String(line).nonEmpty, !lines.contains(line) { lines.append(line) }
        }
    }
}
