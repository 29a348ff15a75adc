import Access
import Basics
import Database
import Pages
import People

/// One line of a campaign's table: a school or a class.
struct CoverageLine: Sendable {
    let name: String
    /// Where it is looked at or entered; nil where there is nothing to open.
    let address: Address?
    let count: CoverageCount
    /// How many are below the cut-off, and of how many nobody has decided yet; nil where it is not counted line by line.
    let below: Int?
    let undecided: Int?
}

/// Tested, absent, not yet and so on, line by line, with the sum.
struct CoverageTable: Sendable {
    let lines: [CoverageLine]
    let isTrust: Bool
    let hidesSmall: Bool

    private static let columns: [Coverage] = [.tested, .absent, .notYet, .moved, .optedOut, .notSuitable]

    var html: HTML {
        if lines.isEmpty { return "<p>No child belongs to it at present. Check the year groups and the days.</p>" }
        let numbers = lines.map { line in Self.columns.map { line.count[$0] } }
        let cells = hidesSmall ? SmallNumbers(numbers).cells : numbers.map { $0.map(Optional.init) }
        let whole: [[Int?]] = hidesSmall ? SmallNumbers(lines.map { [$0.count.all] }).cells : lines.map { [$0.count.all] }
        let found = hidesSmall ? SmallNumbers(lines.map { [$0.below ?? 0, $0.undecided ?? 0] }).cells : lines.map { [$0.below, $0.undecided] }
        let rows: [HTML] = lines.indices.map { row(lines[$0], whole[$0][0], cells[$0], found[$0]) }
        let heads: [HTML] = [head(isTrust ? "School" : "Class"), head("Children", number: true)] + Self.columns.map { head($0.short, number: true) } + foundHeads
        let note: HTML = hidesSmall ? "<p class=\"hint\">Numbers from 1 to 4 are hidden, and others with them from which one could be worked out, so that no child can be told from them.</p>" : ""
        return """
            \(note)<table class="stack-on-phone"><caption class="unseen">How far \(isTrust ? "each school" : "each class") is</caption><thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody>\(sum)</table>
            """
    }

    private var foundHeads: [HTML] { isTrust ? [head("Below cut-off", number: true), head("To decide", number: true)] : [] }

    private func row(_ line: CoverageLine, _ whole: Int?, _ cells: [Int?], _ found: [Int?]) -> HTML {
        let name: HTML = line.address.map { "<a class=\"name\" href=\"\($0)\">\(line.name)</a>" } ?? "\(line.name)"
        let share: HTML = line.count.percent.map { hidesSmall ? "" : "<br><span class=\"quiet\">\($0)%</span>" } ?? ""
        let numbers: [HTML] = zip(Self.columns, cells).map { cell($0.short, $1, $0 == .tested ? share : "") }
        let more: [HTML] = isTrust ? [cell("Below cut-off", found[0]), cell("To decide", found[1])] : []
        return "<tr><th scope=\"row\">\(name)</th>\(cell("Children", whole))\(numbers)\(more)</tr>\n"
    }

    private func cell(_ label: String, _ number: Int?, _ more: HTML = "") -> HTML {
        let words: HTML = number.map { "\(grouped($0))" } ?? "hidden"
        return "<td class=\"number\" data-label=\"\(label)\">\(words)\(more)</td>"
    }

    private var sum: HTML {
        if lines.count < 2 { return "" }
        let whole = lines.map(\.count).reduce(CoverageCount(), +), numbers = Self.columns.map { whole[$0] }
        let found = [lines.compactMap(\.below).reduce(0, +), lines.compactMap(\.undecided).reduce(0, +)]
        let cells: [Int?] = hidesSmall ? SmallNumbers([numbers]).cells[0] : numbers, below: [Int?] = hidesSmall ? SmallNumbers([found]).cells[0] : found
        let share: HTML = whole.percent.map { hidesSmall ? "" : "<br><span class=\"quiet\">\($0)%</span>" } ?? ""
        let row: [HTML] = zip(Self.columns, cells).map { cell($0.short, $1, $0 == .tested ? share : "") }
        let more: [HTML] = isTrust ? [cell("Below cut-off", below[0]), cell("To decide", below[1])] : []
        return "<tfoot><tr><th scope=\"row\">Together</th>\(cell("Children", whole.all))\(row)\(more)</tr></tfoot>"
    }
}

/// How many are below the cut-off, of how many nobody has decided, and how many nobody knew of before.
struct FoundFigures: Sendable {
    private let counts: [SchoolID: (below: Int, undecided: Int)]
    private let newToSchool: Int
    private let newToFamily: Int
    private let hidesSmall: Bool

    init(_ visit: Visit, _ reader: Reader, _ screening: Screening, _ schools: [School]) throws {
        let ids = schools.map(\.id), followUps = try reader.followUps(in: screening.id, at: ids)
        let found = try reader.belowCutOff(in: screening, at: ids, for: visit.person.screening, on: visit.today, namesOnly: false)
        counts = found.reduce(into: [:]) { counts, line in
            counts[line.school, default: (0, 0)].below += 1
            if followUps[line.pupil] == nil { counts[line.school, default: (0, 0)].undecided += 1 }
        }
        let decided = found.compactMap { followUps[$0.pupil] }
        newToSchool = decided.count { $0.knownToSchool == .no }
        newToFamily = decided.count { $0.knownToFamily == .no }
        hidesSmall = visit.person.seesNumbersOnly
    }

    func below(_ school: SchoolID) -> Int? { counts[school]?.below ?? 0 }
    func undecided(_ school: SchoolID) -> Int? { counts[school]?.undecided ?? 0 }

    /// What the campaign has found.
    var card: HTML {
        let below = counts.values.map(\.below).reduce(0, +), undecided = counts.values.map(\.undecided).reduce(0, +)
        return Pages.card("What it has found", id: "found", facts([
            ("Below the cut-off", number(below)), ("Decided what comes of it", number(below - undecided)),
            ("Not known before to the school", number(newToSchool)), ("Not known before to the family", number(newToFamily)),
        ]))
    }

    private func number(_ number: Int) -> HTML { hidesSmall && (1...4).contains(number) ? "hidden, from 1 to 4" : "\(grouped(number))" }
}
