@testable import Accounts
import Basics
import Foundation
import Testing

@Suite("Codes of an app on the phone")
struct OneTimeCodeTests {
    /// RFC 6238, appendix B: the key is the digits 1 to 0 twice, eight figures.
    @Test("The vectors of RFC 6238", arguments: [
        (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
    ])
    func vectors(seconds: Int, code: String) {
        let key = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(key.digits(step: OneTimeCode.step(at: Instant(milliseconds: seconds * 1000)), count: 8) == code)
    }

    @Test("oathtool computes the same codes, Python the same Base32")
    func oracle() throws {
        let rows = try SecretOracle("one_time_codes").rows
        #expect(rows.count == 60)
        for row in rows {
            let key = OneTimeCode(secret: [UInt8](digits: row[0])), moment = Instant(milliseconds: (Int(row[2]) ?? 0) * 1000)
            #expect(key.base32 == row[1] && OneTimeCode(base32: row[1].lowercased()) == key)
            #expect(key.code(step: OneTimeCode.step(at: moment)) == row[3])
            #expect(key.step(of: row[3], at: moment, lastUsed: nil) != nil)
        }
    }

    let key = OneTimeCode(secret: Array("12345678901234567890".utf8))
    let now = Instant(milliseconds: 1_111_111_111_000)

    @Test("A code of the half minute before or after is taken, older and later ones are not", arguments: [(-2, false), (-1, true), (0, true), (1, true), (2, false)])
    func window(away: Int, taken: Bool) {
        let step = OneTimeCode.step(at: now) + away
        #expect((key.step(of: key.code(step: step), at: now, lastUsed: nil) == step) == taken)
    }

    @Test("A code counts once, and so does an older one")
    func replay() {
        let step = OneTimeCode.step(at: now), code = key.code(step: step)
        #expect(key.step(of: code, at: now, lastUsed: step - 1) == step)
        #expect(key.step(of: code, at: now, lastUsed: step) == nil)
        #expect(key.step(of: key.code(step: step - 1), at: now, lastUsed: step) == nil)
        #expect(key.step(of: key.code(step: step + 1), at: now, lastUsed: step) == step + 1)
    }

    @Test("Blanks do not matter, other things do", arguments: [("050 471", true), (" 050471\n", true), ("50471", false), ("0504710", false), ("", false), ("05O471", false), ("٠٥٠٤٧١", false)])
    func typed(text: String, taken: Bool) {
        #expect((key.step(of: text, at: Instant(milliseconds: 1_111_111_111_000), lastUsed: nil) != nil) == taken)
    }

    @Test("The address for the app names trust and person, and holds nothing that breaks it")
    func address() throws {
        let text = key.address(for: "amira.khan@example.org", issuer: "Trellis & Larkfield")
        #expect(text == "otpauth://totp/Trellis%20%26%20Larkfield:amira.khan%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Trellis%20%26%20Larkfield")
        #expect(URL(string: text)?.host() == "totp")
        #expect(key.typedByHand == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }

    @Test("Fresh secrets have twenty bytes and differ")
    func fresh() {
        let secrets = Set((0..<100).map { _ in OneTimeCode.fresh().secret })
        #expect(secrets.count == 100 && secrets.allSatisfy { $0.count == 20 })
    }
}
