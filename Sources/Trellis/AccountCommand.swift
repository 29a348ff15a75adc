import Access
import Accounts
import ArgumentParser
import Basics
import Database
import Pages
import People

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Invites people, shows who may sign in, and ends access.",
        discussion: """
            The first person of a trust is invited here; they invite the others in their browser.

            EXAMPLE
              trellis account invite --data ~/trellis --name "Farah Aziz" --email farah.aziz@example.org --role administrator
            """,
        subcommands: [InviteAccountCommand.self, ListAccountsCommand.self, LinkAccountCommand.self, EndAccountCommand.self])
}

struct InviteAccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Makes an account with a role, and prints a link that works once.",
        discussion: "Roles: \(Role.appointed.map(\.rawValue).joined(separator: ", ")).")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("Their name.", valueName: "NAME")) var name: String
    @Option(name: .long, help: ArgumentHelp("Their mail address.", valueName: "ADDRESS")) var email: String
    @Option(name: .long, help: ArgumentHelp("Their role.", valueName: "ROLE")) var role: String
    @Option(name: .long, help: ArgumentHelp("The URN of the school in which they play it.", valueName: "URN")) var school: String?

    func run() async throws {
        try await failing {
            let store = try await options.openTrust(), act = Act.atCommandLine(), place = try await schoolNamed(school, store)
            let adding = AddAccount(name: name, email: email), role = role
            let token = try await store.write(act) { writer in
                let account = try writer.add(adding)
                try writer.give(GiveRole(role: role, school: place, starts: act.today), to: account, by: RoleGiver(.operator))
                return try writer.invite(account.id)
            }
            print("\(adding.name) chooses a password at this address within seven days. The link works once:\n  \(invitationPath(token.text))")
        }
    }
}

struct ListAccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists who may sign in, with their roles.")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let today = Act.atCommandLine().today
            for line in try await options.openTrust().read({ try $0.accountLines(for: .operator, words: "", on: today) }) {
                print("\(line.account.email)\t\(line.account.name)\t\(line.account.isOpen(on: today) ? line.roles.joined(separator: "; ") : "ended")")
            }
        }
    }
}

struct LinkAccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Prints a new link with which somebody chooses a new password.",
        discussion: "With --lost-phone the code app is taken off, too; the next sign-in asks for a new one.")

    @Argument(help: "The mail address of the account.") var email: String
    @OptionGroup var options: DataOptions
    @Flag(name: .long, help: "The phone with the code app is lost.") var lostPhone = false

    func run() async throws {
        try await failing {
            let email = email, lostPhone = lostPhone
            let token = try await options.openTrust().write(.atCommandLine()) { writer in
                let account = try writer.known(email)
                if lostPhone { try writer.takeOffSecondFactor(account) }
                return try writer.invite(account.id)
            }
            print("The link works once, for seven days:\n  \(invitationPath(token.text))")
        }
    }
}

struct EndAccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: "Ends somebody's access at once, everywhere.")

    @Argument(help: "The mail address of the account.") var email: String
    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let email = email
            try await options.openTrust().write(.atCommandLine()) { writer in try writer.close(writer.known(email), on: writer.act.today - 1) }
            print("\(email) can no longer sign in, and is signed out everywhere within seconds.")
        }
    }
}

extension Reader {
    fileprivate func known(_ email: String) throws -> Account {
        guard let account = try account(email: email) else { throw Problems("email", "Nobody with the address \(email) has an account. See: trellis account list") }
        return account
    }
}
