import Basics

/// A service outside the school that helps pupils, and how to refer to it.
public struct Agency: Hashable, Sendable {
    public var id: AgencyID = .new
    public var version = 1
    /// Whose entry it is; nil for every school of the trust.
    public var school: SchoolID?
    public var name: String
    public var kind: AgencyKind
    /// The council whose children it is for; empty where it is bound to none.
    public var laCode = ""
    public var healthBody: HealthBodyID?
    public var how = ""
    public var form = ""
    public var threshold = ""
    public var website = ""
    public var email = ""
    public var phone = ""
    /// Within how many days it usually answers; nil where nobody knows.
    public var usualDays: Int?
    public var note = ""
    /// When somebody last asked whether all this is still so.
    public var checkedOn: Day?
    /// The last day on which one could refer to it.
    public var ends: Day?
    public var endedBecause = ""

    public init(name: String, kind: AgencyKind) { (self.name, self.kind) = (name, kind) }

    public func isOpen(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }

    /// Where nobody has said how long an answer takes: six weeks.
    public static let usualAnswer = 42

    /// Within how many days an answer is looked for.
    public var answerDays: Int { usualDays ?? Self.usualAnswer }
}

/// Somebody who works for an agency.
public struct AgencyPerson: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var agency: AgencyID
    public var name: String
    public var role = ""
    public var email = ""
    public var phone = ""
    public var note = ""
    /// Their last day there.
    public var ends: Day?

    public init(agency: AgencyID, name: String) { (self.agency, self.name) = (agency, name) }

    public func isThere(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }
}

/// An integrated care board, or a trust of the health service: whose paperwork a health service uses.
public struct HealthBody: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case board, provider

        public var label: String {
            switch self {
            case .board: "Integrated care board"
            case .provider: "Health trust or provider"
            }
        }
    }

    public var id: HealthBodyID = .new
    public var version = 1
    public var name: String
    public var kind: Kind
    /// The places whose children it is for, in words.
    public var area = ""
    public var contact = ""
    public var note = ""
    public var ends: Day?
    public var endedBecause = ""

    public init(name: String, kind: Kind) { (self.name, self.kind) = (name, kind) }

    public func isOpen(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }
}
