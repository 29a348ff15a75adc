import Access
import AreaKit
import Basics
import Database
import Pages

let receiptsAPI: [APIRoute] = [
    .list(PagePath< >("/api/v1/receipts"), .importFiles, name: "listReceipts", "The files that were read in", query: [.ofSchool], item: receiptFields) { asked in
        let after = try asked.mark(of: 1)?.first ?? 0
        return try await asked.read { reader in
            let receipts = try reader.receipts(after: ReceiptID(after), at: reader.school(asked: asked.query, for: asked.viewer), for: asked.viewer, limit: asked.limit + 1)
            return try asked.part(of: receipts, marks: 1) { [$0.id.rawValue] }.json { try $0.json(reader) }
        }
    },
    .item(PagePath<ReceiptID>("/api/v1/receipts/*"), parts: ["receipt"], .importFiles, name: "readReceipt", "What came of a file that was read in", gives: receiptFields + [
        APIField("problems", .list(.object([
            APIField("row", .orNull(.number), "The row; null for the file as a whole."), APIField("field", .anyText, "The field."), APIField("message", .anyText, "What is wrong."),
        ])), "What somebody should look at."),
    ]) { reader, visit, id in
        let receipt = try reader.receipt(id, for: visit.viewer)
        let problems = receipt.problemList.map { JSON.object(["row": $0.row.map(JSON.integer) ?? .null, "field": .text($0.field), "message": .text($0.message)]) }
        return .object(JSON.KeyedValues(try receipt.members(reader) + [("problems", .list(problems))]))
    },
]

private let receiptFields: [APIField] = [
    APIField("receipt", .id, "The receipt's number."), APIField("school", .orNull(.urn), "URN of the school; null for a file about the trust."),
    APIField("kind", .anyText, "What kind of file."), APIField("file", .anyText, "The file's name."), APIField("sha256", .anyText, "Its fingerprint."),
    APIField("at", .instant, "When it was read in."), APIField("new", .number, "Rows that were new."), APIField("changed", .number, "Rows that changed something."),
    APIField("unchanged", .number, "Rows that changed nothing."), APIField("conflicts", .number, "Rows in conflict."), APIField("refused", .number, "Rows that were refused."),
    APIField("undone", .flag, "Whether it was taken back."),
]

extension Reader {
    /// The receipt, if this viewer may see it.
    func receipt(_ id: ReceiptID, for viewer: Viewer) throws -> ImportReceipt {
        guard let receipt = try one(id, of: ImportReceipt.self), receipt.school.map(viewer.sees) ?? (viewer.schools == nil) else { throw NotFound() }
        return receipt
    }

    fileprivate func receipts(after: ReceiptID, at school: SchoolID?, for viewer: Viewer, limit: Int) throws -> [ImportReceipt] {
        let asked: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
        return try all(ImportReceipt.self, "WHERE id > \(after) AND \(asked) AND \(viewer.sees(school: "school_id")) ORDER BY id LIMIT \(limit)")
    }
}

extension ImportReceipt {
    fileprivate func json(_ reader: Reader) throws -> JSON { .object(JSON.KeyedValues(try members(reader))) }

    fileprivate func members(_ reader: Reader) throws -> [(String, JSON)] {
        [
            ("receipt", .integer(id.rawValue)), ("school", .optional(try school.flatMap { try reader.one($0, of: School.self) }?.urn)), ("kind", .text(kind)), ("file", .text(fileName)),
            ("sha256", .text(sha256)), ("at", .text("\(at)")), ("new", .integer(new)), ("changed", .integer(changed)), ("unchanged", .integer(unchanged)),
            ("conflicts", .integer(conflicts)), ("refused", .integer(refused)), ("undone", .bool(undoneAt != nil)),
        ]
    }
}
