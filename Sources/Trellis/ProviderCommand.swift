import Accounts
import Access
import ArgumentParser
import Basics
import Database
import Foundation
import People

struct ProviderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provider", abstract: "Keeps the other systems with which people sign in.",
        discussion: """
            EXAMPLE
              trellis provider add --data ~/trellis --name Microsoft --client-id 0000 --domain elm.example.org \\
                --issuer https://login.microsoftonline.com/TENANT/v2.0 < secret.txt
              trellis provider rule --data ~/trellis --provider Microsoft --domain elm.example.org --group sencos --role senco --school 999001
            """,
        subcommands: [AddProvider.self, AddProviderRule.self, RenewProviderSecret.self, ListProviders.self])
}

struct AddProvider: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds a system; its client secret is read from standard input, so that no list of commands shows it.")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("What stands on the button.", valueName: "NAME")) var name: String
    @Option(name: .long, help: ArgumentHelp("The issuer, as the system writes it.", valueName: "URL")) var issuer: String
    @Option(name: .long, help: ArgumentHelp("The client ID that the system shows.", valueName: "ID")) var clientID: String
    @Option(name: .long, help: ArgumentHelp("A mail domain of your people; may come more than once.", valueName: "DOMAIN")) var domain: [String]
    @Flag(name: .long, help: "The system asks everybody for a second factor itself.") var asksSecondFactor = false

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), keys = try options.keyRing(), secret = readLine() ?? ""
            let adding = AddSignInProvider(name: name, issuer: issuer, clientID: clientID, domains: domain.joined(separator: " "), asksSecondFactor: asksSecondFactor)
            let provider = try await store.write(.atCommandLine()) { try $0.add(adding, secret: secret, keys) }
            print("Added \(provider.name). Give it this redirect URI: the address of Trellis, then /sign-in/callback")
        }
    }
}

struct AddProviderRule: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "rule", abstract: "Says who gets an account when they come through a system.")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The system's name.", valueName: "NAME")) var provider: String
    @Option(name: .long, help: ArgumentHelp("One of its mail domains.", valueName: "DOMAIN")) var domain: String
    @Option(name: .long, help: ArgumentHelp("A group, as the system sends it; without it, everybody of the domain.", valueName: "GROUP")) var group = ""
    @Option(name: .long, help: ArgumentHelp("The role, such as senco or head.", valueName: "ROLE")) var role: String
    @Option(name: .long, help: ArgumentHelp("The school's URN, where the role is played in one.", valueName: "URN")) var school: String?

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), act = Act.atCommandLine()
            try await store.write(act) { [self] writer in
                let found = try writer.provider(named: provider, on: act.today)
                let place = try school.map { urn in try writer.schools(for: .operator).first { $0.urn == urn }?.id ?? { throw StoreProblem.failed("There is no school with the URN \(urn).") }() }
                let adding = AddSignInRule(domain: domain, group: group, role: role, school: place)
                try writer.add(adding, to: found.id, by: RoleGiver(.operator), on: act.today)
            }
            print("Added the rule.")
        }
    }
}

struct RenewProviderSecret: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secret", abstract: "Keeps a new client secret of a system, read from standard input, in the place of the one that runs out.")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The system's name.", valueName: "NAME")) var provider: String

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), keys = try options.keyRing(), secret = readLine() ?? "", act = Act.atCommandLine(), name = provider
            try await store.write(act) { try $0.renew(secret, of: $0.provider(named: name, on: act.today), keys) }
            print("Kept the new secret of \(name).")
        }
    }
}

extension Reader {
    fileprivate func provider(named name: String, on day: Day) throws -> SignInProvider {
        guard let found = try signInProviders(on: day).first(where: { $0.name == name }) else { throw StoreProblem.failed("There is no system called \(name). See: trellis provider list") }
        return found
    }
}

struct ListProviders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Shows the systems.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let list = try await options.openTrust().read { try $0.signInProviders(on: Instant.fromClock().dayInEngland) }
            for provider in list { print("\(provider.name)\t\(provider.issuer)\t\(provider.domains.joined(separator: " "))") }
        }
    }
}
