import Basics
import People

/// Takes out of words what must not go round: where somebody lives and how they are reached, where that is confidential.
public struct Redaction: Sendable {
    static let mark = "[left out: confidential]"
    private let secrets: [String]

    /// - Parameter contacts: all of the pupil's; only what is confidential among them is taken out.
    public init(_ contacts: [Contact]) {
        let found = contacts.filter(\.addressConfidential).flatMap { contact in
            Self.pieces(contact.address) + contact.phones.split(whereSeparator: { ",;\n".contains($0) }).map { String($0).trimmed } + [contact.email.trimmed]
        }
        // Longer ones first, so that no rest of them stays.
        secrets = found.filter { $0.count > 3 }.sorted { $0.count > $1.count }
    }

    public func applied(to words: String) -> String {
        secrets.reduce(words) { $0.leavingOut($1) }
    }

    /// Each line of an address, and the whole of it. A short word alone, such as a county's, gives nobody away.
    private static func pieces(_ address: String) -> [String] {
        let lines = address.split(whereSeparator: { ",\n".contains($0) }).map { String($0).trimmed }
        return [address.trimmed] + lines.filter { $0.contains(where: \.isNumber) || $0.count > 5 }
    }
}

extension String {
    /// The same without a secret, however it is spaced and whatever its letters: `EX4 1AB` and `ex41ab` are one.
    fileprivate func leavingOut(_ secret: String) -> String {
        let sought = Array(secret.lowercased().filter { !$0.isWhitespace }), letters = Array(self)
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
        if sought.isEmpty || letters[start].isWhitespace { return nil }
        while found < sought.count {
            guard place < letters.count else { return nil }
            if letters[place].isWhitespace { place += 1; continue }
            guard letters[place].lowercased() == String(sought[found]) else { return nil }
            (place, found) = (place + 1, found + 1)
        }
        return place
    }
}
