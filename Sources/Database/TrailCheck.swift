import Basics

/// Follows the trail of changes from its first row to its head.
struct TrailCheck {
    private(set) var chain: ChainCheck
    static let page = 2_000

    init(_ seals: [TrailSeal]) { chain = ChainCheck(.trail, seals: seals) }

    /// Reads in pages, so that memory does not grow with the trail.
    mutating func run(_ reader: Reader) throws {
        var read = Self.page
        while read == Self.page, chain.goesOn {
            read = 0
            try reader.each("""
                SELECT \(TrailRow.selection), t.digest, v.trail_id, v.salt, v.before, v.after, v.reason
                FROM trail t LEFT JOIN trail_value v ON v.trail_id = t.id
                WHERE t.id > \(chain.end.last) ORDER BY t.id LIMIT \(Self.page)
                """) { row in
                    read += 1
                    try follow(TrailRow(&row), stored: row.next(Bytes.self).bytes, Kept(&row))
                }
        }
        chain.meetHead(try reader.head(of: .trail))
    }

    private mutating func follow(_ row: TrailRow, stored: [UInt8], _ kept: Kept) {
        chain.follow(row.id, row.event, stored: stored, own: row.digest)
        if let fault = kept.fault(row) { chain.add(row.id, fault) }
    }
}

/// The side row of an entry as it stands.
private struct Kept {
    let isThere: Bool, salt: Bytes?, before: String?, after: String?, reason: String?

    init(_ row: inout Row) throws {
        isThere = try row.next(Int?.self) != nil
        (salt, before, after, reason) = try (row.next(), row.next(), row.next(), row.next())
    }

    func fault(_ row: TrailRow) -> String? {
        guard isThere else { return "The values of trail entry \(row.id) (\(row.event)) are missing." }
        if salt == nil, before == nil, after == nil, reason == nil { return nil } // blanked by a disposal
        if let salt, let before, let after,
           TrailValue(salt: salt.bytes, before: before, after: after, reason: reason).digest == row.valueDigest { return nil }
        return "The values of trail entry \(row.id) (\(row.event)) are not as they were written."
    }
}
