import Access
import AreaKit
import Basics
import Database
import Measures
import People

/// Two years of screening in the demonstration trust, told by the acts that pages call.
@Sendable func tellScreeningChapter(_ store: Store, _ today: Day) async throws {
    for story in ScreeningStory.all {
        for yearsAgo in [1, 0] { try await ScreeningTeller(store: store, story: story, yearsAgo: yearsAgo, today: today).tell() }
    }
}

/// What the story leaves undone: reds of the language screening without a decision, and absent readers without a test.
@Sendable func screeningLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    let autumn = AcademicYear(containing: today).firstDay
    let undecided = try reader.rows("""
        SELECT DISTINCT s.urn, p.upn FROM test_result r JOIN instrument i ON i.id = r.instrument_id AND i.key = 'wellcomm-early' JOIN pupil p ON p.id = r.pupil_id JOIN school s ON s.id = r.school_id \
        JOIN pupil_year y ON y.pupil_id = p.id AND y.year = 'R' WHERE r.number = 0 AND r.taken_on >= \(autumn) AND s.kind = 'mainstream' \
        AND EXISTS (SELECT 1 FROM enrolment e WHERE e.pupil_id = p.id AND e.school_id = s.id AND e.ends IS NULL) AND NOT EXISTS (SELECT 1 FROM screening_follow_up f WHERE f.pupil_id = p.id)
        """) { try PlantedGap(rule: screeningNotFollowedUp.id, urn: $0.next(), upn: $0.next(String?.self) ?? "") }
    let absent = try reader.rows("""
        SELECT s.urn, p.upn FROM screening_status t JOIN pupil p ON p.id = t.pupil_id JOIN school s ON s.id = t.school_id WHERE t.status = 'absent' AND t.set_on >= \(autumn)
        """) { try PlantedGap(rule: screeningUntested.id, urn: $0.next(), upn: $0.next(String?.self) ?? "") }
    return undecided + absent
}

/// What is given each autumn, and to whom.
struct ScreeningStory: Sendable {
    let instrument: String
    let name: String
    let years: [YearGroup]
    let kinds: Set<School.Kind>
    /// The window and the day of the test in this academic year, as month and day; last year's are the same.
    let window: (first: (Int, Int), last: (Int, Int)), test: (Int, Int)
    /// Whether the chapter of tests has entered this autumn's results already.
    var isEntered = false
    var leavesUndecided = 0
    var leavesUntested = 0
    /// Whether it is closed; otherwise its window is over and some decisions wait.
    var isClosed = true

    static let all = [
        ScreeningStory(instrument: "wellcomm-early", name: "WellComm in Reception", years: [YearGroup("R")], kinds: [.mainstream], window: ((10, 1), (10, 23)), test: (10, 8), isEntered: true, leavesUndecided: 2),
        ScreeningStory(instrument: "salford", name: "Reading in Year 3", years: [YearGroup("3")], kinds: [.mainstream], window: ((11, 2), (11, 13)), test: (11, 10), leavesUntested: 2, isClosed: false),
        ScreeningStory(instrument: "ngrt", name: "Reading in Year 7", years: [YearGroup("7")], kinds: [.mainstream], window: ((9, 4), (9, 30)), test: (9, 8), isEntered: true),
        ScreeningStory(instrument: "leuven", name: "Wellbeing of everybody", years: YearGroup.all.filter { $0.number.map { $0 >= 0 } ?? false }, kinds: [.special, .alternative], window: ((9, 14), (9, 25)), test: (9, 22)),
    ]
}

/// Tells one campaign of one autumn.
private struct ScreeningTeller: Sendable {
    let store: Store
    let story: ScreeningStory
    let yearsAgo: Int
    let today: Day

    private func day(_ date: (Int, Int)) -> Day {
        let day = Day(AcademicYear(containing: today).starting - yearsAgo, date.0, date.1) ?? today
        return day.isWeekend ? day + 2 : day
    }

    private var isNow: Bool { yearsAgo == 0 }

