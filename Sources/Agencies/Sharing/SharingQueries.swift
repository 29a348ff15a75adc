import Access
import Basics
import Database
import Pages
import Papers
import People

private let shareKeys = GuestKeys("paper_share_key")

/// A share with its papers and who looked.
struct HeldShare: Sendable {
    let share: PaperShare
    /// Those that were not withdrawn since.
    let papers: [Paper]
    /// The latest first, as many as a page shows.
    var looks: [SharedLook] = []

    /// As the trail names the one who looks.
    var signature: String { "\(share.name) (by link)" }
}

extension Reader {
    /// What is shared of a pupil's papers, what opens longest first. Whoever calls this has the pupil in sight.
    func shares(of pupil: PupilID) throws -> [HeldShare] { try held(all(PaperShare.self, "WHERE pupil_id = \(pupil) ORDER BY until_day DESC, id DESC")) }

    /// How often each share of a pupil was looked at.
    func looks(atSharesOf pupil: PupilID) throws -> [RowID: Int] {
        Dictionary(try rows("SELECT share_id, COUNT(*) FROM shared_look WHERE pupil_id = \(pupil) GROUP BY share_id") { try ($0.next(RowID.self), $0.next(Int.self)) }) { $1 }
    }

    /// - Throws: `NotFound` where it is not one of the pupil's.
    func share(_ id: RowID, of pupil: PupilID) throws -> HeldShare {
        guard let share = try one(id, of: PaperShare.self), share.pupil == pupil, var held = try held([share]).first else { throw NotFound() }
        held.looks = try all(SharedLook.self, "WHERE share_id = \(id) ORDER BY id DESC LIMIT 200")
        return held
    }

    /// What a secret leads to while its time lasts; nil otherwise, and where the record was sealed or its use restricted.
    func share(opening secret: SecretToken, on day: Day) throws -> HeldShare? {
        guard let share = try all(PaperShare.self, "WHERE id IN (\(shareKeys.link(of: secret)))").first, share.isOpen(on: day),
              try value("SELECT COUNT(*) FROM pupil p WHERE p.id = \(share.pupil) AND p.sealed = \(false) AND \(Viewer.isUsed(pupil: "p.id"))", as: Int.self) == 1 else { return nil }
        return try held([share]).first
    }

    private func held(_ shares: [PaperShare]) throws -> [HeldShare] {
        let ids = shares.map(\.id), items = try all(SharedPaper.self, "WHERE share_id IN \(ids) ORDER BY id")
        let papers = Dictionary(try all(Paper.self, "WHERE id IN \(items.map(\.paper).unique) AND withdrawn_at IS NULL").map { ($0.id, $0) }) { $1 }
        let byShare = Dictionary(grouping: items, by: \.share)
        return shares.map { share in HeldShare(share: share, papers: (byShare[share.id] ?? []).compactMap { papers[$0.paper] }) }
    }
}

extension Writer {
    /// Shares papers: the share first, its link afterwards.
    @discardableResult
    func save(_ change: Change<PaperShare>, papers: [PaperID]) throws -> PaperShare {
        let share = try save(change)
        for paper in papers.unique { try save(Change("paperShare.paperChosen", to: SharedPaper(paper, in: share))) }
        return share
    }

    /// A fresh link and code; one made before opens no more.
    func makeLink(for share: PaperShare) throws -> (secret: SecretToken, code: String) {
        guard share.isOpen(on: act.today) else { throw NotFound() }
        try shareKeys.end(share.id, in: self)
        var after = share
        after.linkMadeAt = act.at
        try save(Change("paperShare.linkMade", from: share, to: after))
        return try shareKeys.make(for: share.id, in: self)
    }

    func end(_ share: PaperShare) throws {
        if share.endedAt != nil { return }
        var after = share
        after.endedAt = act.at
        try save(Change("paperShare.ended", from: share, to: after))
        try shareKeys.end(share.id, in: self)
    }

    func countTry(atShare secret: SecretToken) throws -> Bool { try shareKeys.countTry(at: secret, in: self) }

    /// Whether the code is right; then the look is written down before anything is shown.
    func opens(_ share: PaperShare, _ secret: SecretToken, with code: String, paper: PaperID?) throws -> Bool {
        guard try shareKeys.opens(secret, with: code, in: self) else { return false }
        try save(Change("paperShare.looked", to: SharedLook(at: share, paper, on: act.at)))
        return true
    }
}
