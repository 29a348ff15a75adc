import Basics

/// Where a child lives and what is spoken there; brothers and sisters share it.
public struct DemonstrationHousehold: Sendable, Equatable {
    public let surname: String
    public let ethnicity: String
    /// Three letters as in the transfer file, `ENG` for English.
    public let language: String
    public let houseNumber: Int
    public let street: String
    public let town: String
    public let postcode: String
    /// The authority the family lives in.
    public let homeLA: String
    public let adults: [DemonstrationContact]
    public let pupilPremium: Bool
    let heritage: Int
}

/// A grown-up whom the school may ring.
public struct DemonstrationContact: Sendable, Equatable {
    public var title: String
    public var surname: String
    public var forename: String
    /// As in the transfer file: PAM mother, PAF father, REL other relative, FOF foster father, SWR social worker.
    public var relationship: String
    public var hasResponsibility: Bool
    public var phone: String
    public var livesWithChild = true

    /// At a domain that no mail can reach.
    var email: String { "\(forename).\(surname)".folded.filter { $0.isLetter || $0 == "." } + "@example.org" }
}