    func tell() async throws {
        let schools = try await schools()
        guard let screening = try await plan(schools) else { return }
        for (place, school) in schools.enumerated() {
            let senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) } ?? "The SENCO"
            let teller = SchoolScreening(screening: screening, school: school, senco: senco, testDay: day(story.test), today: today, isNow: isNow, waits: isNow && !story.isClosed)
            try await store.write(act(story.test, senco, hour: 15)) { writer in
                try teller.enter(writer, entered: story.isEntered && isNow, untested: isNow && place < story.leavesUntested ? 1 : 0)
            }
            try await store.write(act(story.window.last, senco, hour: 16)) { writer in
                try teller.followUp(writer, undecided: isNow && place < story.leavesUndecided ? 1 : 0)
            }
        }
        if story.isClosed || !isNow { try await close(screening) }
    }

    private func act(_ date: (Int, Int), _ who: String, hour: Int, role: String = "SENCO") -> Act {
        Act(who: "\(who) (\(role))", at: Instant(day(date), hour: hour), way: .demonstration)
    }

    /// Schools of its kind that have these years.
    private func schools() async throws -> [School] {
        let years = story.years.map(\.rawValue)
        return try await store.read { reader in
            let with = Set(try reader.column("SELECT DISTINCT school_id FROM pupil_year WHERE year IN \(years)", as: SchoolID.self))
            return try reader.schools(for: .operator).filter { story.kinds.contains($0.kind) && with.contains($0.id) }
        }
    }

    private func plan(_ schools: [School]) async throws -> Screening? {
        if schools.isEmpty { return nil }
        let plan = PlanCampaign(name: "\(story.name), autumn \(day(story.test).year)", starts: day(story.window.first), ends: day(story.window.last), schools: schools.map(\.id), years: story.years,
                                testers: "Class teachers and teaching assistants, with the SENCO")
        return try await store.write(Act(who: "Trust SEND lead", at: Instant(day(story.window.first) - 21, hour: 9), way: .demonstration)) { writer in
            guard let instrument = try writer.instrument(key: story.instrument) else { return nil }
            let campaign = try writer.save(plan, of: nil, with: instrument, by: "Trust SEND lead")
            return try writer.screening(campaign.id, for: .operator)
        }
    }

    private func close(_ screening: Screening) async throws {
        let today = today
        try await store.write(Act(who: "Trust SEND lead", at: Instant(day(story.window.last) + 3, hour: 9), way: .demonstration)) { writer in
            let untested = try writer.coverage(of: screening, for: .operator, on: today).values.reduce(CoverageCount(), +).untested
            let act = CloseCampaign(words: untested == 0 ? "" : "The weeks are over. Those who were absent are seen in spring.")
            try writer.save(try act.closed(screening.campaign, untested: untested, by: "Trust SEND lead", today: writer.act.today))
        }
    }
}

/// What happens at one school.
private struct SchoolScreening: Sendable {
    let screening: Screening
    let school: School
    let senco: String
    let testDay: Day
    let today: Day
    let isNow: Bool
    /// Whether half of the decisions still wait.
    let waits: Bool

    private var viewer: Viewer { Viewer(name: senco, role: .senco, sight: .schools([school.id]), place: school.name) }

    /// Results of those who were there, and why the others have none.
    func enter(_ writer: Writer, entered: Bool, untested: Int) throws {
        let pupils = try writer.screenedPupils(of: screening, at: school.id, for: viewer, on: today).filter { $0.coverage != .tested }
        let records = try writer.all(Pupil.self, "WHERE id IN \(pupils.map(\.pupil)) ORDER BY id"), meant = records.filter { screening.instrument.isMeant(for: $0.birth, on: testDay) }
        let reasons = meant.filter { entered || $0.id.rawValue % 19 < 3 }, left = Array(reasons.prefix(untested))
        if !entered { for pupil in meant where !reasons.contains(pupil) { try test(pupil, writer) } }
        let rest = reasons.dropFirst(left.count), half = rest.filter { $0.id.rawValue % 2 == 0 }
        // Last year some were absent to the end; this year only those that are planted.
        let old = isNow ? [] : rest.filter { $0.id.rawValue % 19 == 2 }
        try say(.absent, "At home with a cold.", left + old, writer)
        try say(.optedOut, "The family prefers to wait.", half.filter { !old.contains($0) }, writer)
        try say(.notSuitable, "", rest.filter { !half.contains($0) && !old.contains($0) }, writer)
        try say(.notSuitable, "Not of the age that the test is for.", records.filter { !meant.contains($0) }, writer)
    }

    private func say(_ coverage: Coverage, _ note: String, _ pupils: [Pupil], _ writer: Writer) throws {
        try writer.save(SetScreeningStatus(coverage.rawValue, note: note), of: pupils.map(\.id), in: screening.campaign, at: school.id, by: senco)
    }

    /// A score that is steady for each child.
    private func test(_ pupil: Pupil, _ writer: Writer) throws {
        for (place, scale) in screening.instrument.scales.enumerated() {
            let draw = (pupil.id.rawValue &* 2_654_435_761 &+ place &* 40_503) >> 5, ability = (draw % 21 + (draw / 21) % 21) - 26
            let act = SaveResult(scale, typed(scale, ability, pupil), takenOn: testDay, tester: senco)
            try writer.save(try act.applied(to: nil, of: pupil, with: screening.instrument, at: school.id, today: testDay))
        }
    }

