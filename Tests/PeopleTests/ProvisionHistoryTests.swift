import Basics
import Stage
import Testing
@testable import People

@Suite("A history of provision from a file")
struct ProvisionHistoryTests {
    static let first = Stage.september
    static func day(_ number: Int) -> Day { first + number }

    static let told: [(words: String, rows: [(Int, String)], spells: [String])] = [
        ("one row runs on", [(0, "K")], ["K 0-"]),
        ("each ends the day before the next", [(0, "K"), (10, "E")], ["K 0-9", "E 10-"]),
        ("rows in any order", [(10, "E"), (0, "K")], ["K 0-9", "E 10-"]),
        ("the later of two with one start counts", [(0, "K"), (0, "E")], ["E 0-"]),
        ("a repeat adds nothing", [(0, "K"), (5, "K"), (9, "N")], ["K 0-8", "N 9-"]),
        ("a repeat that the later of two leaves adds nothing", [(0, "K"), (5, "E"), (5, "K")], ["K 0-"]),
        ("nothing sent", [], []),
    ]

    @Test("Rows become spells that do not meet", arguments: told.indices)
    func spells(place: Int) {
        let (words, rows, expected) = Self.told[place]
        let spells = ProvisionHistory.spells(rows.map { IncomingProvision(starts: Self.day($0.0), code: $0.1) }, of: Row.sam.id)
        #expect(spells.map(Self.inWords) == expected, "\(words)")
    }

    static let laid: [(words: String, held: [ProvisionSpell], wanted: [ProvisionSpell], after: [String])] = [
        ("the same", [.of("K", first, id: 1)], [.of("K", first)], ["K 0-"]),
        ("a first history", [], [.of("K", first, day(9)), .of("E", day(10))], ["K 0-9", "E 10-"]),
        ("a new last spell", [.of("K", first, id: 1)], [.of("K", first, day(9)), .of("E", day(10))], ["K 0-9", "E 10-"]),
        ("another code from the same day", [.of("K", first, id: 1)], [.of("E", first)], ["E 0-"]),
        ("a start put right", [.of("K", first, id: 1)], [.of("K", day(3))], ["K 3-"]),
        ("what lies before the file's history stays", [.of("K", day(-90), day(-1), id: 1)], [.of("E", first)], ["K -90--1", "E 0-"]),
        ("what reaches into it ends before it", [.of("K", day(-90), id: 1)], [.of("E", first)], ["K -90--1", "E 0-"]),
        ("what is not in a fuller history goes", [.of("K", first, day(4), id: 1), .of("N", day(5), id: 2)], [.of("E", first)], ["E 0-"]),
        ("no history alters nothing", [.of("K", first, id: 1)], [], ["K 0-"]),
    ]

    @Test("It is laid over the one that the record holds", arguments: laid.indices)
    func align(place: Int) throws {
        let (words, held, wanted, after) = Self.laid[place]
        #expect(try Self.applied(ProvisionHistory.align(held, to: wanted), to: held).map(Self.inWords) == after, "\(words)")
    }

    @Test("Random histories never overlap, never start twice on a day, and the file's own rows are there", arguments: 0..<200 as Range<UInt64>)
    func property(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var held: [ProvisionSpell] = []
        for _ in 0..<random.within(1...5) {
            let rows = (0..<random.below(7)).map { _ in
                IncomingProvision(starts: Self.day(random.below(21)), code: ["N", "K", "E"][random.below(3)])
            }
            let wanted = ProvisionHistory.spells(rows, of: Row.sam.id)
            held = try Self.applied(ProvisionHistory.align(held, to: wanted), to: held)
            let told = held.filter { spell in wanted.first.map { spell.spell.starts >= $0.spell.starts } ?? false }
            #expect(told.map(Self.inWords) == wanted.map(Self.inWords))
            #expect(ProvisionHistory.align(held, to: wanted).isEmpty, "the same again changes nothing")
            #expect(zip(held, held.dropFirst()).allSatisfy { !$0.spell.overlaps($1.spell) })
            #expect(held.allSatisfy { !$0.spell.isReversed } && Set(held.map(\.spell.starts)).count == held.count)
        }
    }

    /// Saves as the store does: replaced ones first, then change by change, with a start unique at each step.
    static func applied(_ alignment: ProvisionHistory.Alignment, to held: [ProvisionSpell]) throws -> [ProvisionSpell] {
        var rows = held.filter { spell in !alignment.replaced.contains { $0.id == spell.id } }
        for change in alignment.changes {
            var after = change.after
            if let before = change.before { rows.removeAll { $0.id == before.id } } else { after.id = RowID((rows.map(\.id.rawValue).max() ?? 0) + 100) }
            try #require(!rows.contains { $0.spell.starts == after.spell.starts })
            rows.append(after)
        }
        return rows.sorted { $0.spell.starts < $1.spell.starts }
    }

    static func inWords(_ spell: ProvisionSpell) -> String {
        "\(spell.provision) \(spell.spell.starts - first)-\(spell.spell.ends.map { "\($0 - first)" } ?? "")"
    }
}
