import Basics
import Crypto
import Database
import Files
import Foundation

/// A Word file that was read, found harmless and tried: it can be filled, and shown as a page.
struct CheckedForm: Sendable {
    let bytes: [UInt8]
    let fields: [String]
    let faults: [FormFault]

    /// A form is text: what swells to more than this is none.
    private static let limits: FileLimits = {
        var limits = FileLimits.wordForm
        (limits.bytes, limits.inflatedBytes) = (PackForm.mostBytes, 40 << 20)
        return limits
    }()

    /// - Throws: `Problems` beside the field `file`, with the reason for which the file is refused.
    init(path: String) throws {
        do {
            guard let file = FileHandle(forReadingAtPath: path) else { throw Problems("file", "This file can’t be read. Choose it again.") }
            defer { try? file.close() }
            // One byte more than is taken, so that what is too large is seen without being read.
            try self.init([UInt8](file.read(upToCount: PackForm.mostBytes + 1) ?? Data()))
        } catch let refusal as FileRefusal {
            throw Problems("file", refusal.description)
        }
    }

    /// - Throws: `FileRefusal` where it is no form, or could harm whoever opens it.
    init(_ bytes: [UInt8]) throws {
        let form = try WordForm(bytes, limits: Self.limits)
        _ = try WordForm(form.filled(FormField.exampleValues).bytes, limits: Self.limits).text()
        (self.bytes, fields, faults) = (bytes, form.fields, form.faults(known: FormField.names))
    }

    var sha256: String { Array(SHA256.hash(data: bytes)).hex }
}

extension Writer {
    /// Keeps a form that was checked. It is not used before somebody says from when.
    @discardableResult
    func save(_ add: AddForm, _ file: CheckedForm, named name: String, to council: String) throws -> PackForm {
        let others = try all(PackForm.self, "WHERE la_code = \(council)")
        let form = try save(add.applied(to: council, fileName: name, size: file.bytes.count, sha256: file.sha256, beside: others, by: act.who, today: act.today))
        try execute("INSERT INTO pack_file (form_id, content) VALUES (\(form.id), \(Bytes(file.bytes)))")
        return form
    }

    /// - Throws: `Problems` with everything that is wrong.
    @discardableResult
    func save(_ keep: KeepPack, of held: HeldPack) throws -> CouncilPack { try save(keep.applied(to: held.pack, of: held.code, by: act.who, today: act.today)) }
}
