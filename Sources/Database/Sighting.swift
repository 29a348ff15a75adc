import Basics

/// That somebody looked at the records of some pupils: one child's page, or a list of many.
public struct Sighting: Sendable {
    public let who: String
    public let account: AccountID?
    public let at: Instant
    /// Address and device.
    public let origin: String
    public let way: Way
    /// The pattern of the route, such as `/pupils/*/history`; never an address with a name in it.
    public let page: String
    /// Why, where the person was asked; otherwise empty.
    public let purpose: String
    /// Each once, in ascending order.
    public let pupils: [PupilID]

    public init(who: String, account: AccountID?, at: Instant, origin: String, way: Way, page: String, purpose: String, pupils: [PupilID]) {
        (self.who, self.account, self.at, self.way) = (who.withoutNUL, account, at, way)
        (self.origin, self.page, self.purpose) = (origin.withoutNUL, page.withoutNUL, purpose.withoutNUL)
        // A list mostly comes so already, and to see that is quicker than to sort it.
        self.pupils = zip(pupils, pupils.dropFirst()).allSatisfy(<) ? pupils : Set(pupils).sorted()
    }
}
