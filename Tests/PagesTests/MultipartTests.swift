import Foundation
import HummingbirdCore
import NIOCore
@testable import Pages
import Testing

@Suite("Forms with files")
struct MultipartTests {
    private static let boundary = "----WebKitFormBoundary7MA4YWxk"

    private static func body(_ parts: [(head: String, content: [UInt8])]) -> [UInt8] {
        parts.flatMap { Array("--\(boundary)\r\n\($0.head)\r\n\r\n".utf8) + $0.content + Array("\r\n".utf8) } + Array("--\(boundary)--\r\n".utf8)
    }

    private static func field(_ name: String, _ text: String) -> (head: String, content: [UInt8]) { ("Content-Disposition: form-data; name=\"\(name)\"", Array(text.utf8)) }

    private static func file(_ name: String, _ fileName: String, _ content: [UInt8]) -> (head: String, content: [UInt8]) {
        ("Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\nContent-Type: text/csv", content)
    }

    private func read(_ bytes: [UInt8], folder: String = Asked.folder(), _ limits: Limits = Limits(), type: String = "multipart/form-data; boundary=\(boundary)") async throws -> PageServer.Sent {
        try await MultipartForm(type, folder, limits).read(RequestBody(buffer: ByteBuffer(bytes: bytes)))
    }

    @Test("Fields, and files byte for byte")
    func whole() async throws {
        let content: [UInt8] = Array("UPN,Name\r\n".utf8) + [0, 255, 13, 10, 45, 45] + Array(Self.boundary.utf8.dropLast())
        let sent = try await read(Self.body([Self.field("kind", "ctf"), Self.file("file", "C:\\Users\\amira\\list.csv", content), Self.field("empty", ""), Self.file("none", "", [])]))
        #expect(sent.form == FormValues([("kind", "ctf"), ("empty", "")]))
        let file = try #require(sent.files.first)
        #expect(sent.files.count == 1 && file.field == "file" && file.name == "list.csv")
        #expect(FileManager.default.contents(atPath: file.path).map { Array($0) } == content)
        #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
    }

    static let names: [(String, String)] = [
        ("../../etc/passwd", "passwd"), ("a\\..\\b.csv", "b.csv"), ("..", ".."), ("a%0D%0Ab.csv", "ab.csv"), ("say %22hi%22.csv", "say \"hi\".csv"),
        ("\u{202E}vsc.exe", "vsc.exe"), ("/", "file"),
    ]

    @Test("A file's name loses its folders and what misleads", arguments: names)
    func named(sent: String, kept: String) async throws {
        #expect(try await read(Self.body([Self.file("file", sent, [1])])).files.first?.name == kept)
    }

    static func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    static let tooMuch: [(String, Limits, [(head: String, content: [UInt8])])] = [
        ("text", limits { $0.form = 10 }, [field("a", "12345"), field("b", "123456")]),
        ("bytes of files", limits { $0.files = 10 }, [file("a", "a", [1, 2, 3, 4, 5]), file("b", "b", [1, 2, 3, 4, 5, 6])]),
        ("files", limits { $0.fileCount = 1 }, [file("a", "a", [1]), file("b", "b", [1])]),
        ("parts", limits { $0.fields = 2 }, [field("a", ""), field("b", ""), field("c", "")]),
    ]

    @Test("Too much is refused, and nothing of it stays on disk", arguments: tooMuch)
    func refused(what: String, limits: Limits, parts: [(head: String, content: [UInt8])]) async throws {
        let folder = Asked.folder()
        await #expect { try await read(Self.body(parts), folder: folder, limits) } throws: { ($0 as? PageServer.Refused)?.status == 413 }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    static let broken: [(String, [UInt8])] = [
        ("nothing", []), ("no end", Array(body([field("a", "b")]).dropLast(6))), ("another boundary", Array("--x\r\n\r\n--x--".utf8)),
        ("no name", body([("Content-Disposition: form-data", [])])), ("no head", body([("", [97])])),
        ("a long head", body([("X: " + String(repeating: "a", count: 5_000), [])])), ("rubbish after a boundary", Array("--\(boundary)rubbish".utf8)),
        ("a file cut short", Array(body([file("a", "a", [UInt8](repeating: 7, count: 500))]).prefix(400))),
    ]

    @Test("What is broken is refused, and nothing of it stays on disk", arguments: broken)
    func unreadable(what: String, bytes: [UInt8]) async throws {
        let folder = Asked.folder()
        await #expect { try await read(bytes, folder: folder) } throws: { ($0 as? PageServer.Refused)?.status == 400 }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test("In whatever pieces it comes, it means the same", arguments: 0..<200)
    func pieces(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let alphabet: [UInt8] = [13, 10, 45, 97, 0] + Array(Self.boundary.utf8.suffix(2))
        let contents = (0..<Int.random(in: 1...4, using: &dice)).map { _ in (0..<Int.random(in: 0...90, using: &dice)).compactMap { _ in alphabet.randomElement(using: &dice) } }
        let bytes = Self.body(contents.enumerated().map { ("Content-Disposition: form-data; name=\"\($0)\"", $1) })
        var reader = MultipartReader(boundary: Self.boundary), heard: [[UInt8]] = [], rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(Int.random(in: 1...40, using: &dice)))
            rest = rest.dropFirst(piece.count)
            try reader.take(piece) { step in
                switch step {
                case .head: heard.append([])
                case .content(let more): heard[heard.count - 1] += more
                case .end: break
                }
            }
        }
        #expect(reader.isWhole && heard == contents)
    }

    @Test("Random bytes are refused or read, never more", arguments: 0..<200)
    func random(seed: UInt64) async {
        var dice = Dice(seed: seed)
        var bytes = Self.body([Self.field("a", "b"), Self.file("c", "d", [1, 2, 3])])
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            if Bool.random(using: &dice) { bytes[place] = UInt8.random(in: 0...255, using: &dice) } else { bytes.remove(at: place) }
        }
        do { _ = try await read(bytes) } catch { #expect(error is PageServer.Refused) }
    }
}

/// The same throws for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
