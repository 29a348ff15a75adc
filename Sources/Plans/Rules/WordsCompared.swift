import Basics

/// Two texts beside each other: which words stand in both, which are gone, which are new.
///
/// The longest words in common are found by dynamic programming, after what is alike at both ends was set aside; so
/// two texts of a plan, a few hundred words each, take well under a millisecond.
public struct WordsCompared: Sendable {
    public enum Piece: Hashable, Sendable {
        case same(String), gone(String), new(String)
    }

    public let pieces: [Piece]

    public init(_ before: String, _ after: String) {
        let old = Self.words(before), new = Self.words(after)
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let middle = Self.middle(Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]))
        pieces = Self.joined(old[..<head].map(Piece.same) + middle + old[(old.count - tail)...].map(Piece.same))
    }

    public var isSame: Bool { pieces.allSatisfy { if case .same = $0 { true } else { false } } }

    private static func words(_ text: String) -> [String] { text.split(whereSeparator: \.isWhitespace).map(String.init) }

    /// Two texts with more pairs of words than this are far from alike, or were made to keep the server busy: what stands
    /// between their ends is shown as a whole.
    static let mostPairs = 4_000_000

    private static func middle(_ old: [String], _ new: [String]) -> [Piece] {
        if old.count * new.count > mostPairs { return old.map(Piece.gone) + new.map(Piece.new) }
        var common = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
        for a in old.indices.reversed() {
            for b in new.indices.reversed() { common[a][b] = old[a] == new[b] ? common[a + 1][b + 1] + 1 : max(common[a + 1][b], common[a][b + 1]) }
        }
        var pieces: [Piece] = [], a = 0, b = 0
        while a < old.count || b < new.count {
            if a < old.count, b < new.count, old[a] == new[b] { pieces.append(.same(old[a])); a += 1; b += 1 }
            else if b == new.count || (a < old.count && common[a + 1][b] >= common[a][b + 1]) { pieces.append(.gone(old[a])); a += 1 }
            else { pieces.append(.new(new[b])); b += 1 }
        }
        return pieces
    }

    /// Neighbours of one kind become one piece.
    private static func joined(_ pieces: [Piece]) -> [Piece] {
        pieces.reduce(into: []) { list, piece in
            switch (list.last, piece) {
            case (.same(let a)?, .same(let b)): list[list.count - 1] = .same("\(a) \(b)")
            case (.gone(let a)?, .gone(let b)): list[list.count - 1] = .gone("\(a) \(b)")
            case (.new(let a)?, .new(let b)): list[list.count - 1] = .new("\(a) \(b)")
            default: list.append(piece)
            }
        }
    }
}
