import Access
import AreaKit
import Basics
import Database
import Measures
import People

/// A year and a half of data drops in the demonstration trust, each opened, explained, sent and signed by the same acts as people's
/// clicks. At a few schools the governor has not signed the last; the one of this half-term is open everywhere.
func dropsChapter(_ colleagues: @escaping DropColleagues) -> DemonstrationChapter {
    DemonstrationChapter(planted: { reader, today in
        try reader.schools(for: .operator).enumerated().filter { DropStory.leavesUnsigned($0.element, $0.offset) }.compactMap { _, school in
            try reader.value("SELECT COUNT(*) FROM data_drop WHERE school_id = \(school.id)", as: Int.self) ?? 0 > 1 ? PlantedGap(rule: dropNotSigned.id, urn: school.urn, upn: "") : nil
        }
    }, { store, today in
        let schools = try await store.read { try $0.schools(for: .operator) }
        try await DropExpectations(today: today).tell(store)
        for (place, school) in schools.enumerated() {
            let people = try await store.read { try colleagues($0, school.id, today) }
            try await DropStory(school: school, today: today, leavesUnsigned: DropStory.leavesUnsigned(school, place), people: people).tell(store)
        }
    })
}

/// What the trust expects, on the scales that its schools use.
private struct DropExpectations {
    let today: Day

    func tell(_ store: Store) async throws {
        let act = Act(who: "Dev Patel (Data manager)", at: Instant(DropStory.terms(before: today)[0].firstDay - 90, hour: 11), way: .demonstration)
        try await store.write(act) { writer in
            for (key, scale, years, way, number) in Self.lines {
                guard let test = try writer.instrument(key: key) else { continue }
                let set = SetExpectation((test, scale), years: years.map { YearGroup(rawValue: $0) }, way: way, number: number, starts: writer.act.today, source: "Checked locally by the trust SEND lead with three SENCOs.")
                try writer.save(try set.applied(at: nil, beside: try writer.all(ExpectedProgress.self, "ORDER BY id")))
            }
        }
    }

    private static let lines: [(String, String, [String], SetExpectation.Way, String)] = [
        ("vernon", "spelling", [], .holds, ""), ("b-squared-primary", "english", [], .perYear, "30"), ("early-years-points", "literacy", ["R"], .perYear, "3"),
    ]
}

/// The drops of one school.
struct DropStory: Sendable {
    let school: School
    let today: Day
    let leavesUnsigned: Bool
    let people: [DropColleague]

    static func leavesUnsigned(_ school: School, _ place: Int) -> Bool { place % 3 == 0 && school.kind == .mainstream }

    /// The half-terms that are told of, the first first: this one and the nine before.
    static func terms(before today: Day) -> [HalfTerm] { sequence(first: HalfTerm(containing: today)) { $0.previous }.prefix(10).reversed() }

    func tell(_ store: Store) async throws {
        let terms = Self.terms(before: today)
        guard let named = named, let (test, scale) = try await store.read({ try measure($0) }) else { return }
        for (place, term) in terms.enumerated() {
            let day = Self.schoolDay(min(term.firstDay + 34, today - 4))
            try await store.write(senco(day)) { try score($0, test, scale, place) }
            // The first half-term gives the scores to begin with.
            if place > 0 { try await tell(store, term, test, scale, day, named, isLast: place == terms.count - 1, isUnsigned: leavesUnsigned && place == terms.count - 2) }
        }
    }

    private func tell(_ store: Store, _ term: HalfTerm, _ test: Instrument, _ scale: Scale, _ day: Day, _ named: NameReviewers, isLast: Bool, isUnsigned: Bool) async throws {
        let drop = try await store.write(senco(day + 1)) { writer in
            let start = StartDrop(term, asOf: day, measure: (test, scale.key), group: DropGroup([.withSEN]))
            let drop = try writer.save(try start.applied(at: school.id, beside: [], today: writer.act.today))
            for change in try named.applied(to: drop, []) { try writer.save(change) }
            return drop
        }
        try await store.write(senco(day + 2)) { try explain($0, drop, leaving: isLast ? 2 : 0) }
        if isLast { return }
        try await store.write(senco(day + 3)) { writer in
            let seen = try writer.seen(drop, at: school, for: .operator, on: writer.act.today)
            if seen.whole.judged > 0 { try writer.send(seen) }
        }
        for (place, seat) in DropReviewer.Seat.allCases.enumerated() where !(isUnsigned && seat == .governor) { try await sign(store, drop.id, seat, named, Self.schoolDay(day + 5 + place * 2)) }
        try await store.write(senco(Self.schoolDay(day + 11))) { try answer($0, drop.id) }
        try await store.write(senco(min(day + 30, today - 1))) { try finish($0, drop.id) }
    }

