import ArgumentParser
import Basics
import Database
import Foundation
import Mail

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Sets up outgoing mail, tries it, and shows what became of each letter.",
        discussion: """
            Without mail, Trellis shows links for you to hand over.

            EXAMPLE
              trellis mail set --data ~/trellis --host smtp.example.org --user trellis --password-file ~/mail-password \\
                --sender trellis@example.org --address https://trellis.example.org
              trellis mail test --data ~/trellis --to a.khan@example.org
            """,
        subcommands: [SetMailCommand.self, ShowMailCommand.self, TestMailCommand.self, MailQueueCommand.self, StopMailCommand.self])
}

struct SetMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Says through which mail server letters leave.",
        discussion: """
            The password comes from a file or from standard input, so that no list of running programs shows it. It is kept encrypted.

            EXAMPLE
              trellis mail set --data ~/trellis --host smtp.example.org --user trellis --password-file ~/mail-password \\
                --sender trellis@example.org --address https://trellis.example.org
            """)

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("The mail server.", valueName: "NAME")) var host: String
    @Option(name: .long, help: ArgumentHelp("Its port; otherwise 587, or 465 with tls, or 25 with none.", valueName: "N")) var port: Int?
    @Option(name: .long, help: ArgumentHelp("starttls, tls (encrypted from the start) or none.", valueName: "HOW")) var security = "starttls"
    @Option(name: .long, help: ArgumentHelp("The name to sign in with at the mail server.", valueName: "NAME")) var user: String?
    @Option(name: .long, help: ArgumentHelp("The file whose first line is the password.", valueName: "FILE")) var passwordFile: String?
    @Flag(name: .long, help: "Read the password from standard input.") var passwordStdin = false
    @Option(name: .long, help: ArgumentHelp("In whose name letters go out.", valueName: "ADDRESS")) var sender: String
    @Option(name: .long, help: ArgumentHelp("Where people open this Trellis, such as https://trellis.example.org.", valueName: "URL")) var address: String
    @Option(name: .long, help: ArgumentHelp("A file of certificates to trust instead of this computer's own.", valueName: "FILE")) var certificates: String?
    @Flag(name: .long, help: "Allow none for a server elsewhere. Anybody on the way can then read the mail.") var mayBeRead = false

    func validate() throws {
        if MailSecurity(rawValue: security) == nil { throw ValidationError("--security is starttls, tls or none.") }
        if passwordStdin, passwordFile != nil { throw ValidationError("Give the password once: with --password-file, or with --password-stdin.") }
    }

    func run() async throws {
        try await failing {
            let password = try password(), keys = try options.keyRing(), wish = wish
            let store = try await options.openTrust()
            let stored = try await store.write(.atCommandLine()) { writer in
                try writer.setUpMail(wish.applied(to: writer.mailSetting()), password: password, keys)
            }
            print("\(stored.inWords)\nTry it: trellis mail test --data \(options.data) --to YOUR-ADDRESS")
        }
    }

    private var wish: SetUpMail {
        SetUpMail(host: host, port: port, security: MailSecurity(rawValue: security) ?? .startTLS, user: user, sender: sender, publicAddress: address,
                  certificates: certificates.map { URL(filePath: ($0 as NSString).expandingTildeInPath).path }, mayBeRead: mayBeRead)
    }

    private func password() throws -> String? {
        if passwordStdin { return readLine(strippingNewline: true) ?? "" }
        guard let passwordFile else { return nil }
        let path = (passwordFile as NSString).expandingTildeInPath
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Problems("password", "The password file \(passwordFile) can't be read. Check its name, and that you may read it.")
        }
        return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
}

struct ShowMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows how mail is set up, without the password.",
        discussion: "EXAMPLE\n  trellis mail show --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            let setting = try await options.openTrust().read { try $0.mailSetting() }
            print(setting?.inWords ?? "Mail is not set up. Trellis shows links for you to hand over. Set it up with: trellis mail set --help")
        }
    }
}

struct StopMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Ends sending: forgets the mail server and its password. Letters that wait are not sent.",
        discussion: "EXAMPLE\n  trellis mail stop --data ~/trellis")

    @OptionGroup var options: DataOptions

    func run() async throws {
        try await failing {
            try await options.openTrust().write(.atCommandLine()) { try $0.stopMail() }
            print("No mail is sent any more. Trellis shows links for you to hand over.")
        }
    }
}

extension MailSetting {
    /// For whoever looks at a terminal.
    fileprivate var inWords: String {
        let lines: [(String, String?)] = [
            ("server", "\(host), port \(port)"), ("encryption", security.inWords), ("signs in as", user ?? "nobody: the server asks for no name"),
            ("certificates", certificates), ("sender", sender.text), ("links lead to", publicAddress),
        ]
        return lines.compactMap { name, value in value.map { name + String(repeating: " ", count: 14 - name.count) + $0 } }.joined(separator: "\n")
    }
}

extension MailSecurity {
    fileprivate var inWords: String {
        switch self {
        case .startTLS: "starttls: required before anything is said"
        case .tls: "tls: from the start"
        case .none: "none: anybody on the way can read the mail"
        }
    }
}
