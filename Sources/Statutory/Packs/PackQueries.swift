import Basics
import Database
import Files
import Pages
import People

/// What a council asks for, with all versions of its forms.
struct HeldPack: Sendable {
    let code: String
    /// Empty for a council of which no school of the trust is part.
    let name: String
    let pack: CouncilPack?
    /// The newest first.
    let forms: [PackForm]

    /// Whether it has a page: a council without a school of ours has one once something is written.
    var isKnown: Bool { pack != nil || !name.isEmpty || !forms.isEmpty }

    /// `Aldershire`, or `Council 997`.
    var called: String { name.nonEmpty ?? "Council \(code)" }
}

extension Reader {
    /// The packs of the trust's councils, and of others for which one was written. No child is in them.
    func heldPacks() throws -> [HeldPack] {
        let known = try knownCouncils(), packs = try all(CouncilPack.self, "ORDER BY la_code"), forms = try all(PackForm.self, "ORDER BY la_code, id DESC")
        let codes = Set(known.map(\.code) + packs.map(\.council) + forms.map(\.council)).sorted()
        return codes.map { code in
            HeldPack(code: code, name: known.first { $0.code == code }?.name ?? "", pack: packs.first { $0.council == code }, forms: forms.filter { $0.council == code })
        }
    }

    /// - Parameter begins: whether one may be begun for a council that is not known yet.
    /// - Throws: `NotFound` where the council is none of ours and has no pack, or where this is no council's number.
    func heldPack(_ code: String, begins: Bool = false) throws -> HeldPack {
        guard code.isCouncilCode else { throw NotFound() }
        let name = try knownCouncils().first { $0.code == code }?.name, pack = try all(CouncilPack.self, "WHERE la_code = \(code)").first
        let forms = try all(PackForm.self, "WHERE la_code = \(code) ORDER BY id DESC LIMIT 300")
        guard begins || name != nil || pack != nil || !forms.isEmpty else { throw NotFound() }
        return HeldPack(code: code, name: name ?? "", pack: pack, forms: forms)
    }

    /// A version of a form, with its council's pack.
    func packForm(_ row: RowID, of code: String) throws -> (form: PackForm, held: HeldPack) {
        let held = try heldPack(code)
        guard let form = try all(PackForm.self, "WHERE id = \(row) AND la_code = \(code)").first else { throw NotFound() }
        return (form, held)
    }

    /// The Word file of a version.
    func bytes(of form: PackForm) throws -> [UInt8] {
        guard let bytes = try value("SELECT content FROM pack_file WHERE form_id = \(form.id)", as: Bytes.self)?.bytes else { throw NotFound() }
        return bytes
    }
}

extension String {
    /// Three figures of the Department’s list of councils.
    var isCouncilCode: Bool { utf8.count == 3 && utf8.allSatisfy { (48...57).contains($0) } }
}
