import Basics
@testable import Identification
import Measures
@testable import People
import Stage
import Testing

@Suite("Rules of screening")
struct ScreeningRuleTests {
    private let today = Stage.november

    private func campaign(_ change: (inout ScreeningCampaign) -> Void = { _ in }) -> ScreeningCampaign {
        var campaign = ScreeningCampaign(id: RowID(1), name: "Language", instrument: InstrumentID(1), starts: today - 18, ends: today, years: "R 1", testers: "", madeBy: "Amira Khan", madeOn: today - 30)
        change(&campaign)
        return campaign
    }

    private let instrument = Instrument(id: InstrumentID(1), name: "Language Link", domain: .language, scales: [], measuresProgress: false)

    private func plan(_ name: String = "", starts: Int? = -18, ends: Int? = 0, schools: [Int] = [1], years: [String] = ["R"], classes: [Int] = []) -> PlanCampaign {
        PlanCampaign(name: name, starts: starts.map { Stage.november + $0 }, ends: ends.map { Stage.november + $0 }, schools: schools.map { SchoolID($0) }, years: years.map { YearGroup($0) }, classes: classes.map { ClassID($0) })
    }

    @Test("A campaign is called after its test and month where nobody names it, and is planned, running, past or closed")
    func planned() throws {
        let change = try plan(starts: -18, years: ["R", "1"]).applied(to: nil, with: instrument, by: "Amira Khan", today: today)
        #expect(change.event == "screening.planned" && change.after.name == "Language Link, November 2026" && change.after.years == "R 1")
        #expect(change.after.state(on: today - 19) == .planned && change.after.state(on: today) == .running && change.after.state(on: today + 1) == .past)
        #expect(campaign { $0.closedOn = Stage.november }.state(on: today) == .closed)
        #expect(try plan("Language", starts: -18, years: ["R", "1"]).applied(to: campaign(), with: instrument, by: "Somebody else", today: today).isEmpty, "saved again as it is")
    }

