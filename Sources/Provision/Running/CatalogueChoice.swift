import Access
import Basics
import Database
import Pages
import People

/// What a provision may be of: entries of the school's and the trust's catalogue, and programmes that Trellis brings and
/// nobody has adopted yet.
struct CatalogueChoice: Sendable {
    let entries: [Intervention]

    /// Shipped programmes that are not among the entries.
    var shipped: [Intervention] {
        let kept = Set(entries.map(\.key))
        return ShippedIntervention.all.map(\.intervention).filter { !kept.contains($0.key) }
    }

    /// The one that a form names: by its number, or by the key of a shipped programme.
    func named(_ text: String) -> Intervention? {
        if let id = InterventionID(text) { return entries.first { $0.id == id } }
        return text.isEmpty ? nil : entries.first { $0.key == text } ?? shipped.first { $0.key == text }
    }

    /// A field to choose from, by kind.
    func field(_ write: FormWriter) -> HTML {
        let own: [HTML] = InterventionKind.allCases.map { kind in group(kind.label, entries.filter { $0.kind == kind }) { "\($0.id)" } }
        let brought: [HTML] = InterventionKind.allCases.map { kind in group("\(kind.label), comes with Trellis and is new here", shipped.filter { $0.kind == kind }, \.key) }
        return """
            <div class="field"><label for="intervention">What is it?</label><p class="hint">Programmes and strategies of your catalogue; then those that come with Trellis, which are added to it when you choose them.</p>\(write.problem("intervention"))\
            <select id="intervention" name="intervention"><option value="">Choose</option>\(own)\(brought)</select></div>
            """
    }

    private func group(_ label: String, _ entries: [Intervention], _ value: (Intervention) -> String) -> HTML {
        if entries.isEmpty { return "" }
        let options: [HTML] = entries.sorted { $0.name.folded < $1.name.folded }.map { "<option value=\"\(value($0))\">\($0.name)</option>" }
        return "<optgroup label=\"\(label)\">\(options)</optgroup>"
    }
}

extension Reader {
    /// What a school may begin on a day. Of an entry that it adapted, only its own.
    func catalogueChoice(at school: SchoolID, on day: Day) throws -> CatalogueChoice {
        let all = try all(Intervention.self, "WHERE (school_id IS NULL OR school_id = \(school)) AND (ends IS NULL OR ends >= \(day)) ORDER BY name, id")
        let adapted = Set(all.compactMap(\.adapts)), own = Set(all.filter { $0.school != nil }.map(\.key))
        return CatalogueChoice(entries: all.filter { !adapted.contains($0.id) && ($0.school != nil || $0.key.isEmpty || !own.contains($0.key)) })
    }
}

extension Reader {
    /// An entry of the school's or the trust's that a form names by its number, though it is offered no more.
    func retiredEntry(_ text: String, at school: SchoolID) throws -> Intervention? {
        guard let id = InterventionID(text) else { return nil }
        return try all(Intervention.self, "WHERE id = \(id) AND (school_id IS NULL OR school_id = \(school))").first
    }
}

extension Writer {
    /// The entry that a form names; a shipped programme is adopted for the school first.
    /// - Throws: `Problems` where there is none.
    func entry(named text: String, at school: SchoolID, on day: Day) throws -> Intervention {
        let choice = try catalogueChoice(at: school, on: day)
        guard let entry = choice.named(text) else {
            throw Problems("intervention", try retiredEntry(text, at: school) == nil ? "Choose what it is." : "This was taken out of the catalogue meanwhile. Choose another.")
        }
        if !entry.id.isNew { return entry }
        let keys = ShippedIntervention.named(entry.key)?.instruments ?? []
        let instruments = Dictionary(try rows("SELECT key, id FROM instrument WHERE key IN \(keys)") { try ($0.next(String.self), $0.next(InstrumentID.self)) }) { first, _ in first }
        return try save(try AdoptIntervention(key: entry.key).applied(at: school, beside: choice.entries, instruments: instruments))
    }
}
