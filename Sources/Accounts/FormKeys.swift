import Basics
import Crypto
import Foundation
import Pages

/// The secret that every form carries, so that no other site can send one in its reader's name (OWASP: CSRF
/// prevention, synchroniser token). It is put into the page as the page leaves the house, so no form can lack it.
struct FormKeys: Sendable {
    private let secret: String
    /// Set where the browser has no secret yet.
    private let freshDoor: String?

    init(_ request: PageRequest, _ session: Session?) {
        let door = Cookie.door.value(request).flatMap { $0.utf8.count == 43 ? $0 : nil }
        let fresh = session == nil && door == nil ? SecretToken.fresh().text : nil
        secret = session?.formKey ?? door ?? fresh ?? ""
        freshDoor = fresh.map { Cookie.door.setting($0, request) }
    }

    /// The key as it stands in a form: a digest, so that a page that leaks does not give the cookie away.
    var text: String { String(SecretToken(text: "form " + secret).digest.prefix(40)) }

    func fit(_ request: PageRequest) -> Bool {
        freshDoor == nil && Array(request.form["form_key"].utf8).isSameSecret(as: Array(text.utf8))
    }

    /// The page with the key in every form that sends.
    func into(_ answer: Answer) -> Answer {
        guard answer.isPage, case .bytes(let bytes) = answer.body else { return answer }
        let marked = Self.put("<input type=\"hidden\" name=\"form_key\" value=\"\(text)\">", behindEachFormOf: bytes)
        guard let marked else { return answer }
        let keyed = Answer(status: answer.status, headers: answer.headers, body: .bytes(marked))
        return freshDoor.map { keyed.setting(cookie: $0) } ?? keyed
    }

    /// Nil where the page has no form that sends. Text that people wrote is escaped, so it never begins a form.
    static func put(_ field: String, behindEachFormOf page: [UInt8]) -> [UInt8]? {
        let start = Data("<form ".utf8), sends = Data(" method=\"post\"".utf8), data = Data(page)
        var result: [UInt8] = [], from = data.startIndex, looked = data.startIndex
        while let found = data.range(of: start, in: looked..<data.endIndex), let end = data[found.upperBound...].firstIndex(of: UInt8(ascii: ">")) {
            looked = data.index(after: end)
            // The blank before the first attribute is part of the tag's beginning.
            guard data.range(of: sends, in: data.index(before: found.upperBound)..<end) != nil else { continue }
            result += data[from...end]
            result += field.utf8
            from = looked
        }
        return from == data.startIndex ? nil : result + data[from...]
    }
}
