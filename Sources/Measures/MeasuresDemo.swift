import Access
import Basics
import Database
import People

/// Two years of tests in the demonstration trust: what schools give to whole years, and to pupils with SEN before and
/// after a programme.
@Sendable func tellMeasuresChapter(_ store: Store, _ today: Day) async throws {
    let schools = try await store.read { try $0.schools(for: .operator) }
    for school in schools { try await TestStory(school: school, today: today).tell(store) }
    if let first = schools.first { try await TestStory(school: first, today: today).tellOwnTest(store) }
}

/// What one school tested.
private struct TestStory: Sendable {
    let school: School
    let today: Day

    /// A test that is given to some years in some months.
    private struct Plan {
        let key: String
        /// Year groups by number; reception is 0.
        let years: ClosedRange<Int>
        /// The month, and how many years before this academic year.
        let sittings: [(month: Int, yearsAgo: Int)]
        var onlyWithSEN = false
    }

    private static let plans = [
        Plan(key: "wellcomm-early", years: 0...0, sittings: [(10, 0)]),
        Plan(key: "language-link-infant", years: 1...1, sittings: [(10, 0)]),
        Plan(key: "swst", years: 3...6, sittings: [(10, 1), (6, 1), (10, 0)], onlyWithSEN: true),
        Plan(key: "yarc-primary", years: 4...6, sittings: [(10, 1), (10, 0)], onlyWithSEN: true),
        Plan(key: "sdq-teacher", years: 2...9, sittings: [(11, 1), (11, 0)], onlyWithSEN: true),
        Plan(key: "ngrt", years: 7...7, sittings: [(9, 0)]),
        Plan(key: "lass-11-15", years: 7...9, sittings: [(10, 1), (10, 0)], onlyWithSEN: true),
    ]

    /// A pupil on roll, and what the tests need to know.
    private struct Tested {
        let pupil: Pupil, since: Day, year: Int, hasSEN: Bool
    }

