import Access
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import People

struct ExportTrailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes every change and every sight of some days to a file, about everybody or one pupil.",
        discussion: """
            For a data protection officer. It says what was changed, not what stood there. About one pupil it names no other.
            The export itself is a sight, and stands in the trail.

            EXAMPLE
              trellis trail export --data ~/trellis --from 2026-09-01 --to 2026-11-30 --pupil A999101026001 -o trail.csv
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The first day, such as 2026-09-01; otherwise the beginning.", valueName: "DATE"), transform: day) var from: Day?
    @Option(name: .long, help: ArgumentHelp("The last day; otherwise today.", valueName: "DATE"), transform: day) var to: Day?
    @Option(name: .long, help: ArgumentHelp("Only what is about the pupil with this number.", valueName: "UPN")) var pupil: String?
    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write: FILE.csv or FILE.json. It must not be there yet.", valueName: "FILE")) var output: String

    private var path: String { (output as NSString).expandingTildeInPath }

    func validate() throws {
        if TrailFile.Format(path: path) == nil { throw ValidationError("The file is a .csv or a .json. Say for instance: -o trail.csv") }
        if FileManager.default.fileExists(atPath: path) { throw ValidationError("\(output) is there already. Name a file that is not.") }
        if let from, let to, to < from { throw ValidationError("--to is before --from. Give the earlier day to --from.") }
    }

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), act = Act.atCommandLine()
            let days = (from ?? .distantPast)...max(to ?? act.today, from ?? .distantPast), upn = pupil, path = path
            let written = try await store.read { reader in
                let pupil = try upn.map { try Self.pupil($0, reader) }
                return try TrailFile(path).write(days, of: pupil, reader)
            }
            await note(written.pupils, act, store)
            print("\(output): \(count(written.changes, "change")) and \(count(written.sights, "sight")).")
        }
    }

    private static func pupil(_ upn: String, _ reader: Reader) throws -> PupilID {
        guard let pupil = try reader.all(Pupil.self, "WHERE upn = \(UniquePupilNumber(upn).text)").first else {
            throw FileRefusal("No pupil here has that UPN. It stands on the pupil's page.")
        }
        return pupil.id
    }

    private func note(_ pupils: Set<PupilID>, _ act: Act, _ store: Store) async {
        let log = SightLog(store)
        log.note(Sighting(
            who: act.who, account: nil, at: act.at, origin: act.origin, way: .command, page: "trellis trail export",
            purpose: "Export of the trail", pupils: pupils.sorted()))
        await log.flush()
    }
}
