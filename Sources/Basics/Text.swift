// Small things that are done to words typed by people.

extension String {
    /// Without blanks, tabs, line ends, no-break spaces or byte-order marks at either end.
    public var trimmed: String {
        let blank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" }
        guard let first = self.first, let last = self.last, blank(first) || blank(last) else { return self }
        guard let start = firstIndex(where: { !blank($0) }), let end = lastIndex(where: { !blank($0) }) else { return "" }
        return String(self[start...end])
    }

    /// Trimmed, or nil where nothing is left.
    public var nonEmpty: String? {
        let text = trimmed
        return text.isEmpty ? nil : text
    }

    /// The form in which words are sorted and searched: lower case, no accents, no apostrophes of any kind,
    /// hyphens as blanks, letters such as ł and ß by their usual Latin spelling, single blanks.
    public var folded: String {
        if let quick = foldedASCII { return quick }
        var result = "", blank = false
        for scalar in self.decomposed.unicodeScalars {
            guard let piece = Fold.spelling(scalar) else { continue }
            if piece == " " { blank = !result.isEmpty; continue }
            if blank { result.append(" "); blank = false }
            result.append(piece)
        }
        return result
    }

    /// Canonical decomposition: é as e and a combining accent.
    private var decomposed: String {
        String(String.UnicodeScalarView(self.unicodeScalars.flatMap { Fold.decompose($0) }))
    }

    private var foldedASCII: String? {
        var bytes: [UInt8] = [], blank = false
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case 65...90: if blank { bytes.append(32); blank = false }; bytes.append(byte + 32)
            case 39, 96: continue
            case 9, 10, 13, 32, 45: blank = !bytes.isEmpty
            case 128...: return nil
            case ..<32, 127: continue
            default: if blank { bytes.append(32); blank = false }; bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// `1 pupil`, `2 pupils`, `0 people`.
public func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
}