    func tell(_ store: Store) async throws {
        let (tester, tested) = try await store.read { reader in
            (try reader.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO", try roll(reader))
        }
        for plan in Self.plans {
            for sitting in plan.sittings {
                guard let day = day(sitting.month, sitting.yearsAgo), day < today else { continue }
                let years = (plan.years.lowerBound + sitting.yearsAgo)...(plan.years.upperBound + sitting.yearsAgo)
                let pupils = tested.filter { years.contains($0.year) && $0.since <= day && ($0.hasSEN || !plan.onlyWithSEN) }
                if !pupils.isEmpty { try await save(store, plan.key, pupils, day, tester) }
            }
        }
    }

    /// One school adds a test of its own, and asks for help from a higher spelling score on than the publisher.
    func tellOwnTest(_ store: Store) async throws {
        let check = KeepInstrument(
            name: "Sounds and letters check", publisher: "Made by the school", domain: "reading", about: "Forty-four sounds, heard one by one at the end of each half-term.",
            licence: "Free to use.", youngest: "4", oldest: "7", measuresProgress: true, lines: [.init(name: "Sounds known", kind: "raw", highest: "44")])
        let bands = [SetCutOffs.Line(from: "40", name: "Help now", concern: "act"), .init(from: "88", name: "Look again in spring", concern: "watch"), .init(from: "95", name: "As expected", concern: "none")]
        try await store.write(Act(who: "The SENCO", at: Instant(today - 30, hour: 9), way: .demonstration)) { writer in
            try writer.save(try check.applied(to: nil, beside: writer.instruments(for: .operator), at: school.id))
            guard let swst = try writer.instrument(key: "swst"), let spelling = swst.scale("spelling") else { return }
            try writer.save(try SetCutOffs(bands, starts: today - 30).applied(to: spelling, of: swst, at: school.id, today: today))
        }
    }

    private func save(_ store: Store, _ key: String, _ pupils: [Tested], _ day: Day, _ tester: String) async throws {
        try await store.write(Act(who: "\(tester) (SENCO)", at: Instant(day, hour: 15), way: .demonstration)) { writer in
            guard let instrument = try writer.instrument(key: key) else { return }
            for tested in pupils where instrument.isMeant(for: tested.pupil.birth, on: day) {
                let numbers = instrument.scales.enumerated().map { number(tested, $1, $0, day) }
                for (place, scale) in instrument.scales.enumerated() {
                    // The total of the questionnaire is that of its four kinds of difficulty.
                    let number = key == "sdq-teacher" && place == 0 ? numbers[1...4].reduce(0, +) : numbers[place]
                    let act = SaveResult(scale, typed(number, scale, tested, day), takenOn: day, tester: tester)
                    try writer.save(try act.applied(to: nil, of: tested.pupil, with: instrument, at: school.id, today: day))
                }
            }
        }
    }

    /// A score that is steady for each child, and a little higher each term.
    private func number(_ tested: Tested, _ scale: Scale, _ place: Int, _ day: Day) -> Int {
        let draw = (tested.pupil.id.rawValue &* 2_654_435_761 &+ place / 2 &* 40_503) >> 4
        // From -20 to 20, thicker in the middle; lower where there is SEN.
        let ability = (draw % 21 + (draw / 21) % 21) - 20 - (tested.hasSEN ? 8 : 0), gain = (today - day) / -120
        let number = switch scale.kind {
        case .standard, .scaled: 100 + ability + gain
        case .percentile: NormalCurve.percentile(ofStandard: 100 + ability + gain)
        case .months: Age.months(born: tested.pupil.birth, on: day) + ability + gain
        case .raw: scale.key == "prosocial" ? 8 + ability / 8 : scale.range.upperBound * (14 - ability / 2) / 48
        case .colour, .levels, .steps: ability < -16 ? 0 : ability < -8 ? 1 : scale.range.upperBound
        }
        return min(max(number, scale.range.lowerBound), scale.range.upperBound)
    }

    /// As a tester types it; a red is reached in a section for younger children.
    private func typed(_ number: Int, _ scale: Scale, _ tested: Tested, _ day: Day) -> String {
        let months = Age.months(born: tested.pupil.birth, on: day) - (number == 0 ? 12 : 0)
        return scale.typed(Score(number, section: scale.sections?.last { $0.youngest <= months }?.name ?? ""))
    }

    private func roll(_ reader: Reader) throws -> [Tested] {
        let rows = try reader.rows("""
            SELECT e.pupil_id, e.starts, y.year, EXISTS (SELECT 1 FROM provision_spell s WHERE s.pupil_id = e.pupil_id AND s.ends IS NULL AND s.provision IN ('K', 'E')) \
            FROM enrolment e JOIN pupil_year y ON y.pupil_id = e.pupil_id AND y.school_id = e.school_id AND y.academic_year = \(AcademicYear(containing: today).starting) \
            WHERE e.school_id = \(school.id) AND e.ends IS NULL AND e.kind = 'C' ORDER BY e.pupil_id
            """) { try ($0.next(PupilID.self), $0.next(Day.self), $0.next(YearGroup.self), $0.next(Bool.self)) }
        let pupils = Dictionary(uniqueKeysWithValues: try reader.all(Pupil.self, "WHERE id IN \(rows.map(\.0))").map { ($0.id, $0) })
        return rows.compactMap { row in
            guard let pupil = pupils[row.0], let year = row.2.number else { return nil }
            return Tested(pupil: pupil, since: row.1, year: year, hasSEN: row.3)
        }
    }

    private func day(_ month: Int, _ yearsAgo: Int) -> Day? {
        let start = AcademicYear(containing: today).starting - yearsAgo
        guard let day = Day(month >= 9 ? start : start + 1, month, 8) else { return nil }
        return day.isWeekend ? day + 2 : day
    }
}
