import Basics

/// One school as Get Information about Schools (GIAS) describes it. Numbers and codes are text; nil where the
/// cell is empty.
public struct IncomingSchool: Sendable, Equatable {
    /// The row of the file.
    public var row: Int
    public var urn: String
    public var authority: IncomingCodedName
    /// Four figures; together with the authority's three it names the school in every return.
    public var establishmentNumber: String?
    public var name: String
    public var type: IncomingCodedName
    public var phase: IncomingCodedName
    public var lowAge: Int?
    public var highAge: Int?
    /// `Open`, `Closed`, `Open, but proposed to close`, `Proposed to open`.
    public var status: IncomingCodedName
    public var opened: Day?
    public var closed: Day?
    public var capacity: Int?
    public var pupils: Int?
    /// `Resourced provision`, `SEN unit`, or both in one phrase.
    public var resourcedProvisionType: String?
    public var resourcedProvisionOnRoll: Int?
    public var resourcedProvisionCapacity: Int?
    public var senUnitOnRoll: Int?
    public var senUnitCapacity: Int?
    public var specialClasses: IncomingCodedName
    /// What the school is recognised for, from the thirteen columns `SEN1 (name)` to `SEN13 (name)`.
    public var senProvided: [String]
    /// Street, locality and the third line of the address.
    public var lines: [String] = []
    public var phone: String?
    public var town: String?
    public var postcode: String?
    /// The group UID and the name of the trust.
    public var trust: IncomingCodedName
    public var ukprn: String?

    /// In one line.
    public var address: String { (lines + [town, postcode].compactMap(\.self)).joined(separator: ", ") }

    public var isOpen: Bool { closed == nil && status.name?.hasPrefix("Open") ?? true }
}

/// A code and its name, as GIAS gives them in two columns.
public struct IncomingCodedName: Sendable, Equatable {
    public var code: String?
    public var name: String?

    public init(code: String? = nil, name: String? = nil) {
        self.code = code
        self.name = name
    }
}
