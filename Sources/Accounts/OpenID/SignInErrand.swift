import Access
import Basics
import Crypto

/// One journey to a provider and back. All that must be secret is drawn from one secret in the browser's cookie, so
/// that only this browser can come back, and the database holds nothing with which anybody could.
struct SignInErrand: Sendable {
    /// What the cookie holds.
    let secret: SecretToken

    static func fresh() -> SignInErrand { SignInErrand(secret: .fresh()) }

    init(secret: SecretToken) { self.secret = secret }

    /// Comes back in the address (RFC 6749, section 10.12).
    var state: String { drawn("state") }
    /// Comes back in the signed token.
    var nonce: String { drawn("nonce") }
    /// Proves to the provider that who brings the code is who asked for it (RFC 7636).
    var verifier: String { drawn("verifier") }
    var challenge: String { Array(SHA256.hash(data: Array(verifier.utf8))).base64url }

    /// Seconds for which somebody may be away.
    static let lasts = 600

    private func drawn(_ purpose: String) -> String {
        Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: SymmetricKey(data: Array(secret.text.utf8)))).base64url
    }
}
