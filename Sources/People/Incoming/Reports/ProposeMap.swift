import Files

extension ReportMap {
    /// How many rows from the top are searched for the headings.
    static let openingRows = 20

    /// A map for a report that nobody has mapped yet: the row whose cells fit our fields best, and the fields
    /// that they fit. Nil where no row has two headings that we know. A person looks at it before it is used.
    public static func proposed(for rows: [TableRow], kind: ReportKind) -> ReportMap? {
        let fits = rows.prefix(openingRows).map { ($0, columns(fitting: $0, kind: kind)) }
        guard let best = fits.map(\.1.count).max(), best >= 2,
              let (row, columns) = fits.first(where: { $0.1.count == best }) else { return nil }
        var map = ReportMap(kind: kind, columns: columns, headerRow: row.number)
        map.urnColumn = map.columns.removeValue(forKey: "urn")
        map.dateOrder = dateOrder(of: rows.filter { $0.number > row.number }, header: row, columns: columns)
        return map
    }

    private static func columns(fitting row: TableRow, kind: ReportKind) -> [String: String] {
        let names = ReportColumns.names(of: row)
        var free = Dictionary(names.map { (headerKey($0), $0) }, uniquingKeysWith: { first, _ in first })
        var columns: [String: String] = [:]
        for field in ReportField.fields(of: kind) where !(field.key == "full_name" && columns["surname"] != nil) {
            guard let key = field.headers.lazy.map(headerKey).first(where: { free[$0] != nil }) else { continue }
            columns[field.key] = free.removeValue(forKey: key)
        }
        return columns
    }

    /// Month first only where a date says so and none denies it: `03/21/2017` can't be day first.
    private static func dateOrder(of rows: [TableRow], header: TableRow, columns: [String: String]) -> DateOrder {
        guard let name = columns["birth_date"], let position = ReportColumns.names(of: header).firstIndex(of: name) else { return .dmy }
        let dates = rows.map { $0[safe: position] }.filter { !$0.isEmpty }
        let dayFirst = dates.filter { DateOrder.dmy.day($0) != nil }.count
        return dates.filter { DateOrder.mdy.day($0) != nil }.count > dayFirst ? .mdy : .dmy
    }
}
