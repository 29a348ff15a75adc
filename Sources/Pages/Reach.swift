import Basics

/// Where Trellis may be reached: under which address, and through which proxies.
public struct Reach: Sendable {
    /// The address that people type, such as `https://send.example.org`; nil where only this computer may ask.
    public let publicAddress: PublicAddress?
    /// Whose word on a caller's address and on TLS is believed.
    public let proxies: [NetworkRange]

    public init(publicAddress: PublicAddress? = nil, proxies: [NetworkRange] = []) {
        self.publicAddress = publicAddress
        self.proxies = proxies
    }

    /// Whether a request for this host is meant for us. A name that another site points here is not (DNS rebinding).
    func answers(host: String) -> Bool {
        let name = PublicAddress.hostName(host)
        return ["127.0.0.1", "localhost", "[::1]"].contains(name) || name == publicAddress?.host
    }

    /// Who asks, and whether by TLS. What a forwarding header says counts only from a trusted proxy; of its hops the
    /// last that is not itself a trusted proxy, because all before it may be invented by the caller.
    func caller(peer: String, forwardedFor: [String], forwardedProtocol: [String]) -> (address: String, isSecure: Bool) {
        guard trusts(peer) else { return (peer, false) }
        var address = peer
        for hop in Self.items(forwardedFor).reversed() {
            guard NetworkRange.isAddress(hop) else { break }
            address = hop
            if !trusts(hop) { break }
        }
        return (address, Self.items(forwardedProtocol).last?.lowercased() == "https")
    }

    private func trusts(_ address: String) -> Bool { proxies.contains { $0.contains(address) } }

    private static func items(_ lines: [String]) -> [String] {
        lines.flatMap { $0.split(separator: ",").map { String($0).trimmed } }
    }
}

/// An address as people type it: `https://send.example.org`.
public struct PublicAddress: Sendable, Hashable, CustomStringConvertible {
    public let isSecure: Bool
    /// In small letters, without the port.
    public let host: String
    public let port: Int?

    /// Nil where it is more or less than scheme, host and port.
    public init?(_ text: String) {
        guard let match = text.lowercased().wholeMatch(of: /(https?):\/\/([a-z0-9.\-]+|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?\/?/) else { return nil }
        isSecure = match.1 == "https"
        host = String(match.2)
        port = match.3.flatMap { Int($0) }
    }

    public var description: String {
        (isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "")
    }

    /// The host of a `Host` header, without its port.
    static func hostName(_ text: String) -> String {
        let text = text.lowercased()
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") { return String(text[...end]) }
        return String(text.prefix { $0 != ":" })
    }
}
