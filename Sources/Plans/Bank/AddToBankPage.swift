import Access
import AreaKit
import Basics
import Database
import Pages

/// Adds an outcome or a strategy to the bank: for oneself, for a school or for the trust.
let addToBankPath = PagePath< >("/plans/bank/add")

let addToBankRoutes: [Route] = [
    .read(addToBankPath, .visit) { visit in
        let from = visit.request.query["from"]
        let entry = from.isEmpty ? nil : try await visit.read { try $0.bankEntry(from, for: visit.viewer) }
        let places = try await places(visit)
        return page(visit, kind(visit.request.query), places, entry.map { FormValues($0, place: places[0].value) } ?? FormValues([("place", places[0].value)]))
    },
    .send(addToBankPath, .visit) { visit in
        let form = visit.request.form, places = try await places(visit)
        do {
            let saved = try await visit.write { try $0.addToBank(KeepBankEntry(form, kind: kind(form)), place: form["place"], for: visit.viewer, today: visit.today) }
            return .goTo(bankPath().asking(["saved": "added", "kind": saved.kind.rawValue]).at(saved.key))
        } catch let problems as Problems {
            return page(visit, kind(form), places, form, problems)
        }
    },
]

private func kind(_ values: FormValues) -> BankEntry.Kind { BankEntry.Kind(rawValue: values["kind"]) ?? .outcome }

/// - Throws: `NotFound` for those who may add for nobody.
private func places(_ visit: Visit) async throws -> [Choice] {
    let places = try await visit.read { try $0.bankPlaces(for: visit.viewer) }
    if places.isEmpty { throw NotFound() }
    return places
}

private func page(_ visit: Visit, _ kind: BankEntry.Kind, _ places: [Choice], _ form: FormValues, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(form, problems), title = kind == .outcome ? "Add an outcome to the bank" : "Add a strategy to the bank"
    let body: HTML = """
        \(crumbs(("Bank of outcomes and strategies", bankPath())))\(write.summary)\(pageTitle(title, lead: "It must fit many children: nothing in it is about one of them."))\
        \(Pages.form(addToBankPath(), button: "Add it to the bank", back: bankPath(), BankForm(kind: kind, places: places).fields(write)))
        """
    return problems.isEmpty ? visit.page(title, at: "bank", body) : visit.formAgain(title, at: "bank", body)
}

extension Writer {
    /// Adds to the bank what a form or a program sent.
    func addToBank(_ keep: KeepBankEntry, place: String, for viewer: Viewer, today: Day) throws -> OwnBankEntry {
        try save(keep.applied(place: viewer.bankPlace(place), by: viewer.name, beside: bank(for: viewer), today: today))
    }
}
