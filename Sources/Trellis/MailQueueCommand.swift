import ArgumentParser
import Basics
import Database
import Foundation
import Mail

struct TestMailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Sends a letter that says nothing, to prove that mail works.",
        discussion: "EXAMPLE\n  trellis mail test --data ~/trellis --to a.khan@example.org")

    @OptionGroup var options: DataOptions
    @Option(name: .long, help: ArgumentHelp("To whom.", valueName: "ADDRESS")) var to: String

    func run() async throws {
        try await failing {
            let recipient = try MailAddress(to), keys = try options.keyRing()
            let store = try await options.openTrust()
            let act = Act.atCommandLine(), key = "test-\(act.at)-\(UInt32.random(in: 0...UInt32.max))"
            let posting = try await store.write(act) { try $0.post(.test, to: recipient, key: key, keys) }
            if posting == .noMail { throw Problems("", "Mail is not set up. Set it up with: trellis mail set --help") }
            try await MailRound(store: store, keys: keys, clock: { .fromClock() }).sendDue()
            try Self.tell(try await store.read { try $0.queuedLetter(key) })
        }
    }

    private static func tell(_ letter: QueuedLetter?) throws {
        guard let letter else { return }
        let answer = letter.answer ?? "no answer yet"
        switch letter.state {
        case .sent: print("Sent. The mail server said: \(answer)")
        case .waiting where letter.tries == 0, .sending: print("In the queue. See how it goes with: trellis mail queue")
        case .waiting: throw Problems("", "Not sent yet: \(answer)\nIt is tried again at \(letter.due.inWords), while trellis serve is running.")
        case .failed, .perhaps: throw Problems("", "The letter is \(letter.state.words): \(answer)")
        }
    }
}

struct MailQueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Lists the letters of the last 90 days and what became of them, newest first.",
        discussion: """
            What a letter says is not shown. “Perhaps sent” means that the line broke before the server answered; such a
            letter is not sent again by itself, since nothing is sent twice. Ask the person, and invite them anew if need be.

            EXAMPLE
              trellis mail queue --data ~/trellis
            """)

    @OptionGroup var options: DataOptions
    @Flag(name: .long, help: "As JSON: a list of kind, to, state, posted, due, tries, answer.") var json = false

    func run() async throws {
        try await failing {
            let (letters, counts) = try await options.openTrust().read { try ($0.queuedLetters(), $0.letterCounts()) }
            print(json ? JSON.list(letters.map(\.json)).text : Self.table(letters, counts))
        }
    }

    private static func table(_ letters: [QueuedLetter], _ counts: [LetterState: Int]) -> String {
        if letters.isEmpty { return "No letters." }
        let rows = letters.map { letter in
            "\(letter.posted.inWords)  \(letter.state.words): \(letter.kind) to \(letter.recipient)\(letter.next)\(letter.answer.map { "\n    \($0)" } ?? "")"
        }
        let sums = LetterState.allCases.compactMap { state in counts[state].map { "\($0) \(state.words)" } }
        return (rows + ["", sums.joined(separator: ", ")]).joined(separator: "\n")
    }
}

extension QueuedLetter {
    fileprivate var next: String { state == .waiting && tries > 0 ? ", tried \(count(tries, "time")), again at \(due.inWords)" : "" }

    fileprivate var json: JSON {
        .object([
            "kind": .text(kind), "to": .text(recipient.text), "state": .text(state.rawValue), "posted": .text("\(posted)"),
            "due": state == .waiting ? .text("\(due)") : .null, "tries": .integer(tries), "answer": .optional(answer),
        ])
    }
}
