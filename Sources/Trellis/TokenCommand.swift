import Access
import Accounts
import ArgumentParser
import Basics
import Database
import Foundation
import People

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Makes, lists and ends tokens with which other programs ask on behalf of a person.",
        discussion: "EXAMPLE\n  trellis token make --data ~/trellis --account amira.khan@example.org --name \"Nightly copy\" --scope register.read",
        subcommands: [MakeTokenCommand.self, ListTokensCommand.self, EndTokenCommand.self])
}

struct MakeTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Makes a token and prints it. Nobody can look it up again.",
        discussion: """
            It sees and does no more than the person whose account it is. Scopes: \(TokenScope.allCases.map { "\($0.rawValue) (\($0.label))" }.joined(separator: ", ")).

            EXAMPLE
              trellis token make --data ~/trellis --account amira.khan@example.org --name "Nightly copy" --scope register.read --days 30
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The mail address of the account it acts for.", valueName: "MAIL")) var account: String
    @Option(name: .long, help: ArgumentHelp("What it is for, in a few words.", valueName: "WORDS")) var name: String
    @Option(name: .long, help: ArgumentHelp("What it may be used for; give it again for more.", valueName: "SCOPE")) var scope: [String]
    @Option(name: .long, help: ArgumentHelp("Only the school with this URN.", valueName: "URN")) var school: String?
    @Option(name: .long, help: ArgumentHelp("How many days it is good, at most \(MakeToken.mostDays).", valueName: "N")) var days = MakeToken.usualDays

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), place = try await schoolNamed(school, store)
            let making = MakeToken(name: name, scopes: scope, school: place, days: days), mail = account
            let made = try await store.write(.atCommandLine()) { writer in
                guard let account = try writer.account(email: mail) else { throw Problems("account", "No account has the mail address \(mail).") }
                return try writer.make(making, for: account.id)
            }
            FileHandle.standardError.write(Data("Token \(made.token.id), good until \(made.token.expiresAt.dayInEngland.inWords):\n".utf8))
            print(made.secret.text)
        }
    }
}

struct ListTokensCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the tokens that are good.", discussion: "EXAMPLE\n  trellis token list --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), now = Instant.fromClock()
            let lines = try await store.read { reader in
                try reader.tokens().filter { $0.token.isGood(at: now) }.map { token, used in
                    let owner = try reader.one(token.account, of: Account.self)?.email ?? ""
                    return "\(token.id)  \(owner)  \(token.name)  \(token.scopes.joined(separator: ","))  until \(token.expiresAt.dayInEngland)  last used \(used?.description ?? "never")"
                }
            }
            print(lines.isEmpty ? "There are no tokens." : lines.joined(separator: "\n"))
        }
    }
}

struct EndTokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end", abstract: "Ends a token at once.", discussion: "EXAMPLE\n  trellis token end 3 --data ~/trellis")

    @OptionGroup var options: DataOptions
    @Argument(help: ArgumentHelp("The token's number, as the list shows it.", valueName: "NUMBER")) var number: Int

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), id = RowID(number)
            try await store.write(.atCommandLine()) { writer in
                guard let token = try writer.one(id, of: ProgramToken.self) else { throw Problems("", "There is no token \(id). See them with: trellis token list") }
                try writer.end(token)
            }
            print("Token \(id) has ended.")
        }
    }
}
