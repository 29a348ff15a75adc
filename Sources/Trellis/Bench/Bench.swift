import Access
import AreaKit
import Basics
import Database
import Foundation
import Oversight
import Pages
import People

/// One run of all measurements; the table it prints says what was aimed at and what was measured.
struct Bench {
    let folder: String
    let seconds: Int
    let pagesOnly: Bool
    /// Whether the trust is made anew, though one is kept.
    let isFresh: Bool
    private var rows: [(what: String, aim: String, measured: [String])] = []
    private var engines: [String] = ["SQLite"]

    init(folder: String, seconds: Int, pagesOnly: Bool, isFresh: Bool) {
        (self.folder, self.seconds, self.pagesOnly, self.isFresh) = (folder, seconds, pagesOnly, isFresh)
    }

    mutating func run() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var addresses = ["sqlite:\(folder)/large.sqlite"]
        if let postgres = ProcessInfo.processInfo.environment["TRELLIS_BENCH_POSTGRES"] {
            engines.append("PostgreSQL")
            addresses.append(postgres)
        }
        for (place, address) in addresses.enumerated() { try await measure(address, place) }
    }

    private mutating func measure(_ address: String, _ place: Int) async throws {
        let data = DataFolder(path: folder + "/data-\(place)")
        try FileManager.default.createDirectory(atPath: data.path, withIntermediateDirectories: true)
        let (store, address) = try await largeTrust(address, data, place)
        try await measurePages(store, data, place)
        if !pagesOnly {
            try await measureSafetyNet(store, place)
            try await measureDuties(store, place)
            try await measureImports(address, store, data, place)
            try await measureServer(address, store, place)
        }
        try store.close()
    }

    /// The trust of 39 schools: on SQLite the one that an earlier run kept, where there is one.
    private mutating func largeTrust(_ address: String, _ data: DataFolder, _ place: Int) async throws -> (Store, String) {
        let (store, whole) = try await open(address, "large"), kept = try await whole.hasPrefix("sqlite:") ? KeptTrust(like: store) : nil
        if !isFresh, let kept, kept.isThere {
            try store.close()
            try kept.fetch(to: String(whole.dropFirst("sqlite:".count)), data)
            add("A trust of 39 schools with two years made", "", place, "kept")
            return (try await Store.open(whole, migrations: Program.migrations), whole)
        }
        say("Making the trust of 39 schools (\(engines[place]))")
        let making = try await timed { try await Demonstration(store: store, folder: data).make(.large) }
        add("A trust of 39 schools with two years made", "", place, "\(fixed(making, 1)) s")
        try await kept?.keep(store, data)
        return (store, whole)
    }

    /// A fresh store, and its whole address.
    private func open(_ address: String, _ schema: String) async throws -> (Store, String) {
        let whole = address.hasPrefix("postgres") ? address + (address.contains("?") ? "&" : "?") + "schema=bench_\(schema)_\(UUID().uuidString.prefix(8).lowercased())" : address
        return (try await Store.open(whole, migrations: Program.migrations), whole)
    }
}

// Imports, safety net, start.
extension Bench {
    private mutating func measureImports(_ address: String, _ large: Store, _ data: DataFolder, _ place: Int) async throws {
        let trust = DemonstrationTrust(shape: .standard, seed: 2026, today: Demonstration.today)
        let files = try trust.write(to: folder + "/files-\(place)")
        let school = files.schools[1]
        let store = try await open(address.hasPrefix("sqlite") ? "sqlite:\(folder)/ctf.sqlite" : address, "ctf").0
        try await prepare(store, files.trustName, files.gias, files.trustUID)
        let id = try await schoolNamed(school.urn, store)
        let resident = Usage.residentMB()
        Usage.resetPeak()
        var pupils = 0
        let ctf = try await timed {
            pupils = try await store.importFile(ImportRequest(.ctf, path: school.transferFile, name: "ctf.xml", school: id), as: .operator, act, dryRun: false).report.count(.new)
        }
        add("CTF of \(pupils) full pupils read in, with its trail", "< 2 s", place, "\(fixed(ctf, 2)) s")
        add("   the most memory more", "< 60 MB", place, "\(fixed(Usage.peakMB() - resident, 0)) MB")
        try store.close()
        try await measureCSV(address, large, data, place)
    }

