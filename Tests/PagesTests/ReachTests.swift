import Pages
import Testing

@Suite("Where Trellis may be reached")
struct ReachTests {
    static let ranges: [(String, String, Bool)] = [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("192.0.2.7", "192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
        ("192.0.2.128/25", "192.0.2.127", false), ("192.0.2.128/25", "192.0.2.200", true), ("0.0.0.0/0", "203.0.113.9", true),
        ("fd00::/8", "fdff::1", true), ("fd00::/8", "fe00::1", false), ("::1", "::1", true), ("127.0.0.0/8", "::ffff:127.0.0.1", true),
        ("10.0.0.0/8", "::1", false), ("10.0.0.0/8", "nonsense", false), ("10.0.0.0/8", "", false),
    ]

    @Test("A range holds the addresses of its prefix", arguments: ranges)
    func range(range: String, address: String, holds: Bool) throws {
        #expect(try #require(NetworkRange(range)).contains(address) == holds)
    }

    @Test("What is no range is not taken for one", arguments: ["", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0", "::1/129", "example.org", "10.0.0.0/8/8", "10.0.0.0/x"])
    func noRange(text: String) {
        #expect(NetworkRange(text) == nil)
    }

    static let addresses: [(String, String?)] = [
        ("https://send.example.org", "https://send.example.org"), ("https://SEND.example.org/", "https://send.example.org"),
        ("http://localhost:8642", "http://localhost:8642"), ("https://[fd00::1]:443", "https://[fd00::1]:443"),
        ("send.example.org", nil), ("https://send.example.org/pupils", nil), ("https://a@b", nil), ("ftp://send.example.org", nil),
        ("https://send.example.org\r\nX: y", nil), ("https://", nil),
    ]

    @Test("A public address is scheme, host and port, and no more", arguments: addresses)
    func publicAddress(text: String, meaning: String?) {
        #expect(PublicAddress(text)?.description == meaning)
    }
}
