import Basics

extension Store {
    /// Goes along the whole trail and says in plain words where it is not as it was written; empty when all
    /// is sound. Reads in pages, so that memory does not grow with the trail.
    public func verifyTrail() async throws -> [String] {
        try await engine.read { connection in
            var check = TrailCheck()
            try check.run(Reader(connection))
            return check.findings
        }
    }

    /// All that is unsound: the engine's own findings, then the trail's.
    public func check() async throws -> [String] {
        try await engine.soundness() + verifyTrail()
    }
}

/// Follows the chain from its first row to its head.
private struct TrailCheck {
    private(set) var findings: [String] = []
    private var last = 0
    private var digest: [UInt8] = []
    /// A trail that is wrong everywhere is said once, not a hundred thousand times.
    private static let mostFindings = 50, page = 2_000

    mutating func run(_ reader: Reader) throws {
        var read = Self.page
        while read == Self.page, findings.count < Self.mostFindings {
            read = 0
            try reader.each("""
                SELECT \(TrailRow.selection), t.digest, v.trail_id, v.salt, v.before, v.after, v.reason
                FROM trail t LEFT JOIN trail_value v ON v.trail_id = t.id
                WHERE t.id > \(last) ORDER BY t.id LIMIT \(Self.page)
                """) { row in
                    read += 1
                    try follow(TrailRow(&row), digest: row.next(Bytes.self).bytes, Kept(&row))
                }
        }
        try meetHead(reader)
    }

    private mutating func follow(_ row: TrailRow, digest stored: [UInt8], _ kept: Kept) {
        if row.id != last + 1 { missing(last + 1, row.id - 1) }
        let own = row.digest(after: digest)
        // After a gap the digest before is not known, so the chain is taken up again from here.
        if row.id == last + 1, own != stored { add("Trail entry \(row.id) (\(row.event)) is not as it was written, or stands in another's place.") }
        if let fault = kept.fault(row) { add(fault) }
        (last, digest) = (row.id, stored)
    }

    private mutating func missing(_ from: Int, _ to: Int) {
        add(from == to ? "Trail entry \(from) is missing." : "Trail entries \(from) to \(to) are missing.")
    }

    private mutating func add(_ finding: String) {
        if findings.count < Self.mostFindings { findings.append(finding) }
    }

    private mutating func meetHead(_ reader: Reader) throws {
        let head = try reader.first("SELECT last, digest FROM trail_head WHERE id = 1") { try ($0.next(Int.self), $0.next(Bytes?.self)) }
        guard let (end, seal) = head else { add("The head of the trail is missing."); return }
        if end > last { missing(last + 1, end) }
        if end < last { add("The trail goes on after its head: entries \(end + 1) to \(last) were put in.") }
        if end == last, (seal?.bytes ?? []) != digest { add("The head of the trail does not fit its last entry.") }
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
