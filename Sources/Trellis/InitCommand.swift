import ArgumentParser
import Basics
import Database
import Foundation
import People

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Makes an empty trust.",
        discussion: "EXAMPLE\n  trellis init --data ~/trellis --trust \"Larkfield Learning Trust\"")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The trust's name.", valueName: "NAME")) var trust: String

    func run() async throws {
        guard let name = trust.nonEmpty else { throw ValidationError("Give the trust's name: --trust \"Larkfield Learning Trust\"") }
        try await failing {
            let store = try await options.open()
            try await store.write(.atCommandLine()) { try $0.foundTrust(name) }
            _ = try options.keyRing()
            print("Made \(name) in \(options.data). Next, read in its schools: trellis import gias FILE --data \(options.data) --trust-id UID")
            print("The key file is \(options.keyPath). Keep a copy of it elsewhere: no backup holds it, and what it locks can't be opened without it.")
        }
    }
}

extension Act {
    /// What the operator does at the command line.
    static func atCommandLine() -> Act { Act(who: "Operator (command line)", at: .fromClock(), way: .command) }
}

/// Says what went wrong on standard error and ends with status 1.
func failing<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch let exit as ExitCode {
        throw exit
    } catch let problem as ValidationError {
        throw problem
    } catch {
        FileHandle.standardError.write(Data("trellis: \(error)\n".utf8))
        throw ExitCode(1)
    }
}
