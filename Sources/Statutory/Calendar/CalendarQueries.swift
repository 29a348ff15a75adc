import Access
import Basics
import Database
import Files
import Pages
import People

/// Finds what somebody may see today, by their account; nil where it has ended.
public typealias AccountViewers = @Sendable (Reader, AccountID, Day, Instant) throws -> Viewer?

extension Reader {
    /// The link that holds, of an account.
    func calendarLink(of account: AccountID) throws -> CalendarLink? {
        try all(CalendarLink.self, "WHERE account_id = \(account) AND ended_at IS NULL ORDER BY id DESC LIMIT 1").first
    }

    /// - Throws: `NotFound` where it was never made, or is ended.
    func calendarLink(_ secret: SecretToken) throws -> CalendarLink {
        guard let link = try all(CalendarLink.self, "WHERE secret_sha256 = \(secret.digest) AND ended_at IS NULL").first else { throw NotFound() }
        return link
    }

    /// A year of duties that somebody answers for, and those that are late. What is to come goes before what is late where there are
    /// more than a calendar holds, and an entry of today says how many are left out.
    /// - Parameters:
    ///   - front: how the addresses of this house begin, for a link in each entry.
    ///   - room: how many it holds.
    func calendar(_ link: CalendarLink, for viewer: Viewer, on day: Day, front: String, room: Int = 2_000) throws -> CalendarFile {
        let coming = try openDuties(DutyFilter(from: day, until: day + 366), for: viewer, on: day, limit: room)
        let late = try openDuties(DutyFilter(until: day - 1), for: viewer, on: day, limit: room - coming.count)
        let all = try dutyCounts(.next(366, from: day), for: viewer, on: day).map(\.open).reduce(0, +), left = all - coming.count - late.count
        let more = left > 0 ? [CalendarFile.Entry(key: "more@trellis", day: day, title: "\(count(left, "duty", "duties")) more: see What is due", words: "\(front)\(dutiesPath())")] : []
        return CalendarFile(name: "What is due", entries: (late + coming).map { $0.entry(naming: link.showsNames && $0.names(for: viewer), front) } + more)
    }
}

extension DutyLine {
    fileprivate func entry(naming: Bool, _ front: String) -> CalendarFile.Entry {
        let whose = pupil.isEmpty ? school : naming ? "\(pupil), \(school)" : "a pupil, \(school)", estimated = owed.isEstimated ? "From an estimated day. " : ""
        return CalendarFile.Entry(key: "duty-\(owed.id)@trellis", day: owed.dueOn, title: "\(owed.limit == .by ? "Last day" : "At least until today"): \(owed.what) (\(owed.owner.label); \(whose))",
                                  words: "\(estimated)\(owed.basis)\n\(owed.force.label): \(owed.citation). \(owed.mark.label). Rule \(owed.rule).\n\(front)\(owed.matter.address)")
    }
}

extension Writer {
    /// Makes a link anew; an older one no longer works.
    func makeCalendarLink(of account: AccountID, showsNames: Bool) throws -> SecretToken {
        try endCalendarLink(of: account)
        let secret = SecretToken.fresh()
        try save(Change("calendarLink.made", to: CalendarLink(of: account, digest: secret.digest, at: act.at, showsNames: showsNames)))
        return secret
    }

    func endCalendarLink(of account: AccountID) throws {
        for before in try all(CalendarLink.self, "WHERE account_id = \(account) AND ended_at IS NULL") {
            var after = before
            after.endedAt = act.at
            try save(Change("calendarLink.ended", from: before, to: after))
        }
    }
}
