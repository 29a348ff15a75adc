import Basics

/// One line of costs that are shown without names.
public struct CostLine: Hashable, Sendable {
    public var label: String
    /// Whose costs they are; what is borne by nobody has none.
    public var pupils: Set<PupilID>
    public var toDate: Pence
    public var whole: Pence

    public init(_ label: String, pupils: Set<PupilID>, toDate: Pence, whole: Pence) { (self.label, self.pupils, self.toDate, self.whole) = (label, pupils, toDate, whole) }
}

/// Lines of costs as they may be shown to those who see no names: costs of fewer than five pupils stand together with
/// others, so that the lines still add up to the whole and nobody can be known by taking lines away from it.
public struct ShownCosts: Hashable, Sendable {
    /// So many pupils a line has at least.
    public static let least = 5

    public let lines: [CostLine]
    /// True where there are too few pupils to show any figure.
    public let isHidden: Bool

    /// - Parameter together: what those are called that stand together.
    public init(_ all: [CostLine], together: String) {
        let isBig = { (line: CostLine) in line.pupils.count >= Self.least || line.pupils.isEmpty }
        var shown = all.filter(isBig), rest = all.filter { !isBig($0) }
        while !rest.isEmpty, Self.sum(rest, "").pupils.count < Self.least, let next = shown.filter({ !$0.pupils.isEmpty }).min(by: { ($0.pupils.count, $0.label) < ($1.pupils.count, $1.label) }) {
            shown.removeAll { $0 == next }
            rest.append(next)
        }
        isHidden = !rest.isEmpty && Self.sum(rest, "").pupils.count < Self.least
        lines = isHidden ? [] : shown + (rest.isEmpty ? [] : [Self.sum(rest, rest.count == 1 ? rest[0].label : together)])
    }

    private static func sum(_ lines: [CostLine], _ label: String) -> CostLine {
        lines.reduce(into: CostLine(label, pupils: [], toDate: Pence(0), whole: Pence(0))) { sum, line in
            sum.pupils.formUnion(line.pupils)
            (sum.toDate, sum.whole) = (sum.toDate + line.toDate, sum.whole + line.whole)
        }
    }
}
