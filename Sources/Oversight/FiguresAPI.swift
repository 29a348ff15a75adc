import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// The numbers of the register, school by school, for programs.
let figuresAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/figures"), .seeFigures, name: "listFigures", "How many pupils of each school have which SEN status", query: [.ofSchool, .onDay], item: figureFields) { asked in
        try await asked.read { reader in
            let viewer = asked.viewer, school = try reader.school(asked: asked.query, for: viewer)
            let day = viewer.seesTodayOnly ? asked.today : asked.query.day("on") ?? asked.today
            let counts = try reader.registerCounts(for: viewer, school: school, on: day)
            let schools = try reader.schools(for: viewer).filter { school == nil || $0.id == school }.sorted { $0.id < $1.id }
            return try asked.part(of: schools, marks: 1) { [$0.id.rawValue] }.json { json($0, counts[$0.id] ?? .zero) }
        }
    },
]

private let figureFields: [APIField] = [
    APIField("urn", .urn, "The school's URN."), APIField("name", .anyText, "Its name."), APIField("on_roll", .number, "Pupils on roll: the sum of the four that follow."),
    APIField("plan", .number, "With an EHC plan."), APIField("support", .number, "With SEN support."), APIField("none", .number, "With no SEN."), APIField("not_recorded", .number, "With no status recorded."),
]

private func json(_ school: School, _ count: RegisterCount) -> JSON {
    .object([
        "urn": .text(school.urn), "name": .text(school.name), "on_roll": .integer(count.roll),
        "plan": .integer(count.plan), "support": .integer(count.support), "none": .integer(count.none), "not_recorded": .integer(count.notRecorded),
    ])
}
