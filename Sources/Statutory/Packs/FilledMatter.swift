import Basics
import Database
import Files
import Pages

/// A form that may be filled for a matter: one of the council's, or one of Trellis's own.
struct OfferedForm: Sendable {
    /// As an address asks for it.
    let key: String
    let title: String
    /// Nil for one of Trellis's own.
    let form: PackForm?
    let ours: OurForm?
}

/// A form with what a matter gave it.
struct FilledMatter: Sendable {
    let matter: FormMatter
    let offered: OfferedForm
    /// All forms that would do.
    let others: [OfferedForm]
    let held: HeldPack
    let filled: FilledForm
    let fills: [FormFill]

    /// The fields that stay empty, each with where it is written.
    var empty: [(meaning: String, place: FormMatter.Place?)] {
        filled.unfilled.map { name in
            let field = FormField.all.first { $0.name == name }
            return (field?.meaning ?? "\(name.prefix(60)), which is no field that Trellis knows", field == nil ? nil : matter.place(of: name))
        }
    }

    /// The words of the filled form, without its title where that stands above them already.
    /// - Throws: `FileRefusal` where it is too long for a page.
    func text() throws -> [WordBlock] { try WordForm(filled.bytes).text().filter { $0 != .heading(level: 0, words: offered.title) } }

    /// No child's name in the name of a file.
    func fileName(_ ending: String) -> String { "\(matter.council.nonEmpty ?? "form")-\(matter.kind.rawValue)-\(matter.row).\(ending)" }
}

extension Reader {
    /// The forms in use for a kind of matter: the council's of this kind, then its others; Trellis's own where the council has none.
    func offeredForms(_ held: HeldPack, _ kind: PackForm.Kind, on day: Day) -> [OfferedForm] {
        let inUse = held.forms.inUse(on: day), own = inUse.filter { $0.kind == kind }, others = inUse.filter { $0.kind == .other && kind != .other }
        let ours = own.isEmpty ? kind.ours : nil
        return own.map { OfferedForm(key: "\($0.id)", title: $0.title, form: $0, ours: nil) } + (ours.map { [OfferedForm(key: "ours", title: $0.title, form: nil, ours: $0)] } ?? [])
            + others.map { OfferedForm(key: "\($0.id)", title: $0.title, form: $0, ours: nil) }
    }

    /// Fills a form for a matter. Whoever asks has the matter in sight.
    /// - Parameter asked: which form; the first that is offered where it is empty.
    /// - Throws: `NotFound` where this form is not in use.
    func filled(_ matter: FormMatter, with asked: String, on day: Day) throws -> FilledMatter {
        let held = matter.council.isCouncilCode ? try heldPack(matter.council, begins: true) : HeldPack(code: matter.council, name: "", pack: nil, forms: [])
        let offered = offeredForms(held, matter.kind, on: day)
        guard let chosen = asked.isEmpty ? offered.first : offered.first(where: { $0.key == asked }), let bytes = try chosen.ours?.bytes ?? chosen.form.map({ try self.bytes(of: $0) }) else { throw NotFound() }
        let fills = try matter.pupil.map { try all(FormFill.self, "WHERE pupil_id = \($0) AND kind = \(matter.kind) AND matter_row = \(matter.row) ORDER BY id DESC LIMIT 50") } ?? []
        return FilledMatter(matter: matter, offered: chosen, others: offered, held: held, filled: try WordForm(bytes).filled(matter.values), fills: fills)
    }
}
