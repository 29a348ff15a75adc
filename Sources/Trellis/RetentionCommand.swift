import ArgumentParser
import Basics
import Database
import Privacy

struct RetentionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Lists how many pupils' records have been kept long enough, without names.",
        discussion: "Two people dispose of them, on the page “Data protection”.\n\nEXAMPLE\n  trellis retention --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), today = Instant.fromClock().dayInEngland
            for line in try await store.read({ try $0.recordsDue(on: today) }) {
                print("\(line.record.rawValue): \(count(line.due, "pupil")) due, \(line.held) held back (\(line.rule))")
            }
            if let sights = try await store.read({ try $0.dueSights(on: today) }) { print("sight: all before \(sights.before) due") }
        }
    }
}
