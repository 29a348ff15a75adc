import Access
import AreaKit
import Basics
import Database
import Files
import Pages

let registerAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/register"), .exportRegister, name: "listRegister", "Everybody on roll with their place on the SEND register", query: registerQuestions, item: registerFields) { asked in
        let (answer, filter, pupils) = try await asked.read { reader in
            let filter = try reader.registerFilter(asked), viewer = asked.viewer
            let roll = try reader.roll(filter, for: viewer)
            // By number, not by name: who is added meanwhile comes at the end, and nobody moves.
            let places = roll.places(filter.status).sorted { ($0.pupil, $0.school) < ($1.pupil, $1.school) }
            let part = try asked.part(of: places, marks: 2) { [$0.pupil.rawValue, $0.school.rawValue] }
            viewer.witness.saw(part.items.map(\.pupil))
            var lines: [JSON] = []
            try reader.eachLine(of: part.items[...], on: filter.day) { lines.append(json($0, filter)) }
            return (APIPart(items: lines, next: part.next).json { $0 }, filter, lines.count)
        }
        // It leaves the house as a file does.
        try await asked.visit.write { try $0.noteExport(filter, .json, pupils: pupils) }
        return answer
    },
]

private let registerQuestions: [APIField] = [
    .ofSchool, .onDay, .maybe("changed_since", .day, "Only pupils whose record changed on this day or later."),
    .maybe("status", .code(["all", "register", "E", "K", "N", "none", "watch"]), "Which status: all on roll (as where it is left out), those on the register, one code, none recorded, or on the watch list."),
    .maybe("year", .code(YearGroup.all.map(\.rawValue)), "Only this year."), .maybe("need", .code(NeedType.all.map(\.code)), "Only pupils with this need."),
    .maybe("flag", .code(["looked_after", "pupil_premium", "eal", "SENU", "RP", "dual"]), "Only pupils of whom this holds."),
]

private let registerFields: [APIField] = [APIField("pupil", .id, "The pupil's number in Trellis.")] + RegisterFile.columns.map { name in
    switch name {
    case "date_of_birth", "provision_since": APIField(name, .orNull(.day), "As in the register as a file.")
    case "sen_unit", "resourced_provision", "looked_after", "pupil_premium", "eal": APIField(name, .orNull(.flag), "As in the register as a file.")
    default: APIField(name, .orNull(.anyText), "As in the register as a file.")
    }
}

private func json(_ line: RegisterLine, _ filter: RegisterFilter) -> JSON {
    .object(JSON.KeyedValues([("pupil", .integer(line.pupil.rawValue))] + RegisterFile(filter, as: .json).json(line)))
}

extension Reader {
    fileprivate func registerFilter(_ asked: APIVisit) throws -> RegisterFilter {
        let query = asked.query
        var filter = RegisterFilter(school: try school(asked: query, for: asked.viewer), day: asked.viewer.seesTodayOnly ? asked.today : query.day("on") ?? asked.today)
        let status = query.has("status") ? query.text("status") : "all"
        filter.status = RegisterFilter.Status(status == "register" ? "" : status)
        (filter.year, filter.need, filter.flag) = (query.text("year"), query.text("need"), query.text("flag"))
        filter.changedSince = query.day("changed_since")
        return filter
    }
}
