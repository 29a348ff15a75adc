import AreaKit
import ArgumentParser
import Basics
import Database
import Files
import Foundation
import Privacy

struct SubjectAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject-access", abstract: "Gathers all that is kept about a child or an adult, for the data protection officer.",
        discussion: """
            Nothing is decided or blacked out in it. Only the data protection officer releases a copy, on the page “Data protection”.
            Written are subject-access.json, subject-access.html and, where WeasyPrint is installed, subject-access.pdf.

            EXAMPLE
              trellis subject-access A999100121005 -o for-the-officer --data ~/trellis
              trellis subject-access grace.obi@example.org -o for-the-officer --data ~/trellis
            """)

    @Argument(help: ArgumentHelp("A pupil's UPN, or an adult's mail address.", valueName: "UPN|EMAIL")) var who: String
    @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write; it must not be there yet.", valueName: "FOLDER")) var output: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        if FileManager.default.fileExists(atPath: output) { throw ValidationError("\(output) is there already. Name a folder that is not.") }
        try await failing {
            let store = try await options.openTrust(), who = who, now = Instant.fromClock(), areas = Program.areas()
            let found: Gathering? = try await store.read { reader in
                guard let subject = try reader.dataSubject(who) else { return nil }
                return try reader.gather(subject, about: who, from: areas, at: now)
            }
            guard let found, found.entries > 0 else { throw FileRefusal("Nothing is kept here about \(who). Check the UPN or the mail address.") }
            try write(found)
            print("\(count(found.entries, "entry", "entries")) about \(who) in \(output). For the data protection officer alone: decide there what is given.")
            try await writePDF(found)
        }
    }

    private func write(_ found: Gathering) throws {
        try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (name, bytes) in [("subject-access.json", Array(found.json.utf8)), ("subject-access.html", found.document)] { try keep(bytes, name) }
    }

    private func writePDF(_ found: Gathering) async throws {
        do {
            try keep(try await PrintedPDF.made(of: found.document), "subject-access.pdf")
        } catch let refusal as FileRefusal {
            print(refusal.description)
        }
    }

    private func keep(_ bytes: [UInt8], _ name: String) throws {
        guard FileManager.default.createFile(atPath: output + "/" + name, contents: Data(bytes), attributes: [.posixPermissions: 0o600]) else {
            throw FileRefusal("\(output)/\(name) can't be written.")
        }
    }
}
