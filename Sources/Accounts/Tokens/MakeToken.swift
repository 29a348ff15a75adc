import Access
import Basics

/// Somebody makes a token for another program.
public struct MakeToken: Sendable {
    public var name: String
    public var scopes: [String]
    public var school: SchoolID?
    public var days: Int

    /// The longest that a token lasts, and what is proposed.
    public static let mostDays = 365, usualDays = 90
    /// So many good tokens a person may have at once.
    static let mostTokens = 20

    public init(name: String, scopes: [String], school: SchoolID? = nil, days: Int = MakeToken.usualDays) {
        (self.name, self.scopes, self.school, self.days) = (name, scopes, school, days)
    }

    /// - Parameters:
    ///   - person: whoever the token acts for, in all their parts.
    ///   - held: how many good tokens they have.
    /// - Throws: `Problems` with all that is wrong.
    public func applied(for person: Viewer, account: AccountID, held: Int, at now: Instant) throws -> Change<ProgramToken> {
        var problems = Problems()
        problems.require(name.nonEmpty != nil && name.count <= 80, "name", "Say what the token is for, in a few words, such as “Nightly copy for the MIS”.")
        let chosen = TokenScope.named(scopes)
        problems.require(!chosen.isEmpty && chosen.count == scopes.count, "scopes", "Choose at least one thing that the program may do.")
        for scope in chosen where !person.may(scope.key) { problems.add("scopes", "“\(scope.label)” is more than your own roles allow.") }
        problems.require(school.map(person.sees) ?? true, "school", "Choose one of your schools.")
        problems.require((1...Self.mostDays).contains(days), "days", "A token lasts at least a day and at most a year: give 1 to \(Self.mostDays) days.")
        problems.require(held < Self.mostTokens, "", "There are \(Self.mostTokens) tokens already. End one that is no longer needed.")
        try problems.check()
        return Change("token.made", to: ProgramToken(
            id: .new, account: account, name: name.trimmed, scopes: TokenScope.allCases.filter(chosen.contains).map(\.rawValue), school: school,
            madeAt: now, expiresAt: now.adding(seconds: days * 86_400)))
    }
}
