import Access
import AreaKit
import Basics
import Database
import Pages

/// A form that a browser may send more than once, because the answer to the first did not reach it: it carries a mark
/// of the browser's own in the field `once`, and under one mark it is saved once.
public enum SentForm {
    /// The field that carries the mark; the script fills it in.
    public static let field: HTML = "<input type=\"hidden\" name=\"once\" value=\"\">"
    /// What a browser keeps for a week can't come again after it.
    fileprivate static let lasts = 8 * 24 * 3600
}

extension Visit {
    /// Saves what a form asks, once for each mark; a form without one is saved as it comes.
    /// - Throws: `Problems` where the mark was used for other words: those would be lost.
    public func writeOnce(_ body: @escaping @Sendable (Writer) throws -> Void) async throws {
        guard let mark = request.form["once"].nonEmpty, mark.utf8.count <= 64, let account = viewer.account else { return try await write(body) }
        let request = digest(of: Array(([request.path] + request.form.pairs.filter { $0.name != "form_key" }.map { "\($0.name)=\($0.text)" }).joined(separator: "\n").utf8))
        try await write { writer in
            if try writer.isFirst(mark, of: account, request) { try body(writer) }
        }
    }
}

extension Writer {
    /// The row is put in before it is looked for, so that of two who come at once the second waits for the first.
    fileprivate func isFirst(_ mark: String, of account: AccountID, _ request: String) throws -> Bool {
        try execute("DELETE FROM sent_form WHERE sent_at < \(act.at.adding(seconds: -SentForm.lasts))")
        let added = try execute("INSERT INTO sent_form (account_id, mark, request, sent_at) VALUES (\(account), \(mark), \(request), \(act.at)) ON CONFLICT (account_id, mark) DO NOTHING")
        if added == 1 { return true }
        guard try value("SELECT request FROM sent_form WHERE account_id = \(account) AND mark = \(mark)", as: String.self) == request else {
            throw Problems("", "This was sent before with other words. Nothing of it is saved now; look at what stands there, and save again.")
        }
        return false
    }
}
