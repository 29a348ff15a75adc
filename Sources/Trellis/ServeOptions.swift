import ArgumentParser
import Foundation
import Pages

/// Where the server listens and who may reach it: options, or the environment where an option is not given.
struct ServeOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The network address to listen at; otherwise 127.0.0.1, this computer only. (TRELLIS_BIND)", valueName: "ADDRESS"))
    var bind = ProcessInfo.processInfo.environment["TRELLIS_BIND"] ?? "127.0.0.1"

    @Option(name: .long, help: ArgumentHelp("The port; 0 takes any free one. (TRELLIS_PORT)", valueName: "N"))
    var port = ProcessInfo.processInfo.environment["TRELLIS_PORT"].flatMap { Int($0) } ?? 8642

    @Option(name: .long, help: ArgumentHelp("What people type to reach Trellis: https://send.example.org. No other name is answered. (TRELLIS_PUBLIC_ADDRESS)", valueName: "ADDRESS"))
    var publicAddress: String?

    @Option(name: .long, help: ArgumentHelp(
        "A proxy that is believed on who asks and whether by TLS: 127.0.0.1 or 10.0.0.0/8. May be given more than once. Without it and with a public https address: this computer. (TRELLIS_TRUST_PROXY, with commas)", valueName: "CIDR"))
    var trustProxy: [String] = []

    @Flag(name: .long, help: "Listen beyond this computer although nothing encrypts what is sent. Passwords and children's data can then be read on the network. For trying out only.")
    var withoutTLS = false

    @Option(name: .long, help: ArgumentHelp("faults, or requests: one line for each request, without names. (TRELLIS_LOG)", valueName: "WHAT"))
    var log = ProcessInfo.processInfo.environment["TRELLIS_LOG"] ?? "faults"

    func validate() throws {
        guard NetworkRange.isAddress(bind) else { throw ValidationError("“\(bind)” is not a network address. Write it as 127.0.0.1 or ::1.") }
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
        guard ["faults", "requests"].contains(log) else { throw ValidationError("Log faults or requests: --log requests") }
        try validateReach()
        try refuseOpenAir()
    }

    var address: PublicAddress? { publicText.flatMap { PublicAddress($0) } }

    var reach: Reach {
        let named = proxyTexts.compactMap { NetworkRange($0) }
        return Reach(publicAddress: address, proxies: named.isEmpty && address?.isSecure == true ? NetworkRange.loopback : named)
    }

    private var publicText: String? { publicAddress ?? ProcessInfo.processInfo.environment["TRELLIS_PUBLIC_ADDRESS"] }

    private var proxyTexts: [String] {
        if !trustProxy.isEmpty { return trustProxy }
        return ProcessInfo.processInfo.environment["TRELLIS_TRUST_PROXY"]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    }

    private func validateReach() throws {
        if let publicText, address == nil { throw ValidationError("“\(publicText)” is not an address people can type. Write it as https://send.example.org") }
        if let wrong = proxyTexts.first(where: { NetworkRange($0) == nil }) {
            throw ValidationError("“\(wrong)” is not a network address or range. Write it as 127.0.0.1 or 10.0.0.0/8.")
        }
    }

    /// What is sent beyond this computer must be encrypted: a proxy in front does it, and its address is public.
    private func refuseOpenAir() throws {
        if withoutTLS || NetworkRange.loopback.contains(where: { $0.contains(bind) }) { return }
        guard address?.isSecure == true, !proxyTexts.isEmpty else {
            throw ValidationError("""
                At \(bind) others could reach Trellis, and nothing would encrypt what is sent. Put a proxy with TLS in front and \
                name both: --public-address https://send.example.org --trust-proxy 10.0.0.5 (docs/deploy.md shows how).
                """)
        }
    }
}
