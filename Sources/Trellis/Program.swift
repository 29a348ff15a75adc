import ArgumentParser

/// The one word that people type.
@main
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
        subcommands: [InitCommand.self, ServeCommand.self, ImportCommand.self, BackupCommand.self, RestoreCommand.self, CheckCommand.self,
                      DemoCommand.self, RegisterCommand.self])
}
