import Access
import Basics
import Database
import Pages
import People

/// A referral with all that belongs to it.
struct ReferralRecord: Sendable {
    let referral: Referral
    let agency: Agency
    /// The first first.
    let steps: [ReferralStep]
    let papers: [PaperID]
    /// What this referral may rest on, the latest first.
    let consents: [AgencyConsent]

    func consent(on day: Day) -> AgencyConsent? { consents.holding(for: referral, on: day) }
}

extension Reader {
    /// The referrals of a pupil with their agencies, the latest first; none for those who don't see the whole record.
    func referrals(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [(referral: Referral, agency: Agency)] {
        guard try powers(of: viewer, over: pupil, on: day).contains(.seeRecord) else { return [] }
        return try once(OfPupil.referrals(pupil)) { try withAgencies(all(Referral.self, "WHERE pupil_id = \(pupil) ORDER BY drafted_on DESC, id DESC")) }
    }

    private func withAgencies(_ referrals: [Referral]) throws -> [(referral: Referral, agency: Agency)] {
        if referrals.isEmpty { return [] }
        let agencies = Dictionary(try all(Agency.self, "WHERE id IN \(referrals.map(\.agency))").map { ($0.id, $0) }) { $1 }
        return referrals.compactMap { referral in agencies[referral.agency].map { (referral, $0) } }
    }

    /// - Throws: `NotFound` where there is none that the viewer may read.
    func referral(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> ReferralRecord {
        _ = try self.pupil(pupil, for: viewer, on: day)
        guard let found = try referrals(of: pupil, for: viewer, on: day).first(where: { $0.referral.row == row }) else { throw NotFound() }
        return ReferralRecord(
            referral: found.referral, agency: found.agency,
            steps: try all(ReferralStep.self, "WHERE referral_id = \(found.referral.id) ORDER BY id"),
            papers: try column("SELECT paper_id FROM referral_paper WHERE referral_id = \(found.referral.id) ORDER BY id"),
            consents: try all(AgencyConsent.self, "WHERE pupil_id = \(pupil) AND agency_id = \(found.agency.id) AND (referral_id IS NULL OR referral_id = \(found.referral.id)) ORDER BY given_on DESC, id DESC"))
    }

    /// The consents of a pupil, the latest first. Whoever asks has the whole record in sight.
    func consents(of pupil: PupilID) throws -> [AgencyConsent] {
        try once(OfPupil.consents(pupil)) { try all(AgencyConsent.self, "WHERE pupil_id = \(pupil) ORDER BY given_on DESC, id DESC") }
    }

    /// The steps of all referrals of a pupil, the first first. Whoever asks has the whole record in sight.
    func steps(of pupil: PupilID) throws -> [ReferralStep] { try all(ReferralStep.self, "WHERE pupil_id = \(pupil) ORDER BY id") }

    /// How long pupils of the whole trust waited for each agency, by those who were seen in the last two years.
    func waitingTimes(on day: Day) throws -> [AgencyID: WaitingTime] {
        let waits = try rows("SELECT agency_id, sent_on, seen_on FROM referral WHERE sent_on IS NOT NULL AND seen_on > \(day.adding(years: -2)) AND seen_on <= \(day)") {
            try (agency: $0.next(AgencyID.self), days: -($0.next(Day.self) - $0.next(Day.self)))
        }
        return Dictionary(grouping: waits, by: \.agency).compactMapValues { WaitingTime($0.map(\.days)) }
    }
}

/// What a pupil's page and its history both ask.
private enum OfPupil: Hashable { case referrals(PupilID), consents(PupilID) }

extension Writer {
    /// Saves one step of a referral, with what it changes.
    func save(_ taken: (referral: Change<Referral>, step: ReferralStep)) throws {
        try save(taken.referral)
        try save(Change(taken.referral.event, to: taken.step))
    }

    /// Which papers go along: what is no longer chosen goes, what is new comes.
    func keepPapers(_ chosen: [PaperID], of referral: Referral) throws {
        let held = try all(ReferralPaper.self, "WHERE referral_id = \(referral.id)")
        for part in held where !chosen.contains(part.paper) { try withdraw(part, event: "referralPaper.removed", because: nil) }
        for paper in chosen where !held.contains(where: { $0.paper == paper }) {
            try save(Change("referralPaper.added", to: ReferralPaper(referral: referral.id, pupil: referral.pupil, paper: paper)))
        }
    }
}
