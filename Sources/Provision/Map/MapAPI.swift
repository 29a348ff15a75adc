import Access
import AreaKit
import Basics
import Database
import Pages
import People

let mapAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/provision-map"), .seeProvision, name: "listProvisionMap", "Pupils in their provisions, with minutes planned and given", query: [
        .ofSchool, .maybe("period", .code(MapPeriod.allCases.map(\.rawValue)), "By each school's own days; the term where it is left out."),
        .maybe("kind", .code(InterventionKind.allCases.map(\.rawValue)), "Only provision of this kind."),
    ], item: mapFields) { asked in
        let viewer = asked.viewer.atProvision
        guard viewer.findsMap else { throw NotFound() }
        return try await asked.read { reader in
            var ask = MapQuestion(school: try reader.school(asked: asked.query, for: viewer), day: asked.today)
            (ask.period, ask.kind) = (MapPeriod(rawValue: asked.query.text("period")) ?? .term, InterventionKind(rawValue: asked.query.text("kind")))
            let schools = try reader.schools(for: viewer).filter { ask.school == nil || $0.id == ask.school }
            let runs = try reader.provisionMap(ask, of: schools.map(\.id), for: viewer).runs, lines = runs.flatMap(\.lines).sorted { ($0.place.run, $0.place.pupil) < ($1.place.run, $1.place.pupil) }
            let part = try asked.part(of: lines, marks: 2) { [$0.place.run.rawValue, $0.place.pupil.rawValue] }
            viewer.witness.saw(part.items.map(\.place.pupil))
            let urns = Dictionary(schools.map { ($0.id, $0.urn) }) { $1 }
            let told = part.items.filter { viewer.may(.seeCosts, at: $0.place.school) }.map(\.run)
            let costs = MapCosts(try reader.costs(of: Dictionary(told.map { ($0.run.id, $0.whole) }) { $1 }.values.sorted { $0.run.id < $1.run.id }, today: asked.today), isPart: true, words: "")
            return part.json { $0.json(urns, viewer.may(.seeCosts, at: $0.place.school) ? costs.cost(of: [$0.place.pupil], in: $0.run) : nil) }
        }
    },
]

private let mapFields: [APIField] = [
    APIField("school", .urn, "URN of the school."), APIField("provision", .id, "The provision's number in Trellis."), APIField("name", .anyText, "What the school calls it."),
    APIField("kind", .code(InterventionKind.allCases.map(\.rawValue)), "How much more it is than teaching for everyone."), APIField("intervention", .id, "The number of its entry in the catalogue."),
    APIField("pupil", .id, "The pupil's number in Trellis."), APIField("planned", .number, "Minutes planned in the period, up to today."),
    APIField("offered", .number, "Minutes that the school had ready."), APIField("attended", .number, "Minutes that the pupil was there for."),
    APIField("cost_to_date", .orNull(.number), "Pence that it cost for this pupil up to today; null without the scope costs.read."),
    APIField("cost_whole_run", .orNull(.number), "Pence for the whole run; null without the scope costs.read."),
]

/// A pupil of whom the viewer may know, in a provision.
private struct MapLine {
    let run: MapRun
    let place: MapPlace

    func json(_ urns: [SchoolID: String], _ cost: MapCost?) -> JSON {
        .object([
            "school": .text(urns[place.school] ?? ""), "provision": .integer(run.run.id.rawValue), "name": .text(run.run.name), "kind": .text(run.run.kind.rawValue),
            "intervention": .integer(run.intervention.id.rawValue), "pupil": .integer(place.pupil.rawValue), "planned": .integer(place.minutes.planned),
            "offered": .integer(place.minutes.offered), "attended": .integer(place.minutes.received),
            "cost_to_date": cost.map { .integer($0.toDate.rawValue) } ?? .null, "cost_whole_run": cost.map { .integer($0.whole.rawValue) } ?? .null,
        ])
    }
}

extension MapRun {
    fileprivate var lines: [MapLine] {
        let names = Set(named.map(\.id))
        return places.filter { names.contains($0.pupil) }.map { MapLine(run: self, place: $0) }
    }
}
