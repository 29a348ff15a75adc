/// Which letters an XML file is written in, and whether what it says of itself is true
/// (XML 1.0, section 4.3.3 and appendix F).
enum XMLLettering {
    /// - Returns: The lettering and the length of the byte-order mark.
    /// - Throws: `FileRefusal` where the bytes and the declaration disagree, or the lettering is not known.
    static func find(_ start: [UInt8]) throws -> (lettering: Lettering, markLength: Int) {
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) { throw unknown("UTF-32") }
        if start.starts(with: [0x2B, 0x2F, 0x76]) { throw unknown("UTF-7") }
        let mark = Lettering.mark(start)
        let seen = mark?.lettering ?? unmarked(start)
        let name = try declaration(start, seen, mark?.length ?? 0)
        return (try agreed(seen, name, isMarked: mark != nil), mark?.length ?? 0)
    }

    private static func agreed(_ seen: Lettering, _ name: String?, isMarked: Bool) throws -> Lettering {
        guard let name else { return seen }
        guard let meant = known[name] else { throw unknown(name.uppercased()) }
        if meant.contains(seen) { return seen }
        guard seen == .utf8, !isMarked, meant == [.windows1252] else { throw lie(name) }
        return .windows1252
    }

    /// UTF-16 without its mark shows in the zero byte beside the first `<`.
    private static func unmarked(_ start: [UInt8]) -> Lettering {
        if start.starts(with: [0x3C, 0]) { return .utf16(bigEndian: false) }
        if start.starts(with: [0, 0x3C]) { return .utf16(bigEndian: true) }
        return .utf8
    }

    /// The name after `encoding=` in the first tag, in small letters.
    private static func declaration(_ start: [UInt8], _ seen: Lettering, _ skipping: Int) throws -> String? {
        var transcoder = Transcoder(seen)
        let head = transcoder.utf8(Array(start.dropFirst(skipping).prefix(1024)))
        guard head.starts(with: "<?xml".utf8) else { return nil }
        let words = String(decoding: head.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        guard let name = words.firstRange(of: "encoding") else { return nil }
        let value = words[name.upperBound...].drop { " \t\r\n=".contains($0) }
        guard let quote = value.first, quote == "\"" || quote == "'" else { return nil }
        return value.dropFirst().prefix { $0 != quote }.lowercased()
    }

    private static let wide = [Lettering.utf16(bigEndian: false), .utf16(bigEndian: true)]

    /// What each name may mean; UTF-16 leaves the order of its bytes open.
    private static let known: [String: [Lettering]] = [
        "utf-8": [.utf8], "utf8": [.utf8], "us-ascii": [.utf8], "ascii": [.utf8],
        "windows-1252": [.windows1252], "cp1252": [.windows1252], "iso-8859-1": [.windows1252], "latin1": [.windows1252],
        "utf-16": wide, "utf16": wide, "utf-16le": wide, "utf-16be": wide,
    ]

    private static func unknown(_ name: String) -> FileRefusal {
        FileRefusal("The file is written in \(name.prefix(40)), which is not read here. Save it as UTF-8.")
    }

    private static func lie(_ name: String) -> FileRefusal {
        FileRefusal("The file says it is written in \(name.uppercased().prefix(40)), but its bytes say otherwise. Export it again as UTF-8.")
    }
}
