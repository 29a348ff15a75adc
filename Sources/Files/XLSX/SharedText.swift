/// The texts that the cells of a workbook point to by number, and how such text is spelt.
final class SharedText: XMLEvents {
    private(set) var texts: [String] = []
    private let limits: FileLimits
    private var piece = RichText()
    private var total = 0

    init(limits: FileLimits) { self.limits = limits }

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) {
        if name.text == "si" { piece = RichText() } else { piece.starts(name) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) throws { try piece.add(bytes, limits) }

    func ends(_ name: XMLName) throws {
        guard name.text == "si" else { return piece.ends(name) }
        let text = piece.result
        total += text.utf8.count
        guard total <= limits.sharedText, texts.count < limits.sharedTexts else {
            throw FileRefusal("The workbook holds more text than \(limits.sharedText / 1_048_576) MB. Copy the table you need into a new workbook.")
        }
        texts.append(text)
    }
}

/// A text that may be made of runs with their own fonts; the reading aids of East Asian text are left out.
struct RichText {
    private var text = ""
    private var isText = false
    private var aids = 0

    mutating func starts(_ name: XMLName) {
        if name.text == "rPh" { aids += 1 }
        isText = name.text == "t" && aids == 0
    }

    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: FileLimits) throws {
        guard isText else { return }
        text += String(decoding: bytes, as: UTF8.self)
        guard text.utf8.count <= limits.cellLength else {
            throw FileRefusal("A cell is longer than \(limits.cellLength / 1024) KB. Shorten it, and save the workbook again.")
        }
    }

    mutating func ends(_ name: XMLName) {
        isText = false
        if name.text == "rPh" { aids -= 1 }
    }

    var result: String { RichText.unescaped(text) }

    /// `_x000D_` stands for a sign that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let units = Array(text.utf16)
        var result: [UInt16] = [], place = 0
        while place < units.count {
            let unit = code(units[place...])
            result.append(unit ?? units[place])
            place += unit == nil ? 1 : 7
        }
        return String(decoding: result, as: UTF16.self)
    }

    /// The inverse: what would be read as such a sign, and signs that XML forbids.
    static func escaped(_ text: String) -> String {
        let units = Array(text.utf16)
        var result: [UInt16] = []
        for (place, unit) in units.enumerated() {
            let isForbidden = unit < 32 && ![9, 10].contains(unit) || unit >= 0xFFFE
            if isForbidden || code(units[place...]) != nil { result += sign(unit) } else { result.append(unit) }
        }
        return String(decoding: result, as: UTF16.self)
    }

    private static func sign(_ unit: UInt16) -> [UInt16] {
        let digits = String(unit, radix: 16, uppercase: true)
        return Array("_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf16)
    }

    private static func code(_ units: ArraySlice<UInt16>) -> UInt16? {
        guard units.count >= 7, units.first == 0x5F, units[units.startIndex + 1] == 0x78, units[units.startIndex + 6] == 0x5F else { return nil }
        let digits = String(decoding: units[(units.startIndex + 2)..<(units.startIndex + 6)], as: UTF16.self)
        return digits.utf8.count == 4 && digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
    }
}
