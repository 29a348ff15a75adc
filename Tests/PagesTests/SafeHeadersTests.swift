import HTTPTypes
import HummingbirdCore
@testable import Pages
import Testing

@Suite("Header fields that leave")
struct SafeHeadersTests {
    @Test("A field with a line end, a NUL or any control character never leaves", arguments: Array(0..<32) + [127, 128, 160, 8_232, 127_462])
    func control(number: Int) throws {
        let text = "/pupils/" + String(try #require(Unicode.Scalar(number))) + "Set-Cookie: a=b"
        #expect(SafeHeaders.fields([("Location", text)], isSecure: false) == nil)
    }

    @Test("Nor does a name that is none", arguments: ["", "a b", "a:b", "a\r\nb", "é"])
    func name(name: String) {
        #expect(SafeHeaders.fields([(name, "x")], isSecure: false) == nil)
    }

    @Test("In place of such an answer the reader gets an apology")
    func apology() async throws {
        let response = await PageServer(uploads: Asked.folder()).respond(to: try Asked.request(), from: "127.0.0.1") { _ in
            Answer(headers: [("Location", "/\r\nSet-Cookie: a=b")], body: .bytes([]))
        }
        #expect(response.status.code == 500)
        #expect(Asked.fields(response)["location"] == nil && Asked.fields(response)["set-cookie"] == nil)
    }

    static let names: [(String, String)] = [
        ("register.csv", "attachment; filename=\"register.csv\""),
        ("Zoë’s plan.pdf", "attachment; filename=\"Zo__s plan.pdf\"; filename*=UTF-8''Zo%C3%AB%E2%80%99s%20plan.pdf"),
        ("a\"; filename=\"b.exe", "attachment; filename=\"a__ filename=_b.exe\"; filename*=UTF-8''a%22%3B%20filename%3D%22b.exe"),
        ("a\r\nSet-Cookie: x=y.csv", "attachment; filename=\"aSet-Cookie: x=y.csv\""),
        ("../../etc/passwd", "attachment; filename=\"....etcpasswd\""),
        ("\u{202E}fdp.exe", "attachment; filename=\"fdp.exe\""),
        ("\0", "attachment; filename=\"file\""), ("", "attachment; filename=\"file\""), ("  ", "attachment; filename=\"file\""),
        ("100%.csv", "attachment; filename=\"100_.csv\"; filename*=UTF-8''100%25.csv"),
    ]

    @Test("A file's name is said safely", arguments: names)
    func named(name: String, says: String) {
        #expect(disposition(.attachment, name: name) == says)
        #expect(SafeHeaders.isSafe(disposition(.attachment, name: name)))
    }

    @Test("A style sheet asked for by its version is kept for good, otherwise for an hour")
    func assets() throws {
        let version = try #require(Asset.all["trellis.css"]?.version)
        #expect(try Asset.answer("trellis.css", version: version).headers.contains { $0.1 == "public, max-age=31536000, immutable" })
        #expect(try Asset.answer("trellis.css", version: "x").headers.contains { $0.1 == "max-age=3600" })
    }
}
