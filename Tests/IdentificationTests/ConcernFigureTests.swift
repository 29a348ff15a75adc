import Access
import AreaKit
import Basics
import Database
@testable import Identification
import Pages
@testable import People
import Stage
import Testing

@Suite("Concerns in figures")
struct ConcernFigureTests {
    static let today = Stage.november

    @Test("Raised, decided, in time, and the median of school days")
    func figures() {
        let elm = SchoolID(1)
        let concern: (Int, Int?) -> CountedConcern = { ago, decided in
            CountedConcern(school: elm, raisedOn: Self.today - ago, decideBy: Self.today - ago + 14, decidedOn: decided.map { Self.today - $0 }, outcome: decided == nil ? nil : .noAction)
        }
        // 20 November 2026 is a Friday: from Friday to Friday lie five school days.
        let figures = ConcernFigures([concern(28, 21), concern(28, 7), concern(28, 14), concern(4, nil)], schoolDays: [:])
        #expect([figures.raised, figures.decided, figures.inTarget] == [4, 3, 2])
        #expect(figures.medianDays == 10 && figures.outcomes == [.noAction: 3])
        #expect(ConcernFigures([], schoolDays: [:]).medianDays == nil)
    }

    @Test("Terms are thirds of a year, the running one first")
    func terms() {
        #expect(YearTerm.latest(4, on: Self.today).map(\.label) == ["Autumn 2026", "Summer 2026", "Spring 2026", "Autumn 2025"])
    }

    @Test("A small number is hidden from those who see no pupils", arguments: [
        (0, false, "0"), (1, false, "1 to 4"), (4, false, "1 to 4"), (5, false, "5"), (3, true, "3"),
    ])
    func small(number: Int, all: Bool, words: String) {
        #expect(ShownNumber(number, showsAll: all).words == words)
    }

    @Test("A total is hidden where one could reckon a small part from it", arguments: [
        ([3, 9], false, "Not shown"), ([1, 1, 9], false, "Not shown"), ([4, 4], false, "Not shown"), ([3, 2, 9], false, "14"), ([1, 2], false, "1 to 4"), ([5, 0, 9], false, "14"), ([3, 9], true, "12"),
    ])
    func totals(parts: [Int], all: Bool, words: String) {
        #expect(ShownNumber.total(of: parts, showsAll: all).words == words)
    }

    @Test("The trust’s analyst sees no small number; whoever sees pupils does; a teacher finds no page", arguments: StageEngine.here)
    func pages(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised(), analyst = Viewer(name: "Ana", role: .trustAnalyst, sight: .trust)
        _ = try await stage.send(path + "/decide", as: stage.amira, [("outcome", "no_action"), ("reason", "A bad week")])
        #expect(try await stage.stage.visit(.read, "/concerns/figures", as: stage.tom).status == 404)
        let page = try await stage.stage.visit(.read, "/concerns/figures", as: analyst).text
        #expect(page.contains("1 to 4") && page.contains("Not shown") && page.contains("Autumn 2026") && !page.contains("Whitlock") && page.contains("Oak Primary School"))
        let own = try await stage.stage.visit(.read, "/concerns/figures?term=Autumn+2026", as: stage.amira).text
        #expect(!own.contains("1 to 4") && !own.contains("Oak Primary School") && own.contains("data-label=\"Decided in time\">1<"))
        let json = try await stage.stage.visit(.read, "/api/v1/concerns/figures", as: stage.amira).text
        #expect(json.contains(#""raised":1,"decided":1,"in_target":1,"median_days":0"#))
        #expect(try await stage.stage.visit(.read, "/api/v1/concerns/figures", as: analyst).text.contains(#""raised":null"#))
        #expect(try await stage.stage.visit(.read, "/concerns/figures/file", as: analyst).status == 404, "no format")
        let csv = try await stage.stage.visit(.read, "/concerns/figures/file?format=csv", as: stage.amira).text
        #expect(csv.contains("urn,school,term,raised") && csv.contains("999001,Elm Primary School,Autumn 2026,1,1,1,0"))
        #expect(try await stage.stage.visit(.read, "/concerns/figures/file?format=xlsx", as: stage.amira).status == 200)
    }

    @Test("One look counts what stands where", arguments: StageEngine.here)
    func counts(engine: StageEngine) async throws {
        let stage = try await ConcernStage(engine), path = try await stage.raised(), today = Self.today, amira = stage.amira
        let first = try await stage.stage.read { try $0.concernCounts(for: amira, on: today) }
        #expect(first == [.open: 1, .undecided: 1, .late: 0, .closed: 0, .all: 1])
        _ = try await stage.send(path + "/decide", as: amira, [("outcome", "no_action"), ("reason", "A bad week")])
        let second = try await stage.stage.read { reader in try [amira, .amira(at: stage.oak.id)].map { try reader.concernCounts(for: $0, on: today) } }
        #expect(second == [[.open: 0, .undecided: 0, .late: 0, .closed: 1, .all: 1], [.open: 0, .undecided: 0, .late: 0, .closed: 0, .all: 0]])
    }
}
