import Crypto
import Foundation

/// The SHA-256 of a file in hexadecimal letters, read as a stream.
public func fileDigest(_ path: String) throws -> String {
    guard let file = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    defer { try? file.close() }
    var hash = SHA256()
    while let chunk = try file.read(upToCount: 1 << 18), !chunk.isEmpty { hash.update(data: chunk) }
    return Array(hash.finalize()).hex
}

/// The SHA-256 of some bytes in hexadecimal letters.
public func digest(of bytes: some Sequence<UInt8>) -> String { Array(SHA256.hash(data: Data(bytes))).hex }
