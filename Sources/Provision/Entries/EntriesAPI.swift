import Access
import AreaKit
import Basics
import Database
import Pages
import People

let entriesAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/interventions"), .seeProvision, name: "listInterventions", "The catalogue of provision: what a trust and its schools use", query: [
        .ofSchool, .maybe("kind", .code(InterventionKind.allCases.map(\.rawValue)), "Only entries of this kind."),
    ], item: entryFields) { asked in
        let viewer = asked.viewer.atProvision
        guard viewer.findsMap else { throw NotFound() }
        return try await asked.read { reader in
            let school = try reader.school(asked: asked.query, for: viewer), kind = InterventionKind(rawValue: asked.query.text("kind"))
            let entries = try reader.entries(for: viewer).filter { (school == nil || $0.school == nil || $0.school == school) && (kind == nil || $0.kind == kind) }.sorted { $0.id < $1.id }
            let urns = Dictionary(try reader.schools(for: viewer).map { ($0.id, $0.urn) }) { $1 }
            return try asked.part(of: entries, marks: 1) { [$0.id.rawValue] }.json { $0.json(urns, on: asked.today) }
        }
    },
]

private let entryFields: [APIField] = [
    APIField("intervention", .id, "The entry's number in Trellis."), APIField("key", .anyText, "The same in every Trellis for those that it brings; empty for others."), APIField("name", .anyText, "What it is called."),
    APIField("kind", .code(InterventionKind.allCases.map(\.rawValue)), "How much more it is than teaching for everyone."), APIField("areas", .list(.anyText), "Keys of the areas of need that it is for."),
    APIField("school", .orNull(.urn), "The school whose own it is; null for the trust's."), APIField("adapts", .orNull(.id), "The trust's entry that it was made from."),
    APIField("group_size", .number, "Pupils in a group."), APIField("minutes", .number, "Minutes of a session."), APIField("sessions_a_week", .number, "Sessions a week."),
    APIField("weeks", .orNull(.number), "Weeks; null where it has no usual end."), APIField("role", .anyText, "Who usually gives it."), APIField("strands", .list(.anyText), "Keys of the nearest strands of the EEF's toolkit."),
    APIField("offered", .flag, "Whether a provision of it may begin today."),
]

extension Intervention {
    fileprivate func json(_ urns: [SchoolID: String], on day: Day) -> JSON {
        .object([
            "intervention": .integer(id.rawValue), "key": .text(key), "name": .text(name), "kind": .text(kind.rawValue), "areas": .list(areas.map(JSON.text)), "school": .optional(school.flatMap { urns[$0] }),
            "adapts": adapts.map { .integer($0.rawValue) } ?? .null, "group_size": .integer(groupSize), "minutes": .integer(minutes), "sessions_a_week": .integer(sessionsAWeek),
            "weeks": weeks.map { .integer($0) } ?? .null, "role": .text(role), "strands": .list(strands.map(JSON.text)), "offered": .bool(isOffered(on: day)),
        ])
    }
}
