import Access
import AreaKit
import Basics
import Database
@testable import Impact
import Measures
import Pages
@testable import People
@testable import Plans
@testable import Provision
import Stage
import Testing

/// Elm and Oak with a reading club that has run and ended, and a test by which it is judged.
struct ImpactStage: Sendable {
    let stage: Stage
    let elm: School, oak: School
    let club: Intervention
    let test: Instrument

    init(_ engine: StageEngine = .sqlite) async throws {
        stage = try await Stage(engine, areas: ImpactStage.areas)
        elm = try await stage.school()
        oak = try await stage.school("Oak Primary School", urn: "999002")
        let entry = Intervention(name: "Reading club", kind: .targeted, areas: ["C&L"], groupSize: 10, minutes: 30, sessionsAWeek: 2, weeks: 10, role: "ta")
        club = try await stage.act { try $0.save(Change("intervention.added", to: entry)) }
        test = try await stage.act { writer in
            let made = KeepInstrument(name: "Reading test", domain: "reading", youngest: "4", oldest: "16", measuresProgress: true,
                                      lines: [.init(name: "Reading", kind: "standard"), .init(name: "Reading age", kind: "months")])
            return try writer.save(try made.applied(to: nil, beside: [], at: nil))
        }
    }

    static var areas: [any Area] {
        let impact = ImpactArea { _, _, _ in DropCast.people }
        return [PeopleArea(beside: [PlansArea(), ProvisionArea(), impact]), MeasuresArea(beside: [impact]), PlansArea(), ProvisionArea(effects: impactEffects, beside: [impact]), impact]
    }

    var today: Day { stage.today }
    /// Days in this academic year: joined, and left.
    var joined: Day { today - 70 }
    var left: Day { today - 10 }

    var amira: Viewer { .amira(at: elm.id) }
    var helen: Viewer { .helen(at: elm.id) }
    var grace: Viewer { .grace(at: elm.id) }
    var analyst: Viewer { Viewer(name: "Ana Ortiz", role: .trustAnalyst, sight: .trust) }
    var tom: Viewer { Viewer(name: "Tom Reed", role: .teacher, sight: .schools([elm.id])) }
    var otherSENCO: Viewer { Viewer(name: "Una Bell", role: .senco, sight: .schools([oak.id])) }

    /// Pupils on a school's roll, by number.
    func pupils(_ number: Int, at school: School? = nil) async throws -> [Pupil] {
        var list: [Pupil] = []
        for place in 0..<number { list.append(try await stage.pupil("Kit", "Number \(["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"][place % 12])", at: school ?? elm, provision: "K")) }
        return list
    }

    /// A run that has ended, with its pupils.
    @discardableResult
    func ended(_ pupils: [Pupil], at school: School? = nil, joined: Day? = nil, left: Day? = nil, of intervention: Intervention? = nil, judgeFrom: Day? = nil) async throws -> ProvisionRun {
        try await run(pupils, at: school, joined: joined ?? self.joined, left: left ?? self.left, of: intervention, judgeFrom: judgeFrom)
    }

    /// A run from a day, and until one where it has ended.
    @discardableResult
    func run(_ pupils: [Pupil], at school: School? = nil, joined: Day, left: Day?, of intervention: Intervention? = nil, judgeFrom: Day? = nil) async throws -> ProvisionRun {
        let school = school ?? elm, club = intervention ?? club
        return try await stage.act { writer in
            var run = ProvisionRun(school: school.id, intervention: club.id, name: "Reading club", kind: .targeted, starts: joined, plannedEnd: left ?? joined + 140)
            (run.endedOn, run.because, run.doNotJudgeBefore) = (left, left == nil ? "" : "It was planned so", judgeFrom)
            run = try writer.save(Change("provision.started", to: run))
            for pupil in pupils { try writer.save(Change("provision.joined", to: ProvisionMember(run: run.id, pupil: pupil.id, spell: Spell(starts: joined, ends: left)))) }
            return run
        }
    }

