import Access
import AreaKit
import Basics
import Database
import Pages

/// Changes an entry that was added to the bank. Plans that took it keep what they took.
let changeBankEntryPath = PagePath<RowID>("/plans/bank/*/change")

let changeBankEntryRoutes: [Route] = [
    .read(changeBankEntryPath, .visit) { visit, id in
        let (entry, places) = try await look(visit, id)
        guard let words = entry.entry else { throw NotFound() }
        return page(visit, entry, places, FormValues(words, place: entry.place.key))
    },
    .send(changeBankEntryPath, .visit) { visit, id in
        let form = visit.request.form, (entry, places) = try await look(visit, id)
        do {
            try await visit.write { writer in
                let viewer = visit.viewer, keep = KeepBankEntry(form, kind: entry.kind)
                try writer.save(keep.applied(to: writer.ownEntry(id, for: viewer), place: viewer.bankPlace(form["place"]), by: viewer.name, beside: writer.bank(for: viewer), today: visit.today))
            }
            return .goTo(bankPath().asking(["saved": "changed", "kind": entry.kind.rawValue]).at(entry.key))
        } catch let problems as Problems {
            return page(visit, entry, places, form, problems)
        }
    },
]

private func look(_ visit: Visit, _ id: RowID) async throws -> (OwnBankEntry, [Choice]) {
    try await visit.read { try ($0.ownEntry(id, for: visit.viewer), $0.bankPlaces(for: visit.viewer)) }
}

private func page(_ visit: Visit, _ entry: OwnBankEntry, _ places: [Choice], _ form: FormValues, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(form, problems), title = entry.kind == .outcome ? "Change an outcome of the bank" : "Change a strategy of the bank"
    let body: HTML = """
        \(crumbs(("Bank of outcomes and strategies", bankPath())))\(write.summary)\
        \(pageTitle(title, lead: "Added by \(entry.addedBy) on \(entry.addedOn.inWords). Plans that took it keep what they took."))\
        \(Pages.form(changeBankEntryPath(entry.id), button: "Save this entry", back: bankPath(), BankForm(kind: entry.kind, places: places).fields(write)))
        """
    return problems.isEmpty ? visit.page(title, at: "bank", body) : visit.formAgain(title, at: "bank", body)
}