    private mutating func measureCSV(_ address: String, _ large: Store, _ data: DataFolder, _ place: Int) async throws {
        let path = folder + "/register.csv"
        let pupils = try await large.read { try BenchFile.writeRegister($0, to: path) }
        let store = try await open(address.hasPrefix("sqlite") ? "sqlite:\(folder)/csv.sqlite" : address, "csv").0
        try await prepare(store, "Bench", data.path + "/demonstration-files/edubasealldata.csv", DemonstrationShape.large.trustUID)
        let csv = try await timed {
            _ = try await store.importFile(ImportRequest(.report(BenchFile.map), path: path, name: "register.csv", school: nil), as: .operator, act, dryRun: false)
        }
        add("CSV of \(pupils) pupils applied", "< 5 s", place, "\(fixed(csv, 2)) s")
        try store.close()
    }

    private mutating func measureSafetyNet(_ store: Store, _ place: Int) async throws {
        let rules = Program.areas().flatMap(\.safetyRules), question = SafetyQuestion(viewer: .operator, day: Demonstration.today)
        _ = try await store.read { reader in try rules.map { try $0.find(reader, question).count } }
        let net = try await timed { _ = try await store.read { reader in try rules.map { try $0.find(reader, question).count } } }
        add("safety net over the trust, \(rules.count) rules", "< 300 ms", place, "\(fixed(net * 1000, 0)) ms")
    }

    /// The server as people start it: how soon it answers, and what it holds after the load.
    private mutating func measureServer(_ address: String, _ store: Store, _ place: Int) async throws {
        let data = folder + "/served-\(place)"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        try Data(address.utf8).write(to: URL(filePath: data + "/database.address"))
        let server = try ServedProcess(CommandLine.arguments[0], data: data)
        defer { server.stop() }
        add("server start", "< 300 ms", place, "\(fixed(server.start * 1000, 0)) ms")
        let schools = try await store.read { try $0.schools(for: .operator) }
        for school in schools { _ = try await Load.on(server.address + "/register", cookie: try await senco(school.id, store).cookie, users: 8, seconds: 1) }
        add("server: resident memory after load on every school", "< 120 MB", place, "\(fixed(server.residentMB, 0)) MB")
    }

    private func prepare(_ store: Store, _ name: String, _ gias: String, _ uid: String) async throws {
        try await store.write(act) { try $0.foundTrust(name) }
        _ = try await store.importFile(ImportRequest(.schools(trustUID: uid, urns: []), path: gias, name: "gias.csv", school: nil), as: .operator, act, dryRun: false)
    }

    private var act: Act { Act(who: "Bench", at: Instant(Demonstration.today, hour: 9), way: .command) }
}

// The table.
extension Bench {
    mutating func add(_ what: String, _ aim: String, _ place: Int, _ measured: String) {
        if let row = rows.firstIndex(where: { $0.what == what }) { rows[row].measured.append(measured); return }
        rows.append((what, aim, Array(repeating: "", count: place) + [measured]))
    }

    var table: String {
        let head = ["What", "Aim"] + engines
        let body = rows.map { [$0.what, $0.aim] + $0.measured + Array(repeating: "", count: max(0, engines.count - $0.measured.count)) }
        let widths = head.indices.map { column in ([head] + body).map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }
        return ([line(head), widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")] + body.map(line)).joined(separator: "\n")
    }

    func fixed(_ number: Double, _ places: Int) -> String { String(format: "%.\(places)f", number) }
    func say(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }
}
