/// What the names in a form mean at one place: the values of the whole form, and the entries of the lists that are
/// being repeated around that place.
struct FormScope {
    struct Entry {
        let list: String
        let values: WordValues
        /// Nothing stands in the list: its first field says so, and the others stay blank.
        var saysNone = false
    }

    let values: WordValues
    private(set) var entries: [Entry] = []

    /// - Parameter values: by name in any capitals.
    init(_ values: WordValues) { self.values = FormScope.folded(values) }

    func inside(_ entry: Entry) -> FormScope {
        var scope = self
        scope.entries.append(entry)
        return scope
    }

    func isInside(_ list: String) -> Bool { entries.contains { $0.list == list } }

    /// The innermost meaning of a name.
    func value(_ name: String) -> WordValue? {
        for entry in entries.reversed() {
            if name.hasPrefix(entry.list + "."), let value = entry.values[String(name.dropFirst(entry.list.count + 1))] { return value }
            if let value = entry.values[name] { return value }
        }
        return values[name]
    }

    /// The empty list that a field of this name would come from.
    func emptyList(_ name: String) -> Entry? {
        entries.last { $0.saysNone && (name.hasPrefix($0.list + ".") || !name.contains(".")) }
    }

    /// The outermost list, not yet repeated, of which the name is a field, and its entries.
    func list(of name: String) -> (name: String, entries: [Entry])? {
        let steps = name.split(separator: ".").map(String.init)
        for count in stride(from: 1, to: steps.count, by: 1) {
            let list = steps.prefix(count).joined(separator: ".")
            if !isInside(list), let entries = self.entries(of: list) { return (list, entries) }
        }
        return nil
    }

    /// The entries of a list; one that says “None” where it is empty, nil where the name is no list.
    func entries(of list: String) -> [Entry]? {
        guard case .rows(let rows)? = value(list) else { return nil }
        return rows.isEmpty ? [Entry(list: list, values: [:], saysNone: true)] : rows.map { Entry(list: list, values: $0) }
    }

    /// The full name under which a field is listed as not known.
    func fullName(_ name: String) -> String {
        guard let entry = entries.last, !name.contains(".") else { return name }
        return entry.list + "." + name
    }

    private static func folded(_ values: WordValues) -> WordValues {
        Dictionary(values.map { (FieldMark.folded($0.key), folded($0.value)) }, uniquingKeysWith: { first, _ in first })
    }

    private static func folded(_ value: WordValue) -> WordValue {
        if case .rows(let rows) = value { .rows(rows.map { folded($0) }) } else { value }
    }
}
