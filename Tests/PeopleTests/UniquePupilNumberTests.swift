@testable import People
import Testing

struct UniquePupilNumberTests {
    @Test("Numbers from the published vectors and invented ones of authority 999 are right", arguments: [
        "R201100018042", "T20110001804V", "R674123101121", "R999200120001", "F999200120002", "F999200121003", "V99920012501A",
    ])
    func right(text: String) {
        #expect(UniquePupilNumber(text).validity == .valid)
        #expect(UniquePupilNumber.checkLetter(for: text.dropFirst()) == text.first)
    }

    @Test("A wrong letter is named together with the right one", arguments: [("A123456789123", "P"), ("A802200106003", "D")])
    func wrongLetter(text: String, expected: Character) {
        #expect(UniquePupilNumber(text).validity == .wrongLetter(expected: expected))
        #expect(UniquePupilNumber(text).advice?.contains("begin with \(expected)") == true)
    }

    @Test("What has not the shape of a UPN is told so", arguments: [
        "", "F", "F99920012000", "F9992001200022", "I999200120002", "F99920012000O", "FF99200120002", "9999200120002", "F99920012000٢", "F99920012000Ａ",
    ])
    func wrongShape(text: String) {
        #expect(UniquePupilNumber(text).validity == .wrongShape)
        #expect(!UniquePupilNumber(text).isTemporary)
    }

    @Test("Blanks, no-break spaces and small letters do not matter")
    func normalised() {
        #expect(UniquePupilNumber(" f999 2001\u{A0}20002\t").text == "F999200120002")
        #expect(UniquePupilNumber("\u{FEFF}F999200120002").validity == .valid)
    }

    @Test("A letter in the last place makes it temporary")
    func temporary() {
        #expect(UniquePupilNumber("V99920012501A").isTemporary)
        #expect(!UniquePupilNumber("F999200120002").isTemporary)
    }

    @Test("Any one figure changed makes the letter wrong: a prime number of letters sees to it")
    func everySlipIsSeen() {
        let number = Array("F999200120002")
        for place in 1..<13 {
            for figure in "0123456789" where figure != number[place] {
                var slip = number
                slip[place] = figure
                #expect(UniquePupilNumber(String(slip)).validity != .valid)
            }
        }
    }
}
