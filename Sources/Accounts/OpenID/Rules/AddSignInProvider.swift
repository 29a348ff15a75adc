import Basics

/// A trust adds a system through which its people sign in.
public struct AddSignInProvider: Sendable {
    public let name: String
    public let issuer: String
    public let clientID: String
    /// As typed: with blanks or commas between.
    public let domains: String
    public let asksSecondFactor: Bool

    public init(name: String, issuer: String, clientID: String, domains: String, asksSecondFactor: Bool) {
        (self.name, self.issuer, self.clientID) = (name.trimmed, issuer.trimmed, clientID.trimmed)
        (self.domains, self.asksSecondFactor) = (domains, asksSecondFactor)
    }

    /// - Parameter known: the providers there are.
    /// - Throws: `Problems` with all that is wrong.
    public func applied(known: [SignInProvider]) throws -> Change<SignInProvider> {
        let list = domains.lowercased().split { " ,;\n\t\r".contains($0) }.map { String($0.drop { $0 == "@" }) }
        var problems = Problems()
        problems.require((1...40).contains(name.count), "name", "Give the name that stands on the button, such as Microsoft, in at most 40 letters.")
        problems.require(IssuerAddress.isSafe(issuer), "issuer", "Give the issuer as the provider writes it. It begins with https:// and has no ? or #.")
        problems.require(!IssuerAddress.isOfManyTenants(issuer), "issuer", "This address lets in people of every organisation. Put your own tenant’s number in the place of common, organizations or consumers.")
        problems.require(!known.contains { $0.issuer == issuer }, "issuer", "This provider is there already.")
        problems.require((1...200).contains(clientID.count), "client_id", "Give the client ID (application ID) that the provider shows.")
        problems.require(!list.isEmpty, "domains", "Give at least one mail domain, such as elm.example.org.")
        for domain in list where domain.wholeMatch(of: /[a-z0-9][a-z0-9.\-]*\.[a-z0-9\-]+/) == nil {
            problems.add("domains", "“\(domain)” is no mail domain. Give what stands behind the @, such as elm.example.org.")
        }
        try problems.check()
        return Change("provider.added", to: SignInProvider(name: name, issuer: issuer, clientID: clientID, domains: list, asksSecondFactor: asksSecondFactor))
    }
}

/// Which addresses of providers are taken.
enum IssuerAddress {
    /// https, or a server on this computer itself, which is how tests run one.
    static func isSafe(_ text: String) -> Bool {
        text.utf8.count <= 500 && text.wholeMatch(of: /(https:\/\/[A-Za-z0-9.\-]+|http:\/\/(localhost|127\.0\.0\.1))(:[0-9]{1,5})?(\/[A-Za-z0-9._~\/\-]*)?/) != nil
    }

    /// The same for what a provider's own list names: those may have questions.
    static func isSafeEndpoint(_ text: String) -> Bool { isSafe(String(text.prefix { $0 != "?" })) && !text.contains { $0.isWhitespace || $0 == "#" } }

    static func isOfManyTenants(_ text: String) -> Bool {
        let pieces = text.lowercased().split(separator: "/")
        return pieces.contains("login.microsoftonline.com") && !pieces.contains { $0.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil }
    }
}
