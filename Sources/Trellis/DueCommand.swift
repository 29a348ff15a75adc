import Access
import ArgumentParser
import Basics
import Database
import People
import Statutory

struct DueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Lists what is late and due next by law, without names.",
        discussion: "Each day with its source: why, see docs/statutory.md.\n\nEXAMPLE\n  trellis due --data ~/trellis\n  trellis due --data ~/trellis --school 999001 --days 14 --owner la --json")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("Only this school.", valueName: "URN")) var school: String?
    @Option(name: .long, help: ArgumentHelp("How many days ahead.", valueName: "N")) var days = 30
    @Option(name: .long, help: ArgumentHelp("Only what the school or the council owes: school or la.", valueName: "WHO")) var owner: Owner?
    @Flag(name: .long, help: "As JSON: a list of objects with id, urn, upn, what, owner, from, due, late_days, basis, force, citation, mark, note and more.") var json = false

    enum Owner: String, ExpressibleByArgument, CaseIterable { case school, la }

    func validate() throws {
        if !(0...3_660).contains(days) { throw ValidationError("--days: give a number from 0 to 3660.") }
    }

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), today = Instant.fromClock().dayInEngland, (urn, days, owner) = (school, days, owner)
            try await store.raiseDuties(now: .fromClock())
            let lines = try await store.read { reader in
                let school = try urn.map { try GapsCommand.school($0, reader) }
                return try reader.openDuties(.next(days, from: today, school: school, owner: owner.flatMap { DutyOwner(rawValue: $0.rawValue) }), for: .operator, on: today)
            }
            print(json ? JSON.list(lines.map { $0.json(on: today) }).text : Self.table(lines, today))
        }
    }

    private static func table(_ lines: [DutyLine], _ today: Day) -> String {
        if lines.isEmpty { return "Nothing is due in that time." }
        let rows = lines.map { line in
            let owed = line.owed, standing = line.isExcused ? "excused" : owed.isEstimated ? "estimated" : owed.isConditional ? "if so" : owed.standing(today: today).words
            return [padded(owed.dueOn.description, 11), padded(standing, 14), padded(owed.owner.label, 7), padded(line.urn, 7), padded(line.upn, 14), padded(owed.rule, 6), owed.what].joined(separator: " ")
        }
        let head = [padded("last day", 11), padded("standing", 14), padded("who", 7), padded("school", 7), padded("UPN", 14), padded("rule", 6), "what"].joined(separator: " ")
        return ([head] + rows).joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
