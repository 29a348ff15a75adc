import Basics
import Database
import Foundation

extension PaperStore {
    /// A file may wait so long for its row, in seconds: the time of one visit, and much to spare.
    private static let patience = 24 * 3600

    /// Takes away what a crash left: parts of files and files without a row once they are a day old, and the files of papers that are
    /// withdrawn at once.
    /// - Returns: how many files were taken away.
    @discardableResult
    public func sweep(_ store: Store, now: Instant) async throws -> Int {
        let rows = try await store.read { try $0.all(Paper.self, "WHERE 1 = 1") }
        let standing = Set(rows.filter { !$0.isWithdrawn }.map(\.storedAs)), withdrawn = Set(rows.filter(\.isWithdrawn).map(\.storedAs))
        let gone = files().filter { name in
            !standing.contains(name) && (withdrawn.contains(name) || Self.isOurs(name) && age(of: name, now: now) > Self.patience)
        }
        for name in gone { try FileManager.default.removeItem(atPath: place(name)) }
        return gone.count
    }

    /// What is wrong between rows and files; empty when all is sound. Every file is read through. No finding names a child.
    public func unsound(_ store: Store, now: Instant) async throws -> [String] {
        let rows = try await store.read { try $0.all(Paper.self, "WHERE withdrawn_at IS NULL ORDER BY id") }
        let broken = rows.compactMap { paper -> String? in
            do { try prove(paper) } catch { return "\(error)" }
            return nil
        }
        let known = Set(rows.map(\.storedAs))
        let strays = files().filter { !known.contains($0) && !(Self.isOurs($0) && age(of: $0, now: now) <= Self.patience) }
        return broken + strays.map { "The file \($0) in \(folder) belongs to no paper. The server takes such files away when it starts; if this one stays, find out who put it there." }
    }

    func files() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private static func isOurs(_ name: String) -> Bool { isName(name) || name.hasSuffix(".part") && isName(name.prefix(32)) }

    private func age(of name: String, now: Instant) -> Int {
        let written = (try? FileManager.default.attributesOfItem(atPath: place(name))[.modificationDate] as? Date) ?? .distantFuture
        return now.milliseconds / 1000 - Int(max(-9e15, min(9e15, written.timeIntervalSince1970)))
    }
}
