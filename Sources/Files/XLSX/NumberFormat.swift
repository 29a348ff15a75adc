/// What the number in a cell stands for, which only its format tells.
enum NumberFormat: Equatable {
    case number, date, time, dateAndTime, duration

    /// The formats that have a number and no text (ECMA-376 part 1, 18.8.30; 27 to 58 are East Asian dates).
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 34...36, 50...54, 57...58: self = .date
        case 18...21, 32...33, 45, 47, 55...56: self = .time
        case 22: self = .dateAndTime
        case 46: self = .duration
        default: self = .number
        }
    }

    /// Reads a format code such as `dd/mm/yyyy;@` or `[Red]0.00`.
    init(code: String) {
        let (letters, hasElapsed) = NumberFormat.letters(code.lowercased())
        let hasDate = letters.contains { "yd".contains($0) } || (letters.contains("m") && !letters.contains { "hs".contains($0) })
        let hasTime = letters.contains { "hs".contains($0) }
        self = switch (hasDate, hasTime) {
        case _ where hasElapsed: .duration
        case (true, true): .dateAndTime
        case (true, false): .date
        case (false, true): .time
        case (false, false): .number
        }
    }

    /// The letters of the first section that stand for parts of a date, without quoted words, colours and
    /// conditions in brackets, and AM/PM.
    private static func letters(_ code: String) -> (Set<Character>, hasElapsed: Bool) {
        var found: Set<Character> = [], elapsed = false
        var rest = Substring(code.replacing("am/pm", with: "h").replacing("a/p", with: "h").replacing("general", with: ""))
        while let sign = rest.popFirst(), sign != ";" {
            switch sign {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                if !inside.isEmpty, Set(inside).count == 1, let letter = inside.first, "hms".contains(letter) { elapsed = true }
                rest = rest.dropFirst(inside.count + 1)
            case "\\", "_", "*": rest = rest.dropFirst()
            case "y", "m", "d", "h", "s": found.insert(sign)
            default: break
            }
        }
        return (found, elapsed)
    }
}

/// The formats of a workbook's cell styles, by the number that a cell names.
final class StyleSheet: XMLEvents {
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: String] = [:]
    private var isInCells = false

    func starts(_ name: XMLName, _ attributes: XMLAttributes, line: Int) {
        switch name.text {
        case "numFmt":
            if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id].map { NumberFormat(code: $0) } ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {}
    func ends(_ name: XMLName) { if name.text == "cellXfs" { isInCells = false } }

    func format(_ style: String?) -> NumberFormat {
        guard let place = style.flatMap({ Int($0) }), formats.indices.contains(place) else { return .number }
        return formats[place]
    }
}
