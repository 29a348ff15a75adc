import AreaKit
import ArgumentParser
import Basics
import Database
import Foundation
import Papers
import People

/// Where a trust's data lie. The same for every command.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The folder that holds all of a trust's data.", valueName: "DIR"))
    var data: String

    @Option(name: .long, help: ArgumentHelp("Another place for the database: sqlite:PATH or postgres://user@host/name?schema=trust.", valueName: "ADDRESS"))
    var database: String?

    @Option(name: .long, help: ArgumentHelp("The file that holds the key. It lies outside the data folder, and no backup contains it.", valueName: "FILE"))
    var key: String?

    /// Without a slash at its end, so that the key lies beside it and not in it.
    var folder: DataFolder { DataFolder(path: URL(filePath: (data as NSString).expandingTildeInPath).standardizedFileURL.path) }

    /// Opens the store of this folder; its address is the one given, or the one it was made with.
    func open() async throws -> Store {
        try refuseKeyInside()
        return try await folder.open(database)
    }

    /// Opens the store and makes sure that a trust is in it.
    func openTrust() async throws -> Store {
        guard folder.exists || database != nil else { throw StoreProblem.noTrust(data) }
        let store = try await open()
        guard try await store.read({ try $0.trustName() }) != nil else { throw StoreProblem.noTrust(data) }
        return store
    }

    /// Where the key file lies: beside the data folder, unless another place is named.
    var keyPath: String { (key.map { ($0 as NSString).expandingTildeInPath }) ?? folder.path + ".key" }

    /// The keys of this trust; made where there are none yet.
    func keyRing() throws -> KeyRing {
        try refuseKeyInside()
        return try KeyRing.openOrMake(keyPath)
    }

    /// Where the papers lie, and the keys that open them. Once there are papers, no key is made in the place of a lost one.
    func papers() throws -> PaperStore {
        try refuseKeyInside()
        let place = keyPath, folder = folder.papers
        return PaperStore(folder: folder) {
            try FileManager.default.fileExists(atPath: folder) ? KeyRing(file: place) : KeyRing.openOrMake(place)
        }
    }

    func refuseKeyInside() throws {
        let inside = URL(filePath: keyPath).standardizedFileURL.path.hasPrefix(URL(filePath: folder.path).standardizedFileURL.path + "/")
        if inside { throw ValidationError("The key file lies in the data folder. Give a place outside it, so that no backup holds both.") }
    }
}

/// The folder of one trust: database, papers, receipts.
struct DataFolder: Sendable {
    let path: String

    private var addressFile: String { path + "/database.address" }
    var uploads: String { path + "/uploads" }
    var receipts: String { path + "/receipts" }
    var papers: String { path + "/papers" }
    var exists: Bool { FileManager.default.fileExists(atPath: path + "/trellis.sqlite") || FileManager.default.fileExists(atPath: addressFile) }

    func open(_ address: String?) async throws -> Store {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if let address, !FileManager.default.fileExists(atPath: addressFile) { try remember(address) }
        return try await Store.open(address ?? remembered ?? standardAddress, migrations: Program.migrations)
    }

    private var remembered: String? { (try? String(contentsOfFile: addressFile, encoding: .utf8))?.nonEmpty }

    var standardAddress: String { "sqlite:\(path)/trellis.sqlite" }

    func remember(_ address: String) throws {
        try Data(address.utf8).write(to: URL(filePath: addressFile))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: addressFile)
    }
}
