@testable import Accounts
import Database
import Testing

@Suite("Codes on paper, and small secrets under lock")
struct RecoveryCodeTests {
    let ring = KeyRing.fresh()

    @Test("Ten codes of ten characters that nobody mistakes for others")
    func fresh() {
        let codes = RecoveryCode.fresh()
        #expect(Set(codes).count == 10)
        #expect(codes.allSatisfy { $0.text.count == 10 && $0.description.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}/) != nil })
    }

    @Test("Each is found among the kept, and only there")
    func found() {
        let codes = RecoveryCode.fresh(), kept = codes.map { $0.kept(with: ring) }
        for (place, code) in codes.enumerated() {
            #expect(code.place(in: kept, with: ring) == place)
            #expect(!kept.joined().contains(code.text))
        }
        var rest = kept
        rest.remove(at: 4)
        #expect(codes[4].place(in: rest, with: ring) == nil)
        #expect(RecoveryCode.fresh()[0].place(in: kept, with: ring) == nil)
    }

    @Test("People type them in many ways")
    func typed() throws {
        let code = try #require(RecoveryCode(typed: "7gk2m-01xwz"))
        for text in ["7GK2M-01XWZ", "7gk2m 01xwz", " 7gk2moixwz ", "7GK2MOLXWZ", "7-G-K-2-M-0-1-X-W-Z"] { #expect(RecoveryCode(typed: text) == code) }
        for text in ["", "7GK2M", "7GK2M-01XWZA", "7GK2M-01XW!", "7GK2M-01XWU"] { #expect(RecoveryCode(typed: text) == nil) }
    }

    @Test("A turned key still knows the old codes; another key file does not")
    func keys() {
        let code = RecoveryCode.fresh()[0], kept = [code.kept(with: ring)]
        var turned = ring
        turned.rotate()
        #expect(code.place(in: kept, with: turned) == 0)
        #expect(code.place(in: kept, with: .fresh()) == nil)
        #expect(code.place(in: ["", "k1", "k1.a.b", "k9.AAAA.AAAA"], with: ring) == nil)
    }

    @Test("A locked secret opens for its owner with its key, and for nobody else")
    func locked() throws {
        let secret = Array("shared with the provider".utf8), locked = try LockedSecret.lock(secret, for: "provider 4", with: ring)
        #expect(try locked.unlocked(for: "provider 4", with: ring) == secret)
        var turned = ring
        turned.rotate()
        #expect(try locked.unlocked(for: "provider 4", with: turned) == secret)
        #expect(try LockedSecret.lock(secret, for: "provider 4", with: turned).text.hasPrefix("k2."))
        #expect(throws: StoreProblem.self) { try locked.unlocked(for: "provider 5", with: ring) }
        #expect(throws: StoreProblem.self) { try locked.unlocked(for: "provider 4", with: .fresh()) }
    }
}
