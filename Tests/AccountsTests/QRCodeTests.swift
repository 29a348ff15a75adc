@testable import Accounts
import Pages
import Testing

@Suite("Square pictures for a phone's camera")
struct QRCodeTests {
    static let rows = (try? SecretOracle("qr_codes").rows) ?? []

    @Test("The package qrcode draws the same picture, module by module")
    func oracle() throws {
        #expect(Self.rows.count == 24)
        for row in Self.rows {
            let text = String(decoding: [UInt8](digits: row[0]), as: UTF8.self), code = try #require(QRCode(text))
            let lines = code.modules.map { String($0.reduce(0) { $0 << 1 | ($1 ? 1 : 0) }, radix: 16) }
            #expect(code.size == 17 + 4 * (Int(row[1]) ?? 0))
            #expect(lines.joined(separator: "/") == row[4], "version \(row[1]), mask \(row[2])")
        }
    }

    @Test("213 bytes fit, 214 do not")
    func room() {
        #expect(QRCode(String(repeating: "a", count: 213))?.size == 57)
        #expect(QRCode(String(repeating: "a", count: 214)) == nil)
    }

    @Test("The picture has a quiet zone, a name for those who listen, and nothing inline that the browser refuses")
    func picture() throws {
        let picture = try #require(qrPicture("Trellis", label: "Code for \"Amira\"")).string
        #expect(picture.contains("viewBox=\"0 0 29 29\"") && picture.contains("aria-label=\"Code for &quot;Amira&quot;\"") && !picture.contains("style="))
        #expect(picture.contains("d=\"M4 4h7v1h-7z"))
    }
}
