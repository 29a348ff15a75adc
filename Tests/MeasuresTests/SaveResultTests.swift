import Basics
@testable import Measures
@testable import People
import Stage
import Testing

@Suite("Saving and withdrawing results")
struct SaveResultTests {
    let sam = Pupil(id: PupilID(1), surname: "Whitlock", forename: "Sam", birth: Stage.inYear4)
    let test = Instrument(id: InstrumentID(1), name: "Reading test", domain: .reading, scales: [Scale("reading", "Reading", .standard)], measuresProgress: true, youngestMonths: 60, oldestMonths: 132)
    let elm = SchoolID(1), today = Stage.november

    private func apply(_ text: String, on day: Day? = nil, tester: String = "", note: String = "", to before: TestResult? = nil) throws -> Change<TestResult> {
        try SaveResult(test.scales[0], text, takenOn: day ?? today, tester: tester, note: note).applied(to: before, of: sam, with: test, at: elm, today: today)
    }

    private func fields(_ body: () throws -> Void) -> [String] {
        do { try body() } catch { return (error as? Problems)?.list.map(\.field) ?? ["\(error)"] }
        return []
    }

    @Test("A score is written down, and written again it is put right")
    func saves() throws {
        let first = try apply("85", tester: "Tia Lowe")
        #expect(first.event == "result.saved" && first.after.score == Score(85) && first.after.scale == "reading" && first.after.tester == "Tia Lowe" && first.after.school == elm)
        let second = try apply("<70", to: first.after)
        #expect(second.event == "result.corrected" && second.after.score == Score(70, .below) && second.after.tester == "Tia Lowe")
        #expect(try apply("85", to: first.after).isEmpty)
    }

    @Test("What is wrong is said by its field")
    func refuses() {
        #expect(fields { _ = try apply("200") } == ["score"])
        #expect(fields { _ = try apply("85", on: today + 1) } == ["taken_on"])
        #expect(fields { _ = try apply("85", on: sam.birth - 1) } == ["taken_on"])
        #expect(fields { _ = try apply("x", on: today + 1, tester: String(repeating: "a", count: 101), note: String(repeating: "a", count: 1001)) } == ["score", "taken_on", "tester", "note"])
    }

    @Test("A withdrawn result keeps why and when, once")
    func withdraws() throws {
        let result = try apply("85").after, gone = try WithdrawResult(reason: " Another pupil’s ").applied(to: result, today: today)
        #expect(gone.event == "result.withdrawn" && gone.after.withdrawnOn == today && gone.after.withdrawnBecause == "Another pupil’s" && gone.reason == "Another pupil’s")
        #expect(fields { _ = try WithdrawResult(reason: " ").applied(to: result, today: today) } == ["reason"])
        #expect(fields { _ = try WithdrawResult(reason: "Again").applied(to: gone.after, today: today) } == [""])
    }

    @Test("A test is meant for its ages, up to the day before the next birthday")
    func ages() {
        #expect(!test.isMeant(for: sam.birth, on: sam.birth.adding(years: 5) - 1) && test.isMeant(for: sam.birth, on: sam.birth.adding(years: 5)))
        #expect(test.isMeant(for: sam.birth, on: sam.birth.adding(years: 12) - 1) && !test.isMeant(for: sam.birth, on: sam.birth.adding(years: 12)))
        #expect(test.ages == "5 years to 11 years")
    }

    @Test("Cut-offs hold from their day: the school’s before the trust’s before the test’s")
    func cutOffs() throws {
        let scale = test.scales[0], trust = CutOffs(id: RowID(1), instrument: test.id, scale: "reading", starts: today - 10, bands: [Band(40, "Under 95", .act), Band(95, "Fine")])
        let own = CutOffs(id: RowID(2), instrument: test.id, scale: "reading", school: elm, starts: today - 5, bands: [])
        let set = [trust, own]
        #expect(test.bands(of: scale, at: elm, on: today - 11, among: set) == scale.usualBands)
        #expect(test.bands(of: scale, at: elm, on: today - 10, among: set).map(\.name) == ["Under 95", "Fine"])
        #expect(test.bands(of: scale, at: elm, on: today, among: set).isEmpty)
        #expect(test.bands(of: scale, at: SchoolID(2), on: today, among: set).map(\.name) == ["Under 95", "Fine"])
        #expect(test.bands(of: scale, at: nil, on: today, among: set).map(\.name) == ["Under 95", "Fine"])
    }

    @Test("Cut-offs are set in any order, and wrong ones refused at their line")
    func setting() throws {
        let lines = [SetCutOffs.Line(from: "90", name: "Fine", concern: "none"), .init(from: "", name: "", concern: "none"), .init(from: "40", name: "Low", concern: "act")]
        let change = try SetCutOffs(lines, starts: today).applied(to: test.scales[0], of: test, at: nil, today: today)
        #expect(change.after.bands == [Band(40, "Low", .act), Band(90, "Fine")] && change.event == "cut_offs.set")
        #expect(fields {
            let wrong = [SetCutOffs.Line(from: "300", name: "High", concern: "none"), .init(from: "50", name: "", concern: "none"), .init(from: "50", name: "B", concern: "x")]
            _ = try SetCutOffs(wrong, starts: today + 400).applied(to: test.scales[0], of: test, at: nil, today: today)
        } == ["from.0", "name.1", "starts", "from.0"])
        #expect(fields { _ = try SetCutOffs([.init(from: "85", name: "Low", concern: "act")], starts: today).applied(to: test.scales[0], of: test, at: nil, today: today) } == ["from.0"])
        #expect(try SetCutOffs([], starts: today).applied(to: test.scales[0], of: test, at: nil, today: today).after.bands.isEmpty)
    }
}
