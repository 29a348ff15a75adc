import Basics
import Statutory
import Testing

@Suite("What follows from an event")
struct TimetableTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let event: String
        let day: String
        var options: [DateOption: [String]] = [:]
        let due: [String: String]
        let source: String
        var testDescription: String { "\(event) \(day): \(source)" }
    }

    /// Worked by hand, from the sheet of the law.
    static let cases: [Case] = [
        Case(event: "needs-assessment", day: "2026-09-07", due: ["NA-3": "2026-10-19", "NA-6": "2026-12-28", "NA-9": "2027-01-25"], source: "domain 2.2"),
        Case(event: "needs-assessment", day: "2026-09-07", options: [.asked: ["2026-09-21"]],
             due: ["NA-3": "2026-10-19", "NA-5": "2026-11-02", "NA-6": "2026-12-28", "NA-9": "2027-01-25"], source: "domain 2.2, NA-5"),
        Case(event: "advice-request", day: "2026-09-21", due: ["NA-5": "2026-11-02"], source: "domain R2: D + 42"),
        Case(event: "draft-plan", day: "2026-12-14", due: ["NA-7": "2026-12-28"], source: "domain R3: S + 14, over Christmas"),
        Case(event: "consultation", day: "2026-11-02", due: ["NA-8": "2026-11-17"], source: "domain R4: C + 15"),
        Case(event: "consultation", day: "2026-11-02", options: [.by: ["2026-11-10"]], due: ["NA-8": "2026-11-17"], source: "an earlier date of the LA does not count"),
        Case(event: "consultation", day: "2026-11-02", options: [.by: ["2026-11-23"]], due: ["NA-8": "2026-11-23"], source: "a later date of the LA counts"),
        Case(event: "annual-review", day: "2027-01-20",
             due: ["AR-5": "2027-01-06", "AR-6": "2027-01-06", "AR-8": "2027-02-03", "AR-9": "2027-02-17", "AR-10": "2027-02-17",
                   "AR-12": "2027-04-14", "AR-13": "2027-04-14", "AR-14": "2027-04-14", "AR-2": "2028-01-19"], source: "domain 2.4"),
        Case(event: "annual-review", day: "2027-01-20", options: [.notice: ["2027-02-01"]],
             due: ["AR-5": "2027-01-06", "AR-6": "2027-01-06", "AR-8": "2027-02-03", "AR-9": "2027-02-17", "AR-10": "2027-02-17",
                   "AR-11": "2027-02-15", "AR-12": "2027-03-29", "AR-13": "2027-03-29", "AR-14": "2027-04-14", "AR-2": "2028-01-19"], source: "R5: N + 56"),
        Case(event: "first-plan", day: "2026-09-07", due: ["AR-1": "2027-09-06"], source: "domain R6: P + 12 months - 1 day"),
        Case(event: "first-plan", day: "2028-02-29", due: ["AR-1": "2029-02-28"], source: "no 29 February 2029: on the month’s last"),
        Case(event: "first-plan", day: "2026-09-07", options: [.underFive: ["yes"]], due: ["AR-1": "2027-09-06", "AR-15": "2027-03-07"], source: "domain R8"),
        Case(event: "amendment-notice", day: "2027-02-17", due: ["AR-11": "2027-03-03", "AR-12": "2027-04-14", "AR-13": "2027-04-14"], source: "domain AR-11 to AR-13"),
        Case(event: "amendment-notice", day: "2027-02-17", options: [.outsideReview: ["yes"]],
             due: ["AR-11": "2027-03-03", "AR-12": "2027-04-14", "AR-13": "2027-04-14", "AR-18": "2027-04-14"], source: "domain AR-18"),
        Case(event: "phase-transfer", day: "2027-09-01", options: [.to: ["secondary"]], due: ["PT-1": "2027-02-14"], source: "domain 0.3, 2.5"),
        Case(event: "phase-transfer", day: "2027-09-01", options: [.to: ["post-16"]], due: ["PT-2": "2027-03-30"], source: "domain 0.3, 2.5"),
        Case(event: "phase-transfer", day: "2027-01-11", options: [.to: ["another-post-16"]], due: ["PT-3": "2026-08-11"], source: "domain 2.5: five months before"),
        Case(event: "la-transfer", day: "2026-10-26", due: ["TR-1": "2026-10-26", "TR-2": "2026-12-07", "TR-3": "2027-01-25"], source: "domain TR: on the day of the move"),
        Case(event: "la-transfer", day: "2026-10-26", options: [.learned: ["2026-10-05"]], due: ["TR-1": "2026-10-26", "TR-2": "2026-12-07", "TR-3": "2027-01-25"],
             source: "known exactly 15 working days before"),
        Case(event: "la-transfer", day: "2026-10-26", options: [.learned: ["2026-10-06"]], due: ["TR-1": "2026-10-26", "TR-2": "2026-12-07", "TR-3": "2027-01-25"],
             source: "14 working days before: the fifteenth is the day of the move"),
        Case(event: "la-transfer", day: "2026-10-26", options: [.learned: ["2026-11-16"]], due: ["TR-1": "2026-12-04", "TR-2": "2027-01-15", "TR-3": "2027-03-03"],
             source: "15 working days beginning with the day it learned"),
        Case(event: "la-transfer", day: "2026-10-26", options: [.reviewed: ["2026-09-10"]], due: ["TR-1": "2026-10-26", "TR-2": "2026-12-07", "TR-3": "2027-09-09"], source: "TR-3: the later of"),
        Case(event: "reassessment", day: "2026-09-07", due: ["RE-1": "2026-09-22", "RE-2": "2026-12-29"], source: "domain RE, from the last day for the notice"),
        Case(event: "reassessment", day: "2026-09-07", options: [.notified: ["2026-09-14"]], due: ["RE-1": "2026-09-22", "RE-2": "2026-12-21"], source: "domain RE-2"),
        Case(event: "decision-letter", day: "2026-09-15", due: ["MT-1": "2026-11-15", "MT-2": "2026-11-15"], source: "domain MT-1"),
        Case(event: "decision-letter", day: "2026-10-01", options: [.certificate: ["2026-11-29"]], due: ["MT-1": "2027-01-04", "MT-2": "2026-12-01"],
             source: "IPSEA: 29 December becomes the next working day in January"),
        Case(event: "decision-letter", day: "2026-06-10", due: ["MT-1": "2026-09-01", "MT-2": "2026-08-10"], source: "domain 2.1: August becomes September"),
        Case(event: "decision-letter", day: "2027-11-01", due: ["MT-1": "2028-01-04", "MT-2": "2028-01-01"], source: "3 January 2028 is a bank holiday"),
        Case(event: "decision-letter", day: "2026-10-24", due: ["MT-1": "2026-12-24", "MT-2": "2026-12-24"], source: "24 December stays"),
        Case(event: "decision-letter", day: "2026-11-02", due: ["MT-1": "2027-01-02", "MT-2": "2027-01-02"], source: "2 January stays"),
        Case(event: "decision-letter", day: "2026-09-15", options: [.certificate: ["2026-09-20"]], due: ["MT-1": "2026-11-15", "MT-2": "2026-11-15"], source: "the certificate’s month ends sooner"),
        Case(event: "mediation", day: "2026-12-23", options: [.about: ["no-mediation"]], due: ["MT-3": "2026-12-30"], source: "domain MT-3: a certificate, and no meeting"),
        Case(event: "mediation", day: "2026-12-23", options: [.about: ["wants-mediation"]], due: ["MT-4": "2027-01-22"], source: "domain MT-4: a meeting, and no certificate"),
        Case(event: "appeal", day: "2026-11-20", due: ["MT-5": "2027-01-11"], source: "domain MT-5; IPSEA: 25 December to 1 January are no working days of the tribunal"),
        Case(event: "concession", day: "2026-11-02", options: [.about: ["assessment"]], due: ["MT-6": "2026-11-16", "MT-6a": "2027-01-11", "MT-6b": "2027-02-08"], source: "domain MT-6"),
        Case(event: "concession", day: "2026-11-02", options: [.about: ["contents"]], due: ["MT-7": "2026-12-07"], source: "domain MT-7"),
        Case(event: "order", day: "2026-11-02", options: [.about: ["assessment"]], due: ["MT-8": "2026-11-16", "MT-8a": "2027-01-11", "MT-8b": "2027-02-08"], source: "domain MT-8"),
        Case(event: "order", day: "2026-11-02", options: [.about: ["plan"]], due: ["MT-8c": "2026-12-07", "MT-8d": "2027-01-18"], source: "domain MT-8"),
        Case(event: "order", day: "2026-11-02", options: [.about: ["contents"]], due: ["MT-8e": "2026-12-07"], source: "domain MT-8"),
        Case(event: "order", day: "2026-11-02", options: [.about: ["school"]], due: ["MT-8f": "2026-11-16"], source: "domain MT-8"),
        Case(event: "order", day: "2026-11-02", options: [.about: ["upkeep"]], due: ["MT-8g": "2026-11-02"], source: "domain MT-8: at once"),
        Case(event: "discrimination", day: "2026-02-20", due: ["MT-9": "2026-08-19"], source: "domain MT-9; August does not lengthen it"),
        Case(event: "cease-notice", day: "2026-06-10", due: ["CE-1": "2026-09-01", "MT-1": "2026-09-01", "MT-2": "2026-08-10"], source: "domain CE-1: until the appeal time ends"),
        Case(event: "cease-notice", day: "2026-06-10", options: [.certificate: ["2026-08-20"]], due: ["CE-1": "2026-09-20", "MT-1": "2026-09-20", "MT-2": "2026-08-10"],
             source: "domain CE-1, MT-1: a certificate lengthens the appeal time, and with it the plan"),
        Case(event: "senco-appointed", day: "2025-09-01", due: ["SD-3": "2028-09-01", "SD-3c": "2026-11-01"], source: "domain SD-3, SD-3c"),
        Case(event: "senco-appointed", day: "2023-09-01", due: ["SD-3": "2026-09-01"], source: "domain SD-3, the award before September 2024"),
        Case(event: "information-report", day: "2026-09-15", due: ["SD-5": "2027-09-15"], source: "domain R13"),
        Case(event: "healthcare-plan", day: "2026-09-15", due: ["SD-12": "2027-09-15"], source: "domain SD-12"),
        Case(event: "accessibility-plan", day: "2026-09-15", due: ["SD-13": "2029-09-15"], source: "domain SD-13"),
        Case(event: "leaving", day: "2026-07-10", options: [.closed: ["2026-07-22..2026-09-01"]], due: ["SD-17": "2026-09-11"], source: "domain SD-17: 15 school days"),
        Case(event: "inclusion-strategy", day: "2026-09-01", due: ["SD-16": "2026-12-31"], source: "domain 3.4"),
        Case(event: "inclusion-strategy", day: "2027-01-01", due: ["SD-16": "2027-12-31"], source: "domain SD-16: then yearly"),
    ]

    @Test("The days, worked by hand", arguments: cases)
    func days(_ line: Case) throws { #expect(try due(line.event, line.day, line.options) == line.due) }

    @Test("Every event has a case") func all() { #expect(Set(Self.cases.map(\.event)) == Set(StatutoryEvent.allCases.map(\.rawValue))) }

    @Test("The days agree with an independent reckoning in Python")
    func independent() throws {
        let rows = try oracle("statutory_dates")
        #expect(rows.count > 600)
        for row in rows {
            let pairs = row[2].split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
            let options = Dictionary(pairs.compactMap { pair in DateOption(rawValue: pair[0]).map { ($0, [pair[1]]) } }) { $1 }
            let days = try due(row[0], row[1], options).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
            #expect(days == row[3], "\(row[0]) \(row[1]) \(row[2])")
        }
    }

    @Test("Each duty says how it was reckoned, and where it stands")
    func reasons() throws {
        let first = try #require(try AskDates("needs-assessment", on: "2026-09-07").answered().duties.first)
        #expect(first.basis == "6 weeks after 7 September 2026, the day the LA got the request.")
        #expect(first.citation == "SEND Regulations 2014, reg 5(1)")
        #expect((first.owner, first.force, first.mark, first.edition, first.from) == (.la, .law, .primary, "2014", nil))
    }

    @Test("A time that must be left has its first day, too")
    func opening() throws {
        let comments = try #require(try AskDates("draft-plan", on: "2026-09-01").answered().duty("NA-7"))
        #expect((comments.from, comments.due, comments.limit) == (day("2026-09-01"), day("2026-09-15"), .atLeastUntil))
        let looking = try #require(try AskDates("first-plan", on: "2026-09-07", [.underFive: ["yes"]]).answered().duty("AR-15"))
        #expect((looking.from, looking.due) == (day("2026-12-07"), day("2027-03-07")))
    }

    @Test("What was reckoned from a day that nobody gave says so")
    func assumed() throws {
        let final = try #require(try AskDates("annual-review", on: "2027-01-20").answered().duty("AR-12"))
        #expect(final.basis == "8 weeks after 17 February 2027, the last day for the LA’s decision and notice.")
        #expect(final.note.contains("give the real day"))
    }

    @Test("A number from memory is shown as one to check locally")
    func memory() throws {
        for event in StatutoryEvent.allCases {
            let choice: [DateOption: [String]] = event == .phaseTransfer ? [.to: ["secondary"]] : event == .mediation ? [.about: ["wants-mediation"]] : [.concession, .order].contains(event) ? [.about: ["assessment"]] : [:]
            for duty in try AskDates(event.rawValue, on: "2026-11-02", choice).answered().duties {
                #expect(duty.note.contains("Check locally") == (duty.mark == .memory), "\(duty.id)")
            }
        }
    }

    @Test("Duties stand in the order of their days, then of their numbers")
    func order() throws {
        let duties = try AskDates("annual-review", on: "2027-01-20").answered().duties
        #expect(duties.map(\.id) == ["AR-5", "AR-6", "AR-8", "AR-9", "AR-10", "AR-12", "AR-13", "AR-14", "AR-2"])
    }

    @Test("What is owed without a day stands beside the timetable")
    func standing() throws {
        #expect(try AskDates("needs-assessment", on: "2026-09-07").answered().standing.map(\.id) == ["NA-1", "NA-2", "NA-4", "NA-10", "NA-11"])
    }
}
