import Access
import Basics
import Database
import Synchronization

/// Everybody whom a filter leaves, in order: who, where, and with which status. The statuses make the numbers,
/// so a list and its numbers can't differ.
struct RegisterRoll: Sendable {
    struct Place: Sendable {
        let enrolment: RowID
        let pupil: PupilID
        let school: SchoolID
        let provision: String?
    }

    let places: [Place]
    let count: RegisterCount

    init(_ places: [Place]) {
        self.places = places
        count = places.reduce(into: RegisterCount()) { $0.add($1.provision, 1) }
    }

    /// Those with a status that is asked for.
    func places(_ status: RegisterFilter.Status) -> [Place] {
        status == .everybody || status == .watched ? places : places.filter { status.takes($0.provision) }
    }
}

extension RegisterFilter.Status {
    /// Whether a provision code is among those asked for. A, P and Q count as K, S as E (domain 1.1).
    func takes(_ provision: String?) -> Bool {
        let counted = provision.flatMap(CodeList.censusProvision)
        return switch self {
        case .onRegister: counted == "K" || counted == "E"
        case .code(let code): ["N", "K", "E"].contains(code) ? counted == code : provision == code
        case .notRecorded: counted == nil
        case .watched, .everybody: true
        }
    }
}

extension Reader {
    /// The roll of a filter, whatever the status; of those watched where they are asked for. Guests are on
    /// another school's roll and are left out.
    ///
    /// Kept until the trail grows: only what is in the trail can change it.
    func roll(_ filter: RegisterFilter, for viewer: Viewer) throws -> RegisterRoll {
        guard viewer.may(.seePupils) else { return RegisterRoll([]) }
        // Within an act the trail is not yet written, so nothing is kept.
        if self is Writer { return try lookUpRoll(filter, viewer) }
        guard let end = try value("SELECT digest FROM trail_head WHERE id = 1", as: Bytes?.self).flatMap({ $0 }) else { return try lookUpRoll(filter, viewer) }
        return try keptRolls.roll(filter, viewer, trail: end) { try lookUpRoll(filter, viewer) }
    }

    private func lookUpRoll(_ filter: RegisterFilter, _ viewer: Viewer) throws -> RegisterRoll {
        let rows = try rows("""
            SELECT e.id, e.pupil_id, e.school_id, ps.provision, ps.starts, \(sortText(filter)) \(registerSource(filter, viewer)) \
            ORDER BY p.sort_name, p.id, e.starts DESC, e.id
            """) { row in
            (RegisterRoll.Place(enrolment: try row.next(), pupil: try row.next(), school: try row.next(), provision: try row.next()),
             try row.next(Day?.self), try row.next(String?.self) ?? "")
        }
        var seen = Set<[Int]>(minimumCapacity: rows.count)
        let once = rows.filter { seen.insert([$0.0.pupil.rawValue, $0.0.school.rawValue]).inserted }
        return RegisterRoll(once.sorted(by: filter.order).map(\.0))
    }

    private func sortText(_ filter: RegisterFilter) -> SQL {
        switch filter.order {
        case .year: yearSelection(filter.day)
        case .schoolClass: classSelection(filter.day)
        case .name, .status, .since: "NULL"
        }
    }
}

extension [(RegisterRoll.Place, Day?, String)] {
    /// The rows come by surname; the sort keeps that within what it sorts by.
    fileprivate func sorted(by order: RegisterFilter.Order) -> Self {
        switch order {
        case .name: self
        case .year: keeping { (YearGroup(rawValue: $0.2).order, "") }
        case .schoolClass: keeping { ($0.2.isEmpty ? 1 : 0, $0.2.folded) }
        case .status: keeping { (["E": 0, "K": 1, "N": 2][$0.0.provision.flatMap(CodeList.censusProvision) ?? ""] ?? 3, "") }
        case .since: keeping { ($0.1?.number ?? .max, "") }
        }
    }

    private func keeping(_ key: (Element) -> (Int, String)) -> Self {
        enumerated().map { ($0.offset, key($0.element), $0.element) }
            .sorted { ($0.1.0, $0.1.1, $0.0) < ($1.1.0, $1.1.1, $1.0) }.map(\.2)
    }
}

/// The rolls last looked up, for as long as the trail ends where it ended.
private final class KeptRolls: Sendable {
    private struct Question: Hashable { let filter: RegisterFilter, sight: Sight }
    private struct Kept {
        var trail: [UInt8] = []
        var rolls: [Question: RegisterRoll] = [:]
        var places = 0
    }

    /// About 60 bytes each.
    private static let mostPlaces = 200_000
    private let kept = Mutex(Kept())

    func roll(_ filter: RegisterFilter, _ viewer: Viewer, trail: Bytes, _ lookUp: () throws -> RegisterRoll) rethrows -> RegisterRoll {
        var filter = filter
        if filter.status != .watched { filter.status = .everybody }
        let question = Question(filter: filter, sight: viewer.sight)
        if let roll = kept.withLock({ $0.trail == trail.bytes ? $0.rolls[question] : nil }) { return roll }
        let roll = try lookUp()
        kept.withLock { kept in
            if kept.trail != trail.bytes || kept.places > Self.mostPlaces { kept = Kept(trail: trail.bytes) }
            kept.rolls[question] = roll
            kept.places += roll.places.count
        }
        return roll
    }
}

private let keptRolls = KeptRolls()
