import Access
import Basics
import Database
import People

private let reviewKeys = GuestKeys("review_link_key")

/// What a link leads to.
struct OpenedReview: Sendable {
    let link: ReviewLink
    let person: ReviewPerson
    let review: AnnualReview
}

extension Reader {
    /// What a secret leads to while its link is good; nil otherwise.
    func reviewLink(_ secret: SecretToken, on day: Day) throws -> OpenedReview? {
        guard let link = try all(ReviewLink.self, "WHERE id IN (\(reviewKeys.link(of: secret)))").first, link.isGood(on: day), let person = try one(link.person, of: ReviewPerson.self), person.removedOn == nil,
              let review = try one(person.review, of: AnnualReview.self), review.endedOn == nil, try isShown(person) else { return nil }
        return OpenedReview(link: link, person: person, review: review)
    }
}

extension Reader {
    /// Whether somebody may still be shown anything: nothing bars them by now, and nobody has sealed the record or restricted its use.
    private func isShown(_ person: ReviewPerson) throws -> Bool {
        let contacts = try reviewContacts(of: person.pupil)
        let open = try value("SELECT COUNT(*) FROM pupil p WHERE p.id = \(person.pupil) AND p.sealed = \(false) AND \(Viewer.isUsed(pupil: "p.id"))", as: Int.self) ?? 0
        return open == 1 && person.barred(by: contacts) == nil
    }
}

extension Writer {
    /// A fresh link and its code; earlier ones of the same person stop working.
    func makeLink(for person: ReviewPerson, of review: AnnualReview) throws -> (secret: SecretToken, code: String, link: ReviewLink) {
        try endLinks(of: person)
        let link = try save(Change("reviewLink.made", to: ReviewLink(for: person, madeAt: act.at, until: ReviewLink.lastDay(of: review, today: act.today))))
        let (secret, code) = try reviewKeys.make(for: link.id, in: self)
        return (secret, code, link)
    }

    func endLinks(of person: ReviewPerson) throws {
        for before in try all(ReviewLink.self, "WHERE person_id = \(person.id) AND ended_at IS NULL") {
            var after = before
            after.endedAt = act.at
            try save(Change("reviewLink.ended", from: before, to: after))
            try reviewKeys.end(before.id, in: self)
        }
    }

    /// Counts a try at the code before it is made, so that many at once are many.
    /// - Returns: false where there have been too many.
    func countTry(at secret: SecretToken) throws -> Bool {
        try reviewKeys.countTry(at: secret, in: self)
    }

    /// Whether the code is right; then wrong ones before it count no more, and that somebody looked is written down.
    func opens(_ opened: OpenedReview, _ secret: SecretToken, with code: String) throws -> Bool {
        guard try reviewKeys.opens(secret, with: code, in: self) else { return false }
        // Read here: two presses at once open it one after the other.
        guard let before = try one(opened.link.id, of: ReviewLink.self) else { return false }
        var after = before
        after.openedAt = act.at
        if before.openedAt != act.at { try save(Change("reviewLink.opened", from: before, to: after)) }
        return true
    }
}
