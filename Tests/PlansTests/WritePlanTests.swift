import Basics
@testable import People
@testable import Plans
import Testing

@Suite("Beginning and writing a plan")
struct WritePlanTests {
    struct Start: Sendable {
        let words: String
        var kind = "support", provision: String? = "K", plans: [Plan] = [], rhythm = "", beside = false
        let wrong: [String]
    }

    static let starts = [
        Start(words: "a pupil with SEN support", wrong: []),
        Start(words: "one about whom nothing is decided yet", provision: nil, wrong: []),
        Start(words: "one with an EHC plan: that is the plan", provision: "E", wrong: ["beside"]),
        Start(words: "unless the school keeps its own beside it", provision: "E", beside: true, wrong: []),
        Start(words: "one with an older code for a statement", provision: "S", wrong: ["beside"]),
        Start(words: "a passport beside an EHC plan needs no box", kind: "profile", provision: "E", wrong: []),
        Start(words: "adjustments without SEN", kind: "adjustments", provision: "N", wrong: []),
        Start(words: "a second of the same kind", plans: [Sample.plan(.draft)], wrong: ["kind"]),
        Start(words: "a second while one is live", plans: [Sample.plan(.live)], wrong: ["kind"]),
        Start(words: "another once the first is closed", plans: [Sample.plan(.closed)], wrong: []),
        Start(words: "one of another kind beside it", kind: "profile", plans: [Sample.plan(.live)], wrong: []),
        Start(words: "a kind that is not there", kind: "x", wrong: ["kind"]),
        Start(words: "a rhythm that is not there", rhythm: "daily", wrong: ["rhythm"]),
        Start(words: "a rhythm of one's own", rhythm: "half-term", wrong: []),
    ]

    @Test("Who may get one", arguments: starts)
    func start(_ line: Start) {
        let found = fields {
            _ = try StartPlan(kind: line.kind, rhythm: line.rhythm, isBesideEHCPlan: line.beside)
                .applied(to: Sample.record(line.provision), at: SchoolID(3), plans: line.plans, today: Sample.today)
        }
        #expect(found == line.wrong, "\(line.words)")
    }

    struct Section: Sendable {
        let words: String
        var part = PlanPart.strengths, text = "Kind to others", state: PlanSection.State?, plan = PlanState.draft
        let wrong: [String]
        var saved: PlanSection.State?
    }

    static let sections = [
        Section(words: "written is complete", wrong: [], saved: .complete),
        Section(words: "unless it is said otherwise", state: .inProgress, wrong: [], saved: .inProgress),
        Section(words: "nothing and complete", text: "", state: .complete, wrong: ["later-strengths"]),
        Section(words: "a needed part that is not needed", text: "", state: .notNeeded, wrong: ["none-strengths"]),
        Section(words: "one that may be left out", part: .provision, text: "", state: .notNeeded, wrong: [], saved: .notNeeded),
        Section(words: "not needed, with words in it", part: .provision, state: .notNeeded, wrong: ["none-provision"]),
        Section(words: "too long", text: String(repeating: "a", count: 4001), wrong: ["strengths"]),
        Section(words: "a part of another kind of plan", part: .medicine, wrong: [""]),
        Section(words: "a locked part of a live plan", part: .pupilView, plan: .live, wrong: ["pupil_view"]),
        Section(words: "strategies of a live plan", part: .strategies, plan: .live, wrong: [], saved: .complete),
        Section(words: "strategies of a closed plan", part: .strategies, plan: .closed, wrong: ["strategies"]),
    ]

    @Test("What may be written when, and how far it then is", arguments: sections)
    func write(_ line: Section) throws {
        let whole = WholePlan(plan: Sample.plan(line.plan)), act = WriteSection(line.part, ["": line.text], state: line.state)
        #expect(fields { _ = try act.applied(to: whole, by: "Amira Khan", today: Sample.today) } == line.wrong, "\(line.words)")
        if line.wrong.isEmpty {
            let saved = try #require(try act.applied(to: whole, by: "Amira Khan", today: Sample.today).last?.after)
            #expect(saved.state == line.saved && saved.savedBy == "Amira Khan" && saved.savedOn == Sample.today)
        }
    }

