import Access
import AreaKit
import ArgumentParser
import Basics
import Database
import Foundation
import People

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Makes a demonstration trust of invented people and serves it.",
        discussion: "EXAMPLE\n  ./trellis demo")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("standard (12 schools), large (39) or small (3).", valueName: "SHAPE")) var shape = "standard"
    @Option(name: .long, help: ArgumentHelp("The port on 127.0.0.1; 0 takes any free one.", valueName: "N")) var port = 8642
    @Flag(name: .long, help: "Make the trust and stop.") var noServe = false

    func run() async throws {
        guard let shape = DemonstrationShape(named: shape) else { throw ValidationError("The shape is standard, large or small.") }
        try await failing {
            let store = try await options.open()
            _ = try options.keyRing()
            if try await store.read({ try $0.trustName() }) == nil { try await Demonstration(store: store, folder: options.folder).make(shape) }
            if !noServe { try await Serving(options.premises(store, isDemonstration: true), port: port).run() }
        }
    }
}

/// Makes the demonstration trust: its files are read in by the importer that users use.
struct Demonstration: Sendable {
    let store: Store
    let folder: DataFolder

    /// The day on which the demonstration trust was last touched.
    static let today = Day(2026, 11, 20) ?? .distantPast

    func make(_ shape: DemonstrationShape) async throws {
        say("Making the demonstration trust. All people in it are invented.")
        let trust = DemonstrationTrust(shape: shape, seed: 2026, today: Self.today)
        let files = try trust.write(to: folder.path + "/demonstration-files")
        try await store.write(act(Self.today)) { try $0.foundTrust(files.trustName) }
        try await read(.schools(trustUID: files.trustUID, urns: []), files.gias, nil)
        for (place, school) in files.schools.enumerated() {
            let id = try await schoolNamed(school.urn, store)
            try await read(.ctf, school.transferFile, id)
            try await read(.census, school.census, id)
            for report in school.reports {
                let map = try JSONDecoder().decode(ReportMap.self, from: Data(contentsOf: URL(filePath: report.map)))
                try await read(.report(map), report.file, id)
            }
            say("  \(place + 1) of \(files.schools.count) schools read in")
        }
        let chapters = Program.areas().flatMap(\.chapters)
        for chapter in chapters { try await chapter.tell(store, Self.today) }
        try files.add(try await store.read { reader in try chapters.flatMap { try $0.planted(reader, Self.today) } })
    }

    private func read(_ kind: ImportRequest.Kind, _ path: String, _ school: SchoolID?) async throws {
        let request = ImportRequest(kind, path: path, name: URL(filePath: path).lastPathComponent, school: school)
        _ = try await store.importFile(request, as: .operator, act(Self.today), dryRun: false)
    }

    private func act(_ day: Day) -> Act {
        Act(who: "Dev Patel (Data manager)", at: Instant(day, hour: 9), way: .demonstration)
    }

    private func say(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }
}
