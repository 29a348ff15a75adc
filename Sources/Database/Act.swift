import Basics

/// By which way a change came.
public enum Way: String, Storable, CaseIterable {
    case page, api, command, `import`, night, demonstration
}

/// Who does something, when, and by which way. Nothing is written without one.
public struct Act: Sendable {
    /// The account; nil for the system's own user.
    public let account: AccountID?
    /// The name and role under which the trail shows it.
    public let who: String
    public let at: Instant
    public let way: Way
    /// From where: address and device, such as `203.0.113.7, tablet Oak room`; empty where nobody knows.
    public let origin: String
    /// The import that this belongs to.
    public var receipt: ReceiptID?

    public init(who: String, account: AccountID? = nil, at: Instant, way: Way, receipt: ReceiptID? = nil, origin: String = "") {
        self.account = account
        self.who = who.withoutNUL
        self.at = at
        self.way = way
        self.receipt = receipt
        self.origin = origin.withoutNUL
    }

    /// The day in England on which it happens.
    public var today: Day { at.dayInEngland }

    /// The same person and moment, as part of an import.
    public func importing(_ receipt: ReceiptID) -> Act {
        Act(who: who, account: account, at: at, way: .import, receipt: receipt, origin: origin)
    }
}
