import Basics
import Database

/// A tablet that a school has enrolled: whoever holds it shows by that alone that they are in the school.
public struct SchoolTablet: Recorded {
    public static let table = Table("school_tablet", "school_id", "name", "enrolled_at", "expires_at", "ended_at")

    public var id: RowID
    public var version = 0
    public var school: SchoolID
    /// What the school calls it, such as `Oak room`.
    public var name: String
    public var enrolledAt: Instant
    public var expiresAt: Instant
    public var endedAt: Instant?

    /// After so many days it must be enrolled again.
    static let days = 365

    init(school: SchoolID, name: String, at now: Instant) {
        id = .new
        (self.school, self.name, enrolledAt, expiresAt) = (school, name, now, now.adding(seconds: Self.days * 86_400))
    }

    public var cells: [SQLValue] { Database.cells(school, name, enrolledAt, expiresAt, endedAt) }

    public init(_ row: inout Row) throws {
        (id, version, school) = try (row.next(), row.next(), row.next())
        (name, enrolledAt, expiresAt, endedAt) = try (row.next(), row.next(), row.next(), row.next())
    }

    public var recordAt: SchoolID? { school }

    public func isRunning(at now: Instant) -> Bool { endedAt == nil && now < expiresAt }
}

/// That an adult has set a short PIN on one tablet. What is kept of the PIN itself stands elsewhere.
public struct TabletPIN: Recorded {
    /// Why it ended.
    public enum Ending: String, Storable {
        case none = ""
        case own, tries, school
        /// A new one took its place.
        case fresh
        /// Its owner was signed out everywhere, or lost their password.
        case everywhere
    }

    public static let table = Table("tablet_pin", "tablet_id", "account_id", "set_at", "ended_at", "ended_by")

    public var id: RowID = .new
    public var version = 0
    public var tablet: RowID
    public var account: AccountID
    public var setAt: Instant
    public var endedAt: Instant?
    public var endedBy = Ending.none

    init(tablet: RowID, account: AccountID, at now: Instant) { (self.tablet, self.account, setAt) = (tablet, account, now) }

    public var cells: [SQLValue] { Database.cells(tablet, account, setAt, endedAt, endedBy) }

    public init(_ row: inout Row) throws {
        (id, version, tablet, account) = try (row.next(), row.next(), row.next(), row.next())
        (setAt, endedAt, endedBy) = try (row.next(), row.next(), row.next())
    }

    /// Wrong tries in a row after which it is off until its owner signs in here with their password.
    static let mostTries = 5

    func ended(by ending: Ending, at now: Instant) -> TabletPIN {
        var after = self
        (after.endedAt, after.endedBy) = (now, ending)
        return after
    }
}

/// What a school allows about signing in.
public struct SchoolAccess: Recorded {
    public static let table = Table("school_access", "school_id", "own_phones")

    public var id: RowID = .new
    public var version = 0
    public var school: SchoolID
    /// Whether staff may use their own phones.
    public var ownPhones = false

    init(school: SchoolID) { self.school = school }

    public var cells: [SQLValue] { Database.cells(school, ownPhones) }

    public init(_ row: inout Row) throws { (id, version, school, ownPhones) = try (row.next(), row.next(), row.next(), row.next()) }

    public var recordAt: SchoolID? { school }
}
