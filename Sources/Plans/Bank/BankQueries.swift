import Access
import Basics
import Database
import Pages

extension Reader {
    /// The bank as this viewer finds it: what comes with Trellis, and what the trust, their schools and they themselves
    /// added, each with how often it was used. What somebody added comes first.
    func bank(for viewer: Viewer) throws -> [BankEntry] {
        let uses = try Dictionary(rows("SELECT entry, SUM(uses) FROM bank_use GROUP BY entry") { try ($0.next(String.self), $0.next(Int.self)) }) { $1 }
        return try (ownEntries(for: viewer).compactMap(\.entry) + Bank.shipped).map { entry in
            var entry = entry
            entry.uses = uses[entry.key] ?? 0
            return entry
        }
    }

    /// One entry by its key; nil where there is none in sight.
    func bankEntry(_ key: String, for viewer: Viewer) throws -> BankEntry? {
        try Bank.shipped.first { $0.key == key } ?? ownEntries(for: viewer).first { $0.key == key }?.entry
    }

    /// What was added, as far as this viewer sees it.
    private func ownEntries(for viewer: Viewer) throws -> [OwnBankEntry] {
        try all(OwnBankEntry.self, "WHERE withdrawn_on IS NULL AND \(Self.sight(of: viewer)) ORDER BY id DESC")
    }

    private static func sight(of viewer: Viewer) -> SQL {
        let own: SQL = viewer.account.map { "account_id = \($0)" } ?? "1 = 0"
        return "(place = 'trust' OR (place = 'school' AND \(viewer.sees(school: "school_id"))) OR \(own))"
    }

    /// An entry that this viewer may change.
    /// - Throws: `NotFound` where it is not in sight, or is for others to change.
    func ownEntry(_ id: RowID, for viewer: Viewer) throws -> OwnBankEntry {
        guard let entry = try all(OwnBankEntry.self, "WHERE id = \(id) AND withdrawn_on IS NULL AND \(Self.sight(of: viewer))").first,
              viewer.mayKeepBank(entry.place) else { throw NotFound() }
        return entry
    }
}

extension Writer {
    /// Counts that an entry was taken into a plan of a school.
    func countUse(of key: String, at school: SchoolID) throws {
        try execute("""
            INSERT INTO bank_use (entry, school_id, uses) VALUES (\(key), \(school), 1) \
            ON CONFLICT (entry, school_id) DO UPDATE SET uses = bank_use.uses + 1
            """)
    }
}

extension Viewer {
    /// Whether they may add to the bank for others or for themselves: everybody who works with pupils, for themselves; who
    /// decides about the register of a school, for that school; who leads the trust, for the trust.
    func mayKeepBank(_ place: BankPlace) -> Bool {
        switch place {
        case .trust: inStaffParts.parts.contains { $0.sight == .trust && $0.permissions.contains(.seePlans) }
        case .school(let school): may(.changeRegister, at: school)
        case .person(let account): account == self.account && (inStaffParts.may(.raiseConcern) || mayKeepBank(.trust))
        }
    }
}
