import Access
import AreaKit
import Basics
import Database
import Pages

let schoolsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/schools"), .visit, name: "listSchools", "The schools that this token sees", item: schoolFields) { asked in
        let schools = try await asked.read { try $0.schools(for: asked.viewer) }.sorted { $0.id < $1.id }
        return try asked.part(of: schools, marks: 1) { [$0.id.rawValue] }.json(\.json)
    },
]

private let schoolFields: [APIField] = [
    APIField("urn", .urn, "The number that names the school nationally."), APIField("name", .anyText, "The school's name."),
    APIField("la", .anyText, "Three figures of the local authority."), APIField("establishment", .anyText, "Four figures of the school within it."),
    APIField("phase", .anyText, "As the national register words it, such as Primary."), APIField("kind", .code(School.Kind.allCases.map(\.rawValue)), "What kind of school it is."),
    APIField("low_age", .orNull(.number), "The youngest age that it takes."), APIField("high_age", .orNull(.number), "The oldest."), APIField("capacity", .orNull(.number), "How many it has room for."),
]

extension School {
    fileprivate var json: JSON {
        .object([
            "urn": .text(urn), "name": .text(name), "la": .text(laCode), "establishment": .text(establishment), "phase": .text(phase), "kind": .text(kind.rawValue),
            "low_age": lowAge.map(JSON.integer) ?? .null, "high_age": highAge.map(JSON.integer) ?? .null, "capacity": capacity.map(JSON.integer) ?? .null,
        ])
    }
}

extension APIField {
    /// The question about one school, by its URN.
    public static let ofSchool = APIField.maybe("school", .urn, "Only the school with this URN.")
    /// The question about another day.
    public static let onDay = APIField.maybe("on", .day, "As things stood on this day; today where it is left out.")
}

extension Reader {
    /// The school that a program names by its URN; nil where it names none.
    /// - Throws: `NotFound` where the viewer does not see it.
    public func school(asked: APIValues, for viewer: Viewer) throws -> SchoolID? {
        guard asked.has("school") else { return nil }
        guard let school = try school(urn: asked.text("school")), viewer.sees(school.id) else { throw NotFound() }
        return school.id
    }
}
