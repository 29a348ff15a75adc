import Basics

/// A school's look at how its pupils with SEND do, once in each half-term, that three people sign off.
public struct DataDrop: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable {
        case open
        /// Everybody below is explained, and it lies with the three who sign. The figures stand still.
        case explained
        case signed
    }

    public var id: DataDropID
    public var version = 1
    public var school: SchoolID
    public var halfTerm: HalfTerm
    /// The last day of results that count.
    public var asOf: Day
    public var instrument: InstrumentID
    public var scale: String
    /// Whom it is of.
    public var group: DropGroup
    public var state = State.open
    /// What was expected when it was sent, in words; empty while it is open.
    public var expected = ""

    public init(id: DataDropID = .new, version: Int = 1, school: SchoolID, halfTerm: HalfTerm, asOf: Day, instrument: InstrumentID, scale: String, group: DropGroup = DropGroup([.withSEN]), state: State = .open) {
        (self.id, self.version, self.school, self.halfTerm) = (id, version, school, halfTerm)
        (self.asOf, self.instrument, self.scale, self.group, self.state) = (asOf, instrument, scale, group, state)
    }
}

/// Somebody who looks a data drop through.
public struct DropReviewer: Hashable, Sendable {
    public enum Seat: String, Sendable, CaseIterable {
        case sendLead = "send-lead", head, governor

        public var label: String {
            switch self {
            case .sendLead: "Trust or federation SEND lead"
            case .head: "Executive head or head"
            case .governor: "Governor"
            }
        }

        /// For whoever may know no names.
        public var word: String {
            switch self {
            case .sendLead: "the SEND lead"
            case .head: "the head"
            case .governor: "the governor"
            }
        }

        /// A governor sees groups and counts, never a child.
        public var seesPupils: Bool { self != .governor }
    }

    public var id: RowID
    public var version = 1
    public var drop: DataDropID
    public var school: SchoolID
    public var seat: Seat
    /// Who it is: an account, so that nobody signs for somebody else.
    public var account: AccountID
    public var name: String
    public var signedOn: Day?
    public var comment = ""
    public var question = ""
    /// What the school answered to the question.
    public var answer = ""

    public init(id: RowID = .new, version: Int = 1, drop: DataDropID, school: SchoolID, seat: Seat, account: AccountID, name: String) {
        (self.id, self.version, self.drop, self.school, self.seat) = (id, version, drop, school, seat)
        (self.account, self.name) = (account, name)
    }

    /// Whether this reviewer waits for an answer.
    public var isWaiting: Bool { !question.isEmpty && answer.isEmpty }
}
