@testable import Agencies
import Basics
import Testing

/// Early help: how a council's way is written down, and what may follow what.
struct EarlyHelpRuleTests {
    private let today = Day(2026, 11, 20) ?? .distantPast

    @Test("Steps are read one to a line, with days behind a bar, and written back the same", arguments: [
        ("Visit the family | 10\nWrite the plan", ["Visit the family | 10", "Write the plan"]), ("  Visit |0 \n\n\r\nMeet|  400", ["Visit | 0", "Meet | 400"]), ("", []),
    ])
    func steps(text: String, lines: [String]) throws {
        let steps = try EarlyHelpScheme.Step.steps(of: text)
        #expect(steps.map(\.line) == lines)
        #expect(try EarlyHelpScheme.Step.steps(of: steps.map(\.line).joined(separator: "\n")) == steps)
    }

    @Test("A line that can't be read is refused with its words", arguments: ["| 10", "Visit | soon", "Visit | -1", "Visit | 401", "Visit | 10 | 20", "Visit |", String(repeating: "a", count: 121)])
    func badSteps(line: String) {
        let refused = #expect(throws: Problems.self) { try EarlyHelpScheme.Step.steps(of: "Begin\n\(line)") }
        #expect(refused?.message(for: "steps")?.contains(line.prefix(60)) == true)
    }

