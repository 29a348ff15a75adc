/// Writes a table as comma-separated text that spreadsheets open rightly: UTF-8 with byte-order mark, lines
/// ended by CRLF (RFC 4180), cells that a spreadsheet would run as a formula made harmless.
public enum DelimitedText {
    /// The whole table as one text.
    public static func write(header: [String], rows: some Sequence<[String]>) -> String {
        var text = ""
        write(header: header, rows: rows) { text += $0 }
        return text
    }

    /// The table in pieces, for one that is too long to hold.
    public static func write<Failure: Error>(
        header: [String], rows: some Sequence<[String]>, to output: (String) throws(Failure) -> Void
    ) throws(Failure) {
        try output("\u{FEFF}" + line(header))
        for row in rows { try output(line(row)) }
    }

    /// One row with its line end.
    public static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    /// One cell, quoted where it must be.
    static func cell(_ text: String) -> String {
        let safe = isFormula(text) ? "'" + text : text
        guard safe.utf8.contains(where: isSpecial) || safe.utf8.first == 32 || safe.utf8.last == 32 else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// A leading `=`, `+`, `-`, `@`, tab or carriage return starts a formula in a spreadsheet (OWASP, CSV
    /// Injection). A lone dash, as schools write for "none", and negative numbers are left alone.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return false }
        let isNumber = text.dropFirst().utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
        return !(first == UInt8(ascii: "-") && isNumber)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 9, 10, 13, UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"): true
        default: false
        }
    }
}
