import CZip
import Foundation

/// A ZIP archive of whole files, such as a backup. Only archives that we wrote ourselves are taken apart.
public enum Archive {
    /// Puts files together under the given names. The archive appears whole or not at all.
    /// - Parameter asTheyAre: whether a file is put in unpacked, since what is encrypted never gets smaller.
    /// - Throws: `FileRefusal` where a file can't be read or the disk is full.
    public static func write(_ path: String, _ files: [(name: String, path: String)], asTheyAre: (String) -> Bool = { _ in false }) throws {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else { throw FileRefusal("\(path) can't be written.") }
        for file in files {
            guard let source = zip_source_file(archive, file.path, 0, -1), case let place = zip_file_add(archive, file.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)), place >= 0 else {
                zip_discard(archive)
                throw FileRefusal("\(file.name) could not be added to \(path).")
            }
            if asTheyAre(file.name) { zip_set_file_compression(archive, zip_uint64_t(place), ZIP_CM_STORE, 0) }
        }
        guard zip_close(archive) == 0 else {
            let words = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw FileRefusal("\(path) could not be finished: \(words). Is the disk full?")
        }
    }

    /// Takes the archive apart into a folder. Names that lead out of it are refused.
    /// - Returns: the names in the archive.
    public static func extract(_ path: String, into folder: String) throws -> [String] {
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code) else { throw FileRefusal("\(path) is not a backup, or it is damaged.") }
        defer { zip_discard(archive) }
        return try (0..<zip_get_num_entries(archive, 0)).map { place in
            let name = zip_get_name(archive, zip_uint64_t(place), 0).map { String(cString: $0) } ?? ""
            guard !name.isEmpty, !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else { throw FileRefusal("\(path) holds a file with a name that leads elsewhere.") }
            try extract(archive, zip_uint64_t(place), to: folder + "/" + name, of: path)
            return name
        }
    }

    private static func extract(_ archive: OpaquePointer, _ place: zip_uint64_t, to target: String, of path: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard let entry = zip_fopen_index(archive, place, 0) else { throw FileRefusal("\(path) is damaged.") }
        defer { zip_fclose(entry) }
        guard files.createFile(atPath: target, contents: nil, attributes: [.posixPermissions: 0o600]), let out = FileHandle(forWritingAtPath: target) else { throw FileRefusal("\(target) can't be written.") }
        defer { try? out.close() }
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let read = zip_fread(entry, &buffer, zip_uint64_t(buffer.count))
            if read < 0 { throw FileRefusal("\(path) is damaged.") }
            if read == 0 { return }
            try out.write(contentsOf: buffer[0..<Int(read)])
        }
    }
}
