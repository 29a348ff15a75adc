import Basics
import Files

// Values as people and spreadsheets write them in reports (formats sheet 5.2).

extension IncomingValues {
    /// Surname and forename, from two columns or from one that holds both.
    mutating func name(_ row: TableRow, _ columns: ReportColumns, _ order: ReportMap.NameOrder) -> (surname: String?, forename: String?) {
        if let surname = columns.text("surname", row) { return (surname, columns.text("forename", row)) }
        guard let full = columns.text("full_name", row) else { return (nil, columns.text("forename", row)) }
        if let comma = full.firstIndex(of: ",") {
            return (String(full[..<comma]), String(full[full.index(after: comma)...]))
        }
        let words = full.split(separator: " ").map(String.init)
        if words.count > 2 { warn("full_name", "We read the name \(quoted(full)) as best we could. Check it, or export surname and forename in two columns.") }
        switch order {
        case .surnameFirst where words.count > 1: return (words.dropLast().joined(separator: " "), words.last)
        case .forenameFirst where words.count > 1: return (words.dropFirst().joined(separator: " "), words.first)
        default: return (full, nil)
        }
    }

    /// A number that names a person or school. One that a spreadsheet has rounded could name another, so the
    /// whole row is refused.
    mutating func identifier(_ text: String?, _ field: String) throws(IncomingRefusal) -> String? {
        guard let text = text?.nonEmpty else { return nil }
        if Self.isExponent(text) {
            throw IncomingRefusal(self, field, "The number \(quoted(text)) was cut by a spreadsheet, so the row was left out. Export the report again and do not open it in a spreadsheet.")
        }
        let bare = text.hasPrefix("'") ? String(text.dropFirst()) : text
        return bare.withoutZeroFraction
    }

    mutating func year(_ text: String?) -> YearGroup? {
        guard let text else { return nil }
        let year = YearGroup(text.withoutZeroFraction)
        if !YearGroup.all.contains(year) { warn("year", "We don't know the year \(quoted(text)). It is kept as it is.") }
        return year
    }

    /// A provision code from a code or words. A single letter that we don't know is kept; words are not.
    mutating func provision(_ text: String?) -> String? {
        guard let text else { return nil }
        if let code = SENWords.provision(text) { return code }
        if text.count == 1 { return code(text, "sen", in: .provision) }
        leaveOut("sen", "We don't know the SEN status \(quoted(text)). Say in the map what it means: N, K or E.")
        return nil
    }

    /// A need type from a code or words. A code that we don't know is kept; words are not.
    mutating func needWords(_ text: String?, _ field: String) -> String? {
        guard let text else { return nil }
        if let code = SENWords.need(text) { return code }
        if text.count <= 5, text.allSatisfy({ $0.isLetter && $0.isUppercase }) { return need(text) }
        leaveOut(field, "We don't know the need type \(quoted(text)). Say in the map what it means, for instance SLCN.")
        return nil
    }
}
