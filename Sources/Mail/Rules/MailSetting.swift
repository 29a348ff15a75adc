import Basics

/// How the line to the mail server is kept from being read on the way.
public enum MailSecurity: String, Sendable, CaseIterable {
    /// Begins in the clear and is then encrypted, or nothing is sent (RFC 3207).
    case startTLS = "starttls"
    /// Encrypted from the first byte (RFC 8314).
    case tls
    /// In the clear.
    case none

    /// The port where such a server usually answers.
    public var usualPort: Int {
        switch self {
        case .startTLS: 587
        case .tls: 465
        case .none: 25
        }
    }
}

/// Through which server mail leaves, in whose name, and where its links lead. Where there is none, nothing is sent
/// and links are shown to be handed over.
public struct MailSetting: Equatable, Sendable {
    public var id: RowID
    public var version: Int
    public let host: String
    public let port: Int
    public let security: MailSecurity
    /// The name to sign in with at the server; nil where it asks for none.
    public let user: String?
    /// In whose name letters go out.
    public let sender: MailAddress
    /// Where people open this Trellis, such as `https://trellis.example.org`.
    public let publicAddress: String
    /// A file of certificates to trust instead of the machine's own.
    public let certificates: String?
}

/// Says through which server mail leaves.
public struct SetUpMail: Sendable {
    public var host: String
    public var port: Int?
    public var security: MailSecurity
    public var user: String?
    public var sender: String
    public var publicAddress: String
    public var certificates: String?
    /// Mail may go in the clear over a network, since somebody said so.
    public var mayBeRead: Bool

    public init(host: String, port: Int? = nil, security: MailSecurity = .startTLS, user: String? = nil, sender: String,
                publicAddress: String, certificates: String? = nil, mayBeRead: Bool = false) {
        (self.host, self.port, self.security, self.user) = (host, port, security, user)
        (self.sender, self.publicAddress, self.certificates, self.mayBeRead) = (sender, publicAddress, certificates, mayBeRead)
    }

    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: MailSetting?) throws -> Change<MailSetting> {
        var problems = Problems()
        let host = host.trimmed, port = port ?? security.usualPort, address = publicAddress.trimmed
        problems.require(HostName.isName(host) || HostName.isNumbered(host), "host", "This is not the name of a mail server. Write it like smtp.example.org, without smtp:// before it.")
        problems.require((1...65_535).contains(port), "port", "A port is a number from 1 to 65535. Most servers answer at \(security.usualPort).")
        problems.require(security != .none || mayBeRead || HostName.isHere(host), "security",
                         "Without encryption, anybody on the way could read the mail, and the links in it open accounts. Choose starttls or tls.")
        problems.require(isSafe(address), "publicAddress", "Give the address at which people open Trellis, such as https://trellis.example.org, with nothing after it.")
        problems.require(user?.isPlainLine ?? true, "user", "The name to sign in with can't hold line ends.")
        problems.require(certificates?.isPlainLine ?? true, "certificates", "The name of a file can't hold line ends.")
        let sender = problems.collect { try MailAddress(self.sender, field: "sender") }
        try problems.check()
        guard let sender else { throw problems }
        let after = MailSetting(id: before?.id ?? .new, version: before?.version ?? 0, host: host, port: port, security: security,
                                user: user?.nonEmpty, sender: sender, publicAddress: address, certificates: certificates?.nonEmpty)
        return Change(before == nil ? "mail.setUp" : "mail.changed", from: before, to: after)
    }

    /// Links open accounts, so they lead to TLS; only on this computer itself may they go without.
    private func isSafe(_ address: String) -> Bool {
        let isPlain = address.hasPrefix("http://")
        guard isPlain || address.hasPrefix("https://") else { return false }
        let parts = address.dropFirst(isPlain ? 7 : 8).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, HostName.isName(host) else { return false }
        if parts.count == 2, !(1...65_535).contains(Int(parts[1]) ?? 0) { return false }
        return !isPlain || HostName.isHere(host)
    }
}

extension Problems {
    /// The value, or nil with its problems added.
    mutating func collect<T>(_ value: () throws -> T) -> T? {
        do {
            return try value()
        } catch let problems as Problems {
            for problem in problems.list { add(problem.field, problem.message) }
        } catch {
            add("", "\(error)")
        }
        return nil
    }
}

extension String {
    /// Without line ends and other marks that only steer.
    var isPlainLine: Bool { unicodeScalars.allSatisfy { !$0.isSteering } }
}

extension Unicode.Scalar {
    /// Controls, line and paragraph separators, and marks that turn the direction of writing.
    var isSteering: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: true
        default: false
        }
    }
}
