import Basics

/// What changed from one version of a plan to another, section by section.
public struct PlanComparison: Sendable {
    /// One text, before and after.
    public struct Pair: Hashable, Sendable {
        public enum Kind: String, Sendable { case same, came, went, changed }

        public let before: String
        public let after: String

        public init(_ before: String, _ after: String) { (self.before, self.after) = (before, after) }

        public var kind: Kind { before == after ? .same : before.isEmpty ? .came : after.isEmpty ? .went : .changed }
    }

    public let sections: [(section: PlanSection, pairs: [Pair])]

    public init(_ before: WholeVersion, _ after: WholeVersion) {
        sections = PlanSection.allCases.map { section in
            switch section {
            case .e: (section, Self.pairs(before.outcomes.map(\.inWords), after.outcomes.map(\.inWords)) + Self.words(section, before, after))
            case .f: (section, Self.pairs(before.lines.map(\.compared), after.lines.map(\.compared)) + Self.words(section, before, after))
            default: (section, Self.words(section, before, after))
            }
        }
    }

    public func count(_ kind: Pair.Kind) -> Int { sections.flatMap(\.pairs).count { $0.kind == kind } }

    private static func words(_ section: PlanSection, _ before: WholeVersion, _ after: WholeVersion) -> [Pair] {
        let pair = Pair(before.sections[section] ?? "", after.sections[section] ?? "")
        return pair.before.isEmpty && pair.after.isEmpty ? [] : [pair]
    }

    /// Lines that are the same stand beside each other first; of the rest, those that share the most words; what is left came or went.
    static func pairs(_ before: [String], _ after: [String]) -> [Pair] {
        var left = before, pairs: [(place: Int, pair: Pair)] = [], open: [Int] = []
        for (place, text) in after.enumerated() {
            if let same = left.firstIndex(of: text) { left.remove(at: same); pairs.append((place, Pair(text, text))) } else { open.append(place) }
        }
        for place in open {
            let nearest = left.indices.max { likeness(left[$0], after[place]) < likeness(left[$1], after[place]) }
            if let nearest, likeness(left[nearest], after[place]) >= 40 { pairs.append((place, Pair(left.remove(at: nearest), after[place]))) } else { pairs.append((place, Pair("", after[place]))) }
        }
        return pairs.sorted { $0.place < $1.place }.map(\.pair) + left.map { Pair($0, "") }
    }

    /// How many of a hundred words two texts share.
    private static func likeness(_ a: String, _ b: String) -> Int {
        let one = Set(a.folded.split(separator: " ")), two = Set(b.folded.split(separator: " ")), all = one.union(two).count
        return all == 0 ? 100 : one.intersection(two).count * 100 / all
    }
}

extension PlanOutcome {
    public var inWords: String { byWhen.isEmpty ? words : "\(words) (\(byWhen))" }
}

extension SectionFLine {
    /// The line with what it comes to: both may change.
    var compared: String { inWords.isEmpty ? words : "\(words) [\(inWords)]" }
}
