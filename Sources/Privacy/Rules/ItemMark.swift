import Basics

/// What the data protection officer decided about one thing in a copy.
public struct ItemMark: Hashable, Sendable {
    public enum Decision: String, Sendable, CaseIterable {
        case give, redact, leaveOut = "leave_out"

        public var label: String {
            switch self {
            case .give: "Give it as it is"
            case .redact: "Give it with some words blacked out"
            case .leaveOut: "Leave it out"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var request: RowID
    public var pupil: PupilID?
    /// Table and row: `contact:12`.
    public var item: String
    public var decision: Decision
    /// A `Ground`; empty where it is given as it is.
    public var ground: String
    /// The words to black out, one a line.
    public var words: String
    public var note: String
}

/// Why something may be, or must be, left out of a copy (Data Protection Act 2018, Schedules 2 to 4; domain 8.1
/// marks the list M: check locally).
public enum Ground: String, Sendable, CaseIterable {
    case thirdParty = "third-party"
    case seriousHarm = "serious-harm"
    case childAbuse = "child-abuse"
    case privilege
    case examScript = "exam-script"
    case childsRight = "childs-right"
    case other

    public var label: String {
        switch self {
        case .thirdParty: "It is about somebody else, who does not agree"
        case .seriousHarm: "It could seriously harm somebody’s health"
        case .childAbuse: "It is about abuse of a child, and giving it is not best for the child"
        case .privilege: "It is between us and our lawyers"
        case .examScript: "It is what the pupil wrote in an examination"
        case .childsRight: "The child understands, and does not want this shown"
        case .other: "Another reason"
        }
    }
}

/// Decides about one thing in a copy.
public struct MarkItem: Sendable {
    public let item: String, decision: String, ground: String, words: String, note: String

    public init(item: String, decision: String, ground: String, words: String, note: String) {
        (self.item, self.decision, self.ground) = (item, decision, ground)
        (self.words, self.note) = (words.trimmed, note.trimmed)
    }

    /// - Parameter text: all that the item says.
    public func applied(to request: CopyRequest, before: ItemMark?, text: String) throws -> Change<ItemMark> {
        var problems = request.openProblems
        let decision = ItemMark.Decision(rawValue: decision)
        if decision == nil { problems.add("decision", "Choose what happens to it.") }
        if let decision, decision != .give {
            problems.require(Ground(rawValue: ground) != nil, "ground", "Choose the reason.")
            problems.require(ground != Ground.other.rawValue || !note.isEmpty, "note", "Say what the reason is, in a sentence.")
        }
        if decision == .redact {
            let missing = Redaction.lines(words).first { !Redaction.stands($0, in: text) }
            problems.require(!words.isEmpty, "words", "Write the words to black out, one a line.")
            if let missing { problems.add("words", "“\(missing)” does not stand in it. Copy the words as they stand.") }
        }
        try problems.check()
        guard let decision else { throw problems }
        var after = before ?? ItemMark(id: .new, request: request.id, pupil: request.pupil, item: item, decision: decision, ground: "", words: "", note: "")
        after.decision = decision
        (after.ground, after.words, after.note) = decision == .give ? ("", "", note) : (ground, decision == .redact ? words : "", note)
        return Change("copy.marked", from: before, to: after)
    }
}

/// Words of a text blacked out.
public enum Redaction {
    public static let bar = "█████"

    static func lines(_ words: String) -> [String] {
        words.split(whereSeparator: \.isNewline).compactMap { String($0).nonEmpty }
    }

    /// Each of the words, wherever it stands and however it is spelt in capitals; the longest first, so that none is
    /// blacked out by half.
    public static func applied(_ words: String, to text: String) -> String {
        lines(words).sorted { $0.count > $1.count }.reduce(text) { black($1, in: $0) }
    }

    static func stands(_ words: String, in text: String) -> Bool { text.lowercased().contains(words.lowercased()) }

    private static func black(_ words: String, in text: String) -> String {
        let letters = Array(text), wanted = words.map { $0.lowercased() }
        var result = "", place = 0
        while place < letters.count {
            let piece = letters[place..<min(place + wanted.count, letters.count)]
            let isHere = piece.count == wanted.count && zip(piece, wanted).allSatisfy { $0.lowercased() == $1 }
            result += isHere ? bar : String(letters[place])
            place += isHere ? wanted.count : 1
        }
        return result
    }
}
