import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Takes an entry out of the catalogue, or corrects the last day of one that was.
let retireEntryPath = PagePath<InterventionID>("/catalogue/*/retire")

let retireEntryRoutes: [Route] = [
    .read(retireEntryPath, .seeProvision) { visit, id in try await retireEntry(id, visit.today).open(visit) },
    .send(retireEntryPath, .seeProvision) { visit, id in
        try await retireEntry(id, visit.today).send(visit) { writer, viewer, typed in
            let entry = try writer.entryToKeep(id, for: viewer)
            try entry.refuseOvertaken(seen: typed["seen"])
            let day = Day(typed["last_day"]), wrong = day == nil ? Problems("last_day", "Give the last day on which it may begin, with day, month and year.") : Problems()
            return (try writer.save(together(wrong) { try RetireIntervention(lastDay: day ?? writer.act.today, reason: typed["reason"]).applied(to: entry, at: entry.school) }).id, "retired")
        }
    },
]

private func retireEntry(_ id: InterventionID, _ today: Day) -> EntryAct {
    EntryAct(address: retireEntryPath(id), form: { reader, viewer, write in
        let entry = try reader.entryToKeep(id, for: viewer), isOut = entry.ends != nil
        return EntryForm(title: isOut ? "Correct the last day of \(entry.name)" : "Take out \(entry.name)", lead: "Nothing new begins with it. What runs goes on, and what was done stays.",
                         button: isOut ? "Save the last day" : "Take it out", back: interventionPath(id),
                         fields: write.day("last_day", "Last day on which it may begin") + write.text("reason", "Why?"), version: entry.version)
    }, start: { reader, viewer in FormValues([("last_day", "\(try reader.entryToKeep(id, for: viewer).ends ?? today)")]) })
}
