import Basics
import Database

/// What is kept for good of one import: which file, by whom, when, and what came of it.
public struct ImportReceipt: Hashable, Sendable {
    public var id: ReceiptID
    public var version = 1
    public var school: SchoolID?
    /// ctf, census, gias, or a report's kind.
    public var kind: String
    public var fileName: String
    public var sha256: String
    public var at: Instant
    public var who: String
    public var new = 0, changed = 0, unchanged = 0, conflicts = 0, refused = 0
    /// What a person should know of, as JSON: a list of row, field and message.
    public var problems = "[]"
    public var undoneAt: Instant?
    public var undoneBy = ""

    mutating func take(_ report: ImportReport) {
        new = report.count(.new)
        changed = report.count(.changed)
        unchanged = report.count(.unchanged)
        conflicts = report.open
        refused = report.count(.refused)
        problems = report.problemsJSON.text
    }
}

extension ImportReport {
    /// `[{"row","field","message"}]`; the row is null for the file as a whole.
    public var problemsJSON: JSON {
        .list(problems.map { .object(["row": $0.row.map(JSON.integer) ?? .null, "field": .text($0.field), "message": .text($0.message)]) })
    }
}

extension ImportReceipt: Recorded {
    public static let table = Table("import_receipt", "school_id", "kind", "file_name", "sha256", "at", "who", "new_count", "changed_count",
        "unchanged_count", "conflict_count", "refused_count", "problems", "undone_at", "undone_by")

    public var cells: [SQLValue] {
        Database.cells(school, kind, fileName, sha256, at, who, new, changed, unchanged, conflicts, refused, problems, undoneAt, undoneBy)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), school: row.next(), kind: row.next(), fileName: row.next(), sha256: row.next(),
            at: row.next(), who: row.next(), new: row.next(), changed: row.next(), unchanged: row.next(), conflicts: row.next(),
            refused: row.next(), problems: row.next(), undoneAt: row.next(), undoneBy: row.next())
    }

    public var recordAt: SchoolID? { school }
}
