import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
@testable import Pages
import Testing

@Suite("The door for pages")
struct PageServerTests {
    private func respond(_ request: Request, peer: String = "127.0.0.1", reach: Reach = Reach(), _ answer: Answer = .page("<p>Hello</p>")) async -> Response {
        await PageServer(uploads: Asked.folder(), reach: reach).respond(to: request, from: peer) { _ in answer }
    }

    @Test("Every answer tells the browser what it may do", arguments: [200, 303, 404, 422, 500])
    func headers(status: Int) async throws {
        let fields = Asked.fields(await respond(try Asked.request(), Answer(status: status, headers: [], body: .bytes([]))))
        #expect(fields["content-security-policy"]?.contains("default-src 'none'") == true)
        #expect(fields["content-security-policy"]?.contains("unsafe") == false)
        #expect(fields["x-frame-options"] == "DENY")
        #expect(fields["x-content-type-options"] == "nosniff")
        #expect(fields["referrer-policy"] == "same-origin")
        #expect(fields["cache-control"] == "no-store")
        #expect(fields["cross-origin-opener-policy"] == "same-origin")
        #expect(fields["cross-origin-embedder-policy"] == "require-corp")
        #expect(fields["cross-origin-resource-policy"] == "same-origin")
        #expect(fields["permissions-policy"]?.contains("camera=(), ") == true)
        #expect(fields["server"] == nil)
        #expect(fields["strict-transport-security"] == nil)
    }

    @Test("Behind TLS a browser is told to come back by TLS only; nobody but the trusted proxy can say so")
    func strictTransport() async throws {
        let reach = Reach(publicAddress: PublicAddress("https://send.example.org"), proxies: NetworkRange.loopback)
        let asked = try Asked.request("GET", "/", host: "send.example.org", ["X-Forwarded-Proto": "https"])
        #expect(Asked.fields(await respond(asked, reach: reach))["strict-transport-security"] == "max-age=63072000")
        #expect(Asked.fields(await respond(asked, peer: "192.0.2.1", reach: reach))["strict-transport-security"] == nil)
    }

    static let hosts: [(String?, Int)] = [
        ("127.0.0.1:8642", 200), ("localhost", 200), ("[::1]:8642", 200), ("send.example.org", 200), ("SEND.example.org:443", 200),
        ("evil.example.org", 421), ("send.example.org.evil.example.org", 421), ("127.0.0.1.evil.example.org", 421), ("", 400), (nil, 400),
    ]

    @Test("Only our own names are answered", arguments: hosts)
    func host(host: String?, status: Int) async throws {
        let reach = Reach(publicAddress: PublicAddress("https://send.example.org"))
        #expect(await respond(try Asked.request("GET", "/", host: host), reach: reach).status.code == status)
    }

    @Test("A second host is refused")
    func twoHosts() async throws {
        #expect(await respond(try Asked.request("GET", "/", ["Host": "evil.example.org"])).status.code == 400)
    }

    static let methods: [(String, String, Int)] = [
        ("GET", "/pupils", 200), ("HEAD", "/pupils", 200), ("POST", "/pupils", 200), ("PUT", "/pupils", 405), ("DELETE", "/pupils", 405),
        ("PATCH", "/pupils", 405), ("OPTIONS", "/pupils", 405), ("TRACE", "/pupils", 405), ("CONNECT", "/pupils", 405), ("BREW", "/pupils", 405),
        ("DELETE", "/api/v1/tokens/1", 200), ("PATCH", "/api/v1/pupils/1", 200), ("PUT", "/api/v1/pupils/1", 200), ("TRACE", "/api/v1/pupils", 405),
    ]

    @Test("Pages are read and sent to; programs may do a little more", arguments: methods)
    func method(method: String, path: String, status: Int) async throws {
        let response = await respond(try Asked.request(method, path))
        #expect(response.status.code == status)
        #expect((Asked.fields(response)["allow"] == nil) == (status == 200))
    }

    @Test("HEAD says what GET would, and sends nothing")
    func head() async throws {
        let response = await respond(try Asked.request("HEAD"))
        #expect(response.body.contentLength == "<p>Hello</p>".utf8.count)
        #expect(try await Told.bytes(response).isEmpty)
    }

    static let targets: [(String, Int)] = [
        ("/" + String(repeating: "a", count: 1_999), 200), ("/" + String(repeating: "a", count: 2_000), 414),
        ("/?" + String(repeating: "a", count: 8_000), 200), ("/?" + String(repeating: "a", count: 8_001), 414),
        ("//evil.example.org/", 400), ("pupils", 400), ("*", 400), ("", 400), ("/a b", 400), ("/é", 400),
    ]

    @Test("An odd address is refused", arguments: targets)
    func target(target: String, status: Int) async throws {
        #expect(await respond(try Asked.request("GET", target)).status.code == status)
    }

