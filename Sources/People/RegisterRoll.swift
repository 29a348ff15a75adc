import Access
import Basics
import Database

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
    /// The end of the trail when it was looked up; nil within an act, where nothing is kept.
    let trail: Bytes?

    init(_ places: [Place], trail: Bytes? = nil) {
        (self.places, self.trail) = (places, trail)
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
        let end = try trailDigest()
        return try keptRegister.roll(filter, viewer, trail: end) { try lookUpRoll(filter, viewer, end) }
    }

    private func lookUpRoll(_ filter: RegisterFilter, _ viewer: Viewer, _ end: Bytes?) throws -> RegisterRoll {
        let rows = try rows("""
            SELECT e.id, e.pupil_id, e.school_id, ps.provision, ps.starts, \(sortText(filter)) \(registerSource(filter, viewer)) \
            ORDER BY p.sort_name, p.id, e.starts DESC, e.id
            """) { row in
            (RegisterRoll.Place(enrolment: try row.next(), pupil: try row.next(), school: try row.next(), provision: try row.next()),
             try row.next(Day?.self), try row.next(String?.self) ?? "")
        }
        var seen = Set<[Int]>(minimumCapacity: rows.count)
        let once = rows.filter { seen.insert([$0.0.pupil.rawValue, $0.0.school.rawValue]).inserted }
        return RegisterRoll(once.sorted(by: filter.order).map(\.0), trail: end)
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
