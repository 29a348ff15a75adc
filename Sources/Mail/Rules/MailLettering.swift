import Basics

// How letters beyond ASCII are written so that every mail server passes them on.

extension String {
    /// Quoted-printable: lines of at most 76 letters that end in CRLF (RFC 2045, 6.7).
    var quotedPrintable: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { Self.quotedLine($0) }.joined(separator: "\r\n")
    }

    private static func quotedLine(_ line: Substring) -> String {
        let bytes = Array(line.utf8)
        var result = "", width = 0
        for (place, byte) in bytes.enumerated() {
            let piece = quoted(byte, isLast: place == bytes.count - 1)
            if width + piece.utf8.count > 75 {
                result += "=\r\n"
                width = 0
            }
            result += piece
            width += piece.utf8.count
        }
        return result
    }

    private static func quoted(_ byte: UInt8, isLast: Bool) -> String {
        let isPlain = (33...126).contains(byte) && byte != UInt8(ascii: "=") || byte == 32 && !isLast
        if isPlain { return String(UnicodeScalar(byte)) }
        let hex = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "=0\(hex)" : "=\(hex)"
    }

    /// The text as it is where it is short ASCII; otherwise encoded words of at most 75 letters, folded (RFC 2047, 2).
    var encodedWords: String {
        if utf8.count <= 60, utf8.allSatisfy({ (32...126).contains($0) }), !contains("=?") { return self }
        var chunks: [[UInt8]] = [[]]
        for scalar in unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if chunks[chunks.count - 1].count + bytes.count > 42 { chunks.append([]) }
            chunks[chunks.count - 1] += bytes
        }
        return chunks.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
    }
}

/// Base64 (RFC 4648, 4); rules do without Foundation.
private func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return stride(from: 0, to: bytes.count, by: 3).map { start -> String in
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
        let figures = (0...3).map { letters[bits >> (18 - 6 * $0) & 63] }
        return String(figures.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
    }.joined()
}
