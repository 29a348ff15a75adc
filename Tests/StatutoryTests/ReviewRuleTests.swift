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
        #expect(days == [.planned: "2026-12-09", .invited: "2026-12-09", .circulated: "2027-01-06", .held: "2027-01-20", .reported: "2027-02-03", .decided: "2027-02-17", .noticed: "2027-02-17", .finished: "2027-04-14"])
        held.noticedOn = day("2027-02-10")
        #expect(held.stages.last?.by == day("2027-04-07"))
    }

    @Test("What is next goes from step to step, and passes over what the meeting has overtaken")
    func next() {
        var one = review(meeting: nil)
        #expect(one.next?.step == .planned)
        one.meetingOn = day("2027-01-20")
        #expect(one.next?.step == .invited && one.next?.step.owner == .school)
        one.invitedOn = today
        #expect(one.next?.step == .circulated)
        one.heldOn = day("2027-01-20")
        #expect(one.next?.step == .reported)
        one.reportedOn = day("2027-01-25")
        #expect(one.next?.step == .decided && one.next?.step.owner == .la)
        (one.decidedOn, one.decision) = (day("2027-02-01"), .amend)
        #expect(one.next?.step == .noticed)
        one.noticedOn = day("2027-02-02")
        #expect(one.next?.step == .finished)
        one.finishedOn = day("2027-03-02")
        #expect(one.next == nil)
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
