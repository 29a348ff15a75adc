import Basics

/// Reads single values of one record and remembers those that could not be used.
struct IncomingValues {
    let row: Int
    var problems: [IncomingProblem] = []

    init(row: Int) { self.row = row }

    mutating func leaveOut(_ field: String, _ message: String) {
        problems.append(IncomingProblem(row: row, field: field, message: message))
    }

    mutating func warn(_ field: String, _ message: String) {
        problems.append(IncomingProblem(row: row, field: field, message: message, effect: .warning))
    }

    mutating func sex(_ text: String?, _ field: String = "sex") -> String? {
        guard let text = text?.nonEmpty else { return nil }
        switch text.folded {
        case "m", "male", "boy": return "M"
        case "f", "female", "girl": return "F"
        default:
            leaveOut(field, "\(quoted(text)) isn't a sex that we know. Write M or F.")
            return nil
        }
    }

    /// `true`, `false`, `1`, `0`, `Y`, `N`, `Yes`, `No` in any case.
    mutating func flag(_ text: String?, _ field: String) -> Bool? {
        guard let text = text?.nonEmpty else { return nil }
        switch text.folded {
        case "true", "1", "y", "yes", "t": return true
        case "false", "0", "n", "no", "f": return false
        default:
            leaveOut(field, "\(quoted(text)) isn't yes or no. Write true or false.")
            return nil
        }
    }

    /// Nothing that is counted of a pupil comes near it; sums and shares of such numbers stay within an integer.
    private static let mostOfAnything = 1_000_000_000

    mutating func number(_ text: String?, _ field: String) -> Int? {
        guard let text = text?.nonEmpty else { return nil }
        if let number = Int(text.withoutZeroFraction), (0...Self.mostOfAnything).contains(number) { return number }
        leaveOut(field, "\(quoted(text)) isn't a whole number.")
        return nil
    }

    mutating func day(_ text: String?, _ field: String, order: DateOrder = .iso) -> Day? {
        guard let text = text?.nonEmpty else { return nil }
        guard let day = order.day(text) else {
            leaveOut(field, "\(quoted(text)) isn't a date that we can read. Write it as \(order.example).")
            return nil
        }
        guard (1900...2100).contains(day.year) else {
            leaveOut(field, "\(day.inWords) can't be right. Check the year.")
            return nil
        }
        return day
    }

    /// A code of a list, in upper case. One that the list lacks is kept, with a warning.
    mutating func code(_ text: String?, _ field: String, in list: CodeList? = nil) -> String? {
        guard let code = text?.nonEmpty?.uppercased() else { return nil }
        if let list, !list.contains(code) { warn(field, "We don't know the code \(quoted(code)). It is kept as it is.") }
        return code
    }

    mutating func upn(_ text: String?) -> String? {
        guard let text = text?.nonEmpty else { return nil }
        let upn = UniquePupilNumber(text)
        guard upn.validity != .wrongShape else {
            leaveOut("upn", upn.advice ?? "")
            return nil
        }
        if let advice = upn.advice { warn("upn", advice) }
        return upn.text
    }

    /// A number that a spreadsheet has cut to `9.99E+12`: its last figures are lost.
    static func isExponent(_ text: String) -> Bool {
        let parts = text.uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts.first, let last = parts.last else { return false }
        let sign = last.first == "+" || last.first == "-"
        return sign && last.dropFirst().allSatisfy(\.isASCIIDigit) && last.count > 1
            && !first.isEmpty && first.allSatisfy { $0.isASCIIDigit || $0 == "." }
    }
}

/// A value in inverted commas, cut short where it is long.
func quoted(_ text: String) -> String { "“\(text.count > 60 ? text.prefix(60) + "…" : text[...])”" }

extension Character {
    var isASCIIDigit: Bool { asciiValue.map { (48...57).contains($0) } ?? false }
}

extension String {
    /// `12` for `12.0`: spreadsheets write whole numbers so.
    var withoutZeroFraction: String {
        guard let dot = firstIndex(of: "."), dot != startIndex,
              self[..<dot].allSatisfy(\.isASCIIDigit), self[index(after: dot)...].allSatisfy({ $0 == "0" }) else { return self }
        return String(self[..<dot])
    }
}