    /// All runs, in the order in which they were begun.
    func runs() async throws -> [ProvisionRun] { try await stage.read { try $0.all(ProvisionRun.self, "WHERE 1 = 1 ORDER BY id") } }

    /// Something was bought for a run, and shared by all in it.
    func bought(_ pence: Int, for run: ProvisionRun) async throws {
        let day = joined + 1
        try await stage.act { try $0.save(Change("provision.costAdded", to: ProvisionCost(run: run.id, kind: .materials, day: day, amount: Pence(pence)))) }
    }

    func judge(_ run: ProvisionRun, by scale: String = "reading", chosenLow: Bool = false) async throws {
        let act = JudgeRun((test, scale), chosenLow: chosenLow)
        try await stage.act { try $0.save(act.applied(to: nil, of: run.id)) }
    }

    func score(_ pupil: Pupil, _ number: Int, on day: Day, scale: String = "reading") async throws {
        let result = TestResult(id: .new, pupil: pupil.id, school: elm.id, instrument: test.id, scale: scale, takenOn: day, score: Score(number))
        try await stage.act { try $0.save(Change("result.saved", to: result)) }
    }

    /// So many pupils in a run that has ended, each with a score before and after.
    @discardableResult
    func measured(_ scores: [(before: Int, after: Int)], at school: School? = nil) async throws -> [Pupil] {
        let pupils = try await pupils(scores.count, at: school), run = try await ended(pupils, at: school)
        try await judge(run)
        for (pupil, pair) in zip(pupils, scores) {
            try await score(pupil, pair.before, on: joined + 2)
            try await score(pupil, pair.after, on: left)
        }
        return pupils
    }

    static func pairs(_ number: Int) -> [(before: Int, after: Int)] { (0..<number).map { (80 + $0 * 3 % 11, 86 + $0 * 5 % 13) } }

    /// An outcome of the pupil's plan that a run served, as it was reviewed.
    func outcome(_ result: OutcomeReview.Result?, of pupil: Pupil, in run: ProvisionRun) async throws {
        let today = today, elm = elm
        try await stage.act { writer in
            let plan = try writer.save(Change("plan.begun", to: Plan(pupil: pupil.id, school: elm.id, kind: "support", scheme: "code-2015", rhythm: "term", begunOn: today - 90)))
            let outcome = try writer.save(Change("outcome.added", to: Outcome(plan: plan.id, pupil: pupil.id, position: 1, words: "Reads the menu")))
            try writer.save(Change("provision.outcomeLinked", to: ProvisionOutcome(run: run.id, pupil: pupil.id, outcome: outcome.id)))
            guard let result else { return }
            try writer.save(Change("outcome.reviewed", to: OutcomeReview(id: .new, outcome: outcome.id, plan: plan.id, pupil: pupil.id, result: result, evidence: "Read it", nextStep: "", paper: nil,
                                                                         reviewedOn: today - 5, reviewedBy: "Amira Khan")))
        }
    }

    func page(_ path: String, as viewer: Viewer) async throws -> String { try await stage.visit(.read, path, as: viewer).text }

    func found(_ rule: String, as viewer: Viewer = .operator, at school: School? = nil, on day: Day? = nil) async throws -> [Finding] {
        let question = SafetyQuestion(viewer: viewer, school: school?.id, day: day ?? today), rule = try #require(ImpactArea().safetyRules.first { $0.id == rule })
        return try await stage.read { try rule.find($0, question) }
    }

    func events(_ like: String) async throws -> [String] {
        try await stage.read { try $0.column("SELECT event FROM trail WHERE event LIKE \(like) ORDER BY id") }
    }
}

extension Answer {
    /// What a hidden field of the page holds.
    func hidden(_ name: String) -> String? {
        text.firstRange(of: "name=\"\(name)\" value=\"").map { String(text[$0.upperBound...].prefix { $0 != "\"" }) }
    }
}
