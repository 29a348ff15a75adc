import Basics

/// Chosen papers of a pupil that one person outside the school may look at until a day, without an account.
public struct PaperShare: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public let pupil: PupilID
    public let school: SchoolID
    /// With whom.
    public let name: String
    public let organisation: String
    /// On what ground: whose consent, or what duty.
    public var because: String
    public let madeOn: Day
    public let madeBy: String
    /// The last day on which it opens.
    public let until: Day
    /// When the link that opens now was made.
    public var linkMadeAt: Instant?
    public var endedAt: Instant?

    public init(
        id: RowID = .new, version: Int = 1, pupil: PupilID, school: SchoolID, name: String, organisation: String, because: String,
        madeOn: Day, madeBy: String, until: Day, linkMadeAt: Instant? = nil, endedAt: Instant? = nil
    ) {
        (self.id, self.version, self.pupil, self.school, self.name, self.organisation) = (id, version, pupil, school, name, organisation)
        (self.because, self.madeOn, self.madeBy, self.until, self.linkMadeAt, self.endedAt) = (because, madeOn, madeBy, until, linkMadeAt, endedAt)
    }

    public func isOpen(on day: Day) -> Bool { endedAt == nil && day <= until }

    /// `Priya Nair, Marlshire Children’s Health`.
    public var whom: String { organisation.isEmpty ? name : "\(name), \(organisation)" }

    /// For so many days papers are shared where nobody says otherwise, and at most.
    public static let days = 28, mostDays = 366
}

/// One of the papers that are shared.
public struct SharedPaper: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public let share: RowID
    public let pupil: PupilID
    public let school: SchoolID
    public let paper: PaperID

    public init(_ paper: PaperID, in share: PaperShare) { (self.paper, self.share, pupil, school) = (paper, share.id, share.pupil, share.school) }
}

/// That the one it is shared with looked at the list, or at a paper.
public struct SharedLook: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public let share: RowID
    public let pupil: PupilID
    public let school: SchoolID
    /// Nil for the list.
    public let paper: PaperID?
    public let at: Instant

    public init(at share: PaperShare, _ paper: PaperID?, on instant: Instant) { (self.share, pupil, school, self.paper, at) = (share.id, share.pupil, share.school, paper, instant) }
}
