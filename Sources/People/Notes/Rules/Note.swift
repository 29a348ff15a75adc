import Basics

/// A call, a mail, a meeting or a document with a family, a colleague or somebody outside: who, how, what was said.
public struct Note: Hashable, Sendable {
    public enum Way: String, Sendable, CaseIterable {
        case call, mail, meeting, document

        public var label: String {
            switch self {
            case .call: "Call"
            case .mail: "Mail or message"
            case .meeting: "Meeting"
            case .document: "Letter or document"
            }
        }
    }

    public enum Party: String, Sendable, CaseIterable {
        case family, colleague, outside

        public var label: String {
            switch self {
            case .family: "Family"
            case .colleague: "Colleague"
            case .outside: "Somebody outside the school"
            }
        }
    }

    /// What became of a meeting that was offered. Everything else is held.
    public enum Offer: String, Sendable, CaseIterable {
        case held, declined, unanswered

        public var label: String {
            switch self {
            case .held: "It took place"
            case .declined: "It was offered and declined"
            case .unanswered: "It was offered, with no answer"
            }
        }
    }

    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    public var school: SchoolID
    public var way: Way
    public var party: Party
    public var offer: Offer
    /// The day of the talk; of a meeting that did not take place, the day on which it was offered.
    public var happenedOn: Day
    /// With whom, in words: `Mrs Okafor, mother`.
    public var who: String
    public var words: String
    public var writtenBy: String
    public var writtenByAccount: AccountID?
    /// It was written in the wrong record.
    public var withdrawnOn: Day?

    /// `Meeting with Mrs Okafor (family)`, `Meeting offered to the family, declined`.
    public var title: String {
        let whom = who.nonEmpty.map { "\($0) (\(party.label.lowercasedStart))" } ?? party.inWords
        return switch offer {
        case .held: "\(way.label) with \(whom)"
        case .declined: "Meeting offered to \(whom), declined"
        case .unanswered: "Meeting offered to \(whom), no answer"
        }
    }

    /// Whether the family was offered a meeting. One that was declined counts: the school has done its part.
    public var offersFamilyMeeting: Bool { way == .meeting && party == .family && withdrawnOn == nil }
}

extension Note.Party {
    fileprivate var inWords: String {
        switch self {
        case .family: "the family"
        case .colleague: "a colleague"
        case .outside: "somebody outside the school"
        }
    }
}
