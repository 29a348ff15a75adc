@testable import Pages
import Testing

@Suite("Who asks")
struct CallerTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String, peer: String, hops: [String], says: [String], address: String, isSecure: Bool
    }

    static let cases = [
        Case(testDescription: "a stranger is not believed", peer: "192.0.2.1", hops: ["10.1.1.1"], says: ["https"], address: "192.0.2.1", isSecure: false),
        Case(testDescription: "a proxy is", peer: "127.0.0.1", hops: ["192.0.2.1"], says: ["https"], address: "192.0.2.1", isSecure: true),
        Case(testDescription: "only its own hop counts", peer: "127.0.0.1", hops: ["1.2.3.4, 192.0.2.1"], says: ["http"], address: "192.0.2.1", isSecure: false),
        Case(testDescription: "in a later line too", peer: "127.0.0.1", hops: ["1.2.3.4", "192.0.2.1"], says: ["https, http"], address: "192.0.2.1", isSecure: false),
        Case(testDescription: "two proxies of ours", peer: "127.0.0.1", hops: ["1.2.3.4, 192.0.2.1, 10.0.0.9"], says: ["https"], address: "192.0.2.1", isSecure: true),
        Case(testDescription: "no hop", peer: "127.0.0.1", hops: [], says: [], address: "127.0.0.1", isSecure: false),
        Case(testDescription: "a hop that is no address", peer: "127.0.0.1", hops: ["<script>"], says: ["https"], address: "127.0.0.1", isSecure: true),
        Case(testDescription: "rubbish behind a proxy of ours", peer: "127.0.0.1", hops: ["x, 10.0.0.9"], says: ["HTTPS"], address: "10.0.0.9", isSecure: true),
    ]

    @Test("The last address that no trusted proxy holds is the caller's", arguments: cases)
    func caller(of: Case) {
        let reach = Reach(proxies: ["127.0.0.1", "10.0.0.0/24"].compactMap { NetworkRange($0) })
        let caller = reach.caller(peer: of.peer, forwardedFor: of.hops, forwardedProtocol: of.says)
        #expect(caller.address == of.address)
        #expect(caller.isSecure == of.isSecure)
    }
}
