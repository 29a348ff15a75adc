@testable import Accounts
import Basics
import Database
import Stage
import Testing

@Suite("Who comes in from a provider")
struct OpenIDDecisionTests {
    typealias Known = OpenIDDecision.Known
    static let today = Stage.november
    static let provider = IDTokenTests.provider
    static let amira = Account(id: AccountID(4), name: "Amira Khan", email: "amira.khan@elm.example.org")
    static let gone = Account(id: AccountID(5), name: "Amira Khan", email: "amira.khan@elm.example.org", ends: today - 1)

    static func claims(_ email: String? = "amira.khan@elm.example.org", groups: [String] = []) -> OpenIDClaims {
        IDTokenTests.claims { $0.email = email; $0.groups = groups }
    }

    static func rule(_ number: Int, _ group: String = "", role: String = "senco", domain: String = "elm.example.org", ends: Day? = nil) -> SignInRule {
        SignInRule(id: RowID(number), provider: .new, domain: domain, group: group, role: role, school: SchoolID(1), ends: ends)
    }

    static func make(_ rules: [SignInRule]) -> OpenIDDecision { .make(name: "Amira Khan", email: "amira.khan@elm.example.org", rules: rules) }

    static let cases: [(String, OpenIDClaims, Known, OpenIDDecision)] = [
        ("the person is known", claims(), Known(linked: amira), .enter(amira.id)),
        ("known by person, whatever the address is now", claims("someone@else.example.org"), Known(linked: amira), .enter(amira.id)),
        ("known, but ended", claims(), Known(linked: gone, rules: [rule(1)]), .refuse(.ended)),
        ("an account with the address", claims(), Known(addressed: amira), .link(amira.id)),
        ("an ended account with the address", claims(), Known(addressed: gone, rules: [rule(1)]), .refuse(.ended)),
        ("the account is another person's", claims(), Known(addressed: amira, isTaken: true), .refuse(.taken)),
        ("no address", claims(nil), Known(rules: [rule(1)]), .refuse(.noAddress)),
        ("another domain", claims("amira.khan@oak.example.org"), Known(rules: [rule(1)]), .refuse(.otherDomain)),
        ("another domain, though an account has the address", claims("amira.khan@oak.example.org"), Known(addressed: amira), .refuse(.otherDomain)),
        ("a domain that ends alike", claims("amira.khan@notelm.example.org"), Known(rules: [rule(1)]), .refuse(.otherDomain)),
        ("a domain below", claims("amira.khan@x.elm.example.org"), Known(rules: [rule(1)]), .refuse(.otherDomain)),
        ("no rule", claims(), Known(), .refuse(.noRule)),
        ("a rule for all of the domain", claims(), Known(rules: [rule(1)]), make([rule(1)])),
        ("not in the group", claims(groups: ["heads"]), Known(rules: [rule(1, "sencos")]), .refuse(.noRule)),
        ("in the group", claims(groups: ["x", "sencos"]), Known(rules: [rule(1, "sencos"), rule(2, "heads", role: "head")]), make([rule(1, "sencos")])),
        ("in two groups", claims(groups: ["heads", "sencos"]), Known(rules: [rule(1, "sencos"), rule(2, "heads", role: "head")]), make([rule(1, "sencos"), rule(2, "heads", role: "head")])),
        ("a rule of another domain", claims(), Known(rules: [rule(1, domain: "oak.example.org")]), .refuse(.noRule)),
        ("a rule that has ended", claims(), Known(rules: [rule(1, ends: today - 1)]), .refuse(.noRule)),
        ("a rule on its last day", claims(), Known(rules: [rule(1, ends: today)]), make([rule(1, ends: today)])),
    ]

    @Test("The person before the address, and no account without a rule", arguments: cases)
    func decision(name: String, claims: OpenIDClaims, known: Known, expected: OpenIDDecision) {
        #expect(OpenIDDecision.on(claims, from: Self.provider, known: known, today: Self.today) == expected, "\(name)")
    }

    @Test("A person without a name is called by their address")
    func nameless() {
        let decision = OpenIDDecision.on(IDTokenTests.claims { $0.name = "  " }, from: Self.provider, known: Known(rules: [Self.rule(1)]), today: Self.today)
        #expect(decision == .make(name: "amira.khan@elm.example.org", email: "amira.khan@elm.example.org", rules: [Self.rule(1)]))
    }

    static let added: [(String, AddSignInProvider, String?)] = [
        ("fine", adding(), nil),
        ("a server of this computer", adding(issuer: "http://127.0.0.1:4000"), nil),
        ("Entra with a tenant", adding(issuer: IDTokenTests.entra.issuer), nil),
        ("no name", adding(name: " "), "name"), ("plain http", adding(issuer: "http://id.example.org"), "issuer"), ("a question", adding(issuer: "https://id.example.org/?x=1"), "issuer"),
        ("a name before the host", adding(issuer: "https://a@id.example.org"), "issuer"), ("a host that looks like this computer", adding(issuer: "http://127.0.0.1.example.org"), "issuer"),
        ("Entra for everybody", adding(issuer: "https://login.microsoftonline.com/common/v2.0"), "issuer"),
        ("Entra for all organisations", adding(issuer: "https://login.microsoftonline.com/organizations/v2.0"), "issuer"),
        ("known", adding(issuer: "https://id.example.org"), "issuer"), ("no client", adding(client: ""), "client_id"),
        ("no domain", adding(domains: " , "), "domains"), ("no domain at all", adding(domains: "elm"), "domains"), ("a mail address", adding(domains: "amira@elm.example.org"), "domains"),
    ]

    static func adding(name: String = "Here", issuer: String = "https://sso.example.org/realms/trust", client: String = "trellis", domains: String = "Elm.example.org, @oak.example.org") -> AddSignInProvider {
        AddSignInProvider(name: name, issuer: issuer, clientID: client, domains: domains, asksSecondFactor: false)
    }

    @Test("Which providers may be added", arguments: added)
    func adds(name: String, adding: AddSignInProvider, field: String?) {
        do {
            let change = try adding.applied(known: [IDTokenTests.provider])
            #expect(field == nil && change.after.domains == ["elm.example.org", "oak.example.org"], "\(name)")
        } catch {
            #expect((error as? Problems)?.list.map(\.field) == field.map { [$0] }, "\(name)")
        }
    }
}
