import Basics
import Synchronization

/// How fast each token may ask: a bucket that fills steadily and is emptied by requests.
final class TokenPace: Sendable {
    /// So many at once, and so many more each minute.
    static let most = 600
    private static let seconds = 60

    /// Thousandths of a request left, and when that was so.
    private let buckets = Mutex<[RowID: (left: Int, at: Instant)]>([:])

    struct Taken: Sendable {
        let isAllowed: Bool
        let left: Int
        /// Seconds until there is room for one more.
        let wait: Int
    }

    func take(_ token: RowID, at now: Instant) -> Taken {
        let full = Self.most * 1000, perMillisecond = Self.most / Self.seconds
        return buckets.withLock { buckets in
            if buckets.count > 10_000 { buckets.removeAll() }
            let bucket = buckets[token] ?? (full, now)
            let passed = max(0, min(now.milliseconds - bucket.at.milliseconds, Self.seconds * 1000))
            let left = min(full, bucket.left + passed * perMillisecond), isAllowed = left >= 1000
            let rest = isAllowed ? left - 1000 : left
            buckets[token] = (rest, now)
            return Taken(isAllowed: isAllowed, left: rest / 1000, wait: rest >= 1000 ? 0 : 1)
        }
    }
}

extension TokenPace.Taken {
    /// The fields that tell a program how much it may still ask (draft-ietf-httpapi-ratelimit-headers).
    var headers: [(String, String)] {
        [("RateLimit-Policy", "\"default\";q=\(TokenPace.most);w=60"), ("RateLimit", "\"default\";r=\(left);t=\(max(1, (TokenPace.most - left) / 10))")]
    }
}
