import Basics

/// Words about a child's safety that were typed where they do not belong, kept for the safeguarding lead alone.
public struct HandedText: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    /// The address of the form or page on which it was typed.
    public var form: String
    public var words: String
    public var writtenBy: String
    public var handedAt: Instant
    /// Who has read it; empty until somebody has.
    public var readBy = ""
    public var readAt: Instant?
}

/// Hands words to the safeguarding lead of a pupil's school.
public struct HandOver: Sendable {
    public let words: String
    public let form: String

    /// - Parameter texts: what stood in the boxes of the form.
    public init(texts: [String], form: String) {
        words = texts.compactMap(\.nonEmpty).joined(separator: "\n\n")
        self.form = form
    }

    public func applied(to pupil: PupilID, at school: SchoolID?, by who: String, at now: Instant) throws -> Change<HandedText> {
        if words.isEmpty { throw Problems("", "There is no text to hand over. Write nothing here: tell the safeguarding lead in person, now.") }
        guard let school else { throw Problems("", "This pupil is on the roll of no school of the trust today, so there is nobody to hand it to. Tell your own safeguarding lead now.") }
        return Change("text.handed_over", to: HandedText(id: .new, pupil: pupil, school: school, form: form, words: words, writtenBy: who, handedAt: now))
    }
}

/// The safeguarding lead has read what was handed over.
public struct MarkRead: Sendable {
    public init() {}

    public func applied(to text: HandedText, by who: String, at now: Instant) -> Change<HandedText> {
        var after = text
        if text.readAt == nil { (after.readBy, after.readAt) = (who, now) }
        return Change("text.read", from: text, to: after)
    }
}
