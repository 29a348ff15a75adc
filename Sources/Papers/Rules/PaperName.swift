import Basics

/// A file's name made safe to keep and to give back: no folders, no marks that a system reads in its own way, nothing that
/// turns letters round or hides them, and always the ending of what the file is.
public struct PaperName: Equatable, Sendable {
    public let text: String

    /// - Parameter given: as the sender's machine called it.
    public init(_ given: String, kind: PaperKind) {
        // By code points, not letters: a slash with an accent on it is one letter, and a slash to the file system.
        let last = given.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map(Array.init) ?? []
        let words = last.compactMap(Self.kept).split(separator: " ")
        text = "\(Self.safeStem(Self.withoutEndings(Array(words.joined(separator: [" "]))))).\(kind.ending)"
    }

    /// Longer names are cut: file systems hold 255 bytes, and a code point may take four.
    private static let longest = 50

    /// Controls, marks of direction and other unseen signs go; what a shell or Windows reads becomes a hyphen.
    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: nil
        case .spaceSeparator: " "
        default: "<>:\"|?*;%$`&#~".unicodeScalars.contains(scalar) ? "-" : scalar
        }
    }

    /// `plan.pdf.exe` is called `plan`: an ending is one to five letters and figures, at least one of them a letter.
    private static func withoutEndings(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var rest = name[...]
        while let dot = rest.lastIndex(of: "."), isEnding(rest[(dot + 1)...]) { rest = rest[..<dot] }
        return Array(rest)
    }

    private static func isEnding(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        (1...5).contains(text.count) && text.allSatisfy { isLetter($0) || isFigure($0) } && text.contains(where: isLetter)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func safeStem(_ stem: [Unicode.Scalar]) -> String {
        let start = stem.drop { ". -".unicodeScalars.contains($0) || $0.properties.isGraphemeExtend }
        var cut = start.prefix(longest)
        while let last = cut.last, last == "." || last == " " { cut.removeLast() }
        if cut.isEmpty { return "paper" }
        let whole = String(String.UnicodeScalarView(cut))
        return isReserved(whole) ? "paper \(whole)" : whole
    }

    /// Names of devices on Windows, with or without an ending.
    private static func isReserved(_ stem: String) -> Bool {
        let word = stem.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(word) { return true }
        return word.count == 4 && (word.hasPrefix("COM") || word.hasPrefix("LPT")) && (word.last?.isNumber ?? false)
    }
}
