import AreaKit
import ArgumentParser
import Basics

struct APICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api", abstract: "What other programs can ask of Trellis.", subcommands: [DescribeAPICommand.self])
}

struct DescribeAPICommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Prints the API as OpenAPI 3.1.", discussion: "EXAMPLE\n  trellis api describe > openapi.json")

    func run() throws { print(APIDescription(Program.areas().flatMap(\.apiRoutes)).json.text) }
}
