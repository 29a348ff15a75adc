import AreaKit
import Basics
import Database
import Mail

extension SetupCheck {
    /// Letters leave, and soon.
    static let mailLeaves = SetupCheck { place in mailFindings(try await place.store.read { try $0.mailHealth(at: place.now) }) }

    static func mailFindings(_ health: MailHealth) -> [SetupFinding] {
        guard health.isSetUp else {
            return [.weak("Mail is not set up: links are handed over by hand, and nobody is told by letter of an emergency access.", mend: "trellis mail set (docs/mail.md)")]
        }
        let failed: [SetupFinding] = health.failed == 0 ? []
            : [.weak("\(count(health.failed, "letter")) of the last week did not leave, or perhaps not.", mend: "See why with trellis mail queue. Then invite these people anew.")]
        let late: [SetupFinding] = health.late == 0 ? []
            : [.weak("\(count(health.late, "letter")) waited for more than two hours.", mend: "Is trellis serve running? See what the mail server says with trellis mail queue.")]
        return failed.isEmpty && late.isEmpty ? [.fine("Mail is set up, and no letter is held up.")] : failed + late
    }

    /// The trail is signed each day, so that what was written can't be written anew.
    static let trailIsSealed = SetupCheck { place in sealFindings(try await place.store.read { try $0.sealState() }, place.now) }

    static func sealFindings(_ state: SealState, _ now: Instant) -> [SetupFinding] {
        let mending = "Keep trellis serve running, which seals it each day. Now: trellis trail seal"
        guard let since = state.newest ?? state.unsealedSince else { return [] }
        let isOld = since < now.adding(seconds: -2 * 86_400)
        guard state.newest != nil else {
            return isOld ? [.weak("The trail was never sealed.", mend: mending)] : [.fine("The trail is new. The server seals it each day.")]
        }
        let words = "The trail was last sealed on \(since.dayInEngland.inWords)"
        return isOld && state.hasGrown ? [.weak("\(words), and has grown since.", mend: mending)] : [.fine("\(words)\(state.hasGrown ? "" : ". Nothing was written since").")]
    }
}