    @Test("What is wrong with a plan is said by its field")
    func refused() {
        let wrong: [(PlanCampaign, String)] = [
            (plan(starts: nil), "starts"), (plan(ends: nil), "ends"), (plan(starts: 0, ends: -1), "ends"), (plan(ends: 200), "ends"), (plan(starts: 400, ends: 410), "starts"),
            (plan(schools: []), "schools"), (plan(years: []), "years"), (plan(classes: [3]), "years"), (plan(schools: [1, 2], years: [], classes: [3]), "years"),
            (plan(String(repeating: "a", count: 101)), "name"), (plan(starts: -3000, ends: -2990), "starts"),
        ]
        for (plan, field) in wrong {
            #expect(throws: Problems.self, "\(field)") {
                do { _ = try plan.applied(to: nil, with: instrument, by: "Amira Khan", today: today) } catch let problems as Problems {
                    #expect(problems.list.map(\.field) == [field])
                    throw problems
                }
            }
        }
        #expect(throws: Problems.self) { try plan().applied(to: nil, with: nil, by: "Amira Khan", today: today) }
        #expect(throws: Problems.self, "closed") { try plan().applied(to: campaign { $0.closedOn = Stage.november }, with: instrument, by: "Amira Khan", today: today) }
    }

    @Test("Closing with children untested asks why; it opens again")
    func closing() throws {
        #expect(throws: Problems.self) { try CloseCampaign().closed(campaign(), untested: 2, by: "Amira Khan", today: today) }
        #expect(throws: Problems.self, "not begun") { try CloseCampaign().closed(campaign { $0.starts = Stage.november + 1; $0.ends = Stage.november + 9 }, untested: 0, by: "Amira Khan", today: today) }
        let closed = try CloseCampaign(words: "They have moved").closed(campaign(), untested: 2, by: "Amira Khan", today: today).after
        #expect(closed.closedOn == today && closed.closingWords == "They have moved")
        #expect(throws: Problems.self) { try CloseCampaign().closed(closed, untested: 0, by: "Amira Khan", today: today) }
        #expect(try CloseCampaign.opened(closed).after.closedOn == nil)
        #expect(throws: Problems.self) { try CloseCampaign.opened(campaign()) }
    }

    @Test("A status is one of those that people set, and said again it is nothing new")
    func status() throws {
        let set = try SetScreeningStatus("absent", note: "At home").applied(to: nil, of: PupilID(1), in: campaign(), at: SchoolID(1), by: "Tom Reed", today: today).after
        #expect(set.status == .absent && set.note == "At home" && set.setBy == "Tom Reed")
        #expect(try SetScreeningStatus("absent", note: "At home").applied(to: set, of: PupilID(1), in: campaign(), at: SchoolID(1), by: "Amira Khan", today: today + 1).isEmpty)
        for status in ["tested", "", "gone"] {
            #expect(throws: Problems.self, "\(status)") { try SetScreeningStatus(status).applied(to: nil, of: PupilID(1), in: campaign(), at: SchoolID(1), by: "Tom Reed", today: today) }
        }
        #expect(throws: Problems.self, "not begun") { try SetScreeningStatus("absent").applied(to: nil, of: PupilID(1), in: campaign { $0.starts = Stage.november + 5; $0.ends = Stage.november + 9 }, at: SchoolID(1), by: "Tom Reed", today: today) }
    }

    private func decide(_ outcome: String, words: String = "", begins: Day? = nil, home: String = "", eal: Bool? = false, before: FollowUp? = nil, family: String = "no") throws -> DecideFollowUp.Result {
        var pupil = Pupil(id: PupilID(1), surname: "Whitlock", forename: "Sam", birth: Stage.inYear4)
        pupil.eal = eal
        return try DecideFollowUp(outcome, words: words, begins: begins, homeLanguage: home, knownToSchool: "no", knownToFamily: family)
            .applied(to: before, of: pupil, in: campaign(), at: SchoolID(1), found: "Screening on a day: 70.", area: .communication, by: "Amira Khan", today: today)
    }

    @Test("Each outcome asks for what it needs", arguments: [
        ("", "outcome"), ("provision", "words begins"), ("referral", "words begins"), ("covered", "words"), ("nothing", "words"),
    ])
    func asks(outcome: String, fields: String) throws {
        do { _ = try decide(outcome); Issue.record("not refused") } catch let problems as Problems { #expect(problems.list.map(\.field).joined(separator: " ") == fields) }
        if !outcome.isEmpty { #expect(try decide(outcome, words: "Language group", begins: today).change.after.outcome.rawValue == outcome) }
    }

    @Test("Whether the family knew must be chosen; a day before birth or far ahead is refused")
    func days() {
        #expect(throws: Problems.self) { try decide("covered", words: "Plan", family: "") }
        for day in [Stage.inYear4 - 1, Stage.november + 400] { #expect(throws: Problems.self) { try decide("provision", words: "Group", begins: day) } }
    }

    @Test("For a pupil with EAL the home language comes first, and stands in the concern")
    func home() throws {
        #expect(throws: Problems.self) { try decide("nothing", words: "Fine", eal: true) }
        #expect(try decide("nothing", words: "Fine", home: "english", eal: true).change.after.homeLanguage == .english)
        let opened = try decide("concern", words: "Watches the others.", home: "both", eal: true)
        #expect(opened.concern?.seen == "Screening on a day: 70. Home language: hard in the home language, too. Watches the others." && opened.concern?.areas == ["C&I"])
        #expect(try decide("nothing", words: "Fine", home: "both", eal: false).change.after.homeLanguage == .unasked, "not asked where it is not so")
    }

    @Test("A concern is opened once")
    func once() throws {
        var before = try decide("concern").change.after
        before.concern = ConcernID(7)
        #expect(try decide("concern", before: before).concern == nil)
    }

    @Test("Coverage counts those who could be tested")
    func counts() {
        var count = CoverageCount()
        #expect(count.percent == nil)
        for (coverage, number) in [(Coverage.tested, 9), (.absent, 2), (.notYet, 1), (.moved, 5), (.optedOut, 1)] { count.add(coverage, number) }
        #expect(count.all == 18 && count.untested == 3 && count.percent == 75)
        #expect((count + count)[.tested] == 18)
    }

    @Test("Small numbers are hidden, and with them as many as it takes", arguments: [
        ([[30, 0, 0]], "30 0 0"), ([[26, 2, 0]], "- - 0"), ([[26, 2, 3]], "26 - -"), ([[40, 2, 9]], "40 - -"), ([[3]], "-"),
        ([[20, 3, 3], [20, 8, 9]], "20 - - / 20 - -"), ([[20, 0, 3], [20, 8, 3]], "- - - / - - -"),
    ])
    func small(numbers: [[Int]], shown: String) {
        let hidden = SmallNumbers(numbers)
        #expect(hidden.cells.map { $0.map { $0.map(String.init) ?? "-" }.joined(separator: " ") }.joined(separator: " / ") == shown)
        for row in hidden.cells where row.count > 1 { #expect(row.count { $0 == nil } != 1) }
    }
}
