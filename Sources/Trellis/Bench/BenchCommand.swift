import ArgumentParser
import Foundation

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures speed and size on a demonstration trust of 39 schools, with its baseline in the same run.",
        discussion: "PostgreSQL is measured beside SQLite where TRELLIS_BENCH_POSTGRES holds an address. On SQLite the trust is kept for the next run, for as long as seed and migrations are the same.\n\nEXAMPLE\n  ./trellis bench")

    @Option(name: .long, help: ArgumentHelp("A folder to work in; it is removed afterwards.", valueName: "DIR")) var work: String?
    @Option(name: .long, help: ArgumentHelp("How long each page is asked for.", valueName: "SECONDS")) var seconds = 4
    @Flag(name: .long, help: "Measure pages only, not imports, the safety net over the trust and the server’s start.") var pages = false

    @Flag(name: .long, help: "Make the trust anew, and not take the one that an earlier run kept.") var fresh = false

    func run() async throws {
        try await failing {
            if let work, FileManager.default.fileExists(atPath: work) { throw ValidationError("\(work) is there already. Name a folder that is not: it is removed afterwards.") }
            let folder = work ?? NSTemporaryDirectory() + "trellis-bench-\(ProcessInfo.processInfo.processIdentifier)"
            defer { try? FileManager.default.removeItem(atPath: folder) }
            var bench = Bench(folder: folder, seconds: seconds, pagesOnly: pages, isFresh: fresh)
            try await bench.run()
            print(bench.table)
        }
    }
}
