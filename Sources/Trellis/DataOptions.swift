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

    @Option(name: .long, help: ArgumentHelp("The file that holds the keys; otherwise DIR.key beside the data folder. No backup contains it.", valueName: "FILE"))
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

    /// Where the key file is: the place given, or beside the data folder.
    var keyPath: String { key.map { ($0 as NSString).expandingTildeInPath } ?? folder.path.withoutLastStroke + ".key" }

    /// The keys of this trust. Where there is no key file yet, one is made.
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

    /// The keys of this trust; nil where there is no key file. For what only looks.
    func keyRingIfThere() throws -> KeyRing? {
        try refuseKeyInside()
        return FileManager.default.fileExists(atPath: keyPath) ? try KeyRing(file: keyPath) : nil
    }

    func refuseKeyInside() throws {
        let place = (plainPath((keyPath as NSString).deletingLastPathComponent) + "/").replacing("//", with: "/")
        let inside = place.hasPrefix(plainPath(folder.path) + "/")
        if inside { throw ValidationError("The key file lies in the data folder. Give a place outside it, so that no backup holds both.") }
    }
}

/// The one way to write the path of a folder: whole, without links, dots or a stroke at its end.
private func plainPath(_ path: String) -> String {
    URL(filePath: path.isEmpty ? "." : path).standardizedFileURL.resolvingSymlinksInPath().path.withoutLastStroke
}

extension String {
    fileprivate var withoutLastStroke: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}

/// The folder of one trust: database, papers, receipts.
struct DataFolder: Sendable {
    let path: String

    private var addressFile: String { path + "/database.address" }
    var uploads: String { path + "/uploads" }
    var receipts: String { path + "/receipts" }
    /// The daily seals of the trail.
    var seals: String { path + "/" + Self.sealsName }
    static let sealsName = "seals.txt"
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
