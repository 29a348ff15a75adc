import Basics

/// A kind of plan as a trust keeps it from a day on.
public struct PlanKindVersion: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    /// A key of `PlanKind`, or one of the trust's own.
    public var kind: String
    public var name: String
    public var about: String
    /// Keys of parts with commas between.
    public var needed: String
    public var possible: String
    public var rhythm: String
    public var source: String
    public var isSupportPlan: Bool
    public var isRetired: Bool
    public var fromDay: Day
    public var changedBy: String

    /// As pages and rules know it.
    var planKind: PlanKind {
        PlanKind(kind, name, about, needs: Self.parts(needed), may: Self.parts(possible), rhythms: [PlanKind.RhythmRule(from: fromDay, rhythm: rhythm, source: source)],
                 isSupportPlan: isSupportPlan, version: id, isRetired: isRetired)
    }

    private static func parts(_ keys: String) -> [PlanPart] { keys.split(separator: ",").compactMap { PlanPart.named(String($0)) } }
}

extension [PlanKindVersion] {
    /// The kinds on a day: those that come with Trellis as the trust keeps them, then its own.
    func kinds(on day: Day) -> [PlanKind] {
        let latest = Dictionary(filter { $0.fromDay <= day }.sorted { ($0.fromDay, $0.id) < ($1.fromDay, $1.id) }.map { ($0.kind, $0.planKind) }) { $1 }
        let own = latest.values.filter { PlanKind.named($0.key) == nil }.sorted { $0.name.folded < $1.name.folded }
        return PlanKind.all.map { latest[$0.key] ?? $0 } + own
    }
}
