import Access
import Basics
import Database

// How the trust's kinds of plan stand in their table, and how they are looked up.

extension PlanKindVersion: Recorded {
    public static let table = Table("plan_kind", "kind", "name", "about", "needed", "possible", "rhythm", "source", "is_support_plan", "is_retired", "from_day", "changed_by")

    public var cells: [SQLValue] {
        Database.cells(kind, name, about, needed, possible, rhythm) + Database.cells(source, isSupportPlan, isRetired, fromDay, changedBy)
    }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (kind, name, about): (String, String, String) = try (row.next(), row.next(), row.next())
        try self.init(id: id, version: version, kind: kind, name: name, about: about, needed: row.next(), possible: row.next(), rhythm: row.next(), source: row.next(),
                      isSupportPlan: row.next(), isRetired: row.next(), fromDay: row.next(), changedBy: row.next())
    }
}

extension Reader {
    /// The kinds of plan on a day, those that were retired too.
    public func planKinds(on day: Day) throws -> [PlanKind] { try planKindVersions().kinds(on: day) }

    /// Every change that the trust made to kinds of plan, the latest last.
    func planKindVersions() throws -> [PlanKindVersion] { try all(PlanKindVersion.self, "ORDER BY from_day, id") }

    /// The kinds as these plans have them, by the number of the change; those that come with Trellis are not among them.
    func planKinds(of plans: [Plan]) throws -> [RowID: PlanKind] {
        let ids = plans.compactMap(\.kindVersion).unique
        return ids.isEmpty ? [:] : Dictionary(try all(PlanKindVersion.self, "WHERE id IN \(ids)").map { ($0.id, $0.planKind) }) { $1 }
    }

    /// The keys of the kinds that a pupil with SEN support must have one of.
    func supportKinds() throws -> [String] {
        try PlanKind.all.filter(\.isSupportPlan).map(\.key) + column("SELECT DISTINCT kind FROM plan_kind WHERE is_support_plan = \(true) ORDER BY kind")
    }
}

extension Viewer {
    /// Whether they keep the kinds of plan of the trust: those who lead it and see plans.
    var keepsPlanKinds: Bool { mayKeepBank(.trust) }
}
