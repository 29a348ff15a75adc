import Foundation

/// A file that appears under its name only when all of it is written.
enum WholeFile {
    /// Writes beside the place, then puts the file there in one step; after a failure nothing is left behind.
    /// Only the owner may read it, since it holds children's records.
    static func write(_ path: String, _ body: (_ part: String) async throws -> Void) async throws {
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        do {
            guard FileManager.default.createFile(atPath: part, contents: nil, attributes: [.posixPermissions: 0o600]) else {
                throw StoreProblem.failed("\(path) can't be written. Check that the folder is there and that you may write to it.")
            }
            try await inPlainWordsAsync { try await body(part) }
            guard rename(part, path) == 0 else { throw StoreProblem.failed("\(path) can't be put in place: \(String(cString: strerror(errno)))") }
            leaveNothing(of: part)
        } catch {
            leaveNothing(of: part)
            throw error
        }
    }

    /// The part itself, and what an engine that looked into it left beside it.
    private static func leaveNothing(of part: String) {
        for end in ["", "-journal", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: part + end) }
    }
}

/// Turns an engine's error into one a person can act on.
func inPlainWordsAsync<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch {
        return try inPlainWords { throw error }
    }
}
