import Basics

/// One line of costs that are shown without names.
public struct CostLine: Hashable, Sendable {
    public var label: String
    /// Whose costs they are; what is borne by nobody has none.
    public var pupils: Set<PupilID>
    /// Who bears what it cost so far, and who bears what is still to come: the one is the other taken from the whole.
    public var soFar: Set<PupilID>
    public var toCome: Set<PupilID>
    public var toDate: Pence
    public var whole: Pence

    /// - Parameter soFar: all of the pupils, where it is left out.
    public init(_ label: String, pupils: Set<PupilID>, soFar: Set<PupilID>? = nil, toCome: Set<PupilID> = [], toDate: Pence, whole: Pence) {
        (self.label, self.pupils, self.toDate, self.whole) = (label, pupils, toDate, whole)
        (self.soFar, self.toCome) = (soFar ?? pupils, toCome)
    }

    /// All of them as one.
    public init(_ label: String, sumOf lines: [CostLine]) {
        self.init(label, pupils: lines.reduce(into: []) { $0.formUnion($1.pupils) }, soFar: lines.reduce(into: []) { $0.formUnion($1.soFar) }, toCome: lines.reduce(into: []) { $0.formUnion($1.toCome) },
                  toDate: lines.map(\.toDate).reduce(Pence(0), +), whole: lines.map(\.whole).reduce(Pence(0), +))
    }
}

/// Lines of costs as they may be shown to those who see no names: costs of fewer than five pupils stand together with
/// others, so that the lines still add up to the whole and nobody can be known by taking lines away from it.
public struct ShownCosts: Hashable, Sendable {
    /// So many pupils a line has at least.
    public static let least = 5

    public let lines: [CostLine]
    /// True where there are too few pupils to show any figure.
    public let isHidden: Bool
    /// Early in a year a line of many can have cost something for few so far, and late in it few can have something still to
    /// come: then no line says what it cost to date, for one that is left out could be reckoned from the others.
    public let showsToDate: Bool

    /// - Parameter together: what those are called that stand together.
    public init(_ all: [CostLine], together: String) {
        let isBig = { (line: CostLine) in line.pupils.count >= Self.least || line.pupils.isEmpty }
        var shown = all.filter(isBig), rest = all.filter { !isBig($0) }
        while !rest.isEmpty, CostLine("", sumOf: rest).pupils.count < Self.least, let next = shown.filter({ !$0.pupils.isEmpty }).min(by: { ($0.pupils.count, $0.label) < ($1.pupils.count, $1.label) }) {
            shown.removeAll { $0 == next }
            rest.append(next)
        }
        isHidden = !rest.isEmpty && CostLine("", sumOf: rest).pupils.count < Self.least
        lines = isHidden ? [] : shown + (rest.isEmpty ? [] : [CostLine(rest.count == 1 ? rest[0].label : together, sumOf: rest)])
        showsToDate = lines.allSatisfy { line in [line.soFar, line.toCome].allSatisfy { $0.isEmpty || $0.count >= Self.least } }
    }
}
