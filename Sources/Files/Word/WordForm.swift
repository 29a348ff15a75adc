import Basics
import Foundation

/// An ordinary Word file (`.docx`) in which somebody typed fields such as `{{pupil.forename}}`.
///
/// A row of a table with a field of a list, such as `{{provision.what}}`, is repeated for each of its entries; outside a
/// table the line is. `{{#provision}}` and `{{/provision}}` repeat all that stands between them. Word cuts such words
/// into pieces as it likes; they are joined here, and what is filled in looks like the first brace.
public struct WordForm: Sendable {
    /// What stands visibly where something is not known.
    public static let blank = "[to fill in]"

    /// What was typed between braces, each once, in the order of the form.
    public let fields: [String]
    let package: WordPackage
    private let marks: [FieldMark]
    private let openBraces: Int

    /// - Throws: `FileRefusal` where the file is no Word file, is damaged, or could harm whoever opens it.
    public init(_ bytes: [UInt8], limits: FileLimits = .wordForm) throws {
        package = try WordPackage(bytes, limits: limits)
        let parts = package.parts
        let found = parts.flatMap { part in part.markup.compactMap(\.element).flatMap(FormMarks.paragraphs).map { FieldMark.find(in: WordLetters($0, part.bytes).letters) } }
        marks = found.flatMap(\.marks)
        openBraces = found.reduce(0) { $0 + $1.open }
        var seen: Set<String> = []
        fields = marks.map(\.typed).filter { seen.insert($0).inserted }
    }

    /// - Throws: `FileRefusal`, also where the file can't be opened.
    public init(path: String, limits: FileLimits = .wordForm) throws {
        let file = try FileBytes(path, limits: limits)
        var bytes: [UInt8] = []
        try file.forEachPiece { bytes += $0 }
        try self.init(bytes, limits: limits)
    }

    /// What a school should mend before it uses the form: names not known with the nearest one, braces and lists that
    /// are opened and not closed.
    /// - Parameter known: the names of all fields; `provision.what` makes `provision` a list.
    public func faults(known: [String]) -> [FormFault] {
        FormCheck(names: FieldNames(known)).faults(marks, openBraces: openBraces)
    }

    /// The form with its fields filled. Parts without fields keep their bytes.
    /// - Parameter blank: what stands visibly where something is not known.
    public func filled(_ values: WordValues, blank: String = WordForm.blank) throws -> FilledForm {
        let scope = FormScope(values)
        var changed: [UInt64: [UInt8]] = [:], unfilled: [String] = []
        for part in package.parts {
            var filler = FormFiller(part, blank: blank)
            filler.write(part.markup, scope)
            if filler.out != part.bytes { changed[part.index] = filler.out }
            unfilled += filler.unfilled
        }
        var seen: Set<String> = []
        return FilledForm(bytes: try package.written(changed), unfilled: unfilled.filter { seen.insert($0).inserted })
    }
}
