import Access
import AreaKit
import Basics
import Database
import Pages

/// What a form about agencies shows.
struct AgencyForm: Sendable {
    let title: String
    var lead: HTML = ""
    let button: String
    let back: Address
    let fields: HTML
    /// Which version it was opened on; nil for something new.
    var version: Int?
}

/// A form about agencies that is opened, sent and shown again with what is wrong.
struct AgencyAct: Sendable {
    let address: Address
    let form: @Sendable (Reader, Viewer, FormWriter) throws -> AgencyForm
    /// What stands in the form when it is opened.
    var start: @Sendable (Reader, Viewer) throws -> FormValues = { _, _ in FormValues() }

    func open(_ visit: Visit) async throws -> Answer {
        try await visit.read { reader in try page(visit, reader, start(reader, visit.viewer.inStaffParts), Problems(), 200) }
    }

    /// - Parameter save: says where the browser goes next.
    func send(_ visit: Visit, _ save: @escaping @Sendable (Writer, Viewer, FormValues) throws -> Address) async throws -> Answer {
        let typed = visit.request.form
        return try await visit.save { try save($0, visit.viewer.inStaffParts, typed) } again: { problems, status in
            try await visit.read { try page(visit, $0, typed, problems, status) }
        }
    }

    private func page(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
        var values = typed
        let viewer = visit.viewer.inStaffParts
        if let version = try form(reader, viewer, FormWriter(values)).version, status == 409 || !values.has("seen") { values.set("seen", "\(version)") }
        let write = FormWriter(values, problems), form = try form(reader, viewer, write)
        return visit.page(status == 200 ? form.title : "Problem: \(form.title)", at: "agencies", status: status, """
            \(crumbs(("Agencies", agenciesPath())))\(write.summary)\(pageTitle(form.title, lead: form.lead))\(status == 409 ? othersWords(try start(reader, viewer), typed) : "")\
            \(Pages.form(address, button: form.button, back: form.back, write.hidden("seen") + form.fields))
            """)
    }
}

/// What somebody else saved meanwhile, where it differs from what was typed.
private func othersWords(_ now: FormValues, _ typed: FormValues) -> HTML {
    let differing = fieldWords.filter { now.has($0.field) && now[$0.field].trimmed != typed[$0.field].trimmed }
    if differing.isEmpty { return "" }
    let items: [(String, HTML)] = differing.map { ($0.words, now[$0.field].isEmpty ? "Nothing" : "\(now[$0.field])") }
    return card("What stands there now", id: "now", facts(items))
}

private let fieldWords: [(field: String, words: String)] = [
    ("name", "Name"), ("role", "Work"), ("kind", "Kind"), ("la_code", "Council"), ("area", "Area"), ("contact", "Whom one rings"), ("how", "How one refers"), ("form", "Form"), ("threshold", "Whom they take"),
    ("usual_days", "Usual days"), ("website", "Website"), ("email", "Mail"), ("phone", "Telephone"), ("note", "Anything else"), ("checked_on", "Last checked"), ("ends", "Last day there"),
]

extension Recorded {
    /// - Parameters:
    ///   - seen: the version as the form carried it; empty from a program that did not look first.
    ///   - name: what it is called, and so what another made of it.
    func refuseOvertaken(seen: String, now name: String) throws {
        guard let seen = Int(seen), seen != version else { return }
        throw FormOvertaken("Somebody else changed “\(name)” while you had it open. Nothing of yours is saved yet. What stands there now is shown first, what you typed stands in the form. Save again if yours is still right.")
    }
}