    @Test("Whatever steps are made of, they come back from their lines the same")
    func roundTrip() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let steps = (0..<Int.random(in: 1...8, using: &random)).map { number in
                EarlyHelpScheme.Step("Step \(number) " + (0..<Int.random(in: 0...5, using: &random)).map { _ in ["of", "the", "family’s", "plan;", "(1)"].randomElement(using: &random) ?? "" }.joined(separator: "-") + "x", within: Bool.random(using: &random) ? Int.random(in: 0...400, using: &random) : nil)
            }
            #expect(try EarlyHelpScheme.Step.steps(of: steps.map(\.line).joined(separator: "\n")) == steps)
        }
    }

    @Test("A council's way is refused with everything that is wrong, each by its field")
    func badScheme() throws {
        var keep = KeepEarlyHelpScheme(of: "999", name: "Early Help")
        keep.steps = "Visit the family"
        #expect(try keep.applied(to: nil, beside: [], today: today).after.steps.count == 1)
        let spoils: [(String, (inout KeepEarlyHelpScheme) -> Void)] = [
            ("la_code", { $0.laCode = "12" }), ("la_code", { $0.laCode = "९९९" }), ("name", { $0.name = "" }), ("steps", { $0.steps = "\n" }), ("steps", { $0.steps = "Visit | soon" }),
            ("steps", { $0.steps = (1...21).map { "Step \($0)" }.joined(separator: "\n") }), ("review_days", { $0.reviewDays = "often" }), ("review_days", { $0.reviewDays = "0" }), ("email", { $0.email = "nobody" }),
            ("website", { $0.website = "http://example.org" }), ("checked_on", { [today] in $0.checkedOn = today + 1 }), ("name", { $0.name = "FAMILY help" }),
        ]
        for (field, spoil) in spoils {
            var wrong = keep
            spoil(&wrong)
            let refused = #expect(throws: Problems.self) { try wrong.applied(to: nil, beside: [EarlyHelpScheme(laCode: "999", name: "Family Help", steps: [])], today: today) }
            #expect(refused?.list.map(\.field) == [field])
        }
    }

    private var starting: StartEarlyHelp {
        var starting = StartEarlyHelp()
        (starting.words, starting.startedOn) = (EarlyHelpWords(strengths: "Draws", needs: "Sleep"), today)
        (starting.consent.givenBy, starting.consent.way, starting.consent.givenOn, starting.consent.until) = ("Pat, mother", "form", today, today + 300)
        return starting
    }

    private func begun(_ starting: StartEarlyHelp, by scheme: EarlyHelpScheme? = nil, beside others: [EarlyHelpEpisode] = []) throws -> EarlyHelpEpisode {
        try starting.applied(about: PupilID(1), at: SchoolID(1), by: scheme, beside: others, who: "Amira", today: today).after
    }

    @Test("It takes the council's names, steps and rhythm; without them the parts that all have")
    func start() throws {
        var scheme = EarlyHelpScheme(laCode: "999", name: "Family Help", steps: [.init("Visit", within: 10), .init("Meet")])
        (scheme.meeting, scheme.reviewDays) = ("Team around the Family", 42)
        let episode = try begun(starting, by: scheme)
        #expect((episode.name, episode.meeting, episode.reviewOn) == ("Family Help", "Team around the Family", today + 42))
        #expect(StartEarlyHelp.steps(of: episode, by: scheme).map(\.due) == [today + 10, nil] && StartEarlyHelp.steps(of: episode, by: scheme).map(\.position) == [1, 2])
        let plain = try begun(starting)
        #expect((plain.name, plain.meeting, plain.reviewOn) == ("Early help", "Meeting of all who help", nil))
        #expect(StartEarlyHelp.steps(of: plain, by: nil).count == 3)
    }

    @Test("It is refused without strengths, needs or the family's yes, and on days that can't be")
    func badStart() throws {
        let spoils: [(String, (inout StartEarlyHelp) -> Void)] = [
            ("strengths", { $0.words = EarlyHelpWords(needs: "Sleep") }), ("needs", { $0.words = EarlyHelpWords(strengths: "Draws") }),
            ("needs", { $0.words = EarlyHelpWords(strengths: "Draws", needs: String(repeating: "a", count: 5001)) }), ("started_on", { $0.startedOn = nil }), ("started_on", { [today] in $0.startedOn = today + 1 }),
            ("started_on", { [today] in ($0.startedOn, $0.consent.givenOn) = (today.adding(years: -6), today) }), ("review_on", { [today] in $0.reviewOn = today - 1 }), ("review_on", { [today] in $0.reviewOn = today + 366 }),
            ("given_by", { $0.consent.givenBy = " " }), ("way", { $0.consent.way = "none" }), ("given_on", { $0.consent.givenOn = nil }), ("given_on", { [today] in $0.consent.givenOn = today + 1 }),
            ("until", { $0.consent.until = nil }), ("until", { [today] in $0.consent.until = today + 732 }), ("until", { [today] in $0.consent.until = today - 1 }), ("lead_name", { $0.lead.contact = "01632" }),
        ]
        for (field, spoil) in spoils {
            var rule = starting
            spoil(&rule)
            let refused = #expect(throws: Problems.self) { try begun(rule) }
            #expect(refused?.list.map(\.field) == [field])
        }
    }

    @Test("One is open at a time; a closed one is no hindrance, and is opened again only alone")
    func oneOpen() throws {
        let open = try begun(starting), closed = try CloseEarlyHelp(.met, on: today, words: "All well").applied(to: open, by: "Amira", today: today).after
        #expect(throws: Problems.self) { try begun(starting, beside: [open]) }
        #expect(try begun(starting, beside: [closed]).isOpen)
        #expect(closed.reviewOn == nil && closed.ending == .met && closed.lateSince(on: today + 99) == nil)
        #expect(throws: Problems.self) { try CloseEarlyHelp.reopened(closed, beside: [open]) }
        #expect(try CloseEarlyHelp.reopened(closed, beside: [closed]).after.isOpen)
        #expect(throws: Problems.self) { try CloseEarlyHelp.reopened(open, beside: []) }
        #expect(throws: Problems.self) { try CloseEarlyHelp(.met, on: today, words: "Again").applied(to: closed, by: "Amira", today: today) }
        for wrong in [CloseEarlyHelp(nil, on: today, words: "x"), CloseEarlyHelp(.met, on: nil, words: "x"), CloseEarlyHelp(.met, on: today + 1, words: "x"), CloseEarlyHelp(.met, on: today - 1, words: "x"), CloseEarlyHelp(.met, on: today, words: " ")] {
            let refused = #expect(throws: Problems.self) { try wrong.applied(to: open, by: "Amira", today: today) }
            #expect(refused?.list.count == 1)
        }
        #expect(throws: Problems.self) { try SetNextMeeting(on: today + 1).applied(to: closed, today: today) }
        #expect(throws: Problems.self) { try EarlyHelpWords(strengths: "a", needs: "b").applied(to: closed) }
    }

    @Test("A meeting needs who was there, what changed, and the next day or that none follows; the latest held sets the next")
    func meetings() throws {
        var episode = try begun(starting)
        episode.startedOn = today - 100
        var record = RecordEarlyHelpMeeting()
        (record.heldOn, record.people, record.progress, record.nextOn) = (today - 20, "Pat", "Sleeps", today + 10)
        let first = try record.applied(to: nil, of: episode, by: "Amira", today: today).after
        #expect(episode.meetingNext([first])?.after.reviewOn == today + 10)
        (record.heldOn, record.nextOn, record.isLast) = (today - 50, nil, true)
        let earlier = try record.applied(to: nil, of: episode, by: "Amira", today: today).after
        #expect(episode.meetingNext([first, earlier])?.after.reviewOn == today + 10, "what was written down late sets nothing")
        let spoils: [(String, (inout RecordEarlyHelpMeeting) -> Void)] = [
            ("held_on", { $0.heldOn = nil }), ("held_on", { [today] in $0.heldOn = today + 1 }), ("held_on", { [today] in $0.heldOn = today - 101 }), ("people", { $0.people = "" }), ("progress", { $0.progress = " " }),
            ("next_on", { $0.isLast = false }), ("next_on", { [today] in $0.nextOn = today + 5 }), ("next_on", { [today] in ($0.isLast, $0.nextOn) = (false, today - 50) }), ("next_on", { [today] in ($0.isLast, $0.nextOn) = (false, today + 400) }),
        ]
        for (field, spoil) in spoils {
            var wrong = record
            spoil(&wrong)
            let refused = #expect(throws: Problems.self) { try wrong.applied(to: nil, of: episode, by: "Amira", today: today) }
            #expect(refused?.list.map(\.field) == [field])
        }
    }

    @Test("A step is done, not needed with a reason, or open again; leads follow each other; consent ends once")
    func parts() throws {
        let episode = try begun(starting), step = StartEarlyHelp.steps(of: episode, by: nil)[0]
        let done = try TakeEarlyHelpStep(.done, on: today).applied(to: step, of: episode, by: "Amira", today: today).after
        #expect(done.state == .done && done.happenedOn == today)
        let again = try TakeEarlyHelpStep(.open, on: nil).applied(to: done, of: episode, by: "Amira", today: today)
        #expect(again.after.happenedOn == nil && again.event == "earlyHelpStep.reopened")
        for wrong in [TakeEarlyHelpStep(nil, on: today), TakeEarlyHelpStep(.done, on: nil), TakeEarlyHelpStep(.done, on: today + 1), TakeEarlyHelpStep(.notNeeded, on: today)] {
            #expect(throws: Problems.self) { try wrong.applied(to: step, of: episode, by: "Amira", today: today) }
        }
        var lead = NameLead()
        (lead.name, lead.from) = ("Priya Nair", today)
        let (none, first) = try lead.applied(to: episode, after: [], today: today)
        #expect(none == nil && first.after.starts == today)
        let (ended, _) = try lead.applied(to: episode, after: [first.after], today: today)
        #expect(ended?.after.ends == today)
        lead.from = today - 1
        #expect(throws: Problems.self) { try lead.applied(to: episode, after: [first.after], today: today) }
        let consent = try starting.consent.applied(to: episode, by: "Amira", today: today).after
        #expect(consent.holds(on: today) && consent.holds(on: today + 300) && !consent.holds(on: today + 301) && !consent.holds(on: today - 1))
        let back = try EndConsent(on: today, because: "They told us so").applied(to: consent, today: today).after
        #expect(!back.holds(on: today))
        #expect(throws: Problems.self) { try EndConsent(on: today, because: "x").applied(to: back, today: today) }
        #expect(throws: Problems.self) { try EndConsent(on: today, because: "").applied(to: consent, today: today) }
    }
}
