import Database

/// Short codes in one column, with commas between; none of them has a comma.
struct KeptTexts: Storable {
    let items: [String]

    init(_ items: [String]) { self.items = items }

    init(_ cell: Cell) throws { items = try String(cell).split(separator: ",").map(String.init) }

    var sqlValue: SQLValue { .text(items.joined(separator: ",")) }
}