    static let bodies: [(String, String, Int, Int)] = [
        ("/", "application/x-www-form-urlencoded", 1 << 20, 200), ("/", "application/x-www-form-urlencoded", 1 << 20 + 1, 413),
        ("/", "text/plain", 1, 415), ("/", "application/json", 1, 415), ("/", "", 1, 415), ("/", "", 0, 200),
        ("/api/v1/x", "application/json", 1 << 20, 200), ("/api/v1/x", "application/json", (1 << 20) + 1, 413),
        ("/", "multipart/form-data", 10, 400), ("/", "multipart/form-data; boundary=\"\"", 10, 400),
    ]

    @Test("A body is of a kind and a size we know", arguments: bodies)
    func body(path: String, type: String, size: Int, status: Int) async throws {
        let size = status == 413 && path == "/" ? (1 << 20) + 1 : size
        let request = try Asked.request("POST", path, ["Content-Type": type], body: [UInt8](repeating: 97, count: size))
        let response = await respond(request)
        #expect(response.status.code == status)
        #expect((Asked.fields(response)["connection"] == "close") == (status != 200))
    }

    @Test("A form of ten thousand fields is the largest")
    func fields() async throws {
        let type: KeyValuePairs = ["Content-Type": "application/x-www-form-urlencoded"]
        #expect(await respond(try Asked.request("POST", "/", type, body: Array(String(repeating: "a&", count: 9_999).utf8))).status.code == 200)
        #expect(await respond(try Asked.request("POST", "/", type, body: Array(String(repeating: "a&", count: 10_000).utf8))).status.code == 413)
    }

    @Test("A body that says beforehand it is too large is not read")
    func announced() async throws {
        let headers: KeyValuePairs = ["Content-Type": "application/x-www-form-urlencoded", "Content-Length": "99999999"]
        #expect(await respond(try Asked.request("POST", "/", headers, body: [97])).status.code == 413)
    }

    @Test("A stranger's files are not read")
    func stranger() async throws {
        let folder = Asked.folder(), type: KeyValuePairs = ["Content-Type": "multipart/form-data; boundary=x"]
        let server = PageServer(uploads: folder, admitsFiles: { $0.cookies["key"] == "right" })
        let request = try Asked.request("POST", "/", type, body: Array("--x\r\nContent-Disposition: form-data; name=a; filename=b\r\n\r\nc\r\n--x--".utf8))
        let response = await server.respond(to: request, from: "127.0.0.1") { _ in .page("") }
        #expect(response.status.code == 403)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    static let origins: [(KeyValuePairs<String, String>, Int)] = [
        (["Sec-Fetch-Site": "same-origin"], 200), (["Sec-Fetch-Site": "none"], 200), (["Sec-Fetch-Site": "cross-site"], 403),
        (["Sec-Fetch-Site": "same-site"], 403), (["Origin": "http://127.0.0.1:8642"], 200), (["Origin": "https://evil.example.org"], 403),
        (["Origin": "http://127.0.0.1:8642.evil.example.org"], 403),
    ]

    @Test("A form from another site is refused", arguments: origins)
    func origin(headers: KeyValuePairs<String, String>, status: Int) async throws {
        #expect(await respond(try Asked.request("POST", "/", headers)).status.code == status)
    }

    @Test("An API's refusals are problem+json")
    func problem() async throws {
        let response = await respond(try Asked.request("TRACE", "/api/v1/pupils"))
        #expect(Asked.fields(response)["content-type"] == "application/problem+json")
        let text = String(decoding: try await Told.bytes(response), as: UTF8.self)
        #expect(text.contains("\"status\":405"))
    }

    @Test("What goes wrong on our side has a mark to find it by, and none of its words")
    func fault() async throws {
        struct Fault: Error {}
        let server = PageServer(uploads: Asked.folder())
        let response = await server.respond(to: try Asked.request("GET", "/pupils/Sam"), from: "127.0.0.1") { _ in throw Fault() }
        let text = String(decoding: try await Told.bytes(response), as: UTF8.self)
        #expect(response.status.code == 500)
        #expect(text.contains(/this mark: [A-Z2-9]{8}/))
        #expect(!text.contains("Fault"))
    }

    @Test("A page learns of the caller only what is on the list")
    func kept() async throws {
        let reach = Reach(proxies: NetworkRange.loopback)
        let request = try Asked.request("GET", "/?a=b%00c", ["User-Agent": "Firefox", "X-Secret": "x", "X-Forwarded-For": "203.0.113.9, 198.51.100.7", "X-Forwarded-Proto": "https", "Cookie": "a=1; b=2"])
        let asked = try await PageServer(uploads: Asked.folder(), reach: reach).request(request, from: "127.0.0.1")
        #expect(asked.headers == ["host": "127.0.0.1:8642", "user-agent": "Firefox"])
        #expect(asked.address == "198.51.100.7")
        #expect(asked.isSecure)
        #expect(asked.cookies == ["a": "1", "b": "2"])
        #expect(asked.query["a"] == "bc")
    }
}
