import Basics
import Crypto

/// The six digits that an app on a person's phone shows anew every half minute (TOTP, RFC 6238: HMAC-SHA-1, 30
/// seconds, 6 digits, which is what all apps can do).
public struct OneTimeCode: Sendable, Hashable {
    /// What the phone and we both know: 20 bytes, as long as the hash (RFC 4226, section 4).
    public let secret: [UInt8]

    public init(secret: [UInt8]) { self.secret = secret }

    public static func fresh() -> OneTimeCode { OneTimeCode(secret: .unguessable(20)) }

    /// Seconds for which a code is shown.
    static let period = 30

    /// How many half minutes have passed since 1970.
    public static func step(at now: Instant) -> Int { now.milliseconds / 1000 / period }

    /// The six digits of one step.
    public func code(step: Int) -> String { digits(step: step, count: 6) }

    /// The step that these digits belong to, where they are right: the present one, the one before or the one after
    /// it, for clocks that differ. A code counts once: keep the step and give it next time.
    /// - Parameter lastUsed: the step of the last code that was taken.
    public func step(of typed: String, at now: Instant, lastUsed: Int?) -> Int? {
        let digits = Array(typed.filter { !$0.isWhitespace }.utf8), present = Self.step(at: now)
        let right = (present - 1...present + 1).filter { Array(code(step: $0).utf8).isSameSecret(as: digits) }
        return right.first { $0 > lastUsed ?? .min }
    }

    /// RFC 4226, section 5.3.
    func digits(step: Int, count: Int) -> String {
        let counter = withUnsafeBytes(of: UInt64(step).bigEndian) { Array($0) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let start = Int(hash[19] & 15)
        let number = hash[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        let text = String(number % (0..<count).reduce(1) { power, _ in power * 10 })
        return String(repeating: "0", count: count - text.count) + text
    }
}

extension OneTimeCode {
    /// The secret for typing, in groups of four (RFC 4648 Base32).
    public var typedByHand: String {
        let letters = Array(base32)
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    /// What the square picture holds: the `otpauth:` address that apps read.
    public func address(for person: String, issuer: String) -> String {
        "otpauth://totp/\(issuer.percentEncoded):\(person.percentEncoded)?secret=\(base32)&issuer=\(issuer.percentEncoded)"
    }

    var base32: String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = "", held = 0, bits = 0
        for byte in secret {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[held >> bits & 31])
            }
            held &= 1 << bits - 1
        }
        if bits > 0 { text.append(letters[held << (5 - bits) & 31]) }
        return text
    }

    init?(base32 text: String) {
        var bytes: [UInt8] = [], held = 0, bits = 0
        for scalar in text.uppercased().unicodeScalars where scalar != " " && scalar != "=" {
            switch scalar {
            case "A"..."Z": held = held << 5 | Int(scalar.value - 65)
            case "2"..."7": held = held << 5 | Int(scalar.value - 24)
            default: return nil
            }
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits & 255))
            }
            held &= 1 << bits - 1
        }
        self.init(secret: bytes)
    }
}

extension String {
    /// Everything but unreserved characters as `%XX` (RFC 3986, section 2.3).
    var percentEncoded: String {
        utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
