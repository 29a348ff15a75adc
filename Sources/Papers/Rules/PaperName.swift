import Basics

/// A file's name made safe to keep and to give back: no folders, no marks that a system reads in its own way, nothing that
/// turns letters round or hides them, and always the ending of what the file is.
public struct PaperName: Equatable, Sendable {
    public let text: String

    /// - Parameter given: as the sender's machine called it.
    public init(_ given: String, kind: PaperKind) {
        let last = given.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        let plain = String(String.UnicodeScalarView(last.unicodeScalars.compactMap(Self.kept)))
        let stem = Self.withoutEndings(Self.singleBlanks(plain))
        text = "\(Self.safeStem(stem)).\(kind.ending)"
    }

    /// Longer names are cut: file systems hold 255 bytes, and a letter may take four.
    private static let longest = 50

    /// Controls, marks of direction and other unseen signs go; what a shell or Windows reads becomes a hyphen.
    private static func kept(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: nil
        case .spaceSeparator: " "
        default: "<>:\"|?*;%$`&#~".unicodeScalars.contains(scalar) ? "-" : scalar
        }
    }

    private static func singleBlanks(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    /// `plan.pdf.exe` is called `plan`: an ending is one to five letters and figures, at least one of them a letter.
    private static func withoutEndings(_ name: String) -> String {
        var rest = name[...]
        while let dot = rest.lastIndex(of: "."), isEnding(rest[rest.index(after: dot)...]) { rest = rest[..<dot] }
        return String(rest)
    }

    private static func isEnding(_ text: Substring) -> Bool {
        (1...5).contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } && text.contains { $0.isLetter }
    }

    private static func safeStem(_ stem: String) -> String {
        let cut = String(stem.prefix(longest)).utf8.count > 200 ? String(stem.unicodeScalars.prefix(longest)) : String(stem.prefix(longest))
        let bare = cut.drop { $0 == "." || $0 == " " || $0 == "-" }
        let whole = String(bare.reversed().drop { $0 == "." || $0 == " " }.reversed())
        if whole.isEmpty { return "paper" }
        return isReserved(whole) ? "paper \(whole)" : whole
    }

    /// Names of devices on Windows, with or without an ending.
    private static func isReserved(_ stem: String) -> Bool {
        let word = stem.prefix { $0 != "." }.uppercased()
        if ["CON", "PRN", "AUX", "NUL"].contains(word) { return true }
        return word.count == 4 && (word.hasPrefix("COM") || word.hasPrefix("LPT")) && (word.last?.isNumber ?? false)
    }
}
