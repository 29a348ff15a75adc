import Basics

/// Names beside the legal ones.
public struct IncomingNames: Sendable, Equatable {
    public var preferredSurname: String?
    public var preferredForename: String?
    public var formerSurname: String?
    public var formerForename: String?
    public var middleNames: String?

    public init() {}
}

/// Languages by their three-letter codes, and whether English is an additional one.
public struct IncomingLanguages: Sendable, Equatable {
    public var first: String?
    public var home: String?
    /// Sent only by files that say it in so many words; nobody derives it here.
    public var englishIsAdditional: Bool?

    public init() {}
}

/// When and how a pupil is on the roll.
public struct IncomingEnrolment: Sendable, Equatable {
    /// C current, M main of two, S second of two, G guest; other codes as they came.
    public var status: String?
    public var entryDate: Day?
    public var leavingDate: Day?
    public var leavingReason: String?
    /// The file shows that the pupil has left, with or without a date.
    public var hasLeft = false

    public init() {}
}

/// Yes-or-no facts about a pupil.
public struct IncomingFlags: Sendable, Equatable {
    /// Y, N, U (unknown) or R (refused), as the transfer file writes it.
    public var serviceChild: String?
    public var pupilPremium: Bool?
    public var lookedAfter: Bool?
    /// The local authority that cares for the child: three figures, or a code such as MMM.
    public var careAuthority: String?
    public var senUnit: Bool?
    public var resourcedProvision: Bool?
    public var medical: Bool?
    /// The local authority where the child lives, as the file names it.
    public var homeAuthority: String?

    public init() {}
}

/// A stretch of free school meals.
public struct IncomingMealSpell: Sendable, Equatable {
    public var starts: Day
    public var ends: Day?
    /// ENG, WLS, SCT or NIR.
    public var country: String?

    public init(starts: Day, ends: Day? = nil, country: String? = nil) {
        self.starts = starts
        self.ends = ends
        self.country = country
    }
}
