import Basics
import Foundation
@testable import People
import Stage
@testable import Statutory
import Testing

/// The rules of annual reviews. Days by hand from domain.md, 2.4.
struct ReviewRuleTests {
    private let today = day("2026-11-20")

    private func review(_ kind: AnnualReview.Kind = .plan, due: String = "2027-02-17", meeting: String? = "2027-01-20") -> AnnualReview {
        var review = AnnualReview(pupil: PupilID(1), school: SchoolID(1), council: "999", kind: kind, dueOn: day(due))
        (review.id, review.meetingOn) = (RowID(1), meeting.map { day($0) })
        return review
    }

    private func problems(_ body: () throws -> Void) -> [String] {
        do { try body() } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["\(error)"] }
        return []
    }

    @Test("A later review is due twelve months starting with the last meeting, a first one with the final plan; its meeting four weeks before")
    func due() throws {
        func start(_ start: StartReview) throws -> AnnualReview { try start.applied(about: PupilID(1), at: SchoolID(1), council: "999", isLookedAfter: false, hasOpen: false, today: today).after }
        let later = try start(StartReview(.plan, metOn: day("2026-03-10"))), first = try start(StartReview(.plan, finalOn: day("2026-02-18"))), topUp = try start(StartReview(.topUp, ownDay: day("2027-03-31")))
        #expect(later.dueOn == day("2027-03-09") && later.latestMeeting == day("2027-02-09") && !later.isFirst && later.basis.contains("44(1)"))
        #expect(first.dueOn == day("2027-02-17") && first.isFirst && first.latestMeeting == day("2027-01-20"))
        #expect(topUp.latestMeeting == day("2027-03-17") && topUp.basis == "The council’s own day.")
        #expect(problems { _ = try start(StartReview(nil)) } == ["kind"])
        #expect(problems { _ = try start(StartReview(.plan)) } == ["met_on"])
        #expect(problems { _ = try start(StartReview(.plan, metOn: day("2026-12-01"))) } == ["met_on"])
        #expect(problems { _ = try start(StartReview(.topUp)) } == ["own_day"])
        #expect(problems { _ = try StartReview(.topUp, ownDay: today).applied(about: PupilID(1), at: SchoolID(1), council: "999", isLookedAfter: false, hasOpen: true, today: today) } == [""])
    }

    @Test("The worked example of the sheet: papers by 6 January, report by 3 February, decision by 17 February, final plan by 14 April")
    func clock() {
        var held = review()
        (held.decision, held.decidedOn) = (.amend, day("2027-02-17"))
        let days = Dictionary(uniqueKeysWithValues: held.stages.map { ($0.step, $0.by.map { "\($0)" } ?? "") })
        #expect(days == [.planned: "2026-12-09", .invited: "2026-12-09", .circulated: "2027-01-06", .held: "2027-01-20", .reported: "2027-02-03", .decided: "2027-02-17", .noticed: "2027-02-17", .commented: "", .finished: "2027-04-14"])
        held.noticedOn = day("2027-02-10")
        #expect(held.stages.last?.by == day("2027-04-07"))
        #expect(held.commentsBy == day("2027-02-24"))
    }

    @Test("What is next goes from step to step, and passes over what the meeting has overtaken")
    func next() {
        var one = review(meeting: nil)
        #expect(one.next(on: today)?.step == .planned)
        one.meetingOn = day("2027-01-20")
        #expect(one.next(on: today)?.step == .invited && one.next(on: today)?.step.owner == .school)
        one.invitedOn = today
        #expect(one.next(on: today)?.step == .circulated)
        one.heldOn = day("2027-01-20")
        #expect(one.next(on: today)?.step == .reported)
        one.reportedOn = day("2027-01-25")
        #expect(one.next(on: today)?.step == .decided && one.next(on: today)?.step.owner == .la)
        (one.decidedOn, one.decision) = (day("2027-02-01"), .amend)
        #expect(one.next(on: today)?.step == .noticed)
        one.noticedOn = day("2027-02-02")
        #expect(one.next(on: day("2027-02-16"))?.step == .commented && one.next(on: day("2027-02-16"))?.step.owner == .family, "the family's 15 days run")
        #expect(one.next(on: day("2027-02-17"))?.step == .finished, "nobody waits for comments that nobody makes")
        #expect(one.forgotten(on: day("2027-02-17")) == [.circulated, .commented] && one.stages.first { $0.step == .commented }?.isLate(on: day("2027-03-01")) == false)
        one.finishedOn = day("2027-03-02")
        #expect(one.next(on: today) == nil)
    }

    @Test("Where a day of the council is only estimated, neither it nor what is reckoned from it is late")
    func estimated() throws {
        var held = review()
        (held.heldOn, held.meetingOn) = (day("2026-01-05"), day("2026-01-05"))
        for isEstimated in [false, true] {
            func take(_ step: ReviewStep, _ text: String, _ review: AnnualReview) throws -> AnnualReview {
                var taken = TakeReviewStep(step, on: day(text), decision: .amend)
                taken.isEstimated = isEstimated
                return try taken.applied(to: review, today: today).after
            }
            let decided = try take(.decided, "2026-02-10", held), noticed = try take(.noticed, "2026-02-20", decided)
            func stage(_ step: ReviewStep) throws -> ReviewStage { try #require(noticed.stages.first { $0.step == step }) }
            #expect(try stage(.decided).wasLate != isEstimated && stage(.finished).isLate(on: today) != isEstimated)
            #expect(noticed.estimated == (isEstimated ? [.decided, .noticed] : []))
            #expect(try TakeBackDecision(because: "Keep was ticked").applied(to: noticed, hasOpen: false).after.estimated == [])
        }
    }

    @Test("A meeting that is unusual is saved only by somebody who says that they have checked it; a bank holiday never")
    func meeting() throws {
        let one = review(meeting: nil)
        func plan(_ text: String?, sure: Bool = false, school: Bool = true) -> [String] { problems { _ = try PlanReviewMeeting(text.map { day($0) }, isSure: sure).applied(to: one, isSchoolDay: school, today: today) } }
        #expect(plan("2027-01-20") == [] && plan("2027-01-21") == ["is_sure"] && plan("2027-01-21", sure: true) == [])
        #expect(plan("2026-12-03") == ["is_sure"] && plan("2027-01-20", school: false) == ["is_sure"])
        #expect(plan(nil) == ["meeting_on"] && plan("2026-11-20") == ["meeting_on", "is_sure"] && plan("2027-01-16") == ["meeting_on"] && plan("2027-01-01", sure: true) == ["meeting_on"])
    }

    @Test("Steps are refused before those they need, and before the day of those")
    func steps() {
        var held = review()
        held.heldOn = day("2026-11-10")
        func take(_ step: ReviewStep, _ text: String?, _ review: AnnualReview, _ decision: AnnualReview.Decision? = nil) -> [String] { problems { _ = try TakeReviewStep(step, on: text.map { day($0) }, decision: decision).applied(to: review, today: today) } }
        #expect(take(.reported, "2026-11-20", review()) == [""] && take(.reported, "2026-11-09", held) == ["happened_on"] && take(.reported, "2026-11-12", held) == [])
        #expect(take(.decided, "2026-11-12", held) == ["decision"] && take(.decided, "2026-11-12", held, .keep) == [])
        #expect(take(.noticed, "2026-11-12", held) == [""] && take(.finished, "2026-11-12", held) == [""] && take(.invited, nil, held) == ["happened_on"] && take(.invited, "2026-11-21", review()) == ["happened_on"])
    }

    @Test("What was done can be written down after the meeting and the decision, on a day that can be; a decision is written once and can be taken back")
    func late() throws {
        var held = review()
        (held.heldOn, held.meetingOn) = (day("2026-11-10"), day("2026-11-10"))
        func take(_ step: ReviewStep, _ text: String, _ review: AnnualReview, _ decision: AnnualReview.Decision? = nil) -> [String] { problems { _ = try TakeReviewStep(step, on: day(text), decision: decision).applied(to: review, today: today) } }
        #expect(take(.invited, "2026-10-01", held) == [] && take(.circulated, "2026-10-20", held) == [] && take(.circulated, "2026-11-11", held) == ["happened_on"])
        let over = try TakeReviewStep(.decided, on: day("2026-11-12"), decision: .keep).applied(to: held, today: today).after
        #expect(!over.isOpen && take(.invited, "2026-10-01", over) == [] && take(.reported, "2026-11-13", over) == [] && take(.reported, "2026-11-09", over) == ["happened_on"] && take(.held, "2026-11-10", over) == [""])
        #expect(take(.held, "2025-11-20", review()) == ["happened_on"] && take(.held, "2025-11-21", review()) == [])
        var changing = try TakeReviewStep(.decided, on: day("2026-11-12"), decision: .amend).applied(to: held, today: today).after
        #expect(take(.decided, "2026-11-13", changing, .keep) == [""] && take(.commented, "2026-11-13", changing) == [""] && take(.held, "2026-11-13", changing) == ["happened_on"])
        changing.noticedOn = day("2026-11-13")
        #expect(take(.noticed, "2026-11-14", changing) == [""] && take(.commented, "2026-11-12", changing) == ["happened_on"] && take(.commented, "2026-11-15", changing) == [])
        changing.commentedOn = day("2026-11-15")
        #expect(take(.finished, "2026-11-14", changing) == ["happened_on"] && take(.finished, "2026-11-16", changing) == [])
        let back = try TakeBackDecision(because: "A slip").applied(to: over, hasOpen: false)
        #expect(back.after.isOpen && back.after.decision == nil && back.reason == "A slip")
        #expect(problems { _ = try TakeBackDecision(because: "").applied(to: over, hasOpen: true) } == ["", "reason"] && problems { _ = try TakeBackDecision(because: "x").applied(to: held, hasOpen: false) } == [""])
    }

    @Test("Whoever is barred is known without a title, by mail and after the contact ended; no papers bar in every part", arguments: [
        ("Lee Whitlock", "", true), ("mr lee whitlock", "", true), ("Whitlock, Lee", "", true), ("Lee James Whitlock", "", true), ("L. W.", "LEE@example.org", true), ("Leigh Whitlock", "", false), ("Sue Fry", "", false),
    ])
    func barred(_ line: (name: String, mail: String, isBarred: Bool)) {
        var order = Contact(id: RowID(1), pupil: PupilID(1), position: 1)
        (order.title, order.forename, order.surname, order.email, order.courtOrder) = ("Mr", "Lee", "Whitlock", "lee@example.org", "No contact")
        let person = ReviewPerson(.other, name: line.name, email: line.mail, of: review())
        #expect((person.barred(by: [order]) != nil) == line.isBarred)
        order.ends = day("2026-01-01")
        #expect((person.barred(by: [order]) != nil) == line.isBarred, "what a court ordered is not forgotten with the contact")
        var none = order
        (none.ends, none.courtOrder, none.mayReceivePapers) = (nil, "", false)
        #expect((person.barred(by: [none]) != nil) == line.isBarred)
        #expect(none.isNear("Leigh Whitlock") && none.isNear("Mr Whitlock") && !none.isNear("Sam Whitlock") && !none.isNear("Lee Whitlock"))
    }

    @Test("A telephone is left out however it is written, with what stands beside it; the home of whoever lives there, too")
    func hidden() {
        var contact = Contact(id: RowID(1), pupil: PupilID(1), position: 1)
        (contact.addressConfidential, contact.phones) = (true, "01632 960100 (home), 07700 900123 or 01632960111")
        let redaction = Redaction([contact], home: "7 Elm Close, Elmham")
        for words in ["01632-960100", "(01632) 960100", "+44 1632 960100", "+44 (0)1632 960100", "07700900123", "01632 960 111", "7, Elm Close."] { #expect(redaction.applied(to: words).contains(Redaction.mark), "\(words)") }
        #expect(redaction.applied(to: "Ring 01632 960199, Maths 7.") == "Ring 01632 960199, Maths 7.")
    }

    @Test("A confidential address is left out however it is written; whom a court or the record closes is passed over")
    func circulation() throws {
        var hidden = Contact(id: RowID(1), pupil: PupilID(1), position: 1)
        (hidden.forename, hidden.surname, hidden.address, hidden.phones, hidden.email) = ("Pat", "Whitlock", "12 Mill Road, Elmham, EX4 1AB", "01632 960100", "pat@example.org")
        (hidden.addressConfidential, hidden.mayReceivePapers) = (true, true)
        let words = "They live at 12 mill road in ELMHAM, ex41ab; ring 01632960100 or pat@example.org. Maths at 12."
        #expect(Redaction([hidden]).applied(to: words) == "They live at \(Redaction.mark) in \(Redaction.mark), \(Redaction.mark); ring \(Redaction.mark) or \(Redaction.mark). Maths at 12.")
        var open = hidden
        open.addressConfidential = false
        #expect(Redaction([open]).applied(to: words) == words)
        var court = hidden, none = hidden
        (court.id, court.forename, court.courtOrder) = (RowID(2), "Lee", "No contact")
        (none.id, none.forename, none.mayReceivePapers) = (RowID(3), "Kim", false)
        let one = review(), contacts = [hidden, court, none]
        let people = zip(1..., [("Pat Whitlock", RowID(1)), ("Lee Whitlock", RowID(2)), ("Kim Whitlock", RowID(3)), ("Lee Whitlock", nil), ("Sue Fry", RowID(9))] as [(String, RowID?)]).map { number, named in
            var person = ReviewPerson(.family, name: named.0, contact: named.1, of: one)
            person.id = RowID(number)
            return person
        }
        let sent = try CirculateReview(.pack, on: today).applied(to: one, people: people, contacts: contacts).map(\.after.skippedBecause)
        #expect(sent[0].isEmpty && sent[1].contains("court") && sent[2].contains("no papers") && sent[3].contains("court") && sent[4].contains("No longer"))
        #expect(!sent.joined().contains("No contact"))
        #expect(problems { _ = try CirculateReview(.pack, on: today, leavingOut: [RowID(1)]).applied(to: one, people: people, contacts: contacts) } == [""])
    }

    @Test("From Year 9 the record is not complete without preparation for adulthood")
    func adulthood() throws {
        var record = RecordMeeting(on: day("2026-11-10"))
        record.conclusion = .keep
        func save(_ asks: Bool) -> [String] { problems { _ = try record.applied(to: review(), record: nil, people: [], outcomes: [], asksForAdulthood: asks, today: today) } }
        #expect(save(false) == [] && save(true) == ["adulthood"])
        record.conclusion = .amend
        record.lines = [RecordMeeting.Line(outcome: "", progress: "some", words: "Seen")]
        #expect(save(false) == ["changes", "outcome_0"])
    }
}

/// The planner of a year.
struct ReviewPlannerTests {
    private let today = day("2026-11-20")
    private let schoolDay: @Sendable (Day) -> Bool = { BankHolidays.isWorkingDay($0) && !(day("2026-12-19")...day("2027-01-03")).contains($0) && !(day("2027-02-13")...day("2027-02-21")).contains($0) }

    private func planner(_ most: Int) -> ReviewPlanner { ReviewPlanner(today: today, mostAWeek: most, isSchoolDay: schoolDay) }

    @Test("Sixty reviews: each in term, told in time, before its last day, and no week has more than it may", arguments: [4, 6])
    func year(most: Int) {
        let asks = (1...60).map { ReviewPlanner.Ask(id: RowID($0), latest: day("2027-01-15") + $0 * 7 / 2, people: [$0 % 2 == 0 ? "Ana Cole" : "Ravi Menon"]) }
        let found = planner(most).proposal(asks)
        #expect(found.count == 60)
        for ask in asks { #expect(found[ask.id].map { $0 <= ask.latest && schoolDay($0) && $0 >= today + 14 } == true, "\(ask.id)") }
        let weeks = Dictionary(grouping: found.values, by: \.monday).mapValues(\.count)
        #expect(weeks.values.allSatisfy { $0 <= most }, "\(weeks)")
    }

    @Test("The latest week that is not full; within it a day on which nobody is asked twice")
    func one() {
        let asks = [1, 2, 3].map { ReviewPlanner.Ask(id: RowID($0), latest: day("2027-02-05"), people: ["Ana Cole"]) }
        let found = planner(2).proposal(asks)
        #expect(found == [RowID(1): day("2027-02-05"), RowID(2): day("2027-02-04"), RowID(3): day("2027-01-29")])
        let busy = ReviewPlanner.Planned(id: RowID(9), day: day("2027-02-05"), people: ["Ana Cole"])
        #expect(planner(3).proposal([asks[0]], beside: [busy]) == [RowID(1): day("2027-02-04")])
    }

    @Test("In a closure the day before it; where no lawful day is left, none; where all weeks are full, the one with fewest")
    func edges() {
        #expect(planner(3).proposal([ReviewPlanner.Ask(id: RowID(1), latest: day("2027-02-17"))]) == [RowID(1): day("2027-02-12")])
        #expect(planner(3).proposal([ReviewPlanner.Ask(id: RowID(1), latest: day("2026-12-01"))]).isEmpty)
        let tight = [1, 2, 3].map { ReviewPlanner.Ask(id: RowID($0), latest: day("2026-12-08")) }
        #expect(Set(planner(1).proposal(tight).values) == [day("2026-12-04"), day("2026-12-08"), day("2026-12-07")])
    }

    @Test("Clashes name those who are asked twice on one day")
    func clashes() {
        let planned = [(1, "2027-02-05", ["Ana", "Ravi"]), (2, "2027-02-05", ["Ana"]), (3, "2027-02-08", ["Ana"])].map { ReviewPlanner.Planned(id: RowID($0.0), day: day($0.1), people: Set($0.2)) }
        #expect(ReviewPlanner.clashes(planned) == [RowID(1): ["Ana"], RowID(2): ["Ana"]])
    }
}
