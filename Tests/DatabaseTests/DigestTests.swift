import Basics
@testable import Database
import Foundation
import Testing

/// The digests of both chains, held against those that Python comes to (Tests/Oracles).
@Suite struct DigestTests {
    /// The rows of a table, each cell by the name of its column.
    static func oracle(_ name: String) throws -> [[String: String]] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: tests.appending(path: "Oracles/\(name).csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }

    @Test("The digest of a change is what Python comes to, with an origin and without")
    func changes() throws {
        var digest: [UInt8] = []
        for row in try Self.oracle("trail_digests") {
            let value = { row[$0] ?? "?" }, number = { Int(row[$0] ?? "") }
            let salt = try #require([UInt8](hex: "\\x" + value("salt")))
            let values = TrailValue(salt: salt, before: value("before"), after: value("after"), reason: value("reason").nonEmpty).digest
            #expect(values.hex == value("value_digest"))
            let entry = TrailRow(
                id: try #require(number("id")), at: try #require(Instant(value("at"))), account: number("account").map { AccountID($0) }, who: value("who"),
                way: value("way"), event: value("event"), table: value("table"), row: try #require(number("row")), version: try #require(number("version")),
                pupil: number("pupil").map { PupilID($0) }, school: number("school").map { SchoolID($0) }, receipt: number("receipt").map { ReceiptID($0) },
                undoes: number("undoes"), valueDigest: values, origin: value("origin").nonEmpty)
            digest = entry.digest(after: digest)
            #expect(digest.hex == value("digest"))
        }
        #expect(digest.count == 32)
    }

    @Test("The digest of a sight is what Python comes to")
    func sights() throws {
        var digest: [UInt8] = []
        for row in try Self.oracle("sight_digests") {
            let value = { row[$0] ?? "?" }
            let sighting = Sighting(
                who: value("who"), account: Int(value("account")).map { AccountID($0) }, at: try #require(Instant(value("at"))), origin: value("origin"),
                way: try #require(Way(rawValue: value("way"))), page: value("page"), purpose: value("purpose"),
                pupils: value("pupils").split(separator: " ").compactMap { PupilID($0) })
            digest = SightRow(sighting, id: try #require(Int(value("id")))).digest(after: digest)
            #expect(digest.hex == value("digest"))
        }
        #expect(digest.count == 32)
    }
}
