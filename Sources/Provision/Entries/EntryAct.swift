import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// A form about the catalogue: it comes back with what was typed and what is wrong (422), or with a word that somebody
/// else was faster (409).
struct EntryForm: Sendable {
    let title: String
    var lead: HTML = ""
    let button: String
    let back: Address
    let fields: HTML
    /// What stands above the form.
    var above: HTML = ""
    /// Which version of the entry it was opened on.
    var version: Int?
}

/// Opens a form, sends it, and shows it again.
struct EntryAct: Sendable {
    let address: Address
    let form: @Sendable (Reader, Viewer, FormWriter) throws -> EntryForm
    /// What stands in the form when it is opened.
    var start: @Sendable (Reader, Viewer) throws -> FormValues = { _, _ in FormValues() }

    func open(_ visit: Visit) async throws -> Answer {
        try await visit.read { reader in try page(visit, reader, start(reader, visit.viewer.atProvision), Problems(), 200) }
    }

    /// - Parameter save: gives the entry's number, and the word for what was done.
    func send(_ visit: Visit, _ save: @escaping @Sendable (Writer, Viewer, FormValues) throws -> (InterventionID, String)) async throws -> Answer {
        let typed = visit.request.form, viewer = visit.viewer.atProvision
        return try await visit.save { writer in
            let (id, what) = try save(writer, viewer, typed)
            return interventionPath(id).asking(["saved": what])
        } again: { problems, status in try await visit.read { try page(visit, $0, typed, problems, status) } }
    }

    private func page(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
        var values = typed
        let viewer = visit.viewer.atProvision
        // What another made of it has been seen once the form says so.
        if let version = try form(reader, viewer, FormWriter(values)).version, status == 409 || !values.has("seen") { values.set("seen", "\(version)") }
        let write = FormWriter(values, problems), form = try form(reader, viewer, write)
        return visit.page(status == 200 ? form.title : "Problem: \(form.title)", at: "provision", status: status, """
            \(crumbs(("Catalogue", cataloguePath())))\(write.summary)\(pageTitle(form.title, lead: form.lead))\(form.above)\
            \(Pages.form(address, button: form.button, back: form.back, write.hidden("seen") + form.fields))
            """)
    }
}

extension Intervention {
    /// - Parameter seen: the version as the form carried it; empty from a program that did not look first.
    func refuseOvertaken(seen: String) throws {
        guard let seen = Int(seen), seen != version else { return }
        throw FormOvertaken("Somebody else changed this entry while you had it open. It now says: \(usual). Nothing of yours is saved yet; what you typed is below. Save it again if it is still right.")
    }
}
