/// A person to reach about a pupil.
public struct IncomingContact: Sendable, Equatable {
    /// Who is called first; 1 comes first.
    public var order: Int?
    public var title: String?
    public var surname: String?
    public var forename: String?
    public var middleNames: String?
    public var sex: String?
    /// See `CodeList.relationships`.
    public var relationship: String?
    public var parentalResponsibility: Bool?
    public var address: IncomingAddress?
    public var livesWithPupil: Bool?
    public var phones: [IncomingPhone] = []
    public var email: String?

    public init() {}
}

/// An address in lines, as it would stand on an envelope.
public struct IncomingAddress: Sendable, Equatable {
    public var lines: [String]
    public var postcode: String?

    public init(lines: [String], postcode: String? = nil) {
        self.lines = lines
        self.postcode = postcode
    }
}

/// A telephone number and what it is: F, H, A, M, W or D as in the transfer file.
public struct IncomingPhone: Sendable, Equatable {
    public var kind: String?
    public var number: String

    public init(kind: String? = nil, number: String) {
        self.kind = kind
        self.number = number
    }
}
