import Basics
import Database
import Measures
import People
import Provision

/// Tells what support did at one school: each pupil is tested when they begin and when they leave, and gains something,
/// more or less; somebody decides about most of it.
struct ImpactStory: Sendable {
    let plot: ImpactPlot

    init(_ plot: ImpactPlot) { self.plot = plot }

    /// What the runs are called that do nothing for one pupil.
    static let unmovedName = "Drawing and Talking, again"

    private var today: Day { plot.today }

    func tell(_ store: Store) async throws {
        let again = try await store.write(act(today - 420)) { try repeatWithoutEffect($0) }
        try await store.write(act(today - 1)) { writer in
            let tests = try StoryTests(writer)
            try judge(writer, tests)
            try score(plot.members + again, writer, tests)
        }
        try await store.write(act(today - 5)) { try decide($0, again) }
        try await store.write(act(today - 2)) { try practise($0) }
    }

    private func act(_ day: Day) -> Act { Act(who: "\(plot.senco) (SENCO)", at: Instant(day, hour: 16), way: .demonstration) }

    /// Three times the same for one pupil.
    private func repeatWithoutEffect(_ writer: Writer) throws -> [ToldMember] {
        guard let pupil = plot.unmoved, let entry = try writer.all(Intervention.self, "WHERE key = 'draw-and-talk' AND school_id IS NULL").first else { return [] }
        return try [(400, 345), (330, 275), (260, 205)].map { from, to in
            let (starts, ended) = (today - from, today - to)
            let form = PatternForm(times: [PatternForm.TimeForm(weekday: 3, startsAt: ClockTime(minute: 915), minutes: 30, room: "", adults: [SessionAdult("ta")])], plannedSize: 1)
            let joining = JoiningPupil(pupil, called: "", rolls: [Spell(starts: .distantPast)])
            let start = StartProvision(name: Self.unmovedName, starts: starts, plannedEnd: ended, pattern: form, pupils: [joining])
            let run = try writer.save(start.applied(to: entry, at: plot.school.id, today: today))
            if let whole = try writer.whole([run]).first {
                try writer.save(EndProvision(lastDay: ended, reason: "The programme is complete.").applied(to: whole, lastLogged: nil, today: today), of: run)
            }
            return ToldMember(run: run.id, intervention: entry.id, key: entry.key, areas: "SEMH", pupil: pupil, joined: starts, left: ended)
        }
    }

    /// What the catalogue has no fitting test for is judged by spelling, or by what the teacher sees.
    private func judge(_ writer: Writer, _ tests: StoryTests) throws {
        let runs = Dictionary(plot.members.map { ($0.run, $0) }) { first, _ in first }.sorted { $0.key < $1.key }
        let changes = try runs.compactMap { run, member -> Change<RunMeasure>? in
            guard tests.own[member.intervention] == nil, let test = tests.fallback(member.areas), let scale = test.scales.first else { return nil }
            return try JudgeRun((test, scale.key), chosenLow: member.areas.contains("C&L")).applied(to: nil, of: run)
        }
        try writer.saveTogether(changes)
    }

    private func score(_ members: [ToldMember], _ writer: Writer, _ tests: StoryTests) throws {
        let records = Dictionary(try writer.all(Pupil.self, "WHERE id IN \(Set(members.map(\.pupil)).sorted())").map { ($0.id, $0) }) { $1 }
        let before = try writer.all(TestResult.self, "WHERE pupil_id IN \(records.keys.sorted()) AND withdrawn_on IS NULL ORDER BY taken_on, id")
        let earlier = Dictionary(grouping: before) { TestDay($0).test }
        var known = Set(before.map(TestDay.init)), changes: [Change<TestResult>] = []
        let lastEnd = members.compactMap(\.left).filter { $0 < today - ImpactGaps.grace }.max()
        for member in members.sorted(by: { ($0.joined, $0.run, $0.pupil) < ($1.joined, $1.run, $1.pupil) }) {
            guard let pupil = records[member.pupil], let test = tests.own[member.intervention] ?? tests.fallback(member.areas), let scale = test.scales.first else { continue }
            let isUnmoved = member.pupil == plot.unmoved && !plot.members.contains { $0.run == member.run }, isUntested = member.pupil == plot.untested
            // Whom a screening has just found is not tested once more: its score is where they begin.
            let found = earlier[PupilTest(pupil: pupil.id, test: test.id, scale: scale.key)]?.last { $0.takenOn < member.joined && $0.takenOn > member.joined - 42 }
            let start = StoryScore(scale, pupil.id, from: found?.score.number), runs = (member.left ?? today) >= today
            var days = isUntested && runs || found != nil ? [] : [(member.joined, start.before)]
            if let left = member.left, left < today, left > member.joined, !(isUntested && left == lastEnd) { days.append((left, isUnmoved ? start.before : start.after(member.run))) }
            for (day, number) in days where known.insert(TestDay(test: PupilTest(pupil: pupil.id, test: test.id, scale: scale.key), day: day)).inserted {
                changes.append(try SaveResult(scale, scale.typed(Score(number)), takenOn: day, tester: plot.senco).applied(to: nil, of: pupil, with: test, at: plot.school.id, today: today))
            }
        }
        try writer.saveTogether(changes)
    }

