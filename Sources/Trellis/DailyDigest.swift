import Access
import Accounts
import AreaKit
import Basics
import Database
import Mail

extension Reader {
    /// What waits for the holder of an account, in numbers; nil where they may not sign in any more.
    func dailyDigest(of id: AccountID, _ areas: [any Area], at now: Instant) throws -> DailyDigest? {
        let day = now.dayInEngland
        guard let viewer = try viewer(of: id, on: day, at: now), let account = try one(id, of: Account.self) else { return nil }
        let waiting = try areas.flatMap(\.todayItems).flatMap { try $0.find(self, viewer, day) }
        let number = waiting.reduce(0) { $0 + ($1.number ?? 1) }
        let all = number == 0 ? [] : [DigestLine(number, one: "thing waits for you on Today", many: "things wait for you on Today", LetterLink("/"))]
        return DailyDigest(to: try MailAddress(account.email), try letterLines(for: viewer, areas, on: day) + all)
    }

    /// What each area counts, where there is anything.
    private func letterLines(for viewer: Viewer, _ areas: [any Area], on day: Day) throws -> [DigestLine] {
        try areas.flatMap(\.letterLines).compactMap { line in
            let number = try line.count(self, viewer, day)
            return number == 0 ? nil : DigestLine(number, one: line.one, many: line.many, LetterLink(line.page))
        }
    }
}
