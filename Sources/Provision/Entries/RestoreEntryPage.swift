import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Takes an entry in again that was taken out of the catalogue.
let restoreEntryPath = PagePath<InterventionID>("/catalogue/*/restore")

let restoreEntryRoutes: [Route] = [
    .read(restoreEntryPath, .seeProvision) { visit, id in try await restoreEntry(id).open(visit) },
    .send(restoreEntryPath, .seeProvision) { visit, id in
        try await restoreEntry(id).send(visit) { writer, viewer, typed in
            let entry = try writer.entryTakenOut(id, for: viewer)
            try entry.refuseOvertaken(seen: typed["seen"])
            return (try writer.save(RestoreIntervention(reason: typed["reason"]).applied(to: entry, at: entry.school)).id, "restored")
        }
    },
]

private func restoreEntry(_ id: InterventionID) -> EntryAct {
    EntryAct(address: restoreEntryPath(id), form: { reader, viewer, write in
        let entry = try reader.entryTakenOut(id, for: viewer)
        return EntryForm(title: "Take \(entry.name) in again", lead: "New provision may begin with it again.", button: "Take it in again", back: interventionPath(id),
                         fields: write.text("reason", "Why?"), version: entry.version)
    })
}

extension Reader {
    /// An entry that this viewer keeps, and that has a last day.
    fileprivate func entryTakenOut(_ id: InterventionID, for viewer: Viewer) throws -> Intervention {
        let entry = try entryToKeep(id, for: viewer)
        guard entry.ends != nil else { throw NotFound() }
        return entry
    }
}
