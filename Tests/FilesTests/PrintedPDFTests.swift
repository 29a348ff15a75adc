@testable import Files
import Foundation
import Glibc
import Testing

struct PrintedPDFTests {
    @Test("A PDF says what the page says, and nothing that the page names is fetched")
    func made() async throws {
        let door = try Doorbell(), style = try Scratch(Array("p::after { content: 'FETCHED' }".utf8), name: "style.css")
        let page = """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A copy</title><link rel="stylesheet" href="file://\(style.path)">\
            <link rel="stylesheet" href="\(door.address)a.css"><style>@import url(\(door.address)b.css); h1 { background: url(\(door.address)c.png) }</style></head>\
            <body><h1>Sam Ünïcode</h1><p>Second line</p><img src="\(door.address)d.png" alt=""><img src="file://\(style.path)" alt="">\
            <object data="\(door.address)e.svg"></object></body></html>
            """
        let pdf = try await PrintedPDF.made(of: Array(page.utf8)), words = try Self.words(pdf)
        #expect(words.contains("Sam Ünïcode") && words.contains("Second line") && words.contains("1 of 1"))
        #expect(!words.contains("FETCHED"))
        #expect(!door.wasRung)
    }

    @Test("A long page is cut into numbered sheets")
    func sheets() async throws {
        let lines = (1...200).map { "<p>Line \($0)</p>" }.joined(), words = try Self.words(await PrintedPDF.made(of: Array("<!doctype html><title>T</title>\(lines)".utf8)))
        #expect(words.contains("Line 1\n") && words.contains("Line 200"))
        #expect(words.contains("2 of "))
    }

    @Test("Where WeasyPrint is not installed, it says so and what to do")
    func absent() async throws {
        let refusal = await #expect(throws: FileRefusal.self) { try await PrintedPDF.made(of: [], paths: ["/nowhere"]) }
        #expect(refusal?.description.contains("apt-get install weasyprint") == true)
    }

    /// The words of a PDF, read by other software than what made it.
    private static func words(_ pdf: [UInt8]) throws -> String {
        let file = try Scratch(pdf, name: "copy.pdf"), out = try Scratch(), reader = Process()
        reader.executableURL = URL(filePath: "/usr/bin/pdftotext")
        reader.arguments = ["-layout", file.path, out.path]
        try reader.run()
        reader.waitUntilExit()
        return try String(contentsOfFile: out.path, encoding: .utf8)
    }
}

/// A place on this machine that notices whether anybody comes; nobody opens.
private final class Doorbell {
    private let socket: Int32
    let address: String

    init() throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.socket = socket
        var place = sockaddr_in(), size = socklen_t(MemoryLayout<sockaddr_in>.size)
        (place.sin_family, place.sin_addr.s_addr) = (sa_family_t(AF_INET), inet_addr("127.0.0.1"))
        let bound = withUnsafeMutablePointer(to: &place) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, size) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &size) == 0 }
        }
        try #require(bound)
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))/"
    }

    deinit { close(socket) }

    var wasRung: Bool {
        var waiting = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }
}
