import Basics

/// What one council asks of its schools: where papers go, how large they may be, its steps and thresholds, whom to ask.
public struct CouncilPack: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    /// Three figures.
    public var council: String
    public var office = ""
    public var email = ""
    public var phone = ""
    /// Others whom one may ask, one to a line.
    public var contacts = ""
    /// Where papers are handed in; `https` alone.
    public var portal = ""
    public var sending = ""
    /// The most for one file and for all together, in megabytes.
    public var fileMB: Int?
    public var allMB: Int?
    /// One to a line.
    public var steps = ""
    public var thresholds = ""
    /// When somebody last held it against what the council says.
    public var checkedOn: Day?
    public var changedBy = ""
    public var changedOn: Day

    public init(of council: String, on day: Day) { (self.council, changedOn) = (council, day) }

    /// After a year somebody should look whether it still holds.
    public func isOld(on day: Day) -> Bool { checkedOn.map { $0 < day.adding(years: -1) } ?? true }

    public var stepLines: [String] { Self.lines(steps) }
    public var thresholdLines: [String] { Self.lines(thresholds) }
    public var contactLines: [String] { Self.lines(contacts) }

    static func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty } }
}

/// Writes a pack down, or puts it right.
public struct KeepPack: Sendable {
    /// As it was typed, by the field's name.
    let typed: [String: String]
    let checkedOn: Day?

    static let fields = ["office", "email", "phone", "contacts", "portal", "sending", "file_mb", "all_mb", "steps", "thresholds"]
    static let mostLines = 60

    public init(_ typed: [String: String], checkedOn: Day?) { (self.typed, self.checkedOn) = (typed.mapValues(\.trimmed), checkedOn) }

    private func said(_ field: String) -> String { typed[field] ?? "" }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: CouncilPack?, of council: String, by who: String, today: Day) throws -> Change<CouncilPack> {
        var problems = Problems()
        checkTexts(&problems)
        let each = megabytes("file_mb", &problems), all = megabytes("all_mb", &problems)
        if let each, let all { problems.require(each <= all, "all_mb", "All files together can’t be smaller than one of them.") }
        problems.require(checkedOn.map { $0 <= today } ?? true, "checked_on", "This day is still to come.")
        problems.require(Self.fields.contains { !said($0).isEmpty }, "office", "Write something down first.")
        try problems.check()
        var after = before ?? CouncilPack(of: council, on: today)
        (after.office, after.email, after.phone, after.contacts) = (said("office"), said("email"), said("phone"), said("contacts"))
        (after.portal, after.sending, after.fileMB, after.allMB) = (said("portal"), said("sending"), each, all)
        (after.steps, after.thresholds, after.checkedOn) = (said("steps"), said("thresholds"), checkedOn)
        guard after != before else { return Change("councilPack.changed", from: before, to: after) }
        (after.changedBy, after.changedOn) = (who, today)
        return Change(before == nil ? "councilPack.written" : "councilPack.changed", from: before, to: after)
    }

    private func checkTexts(_ problems: inout Problems) {
        for (field, most) in [("office", 200), ("email", 200), ("phone", 100), ("contacts", 4_000), ("portal", 500), ("sending", 2_000), ("steps", 10_000), ("thresholds", 10_000)] {
            problems.require(said(field).count <= most, field, "Make this shorter: at most \(grouped(most)) letters.")
        }
        for field in ["steps", "thresholds", "contacts"] { problems.require(CouncilPack.lines(said(field)).count <= Self.mostLines, field, "These are more than \(Self.mostLines) lines. Put some together.") }
        problems.require(said("email").isEmpty || said("email").isMailAddress, "email", "This is not a mail address. Check it, or leave it empty.")
        problems.require(said("portal").isEmpty || said("portal").isSecureAddress, "portal", "Give the whole address as it stands in the browser. It begins with https://.")
    }

    private func megabytes(_ field: String, _ problems: inout Problems) -> Int? {
        if said(field).isEmpty { return nil }
        let number = Int(said(field)).flatMap { (1...1_000).contains($0) ? $0 : nil }
        problems.require(number != nil, field, "Give a whole number of megabytes from 1 to 1,000, or leave it empty.")
        return number
    }

    private func grouped(_ number: Int) -> String { number < 1_000 ? "\(number)" : "\(number / 1_000),000" }
}

extension String {
    fileprivate var isMailAddress: Bool {
        let halves = split(separator: "@", omittingEmptySubsequences: false)
        return halves.count == 2 && halves.allSatisfy { !$0.isEmpty } && halves[1].contains(".") && !contains(where: \.isWhitespace)
    }

    /// An address that a link may lead to: `https`, a host, and nothing that hides where it leads.
    var isSecureAddress: Bool {
        guard hasPrefix("https://"), !contains(where: { $0.isWhitespace || "<>\"'\\`{}".contains($0) }), utf8.allSatisfy({ (33...126).contains($0) }) else { return false }
        let host = dropFirst("https://".count).prefix { !"/?#".contains($0) }
        return host.contains(".") && !host.contains("@") && host.first != "." && host.allSatisfy { $0.isLetter || $0.isNumber || ".-:".contains($0) }
    }
}
