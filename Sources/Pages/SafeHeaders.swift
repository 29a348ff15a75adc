import HTTPTypes

/// The header fields of every answer, and the one place where any field may leave.
enum SafeHeaders {
    /// An answer's own fields and what a browser must know beside it. Nil where a field holds a line end, a NUL or
    /// another control character: that would let its author write fields of their own (CWE-113), so nothing is sent.
    static func fields(_ own: [(String, String)], isSecure: Bool) -> HTTPFields? {
        var fields = HTTPFields()
        for (name, value) in own {
            guard let name = HTTPField.Name(name), isSafe(value) else { return nil }
            fields.append(HTTPField(name: name, value: value))
        }
        for (name, value) in always where fields[name] == nil { fields[name] = value }
        if isSecure { fields[.strictTransportSecurity] = "max-age=63072000" }
        return fields
    }

    static func isSafe(_ value: String) -> Bool {
        value.utf8.allSatisfy { (32...126).contains($0) }
    }

    private static let always: [(HTTPField.Name, String)] = [
        // Nothing but our own style, script and pictures, no frame round us, no form sent elsewhere.
        ("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
        ("X-Frame-Options", "DENY"),
        ("X-Content-Type-Options", "nosniff"),
        // Addresses hold ids, so no other site may learn one. `no-referrer` would hide them from ourselves too, and
        // would turn the Origin of our own forms into `null`, by which we know them (Fetch, section 3.2).
        ("Referrer-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", closed.map { $0 + "=()" }.joined(separator: ", ")),
        ("X-Robots-Tag", "noindex, nofollow"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    /// What a browser could give a page and ours never ask for.
    private static let closed = [
        "accelerometer", "autoplay", "bluetooth", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation",
        "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock",
        "serial", "usb", "web-share", "xr-spatial-tracking",
    ]
}
