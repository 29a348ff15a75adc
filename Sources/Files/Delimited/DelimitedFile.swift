import Basics

/// A text file with a table in it: comma, tab or semicolon between cells.
///
/// Read twice: once to learn how its letters are written, once for the rows. Neither holds the file.
struct DelimitedFile {
    private let file: FileBytes
    private let limits: FileLimits
    private let lettering: Lettering
    private let markLength: Int
    private var notes: [String] = []

    init(_ file: FileBytes, limits: FileLimits) throws {
        self.file = file
        self.limits = limits
        let mark = Lettering.mark(file.start)
        markLength = mark?.length ?? 0
        if let found = mark?.lettering, found != .utf8 {
            lettering = found
        } else {
            (lettering, notes) = try DelimitedFile.findLettering(file, isMarked: mark != nil)
        }
    }

    /// - Returns: Notes for the person.
    func read(_ each: (TableRow) throws -> Void) throws -> [String] {
        var transcoder = Transcoder(lettering)
        var parser: DelimitedParser?
        var isFirst = true
        try file.forEachPiece { piece in
            var text = transcoder.utf8(isFirst ? Array(piece.dropFirst(markLength)) : piece)[...]
            if lettering != .utf8, text.contains(0) { throw DelimitedFile.binary }
            if isFirst { parser = begin(&text, each) }
            isFirst = false
            try parser?.read(text, each: each)
        }
        try parser?.read(transcoder.finish()[...], each: each)
        try parser?.finish(each: each)
        return notes + DelimitedFile.faultNotes(transcoder.faults)
    }

    /// Chooses the delimiter: the one named in Excel's `sep=;` line, or the likeliest.
    private func begin(_ text: inout ArraySlice<UInt8>, _ each: (TableRow) throws -> Void) -> DelimitedParser {
        let line = text.prefix { $0 != 10 && $0 != 13 }
        guard line.count == 5, line.starts(with: "sep=".utf8), let delimiter = line.last else {
            return DelimitedParser(delimiter: DelimiterGuess.delimiter(Array(text), limits: limits), limits: limits)
        }
        text = text.dropFirst(5)
        return DelimitedParser(delimiter: delimiter, limits: limits)
    }

    /// UTF-8 where the bytes are UTF-8, or nearly so; otherwise Windows-1252, as GIAS and older systems write.
    private static func findLettering(_ file: FileBytes, isMarked: Bool) throws -> (Lettering, [String]) {
        var check = UTF8Check()
        try file.forEachPiece {
            check.read($0)
            if check.hasNUL { throw binary }
        }
        check.finish()
        if check.faults == 0 || isMarked || check.letters > check.faults { return (.utf8, faultNotes(check.faults)) }
        return (.windows1252, ["The file is not in UTF-8. It was read as Windows-1252; check names with accents."])
    }

    private static func faultNotes(_ faults: Int) -> [String] {
        faults == 0 ? [] : ["\(count(faults, "letter")) could not be read and shows as \u{FFFD}. Save the file as UTF-8 to keep every letter."]
    }

    private static let binary = FileRefusal("The file holds zero bytes, so it is not a text table. Save it as CSV (UTF-8) or XLSX.")
}
