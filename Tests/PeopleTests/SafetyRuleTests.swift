import Access
import AreaKit
import Basics
import Database
import Pages
import Stage
import Testing
@testable import People

/// One thing put on the stage, and what the rules must say to it.
struct SafetyCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Rule and URN, in any order; empty where nothing may be found.
    let expected: [String]
    let plant: @Sendable (Stage, _ elm: School, _ oak: School) async throws -> Void

    init(_ words: String, finds expected: String..., plant: @escaping @Sendable (Stage, School, School) async throws -> Void) {
        (testDescription, self.expected, self.plant) = (words, expected, plant)
    }
}

@Suite("Safety-net rules of the register")
struct SafetyRuleTests {
    static let areas: [any Area] = [PeopleArea()]
    static let june = Stage.november - 160

    static func open(_ engine: StageEngine) async throws -> (Stage, School, School) {
        let stage = try await Stage(engine, areas: areas)
        return (stage, try await stage.school(), try await stage.school("Oak Primary School", urn: "999002"))
    }

    static func found(_ stage: Stage, as viewer: Viewer = .operator, school: SchoolID? = nil) async throws -> [(rule: String, finding: Finding)] {
        try await stage.read { reader in
            let question = SafetyQuestion(viewer: viewer, school: school, day: stage.today)
            return try peopleSafetyRules.flatMap { rule in try rule.find(reader, question).map { (rule.id, $0) } }
        }
    }

    @Test("Each fires on its fault, and only on it", arguments: faults + inOrder)
    func fires(planted: SafetyCase) async throws {
        let (stage, elm, oak) = try await Self.open(.sqlite)
        _ = try await stage.pupil("Ada", "Other", at: elm)
        try await planted.plant(stage, elm, oak)
        #expect(try await Self.found(stage).map { "\($0.rule) \($0.finding.urn)" }.sorted() == planted.expected.sorted())
        var bySchool: [(rule: String, finding: Finding)] = []
        for school in try await stage.read({ try $0.schools(for: .operator) }) { bySchool += try await Self.found(stage, school: school.id) }
        #expect(bySchool.map { "\($0.rule) \($0.finding.urn)" }.sorted() == planted.expected.sorted(), "asked school by school")
    }

    @Test("All together find all faults and only them", arguments: StageEngine.here)
    func together(engine: StageEngine) async throws {
        let (stage, elm, oak) = try await Self.open(engine)
        for planted in Self.faults + Self.inOrder { try await planted.plant(stage, elm, oak) }
        let school = Self.faults.flatMap(\.expected).filter { $0.hasPrefix("roll-") }
        let pupils = Self.faults.flatMap(\.expected).filter { !$0.hasPrefix("roll-") }
        #expect(try await Self.found(stage).map { "\($0.rule) \($0.finding.urn)" }.sorted() == (pupils + Set(school)).sorted())
    }

    @Test("Those of one school find nothing of another’s", arguments: StageEngine.here)
    func sight(engine: StageEngine) async throws {
        let (stage, elm, oak) = try await Self.open(engine)
        _ = try await stage.pupil(at: oak, provision: nil, responsible: false)
        let sam = try await stage.pupil(at: elm, provision: "K")
        #expect(try await Self.found(stage, as: .amira(at: elm.id)).map(\.finding.upn) == [sam.upn])
        #expect(try await Self.found(stage, as: .dev).count == 4)
    }

    @Test("No message holds a name, and governors get none at all", arguments: StageEngine.here)
    func names(engine: StageEngine) async throws {
        let (stage, elm, oak) = try await Self.open(engine)
        for planted in Self.faults { try await planted.plant(stage, elm, oak) }
        for (rule, finding) in try await Self.found(stage, as: .dev) {
            #expect(!finding.message.contains("Sam") && !finding.message.contains("Whitlock"), "\(rule)")
            #expect(finding.name == "Sam Whitlock" || finding.pupil == nil)
        }
        #expect(try await Self.found(stage, as: .grace(at: elm.id)).allSatisfy { $0.finding.name.isEmpty })
    }

    @Test("A headteacher’s sight of a child ends with the roll; the SENCO hands over")
    func leaver() async throws {
        let (stage, elm, _) = try await Self.open(.sqlite)
        let sam = try await stage.pupil(at: elm, provision: "K")
        try await stage.need("SLCN", of: sam)
        try await stage.enrolments(of: sam, at: elm) { $0.spell = Spell(starts: Stage.september, ends: Self.june) }
        #expect(try await Self.found(stage, as: .helen(at: elm.id)).isEmpty)
        #expect(try await Self.found(stage, as: .amira(at: elm.id)).map(\.rule) == ["left-without-end"])
    }

    @Test("A term is the longest of the school’s own table, where there is one", arguments: [(70, true), (100, false)])
    func terms(length: Int, tooLong: Bool) async throws {
        let (stage, elm, _) = try await Self.open(.sqlite)
        let sam = try await stage.pupil(at: elm, provision: "K")
        try await stage.need("NSA", of: sam, Spell(starts: stage.today - 95))
        #expect(try await Self.found(stage).map(\.rule) == ["nsa-too-long"])
        let term = AddTerm(name: "Summer", starts: Self.june - length, ends: Self.june - 1)
        try await stage.act { try $0.save(try term.applied(to: elm.id, beside: [])) }
        #expect(try await Self.found(stage).map(\.rule).filter { $0 != "few-family-meetings" } == (tooLong ? ["nsa-too-long"] : []))
    }

    @Test("The quick look at a UPN never calls a wrong one right, and knows every permanent one", arguments: 0..<400)
    func quickUPN(serial: Int) {
        let right = Stage.upn(serial)
        #expect(UniquePupilNumber.isPlainlyRight(right))
        for letter in "ABCDEFGHJKLMNPQRTUVWXYZ" {
            let text = "\(letter)\(right.dropFirst())"
            #expect(UniquePupilNumber.isPlainlyRight(text) == (UniquePupilNumber(text).validity == .valid))
        }
    }

    @Test("The year that the query expects is the one that YearGroup expects", arguments: StageEngine.here)
    func years(engine: StageEngine) async throws {
        let (stage, elm, _) = try await Self.open(engine)
        let births = stride(from: 0, to: 8_400, by: 137).map { stage.today - 300 - $0 }
        for born in births {
            let expected = YearGroup.expected(born: born, in: AcademicYear(containing: stage.today))
            _ = try await stage.pupil("Right", "\(born)", at: elm, born: born, year: expected.rawValue)
            _ = try await stage.pupil("Wrong", "\(born)", at: elm, born: born, year: expected.rawValue == "6" ? "7" : "6")
        }
        let found = try await Self.found(stage)
        #expect(found.count == births.count && found.allSatisfy { $0.rule == "year-unexpected" && $0.finding.name.hasPrefix("Wrong") })
    }
}
