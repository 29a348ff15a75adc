import Basics

/// Begins early help with a family who agree to it.
public struct StartEarlyHelp: Sendable {
    public var startedOn: Day?
    public var words = EarlyHelpWords()
    public var lead = NameLead()
    public var consent = AgreeToEarlyHelp()
    /// The day of the first meeting, where it is set.
    public var reviewOn: Day?

    public init() {}

    /// - Parameters:
    ///   - scheme: the council's way; nil where nobody has written it down.
    ///   - others: the pupil's other episodes.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(about pupil: PupilID, at school: SchoolID, by scheme: EarlyHelpScheme?, beside others: [EarlyHelpEpisode], who: String, today: Day) throws -> Change<EarlyHelpEpisode> {
        var problems = words.problems
        problems.require(!others.contains(where: \.isOpen), "", "Early help for this child is open already. Go on with that, or close it first.")
        problems.require(startedOn != nil, "started_on", "Give the day on which it began.")
        if let startedOn {
            problems.require(startedOn <= today, "started_on", "This day is still to come.")
            problems.require(startedOn > today.adding(years: -5), "started_on", "This is more than five years ago. Check the year.")
            problems.require(reviewOn.map { $0 >= startedOn } ?? true, "review_on", "This is before the beginning. Give a later day.")
        }
        problems.require(reviewOn.map { $0 <= today.adding(years: 1) } ?? true, "review_on", "This is more than a year away. Check the year.")
        if !lead.isEmpty { problems.add(all: lead.problems) }
        problems.add(all: consent.problems(today))
        guard problems.isEmpty, let startedOn else { throw problems }
        var episode = EarlyHelpEpisode(pupil: pupil, school: school, name: scheme?.name ?? EarlyHelpScheme.usualName, meeting: scheme?.meeting.nonEmpty ?? EarlyHelpScheme.usualMeeting,
                                       startedOn: startedOn, startedBy: who, strengths: words.strengths, needs: words.needs)
        (episode.scheme, episode.wanted, episode.household) = (scheme?.id, words.wanted, words.household)
        episode.reviewOn = reviewOn ?? scheme?.reviewDays.map { startedOn + $0 }
        return Change("earlyHelp.started", to: episode)
    }

    /// The council's steps for an episode, with the days by which they are due.
    public static func steps(of episode: EarlyHelpEpisode, by scheme: EarlyHelpScheme?) -> [EarlyHelpStep] {
        (scheme?.steps ?? EarlyHelpScheme.usualSteps).enumerated().map { place, step in
            EarlyHelpStep(of: episode.owner, position: place + 1, name: step.name, due: step.days.map { episode.startedOn + $0 })
        }
    }
}

/// What is written about a child and their family when early help begins; strengths come first.
public struct EarlyHelpWords: Hashable, Sendable {
    public let strengths, needs, wanted, household: String

    public init(strengths: String = "", needs: String = "", wanted: String = "", household: String = "") {
        (self.strengths, self.needs, self.wanted, self.household) = (strengths.trimmed, needs.trimmed, wanted.trimmed, household.trimmed)
    }

    static let longest = 5000

    /// Puts right what is written of an episode that is open.
    public func applied(to before: EarlyHelpEpisode) throws -> Change<EarlyHelpEpisode> {
        var problems = problems
        problems.require(before.isOpen, "", "This is closed, so its words stay as they were.")
        try problems.check()
        var after = before
        (after.strengths, after.needs, after.wanted, after.household) = (strengths, needs, wanted, household)
        return Change("earlyHelp.changed", from: before, to: after)
    }

    var problems: Problems {
        var problems = Problems()
        problems.require(!strengths.isEmpty, "strengths", "Say what goes well: for the child, and in the family.")
        problems.require(!needs.isEmpty, "needs", "Say what help is needed with.")
        for (field, text) in [("strengths", strengths), ("needs", needs), ("wanted", wanted), ("household", household)] {
            problems.require(text.count <= Self.longest, field, "Make this shorter: at most 5,000 letters.")
        }
        return problems
    }
}

extension Problems {
    /// Adds what else is wrong.
    mutating func add(all others: Problems) {
        for one in others.list { add(one.field, one.message) }
    }
}
