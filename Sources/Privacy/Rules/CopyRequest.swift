import Basics

/// Somebody asks for a copy of what is kept about a pupil, or about themselves (UK GDPR, Article 15).
public struct CopyRequest: Hashable, Sendable {
    /// For whom they ask.
    public enum Capacity: String, Sendable, CaseIterable {
        case own = "self", parent, other

        public var label: String {
            switch self {
            case .own: "For themselves"
            case .parent: "As a parent or carer, for their child"
            case .other: "For somebody else who has asked them to, such as a solicitor’s client"
            }
        }
    }

    /// How they asked. No form is needed: a request may be spoken (domain 8.1, S2).
    public enum Way: String, Sendable, CaseIterable {
        case mail, letter, spoken, form

        public var label: String {
            switch self {
            case .mail: "By e-mail"
            case .letter: "By letter"
            case .spoken: "In words, face to face or by telephone"
            case .form: "On a form"
            }
        }
    }

    public enum Outcome: String, Sendable, CaseIterable {
        case open, released, refused, withdrawn

        public var label: String {
            switch self {
            case .open: "Under way"
            case .released: "Released"
            case .refused: "Refused"
            case .withdrawn: "Withdrawn by whoever asked"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID?
    /// Whose data it is, where it is an adult's.
    public var email = ""
    public var askedBy: String
    public var capacity: Capacity
    public var way: Way
    public var receivedOn: Day
    public var provedOn: Day?
    public var proof = ""
    public var extendedOn: Day?
    public var extendedBecause = ""
    public var closedOn: Day?
    public var outcome = Outcome.open
    public var outcomeReason = ""

    public var isOpen: Bool { outcome == .open }

    /// The clock of this request with its pauses.
    public func clock(_ pauses: [RequestPause]) -> AnswerClock {
        AnswerClock(received: receivedOn, proved: provedOn, pauses: pauses.map(\.spell), isExtended: extendedOn != nil)
    }
}

/// A stretch in which we wait for an answer to our question about a request.
public struct RequestPause: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var request: RowID
    public var pupil: PupilID?
    public var question: String
    /// From the day of our question to the day of the answer.
    public var spell: Spell
}
