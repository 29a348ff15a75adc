import Basics
import Foundation
@testable import Mail
import Testing

@Suite("How a letter is written")
struct MailMessageTests {
    /// Values that would end a header, begin another, or end the headers.
    static let injections = ["x\r\nBcc: eve@example.org", "x\nBcc: eve@example.org", "x\r\n\r\nBody", "x\rBcc: eve@example.org", "x\u{2028}Bcc: a",
                             "x\u{85}Bcc: a", "x\0y", "x\u{0B}Bcc: a", "x\u{202E}Bcc: a"]

    @Test("No value can begin another header", arguments: injections)
    func injection(value: String) throws {
        for line in [HeaderLine("To", value).text, HeaderLine(subject: value).text] {
            #expect(!line.utf8.contains(10) && !line.utf8.contains(13) && line.unicodeScalars.allSatisfy { !$0.isSteering })
        }
        #expect(throws: Problems.self) { try MailAddress(value + "@example.org") }
        #expect(throws: Problems.self) { try MailAddress("amira@example.org" + value) }
        let text = LetterText(.invitation(AdultName(value), LetterLink("/a"), expires: Instant(milliseconds: 0)), publicAddress: "https://t.example.org")
        #expect(text.plain.split(separator: "\n").first?.hasPrefix("Hello x") == true)
    }

    @Test("Headers are one line each, all of them ASCII, and there is one of each")
    func headers() throws {
        let amira = try MailAddress("a.khan@example.org")
        for letter in LetterTests.letters {
            let text = LetterText(letter, publicAddress: "https://t.example.org")
            let message = MailMessage(messageID: "<abc@example.org>", posted: Instant(milliseconds: 0), sender: amira, recipient: amira, text: text)
            #expect(message.bytes.allSatisfy { $0 < 128 })
            let lines = String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("\r") && $0.utf8.count <= 76 })
            let names = lines.prefix { !$0.isEmpty }.compactMap { $0.hasPrefix(" ") ? nil : $0.split(separator: ":").first }
            #expect(names == ["Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type"])
        }
    }

    @Test("The moment is written as mail wants it", arguments: [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (1_795_169_109_123, "Fri, 20 Nov 2026 10:05:09 +0000"), (1_782_864_000_000, "Wed, 1 Jul 2026 00:00:00 +0000"),
    ])
    func date(milliseconds: Int, text: String) { #expect(Instant(milliseconds: milliseconds).mailDate == text) }

    @Test("Quoted-printable", arguments: [
        ("a=b", "a=3Db"), ("end \nnext", "end=20\r\nnext"), ("é", "=C3=A9"), ("tab\t.", "tab=09."),
        (String(repeating: "x", count: 80), String(repeating: "x", count: 75) + "=\r\nxxxxx"), ("", ""),
    ])
    func quotedPrintable(text: String, written: String) { #expect(text.quotedPrintable == written) }
}
