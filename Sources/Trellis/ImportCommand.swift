import Access
import ArgumentParser
import Basics
import Database
import Foundation
import Pages
import People

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads files in: schools from GIAS, transfer files, the school census, reports; or takes an import back.",
        discussion: """
            EXAMPLE
              trellis import ctf 9991001_CTF_9991001_001.xml --data ~/trellis --school 999001 --dry-run
            """,
        subcommands: [GIAS.self, CTF.self, Census.self, CSV.self, Undo.self])

    struct GIAS: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "gias", abstract: "Takes the trust's schools from the list of all schools (edubasealldata…csv).",
            discussion: "The trust's number is the group UID in GIAS.\n\nEXAMPLE\n  trellis import gias edubasealldata20261101.csv --data ~/trellis --trust-id 99999")

        @Argument(help: "The file.") var file: String
        @OptionGroup var options: DataOptions
        @Option(name: .long, help: ArgumentHelp("The trust's group UID.", valueName: "UID")) var trustId: String?
        @Option(name: .long, parsing: .upToNextOption, help: ArgumentHelp("Schools by their URN.", valueName: "URN")) var urn: [String] = []
        @OptionGroup var asking: ImportOptions

        func validate() throws {
            if trustId == nil, urn.isEmpty { throw ValidationError("Say which schools: --trust-id UID, or --urn URN for each school.") }
        }

        func run() async throws {
            try await importing([file], options, asking, school: nil) { _ in .schools(trustUID: trustId, urns: Set(urn)) }
        }
    }

    struct CTF: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ctf", abstract: "Reads common transfer files (versions 17 to 26).",
            discussion: "EXAMPLE\n  trellis import ctf 9991001_CTF_9991001_001.xml --data ~/trellis --school 999001")

        @Argument(help: "The files.") var files: [String]
        @OptionGroup var options: DataOptions
        @Option(name: .long, help: ArgumentHelp("The school the file is for.", valueName: "URN")) var school: String
        @OptionGroup var asking: ImportOptions

        func run() async throws { try await importing(files, options, asking, school: school) { _ in .ctf } }
    }

    struct Census: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "census", abstract: "Reads school census returns as COLLECT takes them.",
            discussion: "EXAMPLE\n  trellis import census census-spring-2027.xml --data ~/trellis --school 999001")

        @Argument(help: "The files.") var files: [String]
        @OptionGroup var options: DataOptions
        @Option(name: .long, help: ArgumentHelp("The school the file is for.", valueName: "URN")) var school: String
        @OptionGroup var asking: ImportOptions

        func run() async throws { try await importing(files, options, asking, school: school) { _ in .census } }
    }

    struct CSV: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "csv", abstract: "Reads a report of the school's own system: .csv, .tsv or .xlsx.",
            discussion: "MAP.json says which column holds what: docs/map-json.md.\n\nEXAMPLE\n  trellis import csv pupils.xlsx --data ~/trellis --school 999001 --map pupils.json --dry-run")

        @Argument(help: "The file.") var file: String
        @OptionGroup var options: DataOptions
        @Option(name: .long, help: ArgumentHelp("The school the file is for; without it the map names the column with the URN.", valueName: "URN")) var school: String?
        @Option(name: .long, help: ArgumentHelp("pupils, staff, classes, groups, timetable, attendance, marks, suspensions, behaviour or plans; otherwise the map says.", valueName: "KIND")) var kind: ReportKind?
        @Option(name: .long, help: ArgumentHelp("The map of the report's columns.", valueName: "MAP.json")) var map: String
        @OptionGroup var asking: ImportOptions

        func run() async throws {
            let map = try readMap()
            if school == nil, map.urnColumn == nil, map.columns["urn"] == nil {
                throw ValidationError("Say which school the file is for with --school URN, or name the column with the URN in the map.")
            }
            try await importing([file], options, asking, school: school) { _ in .report(map) }
        }

        private func readMap() throws -> ReportMap {
            guard let bytes = FileManager.default.contents(atPath: map) else { throw ValidationError("There is no file \(map).") }
            do {
                var read = try JSONDecoder().decode(ReportMap.self, from: bytes)
                if let kind { read.kind = kind }
                try read.check()
                return read
            } catch let error as DecodingError {
                throw ValidationError("\(map) can't be read as a map: \(error.words). docs/map-json.md says what it looks like.")
            } catch let problems as Problems {
                throw ValidationError("\(map): \(problems)")
            }
        }
    }

    struct Undo: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Takes an import back, as long as nothing later stands on it.",
            discussion: "EXAMPLE\n  trellis import undo 12 --data ~/trellis")

        @Argument(help: "The number of the receipt.") var receipt: Int
        @OptionGroup var options: DataOptions

        func run() async throws {
            try await failing {
                let store = try await options.openTrust()
                do {
                    try await store.undoImport(ReceiptID(receipt), as: .operator, .atCommandLine())
                } catch is NotFound {
                    throw StoreProblem.failed("there is no receipt \(receipt).")
                }
                print("Import \(receipt) was taken back.")
            }
        }
    }
}

extension ReportKind: ExpressibleByArgument {}
