import Basics

/// Another system that knows our people and lets them sign in: Microsoft Entra ID, Google Workspace, or any that conforms to
/// OpenID Connect.
public struct SignInProvider: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    /// As it stands on the button.
    public var name: String
    /// The address by which it names itself, letter by letter (OpenID Connect Discovery 1.0, section 4.3).
    public var issuer: String
    public var clientID: String
    /// Mail domains whose people may come this way, in small letters.
    public var domains: [String]
    /// Whether it asks for a second factor itself, so that ours is not asked for.
    public var asksSecondFactor: Bool
    /// The last day on which it is used.
    public var ends: Day?

    public init(id: RowID = .new, version: Int = 0, name: String, issuer: String, clientID: String, domains: [String], asksSecondFactor: Bool = false, ends: Day? = nil) {
        (self.id, self.version, self.name, self.issuer, self.clientID) = (id, version, name, issuer, clientID)
        (self.domains, self.asksSecondFactor, self.ends) = (domains, asksSecondFactor, ends)
    }

    public func isOpen(on day: Day) -> Bool { ends.map { day <= $0 } ?? true }

    /// The number of the trust's own tenant, where this is Microsoft Entra ID.
    var entraTenant: String? {
        issuer.wholeMatch(of: /https:\/\/login\.microsoftonline\.com\/([^\/]+)\/v2\.0/).map { String($0.1).lowercased() }
    }

    var isGoogle: Bool { issuer == "https://accounts.google.com" }
}

/// Who gets an account and a role when they come through a provider for the first time.
public struct SignInRule: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var provider: RowID
    public var domain: String
    /// A group or app role that the provider names; empty for everybody of the domain.
    public var group: String
    public var role: String
    public var school: SchoolID?
    public var ends: Day?

    public init(id: RowID = .new, version: Int = 0, provider: RowID, domain: String, group: String = "", role: String, school: SchoolID? = nil, ends: Day? = nil) {
        (self.id, self.version, self.provider, self.domain) = (id, version, provider, domain)
        (self.group, self.role, self.school, self.ends) = (group, role, school, ends)
    }

    func fits(domain: String, groups: [String], on day: Day) -> Bool {
        self.domain == domain && (group.isEmpty || groups.contains(group)) && ends.map { day <= $0 } ?? true
    }
}

/// That a person of a provider has an account here.
public struct SignInSubject: Sendable, Equatable {
    public var id: RowID
    public var version: Int
    public var issuer: String
    public var subject: String
    public var account: AccountID

    public init(id: RowID = .new, version: Int = 0, issuer: String, subject: String, account: AccountID) {
        (self.id, self.version, self.issuer, self.subject, self.account) = (id, version, issuer, subject, account)
    }
}
