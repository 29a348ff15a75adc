import Basics

/// A link by which the specialist reads what the school understood of their advice, without an account, until a day.
public struct AdviceLink: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var advice: AdviceID
    public var pupil: PupilID
    public var school: SchoolID
    public var name: String
    public var madeAt: Instant
    /// The last day on which it opens.
    public var until: Day
    public var openedAt: Instant?
    public var endedAt: Instant?

    public init(for advice: Advice, madeAt: Instant, until: Day) {
        (self.advice, pupil, school, name, self.madeAt, self.until) = (advice.id, advice.pupil, advice.school, advice.author, madeAt, until)
    }

    public func isGood(on day: Day) -> Bool { endedAt == nil && day <= until }

    /// For so many days a link opens.
    public static let days = 28
}

/// What a specialist says of the school's summary of their advice.
public struct AdviceAnswer: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var advice: AdviceID
    public var pupil: PupilID
    public var school: SchoolID
    public var name: String
    public var givenOn: Day
    public var isFair: Bool
    public var words: String
    /// Which version of the summary they had before them.
    public var aboutVersion: Int
    public var readOn: Day?
    public var readBy = ""

    public init(of advice: Advice, by name: String, on day: Day, isFair: Bool, words: String) {
        (self.advice, pupil, school, aboutVersion) = (advice.id, advice.pupil, advice.school, advice.version)
        (self.name, givenOn, self.isFair, self.words) = (name, day, isFair, words)
    }

    public var label: String { isFair ? "The summary is fair" : "The summary is not quite fair" }
}

/// Says whether a summary is fair.
public struct AnswerAdvice: Sendable {
    let isFair: Bool?
    let words: String
    let seen: String

    /// - Parameters:
    ///   - answer: `yes` or `no`.
    ///   - seen: the version of the summary that was read.
    public init(_ answer: String, words: String, seen: String) {
        isFair = answer == "yes" ? true : answer == "no" ? false : nil
        (self.words, self.seen) = (words.trimmed, seen)
    }

    public func applied(to advice: Advice, by name: String, today: Day) throws -> Change<AdviceAnswer> {
        if seen != "\(advice.version)" { throw Problems("", "The school has changed its summary meanwhile. Read what stands there now, then answer.") }
        var problems = Problems()
        problems.require(isFair != nil, "fair", "Say whether it is fair.")
        problems.require(isFair ?? true || !words.isEmpty, "words", "Say what the school should change.")
        problems.require(words.count <= 5000, "words", "Make this shorter: at most 5,000 letters.")
        guard problems.isEmpty, let isFair else { throw problems }
        return Change("adviceAnswer.given", to: AdviceAnswer(of: advice, by: name, on: today, isFair: isFair, words: words))
    }
}
