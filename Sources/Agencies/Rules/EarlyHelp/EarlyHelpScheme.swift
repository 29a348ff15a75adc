import Basics

/// How one council runs early help: its names, its form, its steps.
///
/// Early Help Assessment, CAF, Team around the Family, Family Help: each council has its own, and none of it is law. So all of it
/// is data that a trust writes down and checks locally; Trellis knows no council's scheme of its own.
public struct EarlyHelpScheme: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    /// Three figures of the council.
    public var laCode: String
    /// What the council calls the whole, such as Family Help.
    public var name: String
    /// What it calls the written assessment.
    public var assessment = ""
    /// What it calls the meeting of all who help.
    public var meeting = ""
    /// Its steps in their order.
    public var steps: [Step]
    public var form = "", threshold = "", website = "", email = "", phone = "", note = ""
    /// After how many days the next meeting is; nil where the council says nothing.
    public var reviewDays: Int?
    /// When somebody last asked the council whether all this is still so.
    public var checkedOn: Day?
    /// The last day on which one could begin by it.
    public var ends: Day?
    public var endedBecause = ""

    public init(laCode: String, name: String, steps: [Step]) { (self.laCode, self.name, self.steps) = (laCode, name, steps) }

    public func isOpen(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }

    /// One step of a council's way.
    public struct Step: Hashable, Sendable {
        public var name: String
        /// Within how many days of the beginning; nil where the council names none.
        public var days: Int?

        public init(_ name: String, within days: Int? = nil) { (self.name, self.days) = (name, days) }
    }

    /// What is done where nobody has written down the council's own steps: the parts that all schemes have.
    public static let usualSteps = [Step("Write the assessment with the family"), Step("Hold the first meeting"), Step("Write the plan and share it with all who help")]
    /// What it is called where nobody has written down the council's own name.
    public static let usualName = "Early help"
    public static let usualMeeting = "Meeting of all who help"
}

extension EarlyHelpScheme.Step {
    /// As it stands in a box, one to a line: `Write the assessment | 30`.
    public var line: String { days.map { "\(name) | \($0)" } ?? name }

    /// The steps of a text, one to a line; empty lines are left out.
    /// - Throws: `Problems` by the field `steps`, with the line that can't be read.
    public static func steps(of text: String) throws -> [Self] {
        try text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }.map { line in
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
            let days = parts.count > 1 ? Int(parts[1]) : nil
            guard parts.count <= 2, !parts[0].isEmpty, parts[0].count <= 120, parts.count == 1 || days.map((0...400).contains) ?? false else {
                throw Problems("steps", "“\(line.prefix(60))” can’t be read. Write the step in at most 120 letters; if there is a number of days, write it behind one bar, such as: Write the assessment | 30.")
            }
            return Self(parts[0], within: days)
        }
    }
}
