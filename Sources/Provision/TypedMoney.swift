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

/// A comma or a blank stands only before exactly three figures: of `12,50` nobody knows whether it is £12.50 or £1,250.
private func hundredths(of text: String) -> Int? {
    let figures = /(-?)£? ?(-?)([0-9]{1,3}(?:[, \u{A0}][0-9]{3})+|[0-9]+)(?:\.([0-9]{0,2}))?[ \u{A0}]?%?/
    guard let found = text.trimmed.wholeMatch(of: figures), found.1.isEmpty || found.2.isEmpty else { return nil }
    let pounds = found.3.filter { $0.isNumber }, places = (found.4 ?? "") + "00"
    guard pounds.count <= 9, let whole = Int(pounds), let rest = Int(places.prefix(2)) else { return nil }
    return (whole * 100 + rest) * (found.1.isEmpty && found.2.isEmpty ? 1 : -1)
}
