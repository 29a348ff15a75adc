import Pages

/// The cookies of Trellis. Under TLS their names begin with `__Host-`, so that no other host of the same
/// domain can set them (RFC 6265bis, section 4.1.3.2).
enum Cookie: String {
    /// The key of a session; it ends with the browser.
    case session = "trellis"
    /// Before anybody is signed in: what ties a form to the browser that asked for it.
    case door = "trellis-door"
    /// A browser in which the second factor was given lately.
    case device = "trellis-device"
    /// Somebody is away at another system to sign in there.
    case errand = "trellis-errand"
    /// A tablet that the school has enrolled.
    case tablet = "trellis-tablet"

    func name(_ request: PageRequest) -> String { request.isSecure ? "__Host-\(rawValue)" : rawValue }

    func value(_ request: PageRequest) -> String? { request.cookies[name(request)] }

    /// - Parameter days: how long the browser keeps it; nil until it is closed.
    func setting(_ value: String, _ request: PageRequest, days: Int? = nil) -> String {
        let lasts = days.map { "; Max-Age=\($0 * 86_400)" } ?? ""
        // A link in a mail must find its reader signed in, so Lax; forms carry a key of their own.
        return "\(name(request))=\(value); Path=/; HttpOnly; SameSite=Lax\(request.isSecure ? "; Secure" : "")\(lasts)"
    }

    func ending(_ request: PageRequest) -> String { setting("", request, days: 0) }
}
