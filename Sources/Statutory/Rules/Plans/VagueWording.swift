import Basics

/// What makes a line of section F hard to hold anybody to: words that promise nothing countable, and what is not said at all.
///
/// Section F must say the provision (SEND Regulations 2014, regulation 12; Children and Families Act 2014, section 42), so that the
/// family, the school and the council can tell whether it was given. What is found is a question to the council, never a judgement on it.
public struct VagueWording: Hashable, Sendable {
    /// The words that are meant, as they stand in the line; empty where something is missing.
    public let phrase: String
    public let reason: String

    /// Everything that is found in a line, words first, in their order.
    public static func found(in line: SectionFLine) -> [VagueWording] { phrases(in: line.words) + missing(line) }

    /// The vague phrases of a text, each once, where it first stands.
    public static func phrases(in text: String) -> [VagueWording] {
        let words = " \(text.folded.map { $0.isLetter || $0.isNumber ? $0 : " " }.reduce(into: "") { $0.append($1) }.split(separator: " ").joined(separator: " ")) "
        let all = list.compactMap { phrase, reason in words.range(" \(phrase) ").map { (place: $0, VagueWording(phrase: phrase, reason: reason)) } }
        return all.sorted { $0.place < $1.place }.map(\.1)
    }

    /// What a line leaves open is known only when somebody has said what it comes to.
    private static func missing(_ line: SectionFLine) -> [VagueWording] {
        if !line.isSaid { return [] }
        let all: [(Bool, String)] = [
            (line.times == nil || line.per == .unsaid, "It does not say how often."),
            (line.minutes == nil, "It does not say for how long each time."),
            (line.who.isEmpty, "It does not say who gives it."),
            (line.groupSize == nil, "It does not say whether alone or in a group of how many."),
        ]
        return all.filter(\.0).map { VagueWording(phrase: "", reason: $0.1) }
    }

    static let list: [(phrase: String, reason: String)] = [
        ("regular", "How often is regular? Ask for a number a week or a term."),
        ("regularly", "How often is regularly? Ask for a number a week or a term."),
        ("frequent", "How often is frequent? Ask for a number."),
        ("frequently", "How often is frequently? Ask for a number."),
        ("access to", "To have access is not to get it. Ask what is given, how often and by whom."),
        ("opportunities for", "An opportunity need not be given. Ask what is done, how often and for how long."),
        ("opportunities to", "An opportunity need not be given. Ask what is done, how often and for how long."),
        ("opportunity to", "An opportunity need not be given. Ask what is done, how often and for how long."),
        ("as required", "Who decides what is required? Ask for a least amount."),
        ("as needed", "Who decides what is needed? Ask for a least amount."),
        ("when needed", "Who decides when? Ask for a least amount."),
        ("where needed", "Who decides where? Ask for a least amount."),
        ("as necessary", "Who decides what is necessary? Ask for a least amount."),
        ("where necessary", "Who decides when? Ask for a least amount."),
        ("as appropriate", "Who decides what is appropriate? Ask for what is given."),
        ("where appropriate", "Who decides when? Ask for what is given."),
        ("if appropriate", "Who decides whether? Ask for what is given."),
        ("up to", "None at all is also up to that much. Ask for a least amount."),
        ("where possible", "It may never be possible. Ask for what is given."),
        ("if possible", "It may never be possible. Ask for what is given."),
        ("would benefit from", "This says what would help, not what is given."),
        ("may benefit from", "This says what might help, not what is given."),
        ("may include", "It may also not. Ask for what is included."),
        ("could include", "It could also not. Ask for what is included."),
        ("such as", "An example is not a promise. Ask which of them is given."),
        ("consideration", "To consider something is not to give it."),
        ("some", "How much is some? Ask for a number."),
        ("support from", "Which support, for how long, how often?"),
        ("a high level of", "How much is that? Ask for minutes or hours."),
        ("appropriate support", "Which support, for how long, how often?"),
        ("small group", "How many is small? Ask for a number."),
        ("trained staff", "Trained in what, and by whom? Ask for the training and the role."),
        ("periodic", "How often is that? Ask for a number."),
        ("ongoing", "How often is that? Ask for a number a week or a term."),
        ("input from", "Which input, how often, for how long?"),
        ("flexible", "What may be bent, and by whom? Ask for a least amount."),
    ]
}

extension String {
    /// How many letters stand before another text; nil where it does not stand in it.
    fileprivate func range(_ other: String) -> Int? {
        let mine = Array(utf8), theirs = Array(other.utf8)
        guard theirs.count <= mine.count else { return nil }
        return (0...(mine.count - theirs.count)).first { mine[$0..<($0 + theirs.count)].elementsEqual(theirs) }
    }
}