    private func typed(_ scale: Scale, _ ability: Int, _ pupil: Pupil) -> String {
        let months = Age.months(born: pupil.birth, on: testDay), most = scale.range.upperBound
        switch scale.kind {
        case .standard, .scaled: return "\(min(max(100 + ability, scale.range.lowerBound), most))"
        case .percentile: return "\(min(max(50 + ability * 2, 1), 99))"
        case .months: return scale.typed(Score(min(max(months + ability, scale.range.lowerBound), most)))
        case .raw: return "\(min(max(most / 2 + ability * most / 60, 0), most))"
        case .colour, .levels, .steps:
            let number = ability < -15 ? 0 : ability < -8 ? 1 : most
            return scale.typed(Score(number, section: scale.sections?.last { $0.youngest <= months - (number == 0 ? 12 : 0) }?.name ?? ""))
        }
    }

    /// What comes of results below the cut-off.
    func followUp(_ writer: Writer, undecided: Int) throws {
        let all = try writer.belowCutOff(in: screening, at: [school.id], for: viewer, on: today)
        let found = waits ? all.dropLast(all.count / 2 + 1) : all.dropFirst(undecided)
        let pupils = Dictionary(uniqueKeysWithValues: try writer.all(Pupil.self, "WHERE id IN \(found.map(\.pupil))").map { ($0.id, $0) })
        let known = try writer.knownBefore(testDay, among: found.map(\.pupil))
        var opened = !isNow
        for (place, line) in found.enumerated() {
            guard let pupil = pupils[line.pupil] else { continue }
            let isKnown = known.contains(pupil.id), opens = !opened && !isKnown && place % 5 == 3
            try decide(opens ? .concern : isKnown ? .covered : [.provision, .nothing, .provision, .referral][place % 4], line, pupil, isKnown, place, writer)
            opened = opened || opens
        }
    }

    private func decide(_ outcome: FollowUp.Outcome, _ line: BelowCutOff, _ pupil: Pupil, _ isKnown: Bool, _ place: Int, _ writer: Writer) throws {
        let home: FollowUp.HomeLanguage = pupil.eal == true ? [.both, .english, .unclear][place % 3] : .unasked
        let act = DecideFollowUp(
            outcome.rawValue, words: ScreeningWords.of(outcome, screening.instrument.domain, home), begins: line.day + 10, homeLanguage: home.rawValue, homeWords: home == .unasked ? "" : "Asked at the door.",
            knownToSchool: isKnown ? "yes" : "no", knownToFamily: place % 3 == 0 ? "yes" : place % 3 == 1 ? "no" : "unclear")
        let followUp = try writer.decide(act, about: line, of: pupil, in: screening, before: nil, for: viewer)
        guard let concern = followUp.concern else { return }
        let record = try writer.pupilRecord(pupil.id, for: viewer, on: writer.act.today)
        var decision = DecideConcern(ConcernOutcome.targeted.rawValue, because: "The screening and what we see in class agree. Look at the next screening.")
        (decision.doing, decision.isDifferent) = ("Language group with a picture board, three times a week, as for others.", "no")
        let day = writer.act.today, held = try writer.concern(RowID(concern.rawValue), of: pupil.id, for: viewer, on: day)
        try writer.save(try decision.applied(to: held, of: record.register, by: senco, today: day), about: held, of: record, owner: ActionOwner(staff: viewer.staff.first, account: viewer.account, name: senco))
    }
}

/// What people write about it.
private enum ScreeningWords {
    static func of(_ outcome: FollowUp.Outcome, _ domain: Instrument.Domain, _ home: FollowUp.HomeLanguage) -> String {
        let isLanguage = domain == .language
        return switch outcome {
        case .concern: "Follows the first half of what is said, then watches the others."
        case .provision: isLanguage ? "Language group, three times a week for ten weeks." : domain == .reading ? "Reads aloud with an adult, four times a week." : "Key adult checks in each morning."
        case .referral: isLanguage ? "Speech and language therapist" : domain == .reading ? "Advisory teacher for literacy" : "School counsellor"
        case .covered: "The support in place works on exactly this. Looked at in the next review."
        case .nothing: home == .english ? "Fine in the home language. The help with English goes on." : "Tired on the day. What is seen in class is as expected; looked at again in spring."
        }
    }
}
