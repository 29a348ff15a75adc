import Basics
import Measures
import People

/// What came of a result below the cut-off.
public struct FollowUp: Hashable, Sendable {
    public enum Outcome: String, Sendable, CaseIterable {
        case concern, provision, referral, covered, nothing

        public var label: String {
            switch self {
            case .concern: "A concern is opened"
            case .provision: "Extra help has started"
            case .referral: "Referred"
            case .covered: "Known already and covered"
            case .nothing: "Nothing needed"
            }
        }

        /// What the words beside it say.
        public var asks: String {
            switch self {
            case .concern: "What else do you see?"
            case .provision: "Which help?"
            case .referral: "To whom?"
            case .covered: "By what is it covered?"
            case .nothing: "Why?"
            }
        }
    }

    /// How a pupil's home language is, where English is an additional one.
    public enum HomeLanguage: String, Sendable, CaseIterable {
        case unasked = ""
        case both, english, unclear

        public var label: String {
            switch self {
            case .unasked: "Choose"
            case .both: "Hard in the home language, too"
            case .english: "Only English is hard: the home language is fine"
            case .unclear: "Asked, and not clear yet"
            }
        }
    }

    public enum Known: String, Sendable, CaseIterable {
        case yes, no, unclear

        public var label: String {
            switch self {
            case .yes: "Yes"
            case .no: "No"
            case .unclear: "Not clear"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var campaign: RowID
    public var pupil: PupilID
    public var school: SchoolID
    public var outcome: Outcome
    public var words: String
    /// When the provision or the referral began.
    public var begins: Day?
    public var homeLanguage = HomeLanguage.unasked
    public var homeWords = ""
    /// Whether the need was known before the test.
    public var knownToSchool: Known
    public var knownToFamily: Known
    public var concern: ConcernID?
    public var decidedBy: String
    public var decidedOn: Day

    /// `Referred, 20 November 2026: speech and language therapist`.
    public var inWords: String {
        outcome.label + (begins.map { ", \($0.inWords)" } ?? "") + (words.isEmpty ? "" : ": \(words)")
    }
}

/// Decides what comes of a result below the cut-off.
public struct DecideFollowUp: Sendable {
    public let outcome: String
    public let words: String
    public let begins: Day?
    public let homeLanguage: String
    public let homeWords: String
    public let knownToSchool: String
    public let knownToFamily: String

    public init(_ outcome: String, words: String = "", begins: Day? = nil, homeLanguage: String = "", homeWords: String = "", knownToSchool: String, knownToFamily: String) {
        (self.outcome, self.words, self.begins) = (outcome, words.trimmed, begins)
        (self.homeLanguage, self.homeWords) = (homeLanguage, homeWords.trimmed)
        (self.knownToSchool, self.knownToFamily) = (knownToSchool, knownToFamily)
    }

    /// The decision, and the concern to raise with it.
    public struct Result: Sendable {
        public let change: Change<FollowUp>
        public let concern: RaiseConcern?
    }

    /// - Parameters:
    ///   - before: what was decided before.
    ///   - found: what was found, in a sentence.
    /// - Throws: `Problems` at `outcome`, `words`, `begins`, `home`, `home_words`, `known_school`, `known_family`.
    public func applied(to before: FollowUp?, of pupil: Pupil, in campaign: ScreeningCampaign, at school: SchoolID, found: String, area: AreaOfNeed, by who: String, today: Day) throws -> Result {
        var problems = Problems()
        let outcome = FollowUp.Outcome(rawValue: outcome), school1 = FollowUp.Known(rawValue: knownToSchool), family = FollowUp.Known(rawValue: knownToFamily)
        problems.require(outcome != nil, "outcome", "Choose what comes of it.")
        problems.require(school1 != nil, "known_school", "Choose whether the school knew.")
        problems.require(family != nil, "known_family", "Choose whether the family knew.")
        addHomeProblems(&problems, pupil)
        if let outcome { addProblems(&problems, outcome, pupil, today) }
        problems.require(words.count <= 2000, "words", "This is longer than 2,000 letters. Shorten it.")
        try problems.check()
        guard let outcome, let school1, let family else { throw Problems("outcome", "Choose what comes of it.") }
        var after = before ?? FollowUp(id: .new, campaign: campaign.id, pupil: pupil.id, school: school, outcome: outcome, words: words, knownToSchool: school1, knownToFamily: family, decidedBy: who, decidedOn: today)
        (after.outcome, after.words, after.begins) = (outcome, words, outcome == .provision || outcome == .referral ? begins : nil)
        (after.homeLanguage, after.homeWords) = (pupil.eal == true ? FollowUp.HomeLanguage(rawValue: homeLanguage) ?? .unasked : .unasked, pupil.eal == true ? homeWords : "")
        (after.knownToSchool, after.knownToFamily) = (school1, family)
        if after != before { (after.decidedBy, after.decidedOn) = (who, today) }
        return Result(change: Change(before == nil ? "screening.followed_up" : "screening.follow_up_changed", from: before, to: after),
                      concern: outcome == .concern && before?.concern == nil ? concern(found, area, after) : nil)
    }

    private func addHomeProblems(_ problems: inout Problems, _ pupil: Pupil) {
        if pupil.eal != true { return }
        problems.require(FollowUp.HomeLanguage(rawValue: homeLanguage).map { $0 != .unasked } ?? false, "home",
                         "Say first how the home language is. Learning English is not a special educational need.")
        problems.require(homeWords.count <= 500, "home_words", "This is longer than 500 letters. Shorten it.")
    }

    private func addProblems(_ problems: inout Problems, _ outcome: FollowUp.Outcome, _ pupil: Pupil, _ today: Day) {
        problems.require(outcome == .concern || !words.isEmpty, "words", "\(outcome.asks) Say it in a few words.")
        guard outcome == .provision || outcome == .referral else { return }
        guard let begins else { return problems.add("begins", "Give the day, such as 22/11/2026.") }
        problems.require(begins > pupil.birth, "begins", "This day is before \(pupil.calledName) was born.")
        problems.require(begins <= today.adding(years: 1), "begins", "This day is more than a year ahead.")
    }

    private func concern(_ found: String, _ area: AreaOfNeed, _ follow: FollowUp) -> RaiseConcern {
        let home = follow.homeLanguage == .unasked ? "" : " Home language: \(follow.homeLanguage.label.lowercasedStart)\(follow.homeWords.isEmpty ? "" : " (\(follow.homeWords))")."
        return RaiseConcern(areas: [area.key], seen: found + home + (words.isEmpty ? "" : " \(words)"), familyTold: follow.knownToFamily == .yes ? "yes" : "no")
    }
}

extension Instrument.Domain {
    /// The broad area of need that it looks at.
    var area: AreaOfNeed {
        switch self {
        case .language, .speech: .communication
        case .behaviour, .wellbeing: .mentalHealth
        case .reading, .spelling, .writing, .mathematics, .reasoning, .development: .cognition
        }
    }
}
