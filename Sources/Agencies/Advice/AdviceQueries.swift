import Access
import Basics
import Database
import Pages
import People

/// Advice with its recommendations, the first first.
struct AdviceRecord: Sendable {
    let advice: Advice
    let recommendations: [Recommendation]
}

extension Reader {
    /// The advice about a pupil, the latest first; none for those who don't see the whole record.
    func advice(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [AdviceRecord] {
        guard try powers(of: viewer, over: pupil, on: day).contains(.seeRecord) else { return [] }
        return try once(AdviceOf(pupil: pupil)) {
            let recommendations = Dictionary(grouping: try all(Recommendation.self, "WHERE pupil_id = \(pupil) ORDER BY id"), by: \.advice)
            return try all(Advice.self, "WHERE pupil_id = \(pupil) ORDER BY received_on DESC, id DESC").map { AdviceRecord(advice: $0, recommendations: recommendations[$0.id] ?? []) }
        }
    }

    /// - Throws: `NotFound` where there is none that the viewer may read.
    func advice(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> AdviceRecord {
        _ = try self.pupil(pupil, for: viewer, on: day)
        guard let found = try advice(of: pupil, for: viewer, on: day).first(where: { $0.advice.row == row }) else { throw NotFound() }
        return found
    }

    /// - Throws: `NotFound` where there is none that the viewer may read.
    func recommendation(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> Recommendation {
        guard let found = try advice(of: pupil, for: viewer, on: day).filter({ $0.advice.withdrawnOn == nil }).flatMap(\.recommendations).first(where: { $0.row == row }) else { throw NotFound() }
        return found
    }

    /// The provisions that a pupil gets on a day, as choices. Whoever asks has the pupil in sight.
    func runChoices(of pupil: PupilID, on day: Day) throws -> [Choice] {
        try rows("""
            SELECT r.id, r.name, r.starts FROM provision_run r JOIN provision_member m ON m.run_id = r.id \
            WHERE m.pupil_id = \(pupil) AND (m.ends IS NULL OR m.ends >= \(day)) AND (r.ended_on IS NULL OR r.ended_on >= \(day)) ORDER BY r.name, r.id
            """) { Choice("\(try $0.next(Int.self))", "\(try $0.next(String.self)), since \(try $0.next(Day.self).short)") }
    }

    /// The plans of a pupil that run, as choices. Whoever asks has the pupil in sight.
    func planChoices(of pupil: PupilID) throws -> [Choice] {
        try rows("SELECT id, cycle, starts FROM plan WHERE pupil_id = \(pupil) AND state = 'live' ORDER BY starts DESC, id DESC") {
            Choice("\(try $0.next(Int.self))", "The plan of cycle \(try $0.next(Int.self)), from \(try $0.next(Day?.self)?.short ?? "today")")
        }
    }
}

private struct AdviceOf: Hashable { let pupil: PupilID }

extension Writer {
    /// Saves advice with its recommendations; a referral that was seen is then reported.
    func save(_ change: Change<Advice>, _ lines: [String], by who: String) throws -> Advice {
        let advice = try save(change)
        try add(lines, to: advice, by: who)
        guard let referral = try advice.referral.flatMap({ try one($0, of: Referral.self) }), referral.state == .seen else { return advice }
        try save(TakeReferralStep(.reported, on: max(advice.receivedOn, referral.since)).applied(to: referral, consents: [], by: who, today: act.today))
        return advice
    }

    func add(_ lines: [String], to advice: Advice, by who: String) throws {
        for line in lines {
            let saved = try save(Change("recommendation.entered", to: Recommendation(of: advice, line, on: act.today)))
            try save(Change("recommendation.entered", to: RecommendationStep(.proposed, of: saved, on: act.today, by: who, words: "")))
        }
    }
}
