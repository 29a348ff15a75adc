import Access
import AreaKit
import Basics
import Database
import People

/// The demonstration trust's impact: scores before and after all that was given, decisions about it, a daily practice and
/// what was seen on the engagement model, told through the same rules as people's clicks, with a few things left undone.
let impactChapter = DemonstrationChapter(planted: plantedInImpact, tellImpactChapter)

@Sendable private func tellImpactChapter(_ store: Store, _ today: Day) async throws {
    for (place, school) in try await store.read({ try $0.schools(for: .operator) }).enumerated() {
        let plot = try await store.read { try $0.impactPlot(at: school, place, on: today) }
        try await ImpactStory(plot).tell(store)
    }
}

@Sendable private func plantedInImpact(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    try reader.schools(for: .operator).enumerated().flatMap { place, school -> [PlantedGap] in
        let plot = try reader.impactPlot(at: school, place, on: today)
        let upns = Dictionary(try reader.all(Pupil.self, "WHERE id IN \([plot.untested, plot.unmoved].compactMap(\.self))").map { ($0.id, $0.upn ?? "") }) { $1 }
        let untested = plot.untested.map { upns[$0] ?? "" }, unmoved = plot.unmoved.map { upns[$0] ?? "" }
        return [startedWithoutBaseline, endedWithoutExit].compactMap { rule in untested.map { PlantedGap(rule: rule.id, urn: school.urn, upn: $0) } }
            + (unmoved.map { [PlantedGap(rule: noEffectThreeTimes.id, urn: school.urn, upn: $0)] } ?? [])
            + (plot.leavesUndecided ? [PlantedGap(rule: impactUndecided.id, urn: school.urn, upn: "")] : [])
    }
}
