import Access
import Basics
import Database
import Foundation
import Pages
@testable import People
@testable import Plans
import Stage
import Testing

@Suite("A file of plans")
struct PlanFileTests {
    /// The sample that an independent validator holds against the published schema.
    static let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Oracles/Plans/sam.json").standardizedFileURL.path

    static func record(plans: [Plan] = [], layers: [LayerSpell] = [], pupil: Pupil? = nil) -> TakeInPlans.Record {
        let sam = Pupil(id: PupilID(7), upn: "A999001200001", surname: "Ash", forename: "Samuel", birth: Day(2017, 5, 4) ?? .distantPast)
        return TakeInPlans.Record(pupil: pupil ?? sam, former: [], school: SchoolID(3), plans: plans, layers: layers, kinds: PlanKind.all, papers: [:])
    }

    /// The sample with some words of it changed.
    static func changed(_ changes: [(String, String)]) throws -> PlanFile {
        var text = try String(contentsOfFile: sample, encoding: .utf8)
        for (old, new) in changes {
            #expect(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        return try PlanFile(checking: JSON(reading: Array(text.utf8)))
    }

    static func places(_ body: () throws -> Void) -> [String] {
        do { try body() } catch let problems as Problems { return problems.list.map(\.field) } catch { return ["\(error)"] }
        return []
    }

    @Test("The sample is read whole, and what is written of it is the same file")
    func sampleRead() throws {
        let file = try PlanFile.read(at: Self.sample)
        #expect(file.entries.map(\.whole.plan.state) == [.closed, .live, .live] && file.entries[1].whole.plan.follows == PlanID(1))
        #expect(file.entries[1].whole.outcomes[0].carriedFrom == file.entries[0].whole.outcomes[0].id && file.layers.count == 2)
        let again = try PlanFile(checking: JSON(reading: Array(file.text.utf8)))
        #expect(again.json == file.json && again.entries[0].evidence == file.entries[0].evidence)
        let intake = try TakeInPlans(file: file, isSameChild: false).applied(to: Self.record(), today: Sample.today)
        #expect(intake.entries.count == 3 && intake.layers.count == 2 && intake.notes.count == 2, "two files are not among the papers: \(intake.notes)")
    }

    static let wrong: [(change: (String, String), place: String)] = [
        (("\"trellis-plans\"", "\"word\""), "format"), (("\"version\": 1", "\"version\": 2"), "version"), (("\"kind\": \"support\", \"state\": \"live\"", "\"kind\": 7, \"state\": \"live\""), "plans[1].kind"),
        (("\"begun_on\": \"2026-01-20\"", "\"begun_on\": \"2026-02-30\""), "plans[1].begun_on"), (("\"begun_on\": \"2026-01-20\"", "\"begun_on\": \"2012-01-20\""), "plans[1].begun_on"),
        (("\"begun_on\": \"2026-01-20\"", "\"begun_on\": \"2027-01-20\""), "plans[1].begun_on"), (("\"ends\": \"2026-01-20\"", "\"ends\": \"2025-09-01\""), "plans[0].ends"),
        (("\"review_by\": \"2026-05-26\"", "\"review_by\": \"2026-01-26\""), "plans[1].review_by"), (("\"review_by\": \"2026-05-26\"", "\"review_by\": \"2036-05-26\""), "plans[1].review_by"),
        (("\"due\": \"2026-01-16\", \"owner\": \"Mr Reed\"", "\"due\": \"2016-01-16\", \"owner\": \"Mr Reed\""), "plans[0].outcomes[0].due"), (("\"kind\": \"profile\"", "\"kind\": \"novel\""), "plans[2].kind"),
        (("\"kind\": \"profile\"", "\"kind\": \"individual\""), "plans[2].kind"), (("\"rhythm\": \"year\"", "\"rhythm\": \"now\""), "plans[2].rhythm"), (("\"part\": \"provision\"", "\"part\": \"magic\""), "plans[0].sections[6].part"),
        (("\"part\": \"provision\"", "\"part\": \"strategies\""), "plans[0].sections[6]"), (("\"carried_from\": \"outcome-1\"", "\"carried_from\": \"outcome-9\""), "plans[1].outcomes[0].carried_from"),
        (("\"follows\": \"plan-1\"", "\"follows\": \"plan-2\""), "plans[1].follows"), (("\"ref\": \"plan-2\"", "\"ref\": \"plan-1\""), "plans[1].ref"), (("\"area\": \"C&I\", \"words\"", "\"area\": \"XX\", \"words\""), "plans[0].sections[2].area"),
        (("\"second_try\": \"2025-09-18\"", "\"second_try\": \"2025-09-10\""), "plans[0].answers[0].second_try"), (("\"starts\": \"2025-09-08\"}", "\"starts\": \"2024-09-08\"}"), "layers[1].starts"),
        (("\"layer\": \"L1\"", "\"layer\": \"L9\""), "layers[1].layer"), (("A999001200001", "B999001200002"), "pupil"), (("\"key\": \"code-2015\"", "\"key\": \"code-2099\""), "plans[0].scheme.key"),
        (("\"cycle\": 2", "\"cycle\": 0"), "plans[1].cycle"), (("\"cycle\": 2", "\"cycle\": 2, \"secret\": [[[[]]]]"), "plans[1].secret"),
    ]

    @Test("What is wrong is said with its place in the file, and nothing is taken", arguments: wrong.indices)
    func refused(place: Int) throws {
        let line = Self.wrong[place]
        let places = Self.places { _ = try TakeInPlans(file: Self.changed([line.change]), isSameChild: false).applied(to: Self.record(), today: Sample.today) }
        #expect(places.contains(line.place), "\(line.change.1): \(places)")
    }

    @Test("Who it is, a number says or a person; where they speak against it, nobody is taken")
    func who() throws {
        let same = { (changes: [(String, String)], pupil: Pupil?, says: Bool) in
            Self.places { _ = try TakeInPlans(file: Self.changed(changes), isSameChild: says).applied(to: Self.record(pupil: pupil), today: Sample.today) }
        }
        let noNumber = [("\"upn\": \"A999001200001\", ", "")]
        #expect(same(noNumber, nil, false) == ["pupil"] && same(noNumber, nil, true) == [])
        var other = Self.record().pupil
        other.birth = other.birth + 1
        #expect(same([], other, false) == [], "the number and the name fit")
        #expect(same(noNumber, other, true) == ["pupil"], "born on another day")
        other.surname = "Birch"
        #expect(same([], other, true) == ["pupil"], "the number alone")
        other = Self.record().pupil
        other.upn = "B999001200002"
        #expect(same([], other, true) == ["pupil"], "another number, whatever a person says")
    }

    @Test("A plan that is there already is not taken twice, nor a second live one")
    func twice() throws {
        let file = try PlanFile.read(at: Self.sample)
        var live = file.entries[1].whole.plan
        (live.pupil, live.id) = (PupilID(7), PlanID(90))
        let places = Self.places { _ = try TakeInPlans(file: file, isSameChild: false).applied(to: Self.record(plans: [live]), today: Sample.today) }
        #expect(places == ["plans[1]", "plans[1].state"])
        let here = LayerSpell(id: RowID(1), pupil: PupilID(7), layer: "L1", spell: Spell(starts: Sample.today - 90))
        let intake = try TakeInPlans(file: file, isSameChild: false).applied(to: Self.record(layers: [here]), today: Sample.today)
        #expect(intake.layers.isEmpty && intake.notes.contains { $0.contains("layers of support") })
    }

    @Test("A file that is none, too deep, too long or broken off is refused in words", arguments: ["", "[]", "{", "null", "\u{FEFF}{}", String(repeating: "[", count: 100_000), "{\"format\": \"trellis-plans\"}"])
    func noFile(text: String) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(filePath: path))
        #expect(throws: Problems.self) { try PlanFile.read(at: path) }
        try Data(count: PlanFile.most.bytes + 1).write(to: URL(filePath: path))
        #expect(Self.places { _ = try PlanFile.read(at: path) } == ["file"])
        #expect(Self.places { _ = try PlanFile.read(at: path + ".none") } == ["file"])
    }
}
