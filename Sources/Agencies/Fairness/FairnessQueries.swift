import Access
import Basics
import Database
import People

private let adviceKeys = GuestKeys("advice_link_key")

/// What a link leads to.
struct OpenedAdvice: Sendable {
    let link: AdviceLink
    let advice: Advice

    /// As the trail names them.
    var signature: String { "\(link.name) (by link)" }
}

extension Reader {
    /// What a secret leads to while its link is good; nil otherwise, and where the record was sealed or its use restricted.
    func adviceLink(_ secret: SecretToken, on day: Day) throws -> OpenedAdvice? {
        guard let link = try all(AdviceLink.self, "WHERE id IN (\(adviceKeys.link(of: secret)))").first, link.isGood(on: day), let advice = try one(link.advice, of: Advice.self), advice.withdrawnOn == nil,
              try value("SELECT COUNT(*) FROM pupil p WHERE p.id = \(link.pupil) AND p.sealed = \(false) AND \(Viewer.isUsed(pupil: "p.id"))", as: Int.self) == 1 else { return nil }
        return OpenedAdvice(link: link, advice: advice)
    }

    /// The link that stands for advice, if one does.
    func openLink(of advice: Advice, on day: Day) throws -> AdviceLink? {
        try all(AdviceLink.self, "WHERE advice_id = \(advice.id) AND ended_at IS NULL ORDER BY id DESC").first { $0.isGood(on: day) }
    }

    /// What specialists said of the summary, the latest first.
    func answers(to advice: Advice) throws -> [AdviceAnswer] { try all(AdviceAnswer.self, "WHERE advice_id = \(advice.id) ORDER BY id DESC") }

    /// Answers that nobody of the school has read yet, about pupils whom this person refers, the first first.
    func unreadAnswers(for viewer: Viewer, on day: Day) throws -> [AdviceAnswer] {
        try all(AdviceAnswer.self, """
            WHERE read_on IS NULL AND advice_id IN (SELECT a.id FROM advice a WHERE a.withdrawn_on IS NULL) \
            AND pupil_id IN (SELECT p.id FROM pupil p WHERE \(viewer.inStaffParts.doing(.refer).seesPupil(on: day))) ORDER BY id LIMIT 20
            """)
    }
}

extension Writer {
    /// A fresh link and its code; an earlier one for the same advice stops working.
    func makeLink(for advice: Advice) throws -> (secret: SecretToken, code: String, link: AdviceLink) {
        try endLinks(of: advice)
        let link = try save(Change("adviceLink.made", to: AdviceLink(for: advice, madeAt: act.at, until: act.today + AdviceLink.days)))
        let (secret, code) = try adviceKeys.make(for: link.id, in: self)
        return (secret, code, link)
    }

    func endLinks(of advice: Advice) throws {
        for before in try all(AdviceLink.self, "WHERE advice_id = \(advice.id) AND ended_at IS NULL") {
            var after = before
            after.endedAt = act.at
            try save(Change("adviceLink.ended", from: before, to: after))
            try adviceKeys.end(before.id, in: self)
        }
    }

    func countTry(atAdvice secret: SecretToken) throws -> Bool { try adviceKeys.countTry(at: secret, in: self) }

    /// Whether the code is right; then that somebody looked is written down.
    func opens(_ opened: OpenedAdvice, _ secret: SecretToken, with code: String) throws -> Bool {
        guard try adviceKeys.opens(secret, with: code, in: self) else { return false }
        var after = opened.link
        after.openedAt = act.at
        if opened.link.openedAt != act.at { try save(Change("adviceLink.opened", from: opened.link, to: after)) }
        return true
    }
}