    private func senco(_ day: Day) -> Act { Act(who: "\(sencoName) (SENCO)", account: people.first { $0.roles.contains(.senco) }?.account, at: Instant(day, hour: 15), way: .demonstration) }
    private var sencoName: String { people.first { $0.roles.contains(.senco) }?.name ?? "The SENCO" }

    private static func schoolDay(_ day: Day) -> Day { day.weekday > 5 ? day - (day.weekday - 5) : day }

    /// Whoever usually sits in each seat; nil where somebody is missing.
    private var named: NameReviewers? {
        let seats = DropReviewer.Seat.allCases.compactMap { seat in people.first(where: seat.suits).map { (seat, ($0.account, $0.name)) } }
        return seats.count == 3 ? NameReviewers(Dictionary(uniqueKeysWithValues: seats.map { ($0.0, (account: $0.1.0, name: $0.1.1)) })) : nil
    }

    /// A special school looks at small steps, the others at spelling.
    private func measure(_ reader: Reader) throws -> (Instrument, Scale)? {
        let (key, scale) = school.kind == .special ? ("b-squared-primary", "english") : ("vernon", "spelling")
        guard let test = try reader.instrument(key: key), let scale = test.scale(scale) else { return nil }
        return (test, scale)
    }
}

// What happens to one drop

extension DropStory {
    /// Everybody with SEND is tested; some dip now and then, and a few are away.
    private func score(_ writer: Writer, _ test: Instrument, _ scale: Scale, _ place: Int) throws {
        let day = writer.act.today, traits = try writer.pupilTraits(at: school.id, on: day, in: DropGroup([.withSEN])).filter { $0.provision == "K" || $0.provision == "E" }
        let pupils = try writer.all(Pupil.self, "WHERE id IN \(traits.map(\.pupil)) ORDER BY id").filter { test.isMeant(for: $0.birth, on: day) }
        // Who left or joined support on that very day was tested for that.
        let tested = Set(try writer.all(TestResult.self, "WHERE instrument_id = \(test.id) AND taken_on = \(day) AND withdrawn_on IS NULL").map(\.pupil))
        let here = pupils.filter { (place == 0 || ($0.id.rawValue + place * 5) % 23 != 0) && !tested.contains($0.id) }
        try writer.saveTogether(try here.map { pupil in
            try SaveResult(scale, scale.typed(Score(number(pupil.id, place, scale))), takenOn: day, tester: sencoName).applied(to: nil, of: pupil, with: test, at: school.id, today: day)
        })
    }

    private func number(_ pupil: PupilID, _ place: Int, _ scale: Scale) -> Int {
        let draw = (pupil.rawValue &* 7 &+ place &* 13) % 9, isSteps = scale.kind == .steps, term = Self.terms(before: today)[place].number
        let steady = isSteps ? 202 + pupil.rawValue * 37 % 400 + place * 5 : 76 + pupil.rawValue * 11 % 22
        // The scores that a year is held against are steady, so that most are as expected.
        let gains = term == 1 ? false : term == 6 ? draw < 2 : draw < 4, moved = place > 0 && draw == 0 ? (isSteps ? -40 : -8) : gains ? (isSteps ? 12 : 3) : 0
        return min(max(steady + moved, scale.range.lowerBound), scale.range.upperBound)
    }

    private func explain(_ writer: Writer, _ drop: DataDrop, leaving left: Int) throws {
        let seen = try writer.seen(drop, at: school, for: .operator, on: writer.act.today), below = seen.unexplained
        for (place, pupil) in below.dropLast(left).enumerated() {
            let turn = pupil.traits.pupil.rawValue + place, (reason, words, other, action) = Self.said[turn % Self.said.count]
            let act = ExplainLine(reason: reason, words: words, otherMeasure: other, action: action)
            let owner = ActionOwner(account: writer.act.account, name: sencoName)
            try writer.save(try act.applied(to: nil, line: pupil.line, in: drop), doing: MakeAction(what: action, owner: owner, due: Self.schoolDay(writer.act.today + 21)), about: pupil.traits.pupil, at: school.id)
        }
    }

