import Basics

/// Somebody who may sign in.
public struct Account: Sendable, Equatable {
    public var id: AccountID
    public var version: Int
    public var name: String
    public var email: String
    /// Since when there is a password; nil before the invitation was taken up, or where another system signs them in.
    public var passwordSince: Day?
    public var secondFactorSince: Day?
    /// The last day on which they may sign in.
    public var ends: Day?

    public init(id: AccountID, version: Int = 0, name: String, email: String, passwordSince: Day? = nil, secondFactorSince: Day? = nil, ends: Day? = nil) {
        self.id = id
        self.version = version
        self.name = name
        self.email = email
        self.passwordSince = passwordSince
        self.secondFactorSince = secondFactorSince
        self.ends = ends
    }

    public func isOpen(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }
}

/// A role that a person plays, where, and from which day to which.
public struct Appointment: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var account: AccountID
    /// The role's code, such as `senco`.
    public var role: String
    public var school: SchoolID?
    public var staff: StaffID?
    public var classes: [ClassID]
    public var years: [YearGroup]
    public var spell: Spell
    /// The rule of a provider that gave it; nil where somebody did.
    public var rule: RowID?

    public init(id: RowID, version: Int = 0, account: AccountID, role: String, school: SchoolID? = nil, staff: StaffID? = nil,
                classes: [ClassID] = [], years: [YearGroup] = [], spell: Spell, rule: RowID? = nil) {
        self.id = id
        self.version = version
        self.account = account
        self.role = role
        self.school = school
        self.staff = staff
        self.classes = classes
        self.years = years
        self.spell = spell
        self.rule = rule
    }
}

/// That somebody is family of a pupil.
public struct FamilyTie: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A parent or carer, who sees their child's own pages.
        case parent
        /// The pupil's own account.
        case own = "self"
        /// Family who works here and so never sees this pupil at work.
        case other
    }

    public var id: RowID
    public var version: Int
    public var account: AccountID
    public var pupil: PupilID
    public var kind: Kind
    public var spell: Spell

    public init(id: RowID, version: Int = 0, account: AccountID, pupil: PupilID, kind: Kind, spell: Spell) {
        self.id = id
        self.version = version
        self.account = account
        self.pupil = pupil
        self.kind = kind
        self.spell = spell
    }
}

/// What the trust has taken away from a role.
public struct RoleLimit: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var role: String
    public var permission: String

    public init(id: RowID, version: Int = 0, role: String, permission: String) {
        self.id = id
        self.version = version
        self.role = role
        self.permission = permission
    }
}

/// A one-time link by which somebody sets their password.
public struct Invitation: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var account: AccountID
    public var expiresAt: Instant
    public var usedAt: Instant?
    public var withdrawnAt: Instant?

    public init(id: RowID, version: Int = 0, account: AccountID, expiresAt: Instant, usedAt: Instant? = nil, withdrawnAt: Instant? = nil) {
        self.id = id
        self.version = version
        self.account = account
        self.expiresAt = expiresAt
        self.usedAt = usedAt
        self.withdrawnAt = withdrawnAt
    }

    public func isGood(at now: Instant) -> Bool { usedAt == nil && withdrawnAt == nil && now < expiresAt }
}

/// One time that somebody signed in.
public struct SignIn: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var account: AccountID
    /// How: `password`, `openid`, `pin`, `link`, `demonstration`.
    public var way: String
    /// From which address on the network.
    public var place: String
    /// The browser or tablet, in words.
    public var device: String
    /// On a computer that others use, too: short, and nothing is remembered.
    public var shared: Bool
    public var at: Instant
    public var endedAt: Instant?

    public init(id: RowID, version: Int = 0, account: AccountID, way: String, place: String, device: String, shared: Bool, at: Instant, endedAt: Instant? = nil) {
        self.id = id
        self.version = version
        self.account = account
        self.way = way
        self.place = place
        self.device = device
        self.shared = shared
        self.at = at
        self.endedAt = endedAt
    }
}

extension String {
    /// The form in which addresses of mail are compared.
    public var emailKey: String { trimmed.lowercased() }
}