    /// About all that ended long enough ago, but for one, where it is left undone.
    private func decide(_ writer: Writer, _ again: [ToldMember]) throws {
        let ended = Dictionary(grouping: (plot.members + again).filter { $0.left.map { $0 < today - 14 } ?? false }, by: \.intervention).sorted { $0.key < $1.key }
        let late = ended.first { $0.value.contains { $0.left.map { $0 >= today - 365 && $0 <= today - 43 } ?? false } }?.key
        for (place, (intervention, members)) in ended.enumerated() where !(plot.leavesUndecided && intervention == late) {
            let lasts = members.compactMap(\.left), day = today - 6
            guard let first = lasts.min(), let last = lasts.max() else { continue }
            let verdict: ImpactDecision.Verdict = [.keep, .keep, .adapt, .keep, .stop][place % 5]
            let act = DecideImpact(verdict: verdict, because: Self.because[place % 5], change: verdict == .adapt ? "Three pupils in a group instead of five, and a score at the half-way mark." : "", decidedOn: day)
            try writer.save(try act.applied(to: DecideImpact.Subject(intervention: intervention, school: plot.school.id, from: first, to: last), by: plot.senco, today: today))
        }
    }

    private static let because = [
        "Most gained, and teachers see it in class.", "Most outcomes were met, and the adults are trained.", "Those who came to most sessions gained; in large groups the quiet ones did not speak.",
        "Small gains, and the pupils like it. We look again in summer.", "It took three adults, and little came of it that lasted.",
    ]

    /// One pupil practises daily; in a special school somebody writes down what they see.
    private func practise(_ writer: Writer) throws {
        guard let pupil = plot.members.last(where: { $0.left == nil && $0.pupil != plot.untested })?.pupil, let record = try writer.one(pupil, of: Pupil.self) else { return }
        if plot.school.kind == .special {
            let words: [EngagementNote.Area: String] = [.anticipation: "Looked at the door when the bell of the trolley rang.", .persistence: "Kept at the water wheel until it turned, four times."]
            for change in try WriteEngagement(words, seenOn: today - 9).applied(to: pupil, at: plot.school.id, born: record.birth, by: plot.senco, today: today) { try writer.save(change) }
            return
        }
        let start = StartProbes(skill: "reads the words of the week aloud", aimCorrect: "40", aimIncorrect: "2", starts: today - 40, aimOn: today + 30)
        let series = try writer.save(start.applied(to: pupil, at: plot.school.id, born: record.birth))
        for (place, ago) in [38, 37, 36, 33, 32, 31, 30, 24, 23, 22].enumerated() {
            let timing = LogProbe(correct: "\(12 + place * (place < 6 ? 1 : 2))", incorrect: "\(max(0, 6 - place / 2))", takenOn: today - ago)
            try writer.save(try timing.applied(to: nil, of: series, today: today))
        }
        try writer.save(try MarkPhase(words: "Two timings a day, and the best one counts.", starts: today - 31).applied(to: series, beside: [], today: today))
    }
}

private struct PupilTest: Hashable {
    let pupil: PupilID, test: InstrumentID, scale: String
}

/// A result as it stands once for each day.
private struct TestDay: Hashable {
    let test: PupilTest, day: Day

    init(test: PupilTest, day: Day) { (self.test, self.day) = (test, day) }
    init(_ result: TestResult) { self.init(test: PupilTest(pupil: result.pupil, test: result.instrument, scale: result.scale), day: result.takenOn) }
}

/// By which tests the story judges.
private struct StoryTests {
    /// Those of the catalogue, where they have plain numbers and may be compared.
    let own: [InterventionID: Instrument]
    private let spelling: Instrument?, behaviour: Instrument?

    init(_ reader: Reader) throws {
        let instruments = Dictionary(try reader.all(Instrument.self, "WHERE school_id IS NULL").map { ($0.id, $0) }) { $1 }
        own = Dictionary(try reader.all(Intervention.self, "WHERE entry_instrument_id IS NOT NULL").compactMap { entry in
            entry.entryInstrument.flatMap { instruments[$0] }.flatMap { $0.isPlain ? (entry.id, $0) : nil }
        }) { $1 }
        (spelling, behaviour) = (instruments.values.first { $0.key == "swst" }, instruments.values.first { $0.key == "sdq-teacher" })
    }

    func fallback(_ areas: String) -> Instrument? { areas.contains("C&L") || areas.contains("C&I") ? spelling : behaviour }
}

extension Instrument {
    fileprivate var isPlain: Bool { measuresProgress && [.standard, .scaled, .raw].contains(scales.first?.kind) }
}

/// Where a pupil begins on a scale, and how far they come.
private struct StoryScore {
    let before: Int
    private let gain: Int, way: Int, range: ClosedRange<Int>

    /// - Parameter found: what somebody has measured already.
    init(_ scale: Scale, _ pupil: PupilID, from found: Int?) {
        let width = scale.range.upperBound - scale.range.lowerBound, isNormed = scale.kind == .standard
        range = scale.range
        // Whoever is below a cut-off (85) was found by a screening; these begin above it.
        before = found ?? (isNormed ? 85 + pupil.rawValue * 7 % 12 : scale.range.lowerBound + width * 2 / 5 + pupil.rawValue % max(1, width / 12))
        (gain, way) = (isNormed ? 4 : max(1, width / 20), scale.fallsToTheGood ? -1 : 1)
    }

    func after(_ run: ProvisionID) -> Int { min(max(before + way * (gain + run.rawValue % 3 * (gain / 2)), range.lowerBound), range.upperBound) }
}
