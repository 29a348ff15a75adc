import AreaKit
import Basics
import Database
import Mail
import Stage
import Testing
@testable import Trellis

@Suite("What check says of mail and of the seals")
struct RecordCheckTests {
    static let now = Instant(Stage.november, hour: 10)

    static let mail: [(MailHealth, [String])] = [
        (MailHealth(isSetUp: false), ["Weak: Mail is not set up: links are handed over by hand, and nobody is told by letter of an emergency access."]),
        (MailHealth(isSetUp: true), ["Fine: Mail is set up, and no letter is held up."]),
        (MailHealth(isSetUp: true, failed: 2), ["Weak: 2 letters of the last week did not leave, or perhaps not."]),
        (MailHealth(isSetUp: true, failed: 1, late: 3), ["Weak: 1 letter of the last week did not leave, or perhaps not.", "Weak: 3 letters waited for more than two hours."]),
    ]

    @Test("Mail", arguments: mail)
    func mailWords(health: MailHealth, words: [String]) { Self.hold(SetupCheck.mailFindings(health), words) }

    static func ago(_ hours: Int) -> Instant { now.adding(seconds: -hours * 3600) }

    static let seals: [(SealState, [String])] = [
        (SealState(newest: nil, unsealedSince: nil, hasGrown: false), []),
        (SealState(newest: nil, unsealedSince: ago(48), hasGrown: true), ["Fine: The trail is new. The server seals it each day."]),
        (SealState(newest: nil, unsealedSince: ago(49), hasGrown: true), ["Weak: The trail was never sealed."]),
        (SealState(newest: ago(48), unsealedSince: nil, hasGrown: true), ["Fine: The trail was last sealed on 18 November 2026."]),
        (SealState(newest: ago(49), unsealedSince: nil, hasGrown: true), ["Weak: The trail was last sealed on 18 November 2026, and has grown since."]),
        (SealState(newest: ago(490), unsealedSince: nil, hasGrown: false), ["Fine: The trail was last sealed on 31 October 2026. Nothing was written since."]),
    ]

    @Test("The newest seal", arguments: seals)
    func sealWords(state: SealState, words: [String]) { Self.hold(SetupCheck.sealFindings(state, Self.now), words) }

    private static func hold(_ findings: [SetupFinding], _ words: [String]) {
        #expect(findings.map { "\($0.weight.rawValue): \($0.words)" } == words)
        #expect(findings.allSatisfy { ($0.weight == .fine) == $0.mending.isEmpty })
    }
}
