import Basics
import Foundation
import Pages

// A copy as a page to print and to make a PDF of. It is made from the copy's own data, so that both say the same.

/// - Returns: nil where the text is not a copy.
func copyPrint(json: String, digest: String) -> HTML? {
    guard let copy = try? JSONDecoder().decode(PrintedCopy.self, from: Data(json.utf8)) else { return nil }
    let groups: [HTML] = copy.records.map { group in
        let rows: [HTML] = group.rows.map { row in Pages.facts(row.map { ($0.label, "\($0.text)") }) }
        return "<section><h2>\(group.kind)</h2>\(rows)</section>"
    }
    let entries = copy.records.map(\.rows.count).reduce(0, +)
    return """
        <h1>A copy of what \(copy.trust) keeps about \(copy.about)</h1>\(copy.isReleased ? "" : gathered)\
        <p>Made on \(Instant(copy.made).map(\.inWords)). \(count(entries, "entry", "entries")).</p>\(leftOutWords(copy.left_out))\(rights)\(groups)\
        <p class="quiet">Fingerprint (SHA-256) of this copy as data: \(digest)</p>
        """
}

/// What a copy's JSON holds. Each row is a list of pairs, so that the facts keep their order.
private struct PrintedCopy: Decodable {
    struct Group: Decodable { let kind: String, rows: [[Fact]] }
    struct Fact: Decodable { let label: String, text: String }
    let trust: String, about: String, made: String, state: String, left_out: String, records: [Group]
    var isReleased: Bool { state == CopyText.released }
}

private let gathered: HTML = "<p><strong>For the data protection officer alone. Nothing is decided or blacked out yet: do not give it to anybody.</strong></p>"

/// What was left out and why, by kind, never by word (it may itself tell what must not be told).
private func leftOutWords(_ leftOut: String) -> HTML {
    if leftOut.isEmpty { return "<p>Nothing was left out.</p>" }
    let items: [HTML] = leftOutGrounds(leftOut).map { ground, number in "<li>\(ground.label): \(count(number, "time"))</li>" }
    return "<p>Some things are left out or blacked out:</p><ul>\(items)</ul>"
}

/// `third-party 3, serious-harm 1` as grounds with their numbers.
func leftOutGrounds(_ leftOut: String) -> [(Ground, Int)] {
    leftOut.split(separator: ", ").compactMap { part in
        let words = part.split(separator: " ")
        guard words.count == 2, let ground = Ground(rawValue: String(words[0])), let number = Int(words[1]) else { return nil }
        return (ground, number)
    }
}

/// What goes with every copy (UK GDPR, Article 15(1)).
private let rights: HTML = """
    <p>We keep this to help pupils with special educational needs and disabilities, as the law asks of schools. You may ask us to put right what \
    is wrong, to restrict its use, or to delete it where the law allows. If you are not content, tell our data protection officer. You may also \
    complain to the Information Commissioner (ico.org.uk).</p>
    """
