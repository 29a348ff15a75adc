import Access
import AreaKit
import Basics
import Database
import Foundation
import Pages

/// What is kept of an import, and the way to take it back.
public let receiptPath = PagePath<ReceiptID>("/receipts/*")
let undoImportPath = PagePath<ReceiptID>("/receipts/*/undo")

let receiptRoutes: [Route] = [
    .read(receiptPath, .importFiles) { visit, id in page(visit, try await receipt(visit, id), Problems()) },
    .send(undoImportPath, .importFiles) { visit, id in
        do {
            try await visit.store.undoImport(id, as: visit.viewer, visit.act)
            return .goTo(receiptPath(id))
        } catch let problem as StoreProblem {
            guard case .laterWork = problem else { throw problem }
            return page(visit, try await receipt(visit, id), Problems("", problem.description))
        } catch let problems as Problems {
            return page(visit, try await receipt(visit, id), problems)
        }
    },
]

private func receipt(_ visit: Visit, _ id: ReceiptID) async throws -> ImportReceipt {
    try await visit.read { try $0.receipt(id, for: visit.viewer) }
}

private func page(_ visit: Visit, _ receipt: ImportReceipt, _ problems: Problems) -> Answer {
    let undone: HTML = receipt.undoneAt.map { notice("This import was taken back on \($0.inWords) by \(receipt.undoneBy).", warns: true) } ?? notice("Saved. This receipt is kept for good.")
    let undo: HTML = receipt.undoneAt != nil ? "" : """
        <details><summary>Take this import back…</summary><p>Everything it changed goes back to what it was. That works as long as nothing later stands on it.</p>\
        <form method="post" action="\(undoImportPath(receipt.id))"><button class="second">Take this import back</button></form></details>
        """
    let title = "Receipt \(receipt.id)"
    let school: [(String, Address)] = receipt.school.map { [("Read in a file", importPath($0))] } ?? []
    let body: HTML = """
        \(school.first.map { crumbs($0) } ?? "")\(FormWriter(FormValues(), problems).summary)\(importSteps(2))\(undone)\
        \(pageTitle(title, lead: "\(receipt.fileName), read in on \(receipt.at.inWords) by \(receipt.who)"))\
        \(tiles([Tile(receipt.new, "new"), Tile(receipt.changed, "changed"), Tile(receipt.unchanged, "the same"),
                 Tile(receipt.conflicts, "in conflict", warns: receipt.conflicts > 0), Tile(receipt.refused, "refused", warns: receipt.refused > 0)]))\
        \(facts([("Kind of file", "\(importKindLabel(receipt.kind))"), ("Fingerprint (SHA-256)", "<code>\(receipt.sha256)</code>")]))\
        \(problemsCard(receipt.problemList, []))<p class="actions">\(linkButton("See the register", registerPath().asking(["school": receipt.school.map { "\($0)" }])))\
        \(receipt.school.map { linkButton("Read in another file", importPath($0), aside: true) })</p>\(undo)
        """
    return problems.isEmpty ? visit.page(title, at: "school", body) : visit.formAgain(title, at: "school", body)
}

/// The imports of a school, the latest first.
func receiptsCard(_ receipts: [ImportReceipt]) -> HTML {
    if receipts.isEmpty { return "" }
    let rows: [HTML] = receipts.map { receipt in
        """
        <tr><th scope="row"><a href="\(receiptPath(receipt.id))">\(receipt.fileName)</a></th><td>\(receipt.at.dayInEngland.short)</td>\
        <td class="number" data-label="New">\(receipt.new)</td><td class="number" data-label="Changed">\(receipt.changed)</td>\
        <td class="number" data-label="In conflict">\(receipt.conflicts)</td><td>\(receipt.undoneAt == nil ? "" : "Taken back")</td></tr>
        """
    }
    return card("Files read in before", table("Files read in before", [
        head("File"), head("Day"), head("New", number: true), head("Changed", number: true), head("In conflict", number: true), head("State"),
    ], rows))
}

extension ImportReceipt {
    private struct Kept: Decodable { let row: Int?, field: String, message: String }

    var problemList: [IncomingProblem] {
        let kept = (try? JSONDecoder().decode([Kept].self, from: Data(problems.utf8))) ?? []
        return kept.map { IncomingProblem(row: $0.row, field: $0.field, message: $0.message, effect: .warning) }
    }
}
