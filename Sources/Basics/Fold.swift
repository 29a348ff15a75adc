import Foundation

/// How single letters fold for sorting and searching.
enum Fold {
    /// The spelling of one decomposed scalar: nil to leave it out, a blank for a gap.
    static func spelling(_ scalar: Unicode.Scalar) -> String? {
        if let spelt = special[scalar] { return spelt }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .format: return ["\t", "\n", "\r"].contains(scalar) ? " " : nil
        case .dashPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
        default: return scalar.properties.uppercaseMapping.lowercased() // by way of upper case, so that ς and σ, ſ and s meet
        }
    }

    static func decompose(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        scalar.isASCII ? String(scalar).unicodeScalars : String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
    }

    /// Letters that Unicode does not take apart, and the apostrophes people type.
    private static let special: [Unicode.Scalar: String?] = [
        "'": nil, "\u{2019}": nil, "\u{2018}": nil, "\u{02BC}": nil, "\u{00B4}": nil, "`": nil, "\u{2032}": nil,
        "\u{02BB}": nil, "\u{FF07}": nil,
        "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "ħ": "h", "Ħ": "h", "ŉ": "n",
    ]
}
