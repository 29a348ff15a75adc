import AreaKit
import Basics
import Crypto
import Database

/// A copy as it leaves: open JSON, and the same as a page to print.
struct CopyText: Sendable {
    let trust: String
    /// Whom it is about, in words.
    let about: String
    let made: Instant
    let items: [CopyItem]
    /// Whether it is for the data protection officer's eyes: whole, with nothing decided yet.
    var isGathering = false

    static let released = "released"

    /// Groups in the order in which they were found: kind of record, and each thing of it as it leaves.
    var groups: [(title: String, rows: [[SubjectRow.Fact]])] {
        var order: [String] = [], rows: [String: [[SubjectRow.Fact]]] = [:]
        for item in items {
            guard let facts = item.given else { continue }
            if rows[item.title] == nil { order.append(item.title) }
            rows[item.title, default: []].append(facts)
        }
        return order.map { ($0, rows[$0] ?? []) }
    }

    /// What was left out or blacked out, by ground: `third-party 3, serious-harm 1`.
    var leftOut: String {
        let grounds = items.compactMap { $0.mark }.filter { $0.decision != .give }.map(\.ground)
        return Ground.allCases.compactMap { ground in
            let number = grounds.filter { $0 == ground.rawValue }.count
            return number == 0 ? nil : "\(ground.rawValue) \(number)"
        }.joined(separator: ", ")
    }

    var count: Int { items.filter { $0.given != nil }.count }

    var json: String {
        let records: [JSON] = groups.map { group in
            .object(["kind": .text(group.title), "rows": .list(group.rows.map { facts in .list(facts.map(\.json)) })])
        }
        return JSON.object([
            "trust": .text(trust), "about": .text(about), "made": .text(made.description),
            "state": .text(isGathering ? "gathered for the data protection officer; not to be given to anybody" : Self.released),
            "left_out": .text(leftOut), "records": .list(records),
        ]).text
    }
}

extension SubjectRow.Fact {
    fileprivate var json: JSON { .object(["label": .text(label), "text": .text(text)]) }
}

/// The SHA-256 of a text in hexadecimal letters.
func textDigest(_ text: String) -> String { Array(SHA256.hash(data: Array(text.utf8))).hex }
