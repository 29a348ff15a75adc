import Basics

/// A line of the map without names.
public struct UnnamedLine: Hashable, Sendable {
    /// What it is of: one kind, or several that were put together.
    public let names: [String]
    public let places: [MapPlace]

    public init(_ names: [String], _ places: [MapPlace]) { (self.names, self.places) = (names, places) }

    /// Whether it stands for more than one, so that none of them can be looked into.
    public var isTogether: Bool { names.count > 1 }
}

/// Lines with few pupils are put together until none has fewer than five: what is shown adds up to the line above, and no
/// small number can be reckoned from what is left out, since nothing is.
public struct PutTogether: Sendable {
    /// From this number of pupils on a line may stand by itself.
    public static let least = 5

    public let lines: [UnnamedLine]

    /// - Returns: nil where all of them together are too few.
    public init?(_ parts: [UnnamedLine]) {
        let parts = parts.filter { !$0.places.isEmpty }
        guard parts.flatMap(\.places).pupils >= Self.least else { return nil }
        var apart = parts.indices.filter { parts[$0].places.pupils >= Self.least }, together = parts.indices.filter { parts[$0].places.pupils < Self.least }
        while !together.isEmpty, together.flatMap({ parts[$0].places }).pupils < Self.least, let next = apart.min(by: { parts[$0].places.pupils < parts[$1].places.pupils }) {
            apart.removeAll { $0 == next }
            together.append(next)
        }
        let few = together.sorted().map { parts[$0] }
        lines = apart.map { parts[$0] } + (few.isEmpty ? [] : [UnnamedLine(few.flatMap(\.names), few.flatMap(\.places))])
    }
}
