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
        let lines = number == 0 ? [] : [DigestLine(number, one: "thing waits for you on Today", many: "things wait for you on Today", LetterLink("/"))]
        return DailyDigest(to: try MailAddress(account.email), lines)
    }
}