    private static let said: [(DropAnswer.Reason, String, String, String)] = [
        (.attendance, "Away for two weeks with chickenpox.", "Reading aloud in class is as before.", "Read together three times a week until half-term, and look again"),
        (.provisionLate, "The group began three weeks late, because the room was not free.", "Spelling in the writing book is better than the test.", "Keep the group going for three weeks longer"),
        (.testDay, "The test was on the afternoon of the fire drill.", "Scored as usual on the words of the week.", "Give the test again on a quiet morning"),
        (.provisionUnfit, "A group of five is too loud to listen in.", "Speaks more in pairs, as the speech therapist saw.", "Move to a pair on Tuesdays and Thursdays"),
        (.needUnknown, "Hears the beginning of words, and not their ends.", "Hearing was last checked in reception.", "Ask the family about a hearing test"),
        (.lifeOutside, "The family moved, and sleep is short.", "Is calm and cheerful in class.", "Meet the family for a cup of tea, and agree a quiet start of the day"),
        (.expectationUnfit, "Learns in small steps that this test does not show.", "Met two of three outcomes of the plan.", "Show progress by the outcomes of the plan in the next drop"),
    ]

    private func sign(_ store: Store, _ drop: DataDropID, _ seat: DropReviewer.Seat, _ named: NameReviewers, _ day: Day) async throws {
        guard let person = named.people[seat] else { return }
        let act = Act(who: "\(person.name) (\(seat == .sendLead ? "Trust SEND lead" : seat == .head ? "Headteacher" : "Governor"))", account: person.account, at: Instant(day, hour: 17), way: .demonstration)
        try await store.write(act) { writer in
            guard let found = try writer.one(drop, of: DataDrop.self), found.state == .explained else { return }
            let words = Self.seen[seat] ?? [], turn = (drop.rawValue + day.number) % max(1, words.count)
            let signed = try SignDrop(comment: words[turn].0, question: words[turn].1).applied(to: found, by: person.account, among: writer.reviewers(of: drop), today: day)
            try writer.save(signed.reviewer)
            if let closed = signed.drop { try writer.save(closed) }
        }
    }

    private static let seen: [DropReviewer.Seat: [(String, String)]] = [
        .sendLead: [("Each reason has something done about it. The pairs on Tuesdays look right.", ""), ("Clear. Small steps are counted fairly here.", "Do those who were away in spring catch up with the group, or alone?"),
                    ("The groups are known well. Hearing is looked into where it should be.", "")],
        .head: [("Teachers tell me the same. Rooms are kept free for the groups from now on.", ""), ("I have talked with the team about quiet mornings for tests.", "")],
        .governor: [("The figures are clear. Thank you for saying what is done.", ""), ("I see where it is hard, and that somebody looks after it.", "Is there money for a second quiet room?"), ("Good to see pupil premium looked at by itself.", "")],
    ]

    private func answer(_ writer: Writer, _ drop: DataDropID) throws {
        let replies: [DropReviewer.Seat: String] = [.sendLead: "Alone at first, then with the group: four short sessions each.", .head: "Yes.", .governor: "Yes: it is in the plan for the building in spring."]
        for seat in DropReviewer.Seat.allCases {
            let all = try writer.reviewers(of: drop)
            guard let found = try writer.one(drop, of: DataDrop.self), let asked = all.first(where: { $0.seat == seat && $0.isWaiting }) else { continue }
            let answered = try AnswerReviewer(replies[seat] ?? "Yes.").applied(to: asked, of: found, among: all)
            try writer.save(answered.reviewer)
            if let closed = answered.drop { try writer.save(closed) }
        }
    }

    /// What was to be done is done.
    private func finish(_ writer: Writer, _ drop: DataDropID) throws {
        let results = ["Done, and it helped.", "Done. We look again in the next drop.", ""]
        for action in try writer.all(Action.self, "WHERE ended_on IS NULL AND id IN (SELECT action_id FROM drop_answer WHERE drop_id = \(drop)) ORDER BY id") {
            try writer.save(try EndAction(.done, result: results[action.id.rawValue % results.count]).applied(to: action, by: writer.act.who, today: writer.act.today))
        }
    }
}
