import Foundation
import Mail

/// The real mail server of Tests/Oracles/smtp_server.py, started once for all tests. It ends with them.
actor SMTPServer {
    static let shared = Result { try SMTPServer() }

    /// The Python packages are there: `./trellis test` puts them there.
    static var isHere: Bool {
        ((try? String(contentsOf: root.appending(path: ".venv/installed.txt"), encoding: .utf8)) ?? "").contains("aiosmtpd")
    }

    /// The ports, and the file with the certificate.
    struct Doors: Decodable, Sendable {
        let plain: Int, starttls: Int, tls: Int, login: Int
        let certificates: String
    }

    /// A letter as it came, read by Python's own mail parser.
    struct Arrived: Decodable, Sendable {
        let from: String, to: [String], encrypted: Bool, signedIn: Bool, greeting: String
        let names: [String], subject: String, headerFrom: String, headerTo: String
        let messageID: String, date: String, automatic: String
        let plain: String, html: String, defects: [String], longest: Int
    }

    struct Silent: Error {}

    nonisolated let doors: Doors
    private let process = Process()
    private let asked = Pipe(), answered = Pipe()

    private init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "smtp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process.executableURL = Self.root.appending(path: ".venv/bin/python")
        process.arguments = [Self.root.appending(path: "Tests/Oracles/smtp_server.py").path, folder.path]
        process.standardInput = asked
        process.standardOutput = answered
        try process.run()
        doors = try JSONDecoder().decode(Doors.self, from: Self.line(answered))
    }

    /// What it took for an address.
    func inbox(_ address: MailAddress) throws -> [Arrived] {
        try asked.fileHandleForWriting.write(contentsOf: Data("inbox \(address)\n".utf8))
        return try JSONDecoder().decode([Arrived].self, from: Self.line(answered))
    }

    private static func line(_ pipe: Pipe) throws -> Data {
        var line = Data()
        while line.last != 10 {
            let part = pipe.fileHandleForReading.availableData
            if part.isEmpty { throw Silent() }
            line += part
        }
        return line
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
