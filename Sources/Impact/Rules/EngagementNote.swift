import Basics

/// What was seen of a pupil on the engagement model, in one of its five areas: in words, and never as a number. Nothing
/// here can be added up, because there is nothing to add.
public struct EngagementNote: Hashable, Sendable {
    /// The areas of the statutory model, for pupils who are not in subject-specific study (domain 5.2).
    public enum Area: String, Sendable, CaseIterable {
        case exploration, realisation, anticipation, persistence, initiation

        public var label: String {
            switch self {
            case .exploration: "Exploration"
            case .realisation: "Realisation"
            case .anticipation: "Anticipation"
            case .persistence: "Persistence"
            case .initiation: "Initiation"
            }
        }

        /// What to look for.
        public var about: String {
            switch self {
            case .exploration: "How the pupil looks into something new, and whether the interest lasts when it comes again."
            case .realisation: "How the pupil acts on something, and shows surprise, delight or the wish for more."
            case .anticipation: "How the pupil foresees what comes, from a cue or from the time before."
            case .persistence: "How long the pupil keeps at something, and what they try when it is hard."
            case .initiation: "What the pupil does to make something happen, without being told."
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// Where it was seen.
    public var school: SchoolID
    public var area: Area
    public var seenOn: Day
    public var words: String
    public var writtenBy: String
}

/// Writes down what was seen, in one area or more.
public struct WriteEngagement: Sendable {
    public let words: [EngagementNote.Area: String]
    public let seenOn: Day

    public init(_ words: [EngagementNote.Area: String], seenOn: Day) { (self.words, self.seenOn) = (words.mapValues(\.trimmed), seenOn) }

    /// - Throws: `Problems` at the area's name and at `seen_on`.
    public func applied(to pupil: PupilID, at school: SchoolID, born: Day, by who: String, today: Day) throws -> [Change<EngagementNote>] {
        var problems = Problems()
        let areas = EngagementNote.Area.allCases.filter { !words[$0, default: ""].isEmpty }
        problems.require(!areas.isEmpty, "exploration", "Write what you saw in one area at least.")
        problems.require(seenOn <= today, "seen_on", "This day is in the future. Give the day on which you saw it.")
        problems.require(seenOn >= born, "seen_on", "This day is before the pupil was born.")
        for area in areas {
            let text = words[area, default: ""]
            problems.require(text.count <= 2000, area.rawValue, "Make this shorter: at most 2,000 characters.")
            problems.require(text.contains(where: \.isLetter), area.rawValue, "Say it in words. The engagement model has no numbers.")
        }
        try problems.check()
        return areas.map { area in
            Change("engagement.seen", to: EngagementNote(id: .new, pupil: pupil, school: school, area: area, seenOn: seenOn, words: words[area, default: ""], writtenBy: who))
        }
    }
}
