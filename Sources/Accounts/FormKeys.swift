import Access
import Basics
import Crypto
import Foundation
import Pages

/// The secret that every form carries, so that no other site can send one in its reader's name (OWASP: CSRF
/// prevention, synchroniser token). It is put into the page as the page leaves the house, so no form can lack it.
struct FormKeys: Sendable {
    /// The key as it stands in a form.
    let text: String
    /// Set where the browser has no secret yet.
    private let freshDoor: String?

    init(_ request: PageRequest, _ session: Session?) {
        let door = Cookie.door.value(request).flatMap { $0.utf8.count == 43 ? $0 : nil }
        let fresh = session == nil && door == nil ? SecretToken.fresh().text : nil
        text = session?.key.inForms ?? Self.text(of: door ?? fresh ?? "")
        freshDoor = fresh.map { Cookie.door.setting($0, request) }
    }

    /// A digest of the secret, so that a page that leaks does not give the cookie away.
    static func text(of secret: String) -> String { String(SecretToken(text: "form " + secret).digest.prefix(40)) }

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
        page.withUnsafeBytes { bytes in
            // These words are rare, so that most of the page is jumped over; what stands around them says whether they are meant.
            while let words = sends.place(in: bytes, from: looked), let end = bytes[words...].firstIndex(of: UInt8(ascii: ">")) {
                looked = end + 1
                guard bytes.isInForm(words) else { continue }
                if from == 0 { result.reserveCapacity(page.count + 1_024) }
                result += UnsafeRawBufferPointer(rebasing: bytes[from...end])
                result += field.utf8
                from = looked
            }
            if from > 0 { result += UnsafeRawBufferPointer(rebasing: bytes[from...]) }
        }
        return from == 0 ? nil : result
    }
}

private let sends = SoughtWords(" method=\"post\"")

/// Words to be found in long texts by jumps of nearly their own length (Horspool, 1980): every page that leaves is gone through.
private struct SoughtWords: Sendable {
    private let words: [UInt8]
    /// How far one may go on from a byte that stands where the last letter should.
    private let jumps: [Int]

    init(_ text: StaticString) {
        let words = text.withUTF8Buffer { Array($0) }
        var jumps = Array(repeating: words.count, count: 256)
        for (place, byte) in words.dropLast().enumerated() { jumps[Int(byte)] = words.count - 1 - place }
        (self.words, self.jumps) = (words, jumps)
    }

    func place(in text: UnsafeRawBufferPointer, from: Int) -> Int? {
        var last = from + words.count - 1
        while last < text.count {
            let start = last - words.count + 1
            if text[last] == words[words.count - 1], text[start...last].elementsEqual(words) { return start }
            last += jumps[Int(text[last])]
        }
        return nil
    }
}

extension UnsafeRawBufferPointer {
    /// Whether a place lies in the tag that begins a form.
    fileprivate func isInForm(_ place: Int) -> Bool {
        guard let start = self[..<place].lastIndex(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else { return false }
        return self[start...].starts(with: "<form ".utf8)
    }
}
