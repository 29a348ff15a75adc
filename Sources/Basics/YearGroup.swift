/// A national curriculum year as the school census writes it: E1, E2, N1, N2, R, 1 to 14, or X where a
/// special school does not follow the years.
///
/// An unknown code is kept and shown, never dropped.
public struct YearGroup: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// Reads `Year 4`, `year n2`, `Y4`, `04`, `Reception`, `R`; anything else is kept as it is.
    public init(_ text: String) {
        var rest = text.trimmed.uppercased()[...]
        for prefix in ["YEAR", "YR", "Y"] where rest.hasPrefix(prefix) && rest.count > prefix.count {
            rest = rest.dropFirst(prefix.count)
            break
        }
        let word = String(rest).trimmed
        if word.hasPrefix("RECEPTION") { rawValue = "R"; return }
        if let number = Int(word), (0...14).contains(number) { rawValue = number == 0 ? "R" : "\(number)"; return }
        rawValue = ["NURSERY 1": "N1", "NURSERY 2": "N2", "NURSERY": "N2"][word] ?? word
    }

    /// Reception is 0, Year 1 is 1, nursery is below zero; nil where the years are not followed.
    public var number: Int? {
        switch rawValue {
        case "E1": -3
        case "E2", "N1": -2
        case "N2": -1
        case "R": 0
        default: Int(rawValue)
        }
    }

    /// The year a child of that birth date is expected in: age on the 31 August before the academic
    /// year, less four (domain 1.6). Below nursery it is E1.
    public static func expected(born: Day, in year: AcademicYear) -> YearGroup {
        let number = born.age(on: year.firstDay - 1) - 4
        return switch number {
        case ..<(-2): YearGroup(rawValue: "E1")
        case -2: YearGroup(rawValue: "N1")
        case -1: YearGroup(rawValue: "N2")
        case 0: YearGroup(rawValue: "R")
        default: YearGroup(rawValue: "\(min(number, 14))")
        }
    }

    /// `Year 4`, `Reception`, `Nursery (N2)`.
    public var label: String {
        switch rawValue {
        case "R": "Reception"
        case "N1", "N2": "Nursery (\(rawValue))"
        case "E1", "E2": "Early years (\(rawValue))"
        case "X": "Years not followed"
        case "": "Not recorded"
        default: "Year \(rawValue)"
        }
    }

    public var description: String { rawValue }

    /// The order in which people list years: early years first, X and unknown codes last.
    public var order: Int { number ?? 99 }

    /// Every code of the census, in order.
    public static let all = (["E1", "E2", "N1", "N2", "R"] + (1...14).map(String.init) + ["X"]).map(YearGroup.init(rawValue:))
}
