import Access
import AreaKit
import ArgumentParser
import Basics
import Database
import Oversight
import People

struct GapsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps", abstract: "Lists what the safety net finds, without names.",
        discussion: "What a person has put off or called right is left out.\n\nEXAMPLE\n  trellis gaps --data ~/trellis --school 999001\n  trellis gaps --data ~/trellis --json")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("Only this school.", valueName: "URN")) var school: String?
    @Flag(name: .long, help: "As JSON: a list of rule, urn, upn, since, message, next.") var json = false

    func run() async throws {
        try await failing {
            let store = try await options.openTrust()
            let net = SafetyNet(rules: Program.areas().flatMap(\.safetyRules))
            let today = Instant.fromClock().dayInEngland, urn = school
            let lines = try await store.read { reader in
                let school = try urn.map { try Self.school($0, reader) }
                return try net.open(SafetyQuestion(viewer: .operator, school: school, day: today), reader)
            }
            print(json ? JSON.list(lines.map { $0.finding.json(of: $0.rule) }).text : Self.table(lines))
        }
    }

    static func school(_ urn: String, _ reader: Reader) throws -> SchoolID {
        guard let school = try reader.school(urn: urn) else {
            throw ValidationError("No school here has the URN \(urn). Read in the trust's schools with: trellis import gias")
        }
        return school.id
    }

    private static func table(_ lines: [(rule: SafetyRule, finding: Finding)]) -> String {
        if lines.isEmpty { return "Nothing is missed, as far as the safety net can tell." }
        let gaps = lines.filter { $0.rule.kind == .gap }.count
        let rows = lines.map { rule, finding in
            [padded(rule.id, 24), padded(finding.urn, 7), padded(finding.upn, 14), padded(finding.since?.description ?? "", 11), finding.message].joined(separator: " ")
        }
        let head = [padded("rule", 24), padded("school", 7), padded("UPN", 14), padded("since", 11), "what"].joined(separator: " ")
        return ([head] + rows + ["", "\(count(gaps, "gap")) to mend, \(count(lines.count - gaps, "thing")) to check"]).joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
}
