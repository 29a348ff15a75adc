import ArgumentParser
import Basics
import Statutory

struct DatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dates", abstract: "Says what the law asks for by which day after an event. No record is read or written.",
        discussion: """
            Events: \(StatutoryEvent.allCases.map(\.rawValue).joined(separator: ", ")).

            EXAMPLE
              trellis dates needs-assessment 2026-09-07
              trellis dates annual-review 2027-01-20 --explain
              trellis dates phase-transfer 2027-09-01 --to secondary --format json
              trellis dates advice-request 2026-07-20 --closed 2026-07-22..2026-09-01
              trellis dates decision-letter 2026-10-01 --certificate 2026-11-29 --format ics > appeal.ics
            """)

    @Argument(help: "What happened, such as needs-assessment.") var event: String
    @Argument(help: "The day it happened, such as 2026-09-07.") var date: String
    @Option(name: .long, help: ArgumentHelp("phase-transfer: where to: \(words(of: .to)).", valueName: "WORD")) var to: String?
    @Option(name: .long, help: ArgumentHelp("mediation, concession and order: what about: \(words(of: .about)).", valueName: "WORD")) var about: String?
    @Option(name: .long, help: ArgumentHelp("needs-assessment and reassessment: the day the LA asked the school for advice.", valueName: "DATE")) var asked: String?
    @Option(name: .long, help: ArgumentHelp("consultation: the LA's own date for the reply.", valueName: "DATE")) var by: String?
    @Option(name: .long, help: ArgumentHelp("annual-review: the day the LA served its notice of changes.", valueName: "DATE")) var notice: String?
    @Option(name: .long, help: ArgumentHelp("annual-review: the day of the LA's decision.", valueName: "DATE")) var decided: String?
    @Option(name: .long, help: ArgumentHelp("annual-review: what the next one is counted from: \(words(of: .countFrom)).", valueName: "WORD")) var countFrom: String?
    @Option(name: .long, help: ArgumentHelp("la-transfer: the day the old LA learned of the move.", valueName: "DATE")) var learned: String?
    @Option(name: .long, help: ArgumentHelp("la-transfer: the day the plan was handed over.", valueName: "DATE")) var transferred: String?
    @Option(name: .long, help: ArgumentHelp("la-transfer: the day the plan was made or last reviewed.", valueName: "DATE")) var reviewed: String?
    @Option(name: .long, help: ArgumentHelp("reassessment: the day the LA said that it will reassess.", valueName: "DATE")) var notified: String?
    @Option(name: .long, help: ArgumentHelp("decision-letter and cease-notice: the date of the mediation certificate.", valueName: "DATE")) var certificate: String?
    @Flag(name: .long, help: "annual-review and first-plan: the child is under five.") var underFive = false
    @Flag(name: .long, help: "amendment-notice: the change does not come from a review.") var outsideReview = false
    @Option(name: .long, help: ArgumentHelp("The first and last day on which the school is closed. It may stand there more than once.", valueName: "FROM..TO")) var closed: [String] = []
    @Option(name: .long, help: "text, json or ics, a file for calendars.") var format: Format = .text
    @Flag(name: .long, help: "As text: with the rule, its source and its reckoning under each day.") var explain = false

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ics }

    /// What is wrong with the question is wrong use.
    func validate() throws { _ = try answered() }

    func run() throws {
        let timetable = try answered()
        switch format {
        case .text: print(timetable.text(explained: explain))
        case .json: print(timetable.json.text)
        case .ics: print(timetable.calendar(writtenAt: .fromClock()), terminator: "")
        }
    }

    private func answered() throws -> Timetable {
        do { return try AskDates(event, on: date, options).answered() } catch let problems as Problems {
            throw ValidationError(problems.list.map { "\(name(of: $0.field)): \($0.message)" }.joined(separator: "\n"))
        }
    }

    private var options: [DateOption: [String]] {
        let given: [(DateOption, String?)] = [
            (.to, to), (.about, about), (.asked, asked), (.by, by), (.notice, notice), (.decided, decided), (.countFrom, countFrom), (.learned, learned),
            (.transferred, transferred), (.reviewed, reviewed), (.notified, notified), (.certificate, certificate),
            (.underFive, underFive ? "yes" : nil), (.outsideReview, outsideReview ? "yes" : nil),
        ]
        return Dictionary(given.compactMap { option, text in text.map { (option, [$0.isEmpty ? "-" : $0]) } }) { $1 }.merging([.closed: closed.map { $0.isEmpty ? "-" : $0 }]) { $1 }
    }

    private func name(of field: String) -> String { DateOption(rawValue: field).map { "--\($0.rawValue)" } ?? field.uppercased() }

    private static func words(of option: DateOption) -> String { option.words.joined(separator: ", ") }
}
