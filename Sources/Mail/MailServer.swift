import Basics
import Dispatch

/// The server through which mail leaves, with the password that opens it.
struct MailServer: Sendable {
    let setting: MailSetting
    let password: String?

    static let purpose = "mail password"

    /// Sends one letter on a line of its own, so that no failure of one touches another.
    func send(_ message: MailMessage) async -> DeliveryResult {
        await withCheckedContinuation { continuation in
            // libcurl waits for the network; the threads that answer people's pages must not.
            MailServer.line.async { continuation.resume(returning: MailTransfer(self, message).run()) }
        }
    }

    private static let line = DispatchQueue(label: "trellis.mail")

    /// `smtp://smtp.example.org:587/trellis.example.org`: what follows the slash is how we greet the server.
    var url: String {
        let scheme = setting.security == .tls ? "smtps" : "smtp"
        let host = setting.host.contains(":") ? "[\(setting.host)]" : setting.host
        return "\(scheme)://\(host):\(setting.port)/\(greetingName)"
    }

    /// The host of the public address. The machine's own name is nobody's business.
    private var greetingName: String {
        let rest = setting.publicAddress.split(separator: "/").last ?? "localhost"
        return rest.split(separator: ":").first.map(String.init) ?? "localhost"
    }
}
