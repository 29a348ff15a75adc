import Basics
import Pages

extension FormValues {
    /// Pounds as people type them: `13.26`, `£1,200`; nil for anything else.
    func typedPounds(_ name: String) -> Pence? { hundredths(of: self[name]).map { Pence($0) } }

    /// The same where it may be left out.
    /// - Throws: `Problems` by the field where it is no money.
    func poundsTyped(_ field: String) throws -> Pence? {
        if self[field].trimmed.isEmpty { return nil }
        guard let money = typedPounds(field) else { throw Problems(field, "Give pounds and pence, such as 12.50.") }
        return money
    }

    /// A number with two places at most, in hundredths: of a week, or of a percent.
    func typedHundredths(_ name: String) -> Int? { hundredths(of: self[name]) }
}

extension Pence {
    /// As a file has it: `1234.50`.
    var plain: String { description.filter { $0 != "£" && $0 != "," } }

    /// As it stands in a field: `1200` or `13.26`.
    var typed: String { StaffRate.number(rawValue) }
}

private func hundredths(of text: String) -> Int? {
    let plain = text.filter { !"£,% \u{A0}".contains($0) }, digits = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), parts[0].count <= 9, let whole = Int(parts[0]) else { return nil }
    let places = parts.count == 2 ? parts[1] : ""
    guard places.count <= 2, let rest = Int((places + "00").prefix(2)) else { return nil }
    return (whole * 100 + rest) * (plain.hasPrefix("-") ? -1 : 1)
}
