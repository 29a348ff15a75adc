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
        var result: [UInt8] = [], from = 0, looked = 0
        result.reserveCapacity(page.count + 1_024)
        page.withUnsafeBytes { bytes in
            // The blank before the first attribute is part of the tag's beginning.
            while let start = bytes.place(of: "<form", in: looked..<bytes.count), let end = bytes.place(of: ">", in: start..<bytes.count) {
                looked = end + 1
                guard bytes[start + 5] == UInt8(ascii: " "), bytes.place(of: " method=\"post\"", in: start..<end) != nil else { continue }
                result += UnsafeRawBufferPointer(rebasing: bytes[from...end])
                result += field.utf8
                from = looked
            }
            if from > 0 { result += UnsafeRawBufferPointer(rebasing: bytes[from...]) }
        }
        return from == 0 ? nil : result
    }
}

extension UnsafeRawBufferPointer {
    /// Where some bytes first stand within a range. By the C library: every page that leaves is gone through.
    fileprivate func place(of words: StaticString, in range: Range<Int>) -> Int? {
        guard let base = baseAddress else { return nil }
        let length = words.utf8CodeUnitCount
        var from = range.lowerBound
        while from + length <= range.upperBound, let found = memchr(base + from, Int32(words.utf8Start[0]), range.upperBound - from - length + 1) {
            if memcmp(found, words.utf8Start, length) == 0 { return UnsafeRawPointer(found) - base }
            from = UnsafeRawPointer(found) - base + 1
        }
        return nil
    }
}
