import Basics
import Foundation

/// The place in a list behind which the next part begins: the sort key of the last item that was shown. A list
/// stands in an order that new items do not disturb, so a walk meets each item once while others are added.
struct APICursor: Sendable {
    let mark: [Int]

    init(_ mark: [Int]) { self.mark = mark }

    /// Opaque to whoever reads it, and it holds no word.
    var text: String {
        Data(mark.map(String.init).joined(separator: ".").utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    init?(text: String) {
        let padded = text.replacing("-", with: "+").replacing("_", with: "/") + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), let words = String(validating: data, as: UTF8.self) else { return nil }
        let pieces = words.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        mark = pieces.compactMap { $0 }
        guard mark.count == pieces.count, self.text == text else { return nil }
    }
}

extension APIVisit {
    /// How many items are asked for, unless the program says otherwise.
    static let usual = 50, most = 200

    /// The questions of every list.
    static let ofLists: [APIField] = [
        .maybe("limit", .integer(1...most), "How many at most; \(usual) where it is left out."),
        .maybe("cursor", .text(least: 1, most: 200, .cursor), "Where to go on: what stood in “next” of the part before."),
    ]

    public var limit: Int { query.integer("limit") ?? Self.usual }

    /// The mark behind which to go on; nil at the beginning.
    /// - Throws: `Problems` where the cursor is none of ours.
    public func mark(of count: Int) throws -> [Int]? {
        guard query.has("cursor") else { return nil }
        guard let cursor = APICursor(text: query.text("cursor")), cursor.mark.count == count else {
            throw Problems("cursor", "This cursor is not one that Trellis gave. Begin again without it.")
        }
        return cursor.mark
    }

    /// The cursor behind the item of this number, for a list that is read part by part.
    public static func cursor(after number: Int) -> String { APICursor([number]).text }

    /// The part of a list that is asked for. The list stands in the order of its marks, each of so many numbers.
    public func part<Item>(of items: [Item], marks count: Int, _ mark: (Item) -> [Int]) throws -> APIPart<Item> {
        let after = try self.mark(of: count)
        let rest = after.map { after in items[items.firstPlace { after.lexicographicallyPrecedes(mark($0)) }...] } ?? items[...]
        let shown = rest.prefix(limit)
        return APIPart(items: Array(shown), next: shown.count < rest.count ? shown.last.map { APICursor(mark($0)).text } : nil)
    }
}

/// Some items of a list, and how to ask for those behind them.
public struct APIPart<Item> {
    public let items: [Item]
    public let next: String?

    public init(items: [Item], next: String?) { (self.items, self.next) = (items, next) }

    public func json(_ item: (Item) throws -> JSON) rethrows -> JSON {
        try .object(["items": .list(items.map(item)), "next": .optional(next)])
    }
}

extension Array {
    /// The first place from which on all fit.
    fileprivate func firstPlace(_ fits: (Element) -> Bool) -> Int {
        var low = startIndex, high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
