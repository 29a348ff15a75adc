import Basics
import People

/// Takes out of words what must not go round: where somebody lives and how they are reached, where that is confidential.
public struct Redaction: Sendable {
    static let mark = "[left out: confidential]"
    private let secrets: [[Character]]

    /// - Parameters:
    ///   - contacts: all of the pupil's, those that ended, too; only what is confidential among them is taken out.
    ///   - home: where the pupil lives. Where anybody's address is confidential it is taken out as well: they may live together.
    public init(_ contacts: [Contact], home: String = "") {
        let hidden = contacts.filter(\.addressConfidential)
        let found = hidden.flatMap { Self.pieces($0.address) + Self.telephones($0.phones) + [$0.email] } + (hidden.isEmpty ? [] : Self.pieces(home))
        // Longer ones first, so that no rest of them stays.
        secrets = Set(found.map(\.bare)).filter { $0.count > 3 }.sorted { ($1.count, String($0)) < ($0.count, String($1)) }
    }

    /// Nothing is confidential.
    public static let none = Redaction([])

    public func applied(to words: String) -> String {
        secrets.reduce(words) { $0.leavingOut($1) }
    }

    /// Each line of an address, and the whole of it. A short word alone, such as a county's, gives nobody away.
    private static func pieces(_ address: String) -> [String] {
        let lines = address.split(whereSeparator: { ",;\n".contains($0) }).map { String($0).trimmed }
        return [address.trimmed] + lines.filter { $0.contains(where: \.isNumber) || $0.count > 5 }
    }

    /// The figures of each telephone, with and without the code of the country; what stands beside them is no part of it.
    private static func telephones(_ text: String) -> [String] {
        let runs = text.split { !($0.isNumber || $0.isWhitespace || "()-+.".contains($0)) || $0.isNewline }.map { $0.filter(\.isNumber) }
        return runs.flatMap { run in run.count > 13 && run.count % 11 == 0 ? stride(from: 0, to: run.count, by: 11).map { String(run.dropFirst($0).prefix(11)) } : [run] }
            .filter { $0.count > 5 }.flatMap { variants($0) }
    }

    private static func variants(_ figures: String) -> [String] {
        let home = figures.hasPrefix("440") ? figures.dropFirst(2) : figures.hasPrefix("44") ? "0" + figures.dropFirst(2) : figures[...]
        return home.hasPrefix("0") ? [String(home), "44" + home.dropFirst(), "44" + home] : [figures]
    }
}

extension String {
    /// Its letters and figures alone, small: what is looked for, however it is spaced and pointed.
    fileprivate var bare: [Character] { lowercased().filter { $0.isLetter || $0.isNumber }.map(\.self) }

    /// The same without a secret: `EX4 1AB` and `ex41ab` are one, and so are `01632 960100` and `(01632) 960-100`.
    fileprivate func leavingOut(_ sought: [Character]) -> String {
        let letters = Array(self)
        var result = "", place = 0
        while place < letters.count {
            if let end = Self.end(of: sought, in: letters, from: place) {
                result += Redaction.mark
                place = end
            } else {
                result.append(letters[place])
                place += 1
            }
        }
        return result
    }

    private static func end(of sought: [Character], in letters: [Character], from start: Int) -> Int? {
        var place = start, found = 0
        guard !sought.isEmpty, letters[start].isLetter || letters[start].isNumber else { return nil }
        while found < sought.count {
            guard place < letters.count else { return nil }
            guard letters[place].isLetter || letters[place].isNumber else { place += 1; continue }
            guard letters[place].lowercased() == String(sought[found]) else { return nil }
            (place, found) = (place + 1, found + 1)
        }
        return place
    }
}