    @Test("Barriers stand by area of need; what did not change is not written again")
    func barriers() throws {
        let empty = WholePlan(plan: Sample.plan())
        let changes = try WriteSection(.barriers, ["C&L": "Letters jump about\n", "SEMH": ""]).applied(to: empty, by: "A", today: Sample.today)
        #expect(changes.map(\.after.area) == ["C&L", ""] && changes.last?.after.state == .complete)
        let full = WholePlan(plan: Sample.plan(), sections: changes.map(\.after))
        #expect(try WriteSection(.barriers, ["C&L": "Letters jump about"]).applied(to: full, by: "B", today: Sample.today).isEmpty)
        #expect(full.holdsSomething(.barriers) && full.missing.contains(.outcomes) && !full.missing.contains(.barriers))
    }

    @Test("A part taken over into a plan is in progress until the plan is live; what is begun again later is in progress again")
    func agreed() {
        func state(_ plan: PlanState, savedOn day: Day) -> PlanSection.State {
            let section = PlanSection(id: RowID(1), plan: PlanID(1), pupil: Sample.pupil.id, part: PlanPart.strengths.key, words: "Kind", state: .inProgress, savedOn: day)
            return WholePlan(plan: Sample.plan(plan), sections: [section]).state(.strengths)
        }
        #expect(state(.draft, savedOn: Sample.today - 60) == .inProgress && state(.live, savedOn: Sample.today - 60) == .complete)
        #expect(state(.live, savedOn: Sample.today - 10) == .inProgress && state(.closed, savedOn: Sample.today - 50) == .complete)
    }

    struct Kept: Sendable {
        let words: String
        var act = KeepOutcome(words: "Sam reads"), state = PlanState.draft, kind = "support"
        let wrong: [String]
    }

    static let outcomes = [
        Kept(words: "words alone", wrong: []),
        Kept(words: "no words", act: KeepOutcome(words: " "), wrong: ["words"]),
        Kept(words: "due before birth", act: KeepOutcome(words: "Sam reads", due: Day(2017, 1, 1)), wrong: ["due", "due"]),
        Kept(words: "due before the plan", act: KeepOutcome(words: "Sam reads", due: Sample.today - 61), wrong: ["due"]),
        Kept(words: "due in ten years", act: KeepOutcome(words: "Sam reads", due: Sample.today.adding(years: 10)), wrong: ["due"]),
        Kept(words: "an area of no scheme", act: KeepOutcome(words: "Sam reads", area: "XX"), wrong: ["area"]),
        Kept(words: "a measure that is a book", act: KeepOutcome(words: "Sam reads", measure: String(repeating: "a", count: 601)), wrong: ["measure"]),
        Kept(words: "locked once live", state: .live, wrong: [""]),
        Kept(words: "locked once reviewed", state: .reviewed, wrong: [""]),
        Kept(words: "a kind without outcomes", kind: "profile", wrong: [""]),
    ]

    @Test("Which outcomes are taken", arguments: outcomes)
    func keep(_ line: Kept) {
        let whole = WholePlan(plan: Sample.plan(line.state, kind: line.kind))
        #expect(fields { _ = try line.act.applied(to: whole, born: Sample.pupil.birth, today: Sample.today) } == line.wrong, "\(line.words)")
    }

    @Test("An outcome stands behind those that are there, and keeps its place when it is changed")
    func position() throws {
        let whole = Sample.whole(outcomes: [Sample.outcome(1), Sample.outcome(2)])
        let added = try KeepOutcome(words: "Sam tells a friend what he did").applied(to: whole, born: Sample.pupil.birth, today: Sample.today)
        #expect(added.after.position == 3 && added.event == "outcome.added" && added.after.lacks == ["a measure", "a baseline", "a date"])
        let changed = try KeepOutcome(words: "Sam reads all").applied(to: whole, before: whole.outcomes[0], born: Sample.pupil.birth, today: Sample.today)
        #expect(changed.after.position == 1 && changed.after.id == OutcomeID(1) && changed.event == "outcome.changed")
        #expect(fields { try RemoveOutcome().check(Sample.whole(.live)) } == [""])
    }
}
