import Basics

/// Adds an instrument to the catalogue, or changes one that the trust or a school added.
public struct KeepInstrument: Sendable {
    /// One scale as the form has it; lines without a name are passed over.
    public struct Line: Sendable {
        public let name: String, kind: String, lowest: String, highest: String, words: String
        /// Whether a low score is the good one.
        public let lowIsGood: Bool

        public init(name: String, kind: String, lowest: String = "", highest: String = "", words: String = "", lowIsGood: Bool = false) {
            (self.name, self.kind, self.lowest, self.highest, self.words) = (name.trimmed, kind, lowest.trimmed, highest.trimmed, words.trimmed)
            self.lowIsGood = lowIsGood
        }
    }

    public let name: String, publisher: String, domain: String, about: String, licence: String
    public let youngest: String, oldest: String
    public let measuresProgress: Bool
    public let lines: [Line]

    public init(name: String, publisher: String = "", domain: String, about: String = "", licence: String = "", youngest: String = "", oldest: String = "",
                measuresProgress: Bool, lines: [Line]) {
        (self.name, self.publisher, self.domain, self.about, self.licence) = (name.trimmed, publisher.trimmed, domain, about.trimmed, licence.trimmed)
        (self.youngest, self.oldest, self.measuresProgress, self.lines) = (youngest.trimmed, oldest.trimmed, measuresProgress, lines)
    }

    /// - Parameters:
    ///   - before: the instrument that is changed; nil for a new one.
    ///   - used: the keys of scales that have results or cut-offs: they keep their kind, and stay.
    public func applied(to before: Instrument?, beside others: [Instrument], at school: SchoolID?, used: Set<String> = []) throws -> Change<Instrument> {
        if let before, before.isShipped { throw Problems("", "Trellis brings this test, so its name and scales stay as they are. Its cut-offs can be set.") }
        var problems = Problems()
        problems.require(!name.isEmpty, "name", "Give the test its name.")
        problems.require(name.count <= 120, "name", "This name is longer than 120 letters. Shorten it.")
        problems.require(!others.contains { $0.id != before?.id && $0.name.folded == name.folded }, "name", "A test of this name is in the list already.")
        problems.require(Instrument.Domain(rawValue: domain) != nil, "domain", "Choose what it looks at.")
        for (field, text, most) in [("publisher", publisher, 120), ("about", about, 1000), ("licence", licence, 500)] {
            problems.require(text.count <= most, field, "This is longer than \(most) letters. Shorten it.")
        }
        let from = problems.months(youngest, "youngest"), to = problems.months(oldest, "oldest")
        if let from, let to { problems.require(from <= to, "oldest", "The oldest age is below the youngest.") }
        let scales = scales(before?.scales ?? [], used, &problems)
        try problems.check()
        let after = Instrument(
            id: before?.id ?? .new, version: before?.version ?? 1, name: name, publisher: publisher, domain: .init(rawValue: domain) ?? .development, scales: scales,
            measuresProgress: measuresProgress, youngestMonths: from, oldestMonths: to, licence: licence, about: about, school: before?.school ?? school, ends: before?.ends)
        return Change(before == nil ? "instrument.added" : "instrument.changed", from: before, to: after)
    }

    private func scales(_ held: [Scale], _ used: Set<String>, _ problems: inout Problems) -> [Scale] {
        var scales: [Scale] = []
        for (place, line) in lines.enumerated() where !line.name.isEmpty {
            let before = held.indices.contains(place) ? held[place] : nil
            guard let scale = line.scale(place, before, used, scales.map(\.key), &problems) else { continue }
            scales.append(scale)
        }
        problems.require(lines.contains { !$0.name.isEmpty }, "scale.0", "Name at least one thing that it gives a score for.")
        for lost in held where used.contains(lost.key) && !scales.contains(where: { $0.key == lost.key }) {
            problems.add("scale.0", "“\(lost.name)” has results, so it stays. Give it its name again.")
        }
        return scales
    }
}

extension KeepInstrument.Line {
    fileprivate func scale(_ place: Int, _ before: Scale?, _ used: Set<String>, _ keys: [String], _ problems: inout Problems) -> Scale? {
        guard let kind = ScoreKind(rawValue: kind) else {
            problems.add("kind.\(place)", "Choose the kind of score.")
            return nil
        }
        let listed = words.split(whereSeparator: { ",;\n".contains($0) }).map { String($0).trimmed }.filter { !$0.isEmpty }
        if let before, used.contains(before.key) {
            problems.require(before.kind == kind, "kind.\(place)", "“\(before.name)” has results, so its kind of score stays: \(before.kind.label).")
            problems.require(!kind.hasLevels || listed.starts(with: before.list), "words.\(place)", "“\(before.name)” has results, so its levels stay as they are: \(before.list.joined(separator: ", ")). New ones go behind them.")
        }
        problems.require(!kind.hasLevels || listed.count > 1, "words.\(place)", "Write the levels from the lowest to the highest, with commas between.")
        problems.require(Set(listed.map(\.folded)).count == listed.count, "words.\(place)", "One level stands there twice.")
        let low = problems.number(lowest, "lowest.\(place)"), high = problems.number(highest, "highest.\(place)")
        problems.require(kind != .raw || high != nil, "highest.\(place)", "Give the most points that can be scored.")
        if let low, let high { problems.require(low < high, "highest.\(place)", "The highest score is not above the lowest.") }
        let key = before?.key ?? Self.freshKey(name, beside: keys)
        return Scale(key, name, kind, lowest: kind.isWord || kind.hasLevels ? nil : low, highest: kind.isWord || kind.hasLevels ? nil : high, words: kind.hasLevels ? listed : nil,
                     sections: before?.sections, bands: before?.bands, lowIsGood: lowIsGood ? true : nil)
    }

    private static func freshKey(_ name: String, beside keys: [String]) -> String {
        let plain = String(name.folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }.prefix(40))
        return keys.contains(plain) || plain.isEmpty ? "\(plain)-\(keys.count + 1)" : plain
    }
}

/// Takes an instrument out of the list, or puts it back. Its results stay.
public struct OfferInstrument: Sendable {
    public let offered: Bool
    public init(_ offered: Bool) { self.offered = offered }

    public func applied(to before: Instrument, today: Day) -> Change<Instrument> {
        var after = before
        after.ends = offered ? nil : before.ends ?? today - 1
        return Change(offered ? "instrument.offered" : "instrument.ended", from: before, to: after)
    }
}

extension Problems {
    /// An age as `4`, `4:06` or `18m`, in months; nil where nothing is given.
    fileprivate mutating func months(_ text: String, _ field: String) -> Int? {
        guard !text.isEmpty else { return nil }
        if let years = Int(text), (0...25).contains(years) { return years * 12 }
        do throws(UnreadableScore) {
            return try Scale("age", "an age", .months, lowest: 0).score(of: text).number
        } catch {
            add(field, "“\(text)” is no age. Write years, such as 4, or years and months, such as 4:06.")
            return nil
        }
    }

    fileprivate mutating func number(_ text: String, _ field: String) -> Int? {
        guard !text.isEmpty else { return nil }
        if let number = Int(text), (0...9999).contains(number) { return number }
        add(field, "“\(text)” is not a whole number. Write one, such as 40.")
        return nil
    }
}
