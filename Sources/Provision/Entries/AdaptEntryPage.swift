import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Makes a school's own entry of the trust's.
let adaptEntryPath = PagePath<InterventionID>("/catalogue/*/adapt")

let adaptEntryRoutes: [Route] = [
    .read(adaptEntryPath, .seeProvision) { visit, id in try await adaptEntry(id).open(visit) },
    .send(adaptEntryPath, .seeProvision) { visit, id in
        try await adaptEntry(id).send(visit) { writer, viewer, typed in
            let entry = try writer.entry(id, for: viewer), school = try writer.ownSchool(typed["school"], viewer)
            let beside = try writer.all(Intervention.self, "WHERE adapts_id = \(id) AND school_id = \(school)")
            return (try writer.save(AdaptIntervention(reason: typed["reason"]).applied(to: entry, at: school, beside: beside)).id, "adapted")
        }
    },
]

private func adaptEntry(_ id: InterventionID) -> EntryAct {
    EntryAct(address: adaptEntryPath(id), form: { reader, viewer, write in
        let entry = try reader.entry(id, for: viewer), schools = viewer.keptSchools(try reader.schools(for: viewer))
        if schools.isEmpty || entry.school != nil { throw NotFound() }
        let choice: HTML = schools.count > 1 ? write.select("school", "For which school?", [Choice("", "Choose")] + schools.map { Choice("\($0.id)", $0.name) }) : ""
        return EntryForm(title: "Adapt \(entry.name)", lead: "Your school gets an entry of its own, which you change next. The trust’s stays as it is, and the trust can read why.", button: "Make it our own", back: interventionPath(id),
                         fields: choice + write.text("reason", "Why does your school do it in another way?", hint: "No pupil’s name."))
    })
}
