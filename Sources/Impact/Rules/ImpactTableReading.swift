import Basics
import Measures

/// Reads the rows of an impact table, and gathers what is wrong.
struct ImpactTableReading {
    enum Kind { case number, age }

    var pairs: [ImpactTable.Pair] = []
    var leftOut = 0
    var kind: Kind?
    var faults: [ImpactTableFaults.Fault] = []
    private var seen: Set<String> = []

    /// Where the columns are.
    private struct Columns {
        let pupil: Int, baseline: Int, exit: Int, months: Int?
    }

    mutating func read(_ rows: [ImpactTable.Row]) {
        guard let head = rows.first else { return fault(1, 0, "The file is empty. It needs the headings pupil, baseline and exit, and months if you like.") }
        guard let columns = columns(head) else { return }
        for row in rows.dropFirst() { read(row, columns) }
    }

    private mutating func columns(_ head: ImpactTable.Row) -> Columns? {
        let names = head.cells.map(\.folded)
        for name in ["pupil", "baseline", "exit"] where !names.contains(name) { fault(head.line, 0, "There is no column “\(name)”. The first row needs the headings pupil, baseline and exit, and months if you like.") }
        for (place, name) in names.enumerated() where ["pupil", "baseline", "exit", "months"].contains(name) && names.firstIndex(of: name) != place { fault(head.line, place, "There are two columns “\(name)”. Keep one.") }
        guard faults.isEmpty, let pupil = names.firstIndex(of: "pupil"), let baseline = names.firstIndex(of: "baseline"), let exit = names.firstIndex(of: "exit") else { return nil }
        return Columns(pupil: pupil, baseline: baseline, exit: exit, months: names.firstIndex(of: "months"))
    }

    private mutating func read(_ row: ImpactTable.Row, _ columns: Columns) {
        let pupil = row[columns.pupil]
        if pupil.isEmpty { fault(row.line, columns.pupil, "Say which pupil this is: a name, a number or a letter.") }
        else if !seen.insert(pupil.folded).inserted { fault(row.line, columns.pupil, "“\(pupil.prefix(40))” stands there twice. Keep one row for each pupil.") }
        let before = score(row, columns.baseline), after = score(row, columns.exit), months = columns.months.flatMap { self.months(row, $0) }
        guard let before, let after else { leftOut += 1; return }
        pairs.append(.init(before: before, after: after, months: months))
    }

    /// Nil where the cell is empty, or wrong.
    private mutating func score(_ row: ImpactTable.Row, _ column: Int) -> Double? {
        let text = row[column]
        if text.isEmpty { return nil }
        if let number = Self.number(text) { return same(.number, row, column) ? number : nil }
        do throws(UnreadableScore) {
            let age = try Self.age.score(of: text)
            if age.bound == .exact { return same(.age, row, column) ? Double(age.number) : nil }
            fault(row.line, column, "“\(text)” is no exact age, so nobody knows how much it changed. Leave the cell empty.")
            return nil
        } catch {
            fault(row.line, column, text.contains(":") || error.message.contains("spreadsheet") ? error.message : "“\(text.prefix(40))” is no number. Write one such as 85 or 12.5, or an age such as 8:10.")
            return nil
        }
    }

    /// Numbers throughout, or ages throughout.
    private mutating func same(_ kind: Kind, _ row: ImpactTable.Row, _ column: Int) -> Bool {
        if let held = self.kind, held != kind {
            fault(row.line, column, kind == .age ? "“\(row[column])” is an age, and the scores above are numbers. Use one kind." : "“\(row[column])” is a number, and the scores above are ages. Use one kind: ages as 8:10.")
            return false
        }
        self.kind = kind
        return true
    }

    private mutating func months(_ row: ImpactTable.Row, _ column: Int) -> Double? {
        let text = row[column]
        if text.isEmpty { return nil }
        if let number = Self.number(text), (0.1...240).contains(number) { return number }
        fault(row.line, column, "“\(text.prefix(40))” is no time between two tests. Write the months, such as 6 or 4.5: at least 0.1.")
        return nil
    }

    private mutating func fault(_ line: Int, _ column: Int, _ message: String) { faults.append(.init(line: line, column: column + 1, message: message)) }

    private static let age = Scale("age", "an age", .months)

    /// Figures with at most one point: nothing that a spreadsheet cut short or spelt otherwise.
    private static func number(_ text: String) -> Double? {
        let bytes = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }, halves = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let plain = halves.allSatisfy { !$0.isEmpty && $0.count <= 12 && $0.allSatisfy { (48...57).contains($0) } }
        return plain && halves.count <= 2 && halves[0].count <= 9 ? Double(text) : nil
    }
}

extension ImpactTable.Row {
    /// The text of a column (the first is 0), or nothing beyond the end of the row.
    fileprivate subscript(column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
}
