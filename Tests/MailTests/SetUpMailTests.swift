import Basics
@testable import Mail
import Testing

@Suite("Setting up mail")
struct SetUpMailTests {
    static let good = SetUpMail(host: "smtp.example.org", user: " trellis ", sender: "trellis@example.org", publicAddress: "https://trellis.example.org")

    @Test("Encryption is the custom, at the usual port")
    func customs() throws {
        let change = try Self.good.applied(to: nil)
        #expect(change.event == "mail.setUp" && change.after.port == 587 && change.after.security == .startTLS && change.after.user == "trellis")
        let again = try Self.good.applied(to: change.after)
        #expect(again.event == "mail.changed" && again.isEmpty)
    }

    static let wrong: [(field: String, change: @Sendable (inout SetUpMail) -> Void)] = [
        ("host", { $0.host = "" }), ("host", { $0.host = "smtp://smtp.example.org" }), ("host", { $0.host = "a b" }), ("host", { $0.host = "a\r\nb" }),
        ("port", { $0.port = 0 }), ("port", { $0.port = 65_536 }),
        ("security", { $0.security = .none }),
        ("sender", { $0.sender = "trellis" }), ("sender", { $0.sender = "Trellis <trellis@example.org>" }),
        ("publicAddress", { $0.publicAddress = "trellis.example.org" }), ("publicAddress", { $0.publicAddress = "http://trellis.example.org" }),
        ("publicAddress", { $0.publicAddress = "https://trellis.example.org/" }), ("publicAddress", { $0.publicAddress = "https://a@b.example.org" }),
        ("publicAddress", { $0.publicAddress = "https://trellis.example.org:99999" }), ("publicAddress", { $0.publicAddress = "javascript:alert(1)" }),
        ("user", { $0.user = "a\nb" }), ("certificates", { $0.certificates = "a\nb" }),
    ]

    @Test("What is wrong is said beside its field", arguments: wrong)
    func refused(_ wrong: (field: String, change: @Sendable (inout SetUpMail) -> Void)) {
        var wish = Self.good
        wrong.change(&wish)
        #expect { try wish.applied(to: nil) } throws: { ($0 as? Problems)?.list.map(\.field) == [wrong.field] }
    }

    @Test("Everything that is wrong is said at once")
    func all() {
        let wish = SetUpMail(host: "", port: 0, security: .none, sender: "", publicAddress: "")
        #expect { try wish.applied(to: nil) } throws: { ($0 as? Problems)?.list.map(\.field) == ["host", "port", "security", "publicAddress", "sender"] }
    }

    @Test("In the clear only on this computer, or when somebody said so")
    func clear() throws {
        var wish = Self.good
        wish.security = .none
        wish.mayBeRead = true
        #expect(try wish.applied(to: nil).after.port == 25)
        wish.mayBeRead = false
        for host in ["localhost", "127.0.0.1", "::1"] {
            wish.host = host
            wish.publicAddress = "http://localhost:8642"
            #expect(try wish.applied(to: nil).after.host == host)
        }
    }

    @Test("Addresses", arguments: [
        ("a.khan@example.org", true), (" a.khan@example.org ", true), ("o'neil+send@mail.example.org", true), ("a@localhost", true),
        ("", false), ("a", false), ("a@", false), ("@b", false), ("a@b@c", false), ("a b@c", false), ("a@b..c", false), ("a@-b", false),
        ("<a@b>", false), ("a@b,c@d", false), ("é@example.org", false), ("a@exämple.org", false), ("\"a b\"@c", false),
        (String(repeating: "a", count: 65) + "@b", false),
    ])
    func addresses(text: String, isOne: Bool) { #expect(((try? MailAddress(text)) != nil) == isOne) }
}
