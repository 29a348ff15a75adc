import Basics

/// Follows the chain of sights from its ground to its head, and holds the list by pupil against it.
struct SightCheck {
    private(set) var chain: ChainCheck
    private let bases: [SightBase]
    /// Sums over all pairs of sight and pupil: by the chain, and by `sight_pupil`. They are alike whatever the order.
    private var byChain = PairSum(), byPupil = PairSum()
    /// Up to which sight there is a list by pupil.
    private var indexed = 0

    init(_ reader: Reader, _ seals: [TrailSeal]) throws {
        bases = try reader.all(SightBase.self, "ORDER BY id")
        let ground = bases.last.map { ChainHead(last: $0.last, digest: $0.digest.bytes) } ?? ChainHead(last: 0, digest: [])
        chain = ChainCheck(.sights, from: ground, seals: seals)
    }

    mutating func run(_ reader: Reader) throws {
        indexed = try reader.sightsIndexed()
        try meetDisposals(reader)
        try followAll(reader)
        chain.meetHead(try reader.head(of: .sights))
        try sumByPupil(reader)
        if byChain != byPupil, chain.goesOn { try nameWhatDiffers(reader) }
    }

    private mutating func followAll(_ reader: Reader) throws {
        var read = TrailCheck.page
        while read == TrailCheck.page, chain.goesOn {
            read = 0
            try reader.each("""
                SELECT \(SightRow.selection), s.digest FROM sight s WHERE s.id > \(chain.end.last) ORDER BY s.id LIMIT \(TrailCheck.page)
                """) { row in
                    read += 1
                    let sight = try SightRow(&row)
                    chain.follow(sight.id, stored: try row.next(Bytes.self).bytes, own: sight.digest)
                    for pupil in sight.id > indexed ? [] : sight.pupilIDs ?? [] { byChain.add(pupil.rawValue, sight.id) }
                }
        }
    }

    /// Sights may be gone only by a disposal, and the trail must tell of each as the ground of the chain does.
    private mutating func meetDisposals(_ reader: Reader) throws {
        for base in bases {
            let told = try reader.value("""
                SELECT v.after FROM trail t JOIN trail_value v ON v.trail_id = t.id
                WHERE t.subject = 'sight_base' AND t.subject_id = \(base.id) AND t.row_version = 1 AND t.event = 'sights.forgotten'
                """, as: String?.self)
            if told != .some(FieldText.write(base.fields)) { chain.add(base.last, "Sights up to \(base.last) were taken out, and the trail does not tell of it.") }
        }
        let stray = try reader.value("SELECT count(*) FROM sight WHERE id <= \(chain.end.last)", as: Int.self) ?? 0
        if stray > 0 { chain.add(1, "\(count(stray, "sight")) that had been disposed of were put in again.") }
    }

    private mutating func sumByPupil(_ reader: Reader) throws {
        var last = (pupil: Int.min, sight: Int.min), read = Self.pairs
        while read == Self.pairs {
            read = 0
            try reader.each("""
                SELECT pupil_id, sight_id FROM sight_pupil WHERE (pupil_id, sight_id) > (\(last.pupil), \(last.sight))
                ORDER BY pupil_id, sight_id LIMIT \(Self.pairs)
                """) { row in
                    read += 1
                    last = try (row.next(), row.next())
                    byPupil.add(last.pupil, last.sight)
                }
        }
    }

    private static let pairs = 20_000

    /// Only where the sums differ: which sights can't be found by their pupils.
    private mutating func nameWhatDiffers(_ reader: Reader) throws {
        var last = bases.last?.last ?? 0, hidden: [Int] = []
        while hidden.count < 5, let page = try reader.sights(after: last, limit: TrailCheck.page).nonEmpty {
            hidden += try page.filter { try $0.id <= indexed && !isFound($0, reader) }.map(\.id)
            last = page[page.count - 1].id
        }
        for id in hidden.prefix(5) { chain.add(id, "Sight \(id) can't be found by its pupils: its lines in the list by pupil are not as they were written.") }
        if hidden.isEmpty { chain.add(nil, "The list of sights by pupil holds lines that no sight has: they were put in.") }
    }

    private func isFound(_ sight: SightLine, _ reader: Reader) throws -> Bool {
        try sight.pupils.allSatisfy { pupil in
            try reader.value("SELECT 1 FROM sight_pupil WHERE pupil_id = \(pupil) AND sight_id = \(sight.id)", as: Int.self) != nil
        }
    }
}

/// A sum over pairs of numbers that does not ask for their order. It finds tampering by hand; the chain itself is
/// what cannot be forged.
private struct PairSum: Equatable {
    private var pairs = 0, sum: UInt64 = 0

    mutating func add(_ a: Int, _ b: Int) {
        pairs += 1
        sum &+= Self.mixed(Self.mixed(UInt64(bitPattern: Int64(a))) ^ UInt64(bitPattern: Int64(b)))
    }

    /// The finisher of SplitMix64 (Steele, Lea and Flood 2014).
    private static func mixed(_ number: UInt64) -> UInt64 {
        var z = number &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Array {
    fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
