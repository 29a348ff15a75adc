import Basics
import Foundation
import Testing

@Suite struct TextTests {
    @Test("names fold as Python's unicodedata folds them")
    func oracle() throws {
        for row in try Oracle("folding").rows {
            let name = text(row[0]), expected = text(row[1])
            #expect(name.folded == expected, "\(name) \(row)")
        }
    }

    @Test("folding again changes nothing, and composed, decomposed and upper case fold alike")
    func properties() throws {
        for row in try Oracle("folding").rows.prefix(80) {
            let name = text(row[0]), folded = name.folded
            #expect(folded.folded == folded, "\(name)")
            #expect(name.decomposedStringWithCanonicalMapping.folded == folded, "\(name)")
            #expect(name.precomposedStringWithCanonicalMapping.folded == folded, "\(name)")
            #expect(name.uppercased().folded == folded, "\(name)")
            #expect(" \(name)\t".folded == folded, "\(name)")
        }
    }

    @Test("blanks of every kind are trimmed from both ends, and only there", arguments: [
        ("  a b  ", "a b"), ("\u{FEFF}Amira\r\n", "Amira"), ("\u{00A0}x\u{200B}", "x"), ("", ""), (" \t\n", ""), ("a", "a"),
    ])
    func trimming(text: String, plain: String) {
        #expect(text.trimmed == plain)
        #expect(text.nonEmpty == (plain.isEmpty ? nil : plain))
    }

    @Test("a number of things agrees with its noun")
    func counting() {
        #expect(count(1, "pupil") == "1 pupil")
        #expect(count(0, "person", "people") == "0 people")
        #expect(count(2, "pupil") == "2 pupils")
    }

    private func text(_ scalars: String) -> String {
        String(String.UnicodeScalarView(scalars.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }))
    }
}
