import Testing
@testable import Files

@Suite struct LetteringTests {
    private let text = "Name,Note\nŁukasz,“Nguyễn” 🙂\n"

    @Test("UTF-16 of either order with its mark is read", arguments: [true, false])
    func utf16(_ bigEndian: Bool) throws {
        let file = try Scratch(text.utf16Bytes(bigEndian: bigEndian))
        #expect(try table(file.path).rows.map(\.cells) == [["Name", "Note"], ["Łukasz", "“Nguyễn” 🙂"]])
    }

    @Test("Bytes that are not UTF-8 are read as Windows-1252, with a note")
    func windows() throws {
        let file = try Scratch(Array("Name\nSt Mary".utf8) + [0x92] + Array("s, caf".utf8) + [0xE9, 0x0A])
        let (rows, notes) = try table(file.path)
        #expect(rows[1].cells == ["St Mary\u{2019}s", " café"])
        #expect(notes.first?.contains("Windows-1252") == true)
    }

    @Test("One bad byte among good letters does not spoil the rest")
    func mostlyUTF8() throws {
        let file = try Scratch(Array("Name\nÉilís Ní Áine,".utf8) + [0xFF, 0x0A])
        let (rows, notes) = try table(file.path)
        #expect(rows[1].cells == ["Éilís Ní Áine", "\u{FFFD}"])
        #expect(notes == ["1 letter could not be read and shows as \u{FFFD}. Save the file as UTF-8 to keep every letter."])
    }

    @Test("Half a surrogate pair shows as a mark and is noted")
    func loneSurrogate() throws {
        let file = try Scratch([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x0A, 0])
        let (rows, notes) = try table(file.path)
        #expect(rows[0].cells == ["a\u{FFFD}b"])
        #expect(notes.count == 1)
    }

    @Test("UTF-8 is told from what is not", arguments: [
        ([0xC3, 0xA9], 1, 0), ([0xE2, 0x82, 0xAC], 1, 0), ([0xF0, 0x9F, 0x99, 0x82], 1, 0),
        ([0xC0, 0x80], 0, 2), ([0xED, 0xA0, 0x80], 0, 3), ([0xF5, 0x80], 0, 2), ([0xE2, 0x82], 0, 1), ([0x80], 0, 1),
        ([0xE2, 0x41, 0xC3, 0xA9], 1, 1),
    ] as [([UInt8], Int, Int)])
    func utf8(_ bytes: [UInt8], _ letters: Int, _ faults: Int) {
        var check = UTF8Check()
        for byte in bytes { check.read([byte]) }
        check.finish()
        #expect((check.letters, check.faults) == (letters, faults))
    }

    @Test("Every byte of Windows-1252 has a letter")
    func windowsTable() {
        let letters = String(decoding: Windows1252.utf8(Array(0x80...0xFF)), as: UTF8.self)
        #expect(letters.unicodeScalars.count == 128)
        #expect(letters.hasPrefix("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž"))
    }
}
