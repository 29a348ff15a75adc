import Access
import AreaKit
import Basics
import Database
import Pages
import People

let adoptEntryRoutes: [Route] = [
    .read(shippedEntryPath, .seeProvision) { visit, key in try await ShippedPage(key: key).open(visit) },
    .send(shippedEntryPath, .seeProvision) { visit, key in
        guard visit.viewer.atProvision.keepsEntries, ShippedIntervention.named(key) != nil else { throw NotFound() }
        return try await ShippedPage(key: key).send(visit) { writer, viewer, typed in
            let change = try AdoptIntervention(key: key).applied(at: writer.owner(typed["school"], viewer), beside: writer.entries(for: viewer), instruments: writer.instrumentKeys())
            return (try writer.save(change).id, "adopted")
        }
    },
]

/// A programme that comes with Trellis as it would stand in the catalogue, and the way in for those who keep it.
private struct ShippedPage: Sendable {
    let key: String

    private var act: EntryAct {
        EntryAct(address: shippedEntryPath(key), form: { [key] reader, viewer, write in
            let entry = try shipped(key, viewer)
            return EntryForm(title: entry.name, lead: "\(entry.kind.label). Comes with Trellis, and is not in the catalogue yet.", button: "Take it into the catalogue", back: cataloguePath(),
                             fields: try reader.ownerChoice(write, viewer), above: try preview(reader, entry))
        })
    }

    func open(_ visit: Visit) async throws -> Answer {
        if visit.viewer.atProvision.keepsEntries { return try await act.open(visit) }
        return try await visit.read { reader in
            let entry = try shipped(key, visit.viewer.atProvision)
            return visit.page(entry.name, at: "provision", """
                \(crumbs(("Catalogue", cataloguePath())))\(pageTitle(entry.name, lead: "\(entry.kind.label). Comes with Trellis, and is not in the catalogue yet. Your SENCO can take it in."))\(try preview(reader, entry))
                """)
        }
    }

    func send(_ visit: Visit, _ save: @escaping @Sendable (Writer, Viewer, FormValues) throws -> (InterventionID, String)) async throws -> Answer { try await act.send(visit, save) }
}

private func shipped(_ key: String, _ viewer: Viewer) throws -> Intervention {
    guard viewer.findsMap, let shipped = ShippedIntervention.named(key) else { throw NotFound() }
    return shipped.intervention
}

/// With the tests that it would be tied to.
private func preview(_ reader: Reader, _ entry: Intervention) throws -> HTML {
    guard let shipped = ShippedIntervention.named(entry.key) else { return "" }
    let keys = try reader.instrumentKeys()
    var entry = entry
    entry.entryInstrument = shipped.instruments.lazy.compactMap { keys[$0] }.first
    entry.exitInstrument = entry.entryInstrument
    return try entryCards(reader, entry)
}
