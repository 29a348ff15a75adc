import Access
import Basics
import Database
import People

/// Sights that have been kept long enough: all before a day.
public struct DueSights: Sendable, Equatable {
    public let before: Day
    /// The day of a sight that is held, behind which the others wait: the chain can only be shortened from its front.
    public let heldFrom: Day?
}

extension Reader {
    /// Which sights may be taken out on a day; nil where none is old enough.
    public func dueSights(on day: Day) throws -> DueSights? {
        guard let rule = try retention(of: .sight), let oldest = try oldestSight() else { return nil }
        let before = day.adding(years: -rule.years)
        guard oldest < before else { return nil }
        let held = try firstSight(of: heldFromDisposal()).flatMap { $0 < before ? $0 : nil }
        return DueSights(before: held ?? before, heldFrom: held)
    }

    /// Everybody over whose record a hold, a question or a restriction stands: who looked may be what it is about.
    private func heldFromDisposal() throws -> [PupilID] {
        try column("""
            SELECT pupil_id FROM legal_hold WHERE ends IS NULL UNION SELECT pupil_id FROM copy_request WHERE outcome = 'open' AND pupil_id IS NOT NULL \
            UNION SELECT pupil_id FROM correction_request WHERE outcome = 'open' UNION SELECT pupil_id FROM data_complaint WHERE closed_on IS NULL AND pupil_id IS NOT NULL \
            UNION SELECT pupil_id FROM restriction WHERE ends IS NULL
            """, as: PupilID.self)
    }
}

extension Visit {
    /// Takes the sights before a day out, some at a time, so that nobody waits long. Where this is cut short, what is
    /// left is due again.
    func forgetSights(before day: Day) async throws {
        while try await write({ try $0.forgetSights(before: day) }) > 0 {}
    }
}
