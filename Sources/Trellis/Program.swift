import ArgumentParser
import Foundation

/// Runs the command that was typed. Status 0: done. 1: it could not be done. 2: wrong use.
@main
enum Start {
    static func main() async {
        do {
            var command = try Program.parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand { try await waiting.run() } else { try command.run() }
        } catch {
            guard Program.exitCode(for: error) == .validationFailure else { Program.exit(withError: error) }
            FileHandle.standardError.write(Data((Program.fullMessage(for: error) + "\n").utf8))
            exit(2)
        }
    }
}

/// The one word that people type.
struct Program: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trellis",
        abstract: "Runs a school trust's work for pupils with special educational needs and disabilities.",
        discussion: """
            EXAMPLE
              trellis init --data ~/trellis --trust "Larkfield Learning Trust"
              trellis import gias edubasealldata20261101.csv --data ~/trellis --trust-id 99999
              trellis import ctf 9991001_CTF_9991001_001.xml --data ~/trellis --school 999001
              trellis serve --data ~/trellis
            """,
        subcommands: [
            InitCommand.self, ImportCommand.self, RegisterCommand.self, GapsCommand.self, ServeCommand.self,
            ExportCommand.self, PlanCommand.self, BackupCommand.self, RestoreCommand.self, SubjectAccessCommand.self, RetentionCommand.self, CheckCommand.self,
            TrailCommand.self, KeyCommand.self, TokenCommand.self, APICommand.self, DemoCommand.self, BenchCommand.self,
            ImpactCommand.self, DatesCommand.self, DueCommand.self, AccountCommand.self, MailCommand.self, ProviderCommand.self,
        ])
}
