import Basics
import Database
import Pages

// Whether an item is still as the program knows it (RFC 9110, section 13). Its tag is a digest of what was
// answered, so it changes exactly when the answer does.

extension Answer {
    private var tag: String? {
        guard status == 200, case .bytes(let bytes) = body else { return nil }
        return entityTag(bytes)
    }

    /// The same with its tag; without its body where the program has it already (304).
    func unlessKnown(to request: PageRequest) -> Answer {
        guard let tag else { return self }
        if let known = request.headers["if-none-match"], fits(tag, known, weakly: true) {
            return Answer(status: 304, headers: [("ETag", tag)], body: .bytes([]))
        }
        return Answer(status: status, headers: headers + [("ETag", tag)], body: body)
    }
}

extension PageRequest {
    /// - Throws: `APIRefusal` (412) where the program names a tag and the item has another by now.
    func refuseUnlessMatching(_ item: () throws -> JSON) throws {
        guard let known = headers["if-match"] else { return }
        if fits(entityTag(Array(try item().text.utf8)), known, weakly: false) { return }
        throw APIRefusal(status: 412, detail: "Somebody changed this after you read it, so nothing was saved. Read it again, and decide anew.")
    }
}

private func entityTag(_ bytes: [UInt8]) -> String { "\"\(digest(of: bytes).prefix(32))\"" }

private func fits(_ tag: String, _ field: String, weakly: Bool) -> Bool {
    field.split(separator: ",").map { String($0).trimmed }.contains { known in
        known == "*" || known == tag || weakly && known == "W/" + tag
    }
}
