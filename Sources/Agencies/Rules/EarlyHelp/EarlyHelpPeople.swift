import Basics

/// That a family agrees to early help, and to who is told what.
public struct EarlyHelpConsent: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var episode: EarlyHelpID
    public var pupil: PupilID
    public var school: SchoolID
    public var givenBy: String
    /// Never `none`: there is no early help without consent.
    public var way: AgencyConsent.Way
    public var givenOn: Day
    /// The last day on which it holds.
    public var until: Day
    /// With whom may be shared what.
    public var words: String
    public var recordedBy: String
    public var endedOn: Day?
    public var endedBecause = ""

    public init(of owner: EarlyHelpOwner, givenBy: String, way: AgencyConsent.Way, givenOn: Day, until: Day, words: String, recordedBy: String) {
        (episode, pupil, school) = (owner.episode, owner.pupil, owner.school)
        (self.givenBy, self.way, self.givenOn, self.until, self.words, self.recordedBy) = (givenBy, way, givenOn, until, words, recordedBy)
    }

    public func holds(on day: Day) -> Bool { givenOn <= day && day <= until && (endedOn.map { day < $0 } ?? true) }
}

/// The lead practitioner: the one person whom the family rings, and who holds the others together.
public struct EarlyHelpLead: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var episode: EarlyHelpID
    public var pupil: PupilID
    public var school: SchoolID
    public var name: String
    public var organisation: String
    public var contact: String
    public var starts: Day
    /// The day on which somebody else took over, or the episode was closed.
    public var ends: Day?

    public init(of owner: EarlyHelpOwner, name: String, organisation: String, contact: String, starts: Day) {
        (episode, pupil, school) = (owner.episode, owner.pupil, owner.school)
        (self.name, self.organisation, self.contact, self.starts) = (name, organisation, contact, starts)
    }

    /// `Priya Nair, Family Help team`.
    public var inWords: String { [name, organisation].filter { !$0.isEmpty }.joined(separator: ", ") }
}
