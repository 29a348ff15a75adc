import AreaKit
import Basics
import Foundation
import FoundationNetworking
import Pages

extension SetupCheck {
    /// Nobody reaches the program itself from other machines, past the proxy that encrypts.
    static let portIsHidden = SetupCheck { place in
        guard let open = ListeningPort.isOpenToAll(place.port) else { return [] }
        return open ? [.wrong("Port \(place.port) can be reached from other machines without encryption.",
                              mend: "Serve at 127.0.0.1 (leave --bind out), or let a firewall admit the proxy alone.")]
            : [.fine("Port \(place.port) can be reached from this machine alone.")]
    }

    /// The public address answers by TLS with a certificate that this machine trusts, and tells browsers to keep to TLS.
    static let frontDoorIsEncrypted = SetupCheck { place in
        guard let address = place.publicAddress else {
            return [.weak("No public address was named, so its encryption was not looked at.", mend: "trellis check --public-address https://send.example.org")]
        }
        guard address.isSecure else { return [.wrong("\(address) is not encrypted.", mend: "Put a proxy with TLS in front (docs/deploy.md).")] }
        do {
            let answer = try await FrontDoor.ask("\(address)/assets/trellis.svg")
            guard answer.value(forHTTPHeaderField: "Strict-Transport-Security") != nil else {
                return [.weak("\(address) does not tell browsers to keep to TLS.",
                              mend: "Let the proxy send X-Forwarded-Proto, and start serve with --public-address \(address) --trust-proxy PROXY.")]
            }
            return [.fine("\(address) answers by TLS, and tells browsers to keep to it.")]
        } catch {
            return [.wrong("\(address) could not be reached by TLS: \(error.localizedDescription)", mend: "Look at the proxy, its certificate and the name's DNS entry.")]
        }
    }
}

/// Asks for one small file at the public address.
private enum FrontDoor {
    static func ask(_ text: String) async throws -> HTTPURLResponse {
        guard let url = URL(string: text) else { throw URLError(.badURL) }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 10)
        request.httpMethod = "HEAD"
        let (_, response) = try await URLSession.shared.data(for: request)
        guard let answer = response as? HTTPURLResponse, answer.statusCode == 200 else { throw URLError(.badServerResponse) }
        return answer
    }
}

/// What the kernel says of a port: /proc/net/tcp, with addresses in hexadecimal and state 0A for listening (proc(5)).
enum ListeningPort {
    /// Nil where nothing listens there.
    static func isOpenToAll(_ port: Int) -> Bool? {
        let lines = ["/proc/net/tcp", "/proc/net/tcp6"].compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
        let here = lines.flatMap { listening(in: $0, at: port) }
        return here.isEmpty ? nil : here.contains { !isLoopback($0) }
    }

    static func listening(in table: String, at port: Int) -> [String] {
        table.split(separator: "\n").compactMap { line in
            let columns = line.split(separator: " ")
            guard columns.count > 3, columns[3] == "0A" else { return nil }
            let halves = columns[1].split(separator: ":")
            return halves.count == 2 && Int(halves[1], radix: 16) == port ? String(halves[0]) : nil
        }
    }

    /// 127.x.x.x has its first byte last; ::1 is all noughts and one, by words in the machine's order.
    private static func isLoopback(_ address: String) -> Bool {
        address.count == 8 ? address.hasSuffix("7F") : address == "00000000000000000000000001000000"
    }
}
