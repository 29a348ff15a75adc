import Basics

/// A pupil does not get what is owed, and it was not made up in time.
public struct DeliveryAlert: Hashable, Sendable {
    /// What is short.
    public enum Kind: String, Sendable {
        /// A line of section F, or one that a review will look at.
        case shortfall
        /// Under the usual share of what was planned.
        case underThreshold = "under_threshold"
    }

    public let kind: Kind
    /// The first day of the weeks that it is about.
    public let from: Day
    /// Since when it is one.
    public let since: Day
    public let owed: Int
    public let offered: Int

    /// Under this share of what was planned, in hundredths, other provision is looked at.
    public static let usualThreshold = 80
    static let schoolWeeks = 10, threshold = 4
}

extension DeliveryAlert {
    /// Shortfalls of a line that were not made up within two school weeks, oldest first.
    ///
    /// Each week's offered minutes meet what that week owes; what is over makes up the oldest week that is short. A week
    /// that is short after ten further school days is an alert from the next day on, until it is made up. Where a review is
    /// near, it is one ten school days before the review and not after it.
    /// - Parameters:
    ///   - offered: minutes offered to the pupil by the line's provisions, by day.
    ///   - schoolDays: in order, whole academic years, to past today and the review.
    ///   - terms: the school's terms, for lines that are for a term.
    ///   - rolls: when the pupil was on roll; nil for always.
    ///   - reviewOn: the review that is to come; one that is overdue hastens nothing.
    public static func shortfalls(of line: OwedLine, offered: [Day: Int], schoolDays: [Day], terms: [Spell] = [], rolls: [Spell]? = nil, reviewOn: Day? = nil, today: Day) -> [DeliveryAlert] {
        let weeks = SchoolWeek.all(of: schoolDays), owed = line.owed(in: weeks, terms: terms, rolls: rolls), reviewOn = reviewOn.flatMap { $0 >= today ? $0 : nil }
        let past = zip(weeks, owed).prefix { $0.0.sunday < today }
        var short: [(week: SchoolWeek, owed: Int, left: Int)] = []
        for (week, owes) in past {
            let over = given(offered, week) - owes
            if over < 0 { short.append((week, owes, -over)) } else { settle(&short, over) }
        }
        // Of the week that runs nothing is short yet; what is over its whole makes up for others.
        if past.count < weeks.count, weeks[past.count].monday <= today { settle(&short, given(offered, weeks[past.count]) - owed[past.count]) }
        return short.filter { $0.left > 0 }.compactMap { alert($0, schoolDays, reviewOn, today) }
    }

    private static func given(_ offered: [Day: Int], _ week: SchoolWeek) -> Int { (0...6).map { offered[week.monday + $0] ?? 0 }.reduce(0, +) }

    /// The oldest first.
    private static func settle(_ short: inout [(week: SchoolWeek, owed: Int, left: Int)], _ over: Int) {
        var over = over
        for place in short.indices where over > 0 {
            let settled = min(over, short[place].left)
            short[place].left -= settled
            over -= settled
        }
    }

    private static func alert(_ short: (week: SchoolWeek, owed: Int, left: Int), _ schoolDays: [Day], _ reviewOn: Day?, _ today: Day) -> DeliveryAlert? {
        let last = schoolDays.schoolDay(schoolWeeks, after: short.week.sunday) ?? .distantFuture
        let beforeReview = reviewOn.map { alarm(before: $0, schoolDays) ?? short.week.sunday } ?? .distantFuture
        let since = min(last + 1, max(short.week.sunday + 1, beforeReview))
        return since <= today ? DeliveryAlert(kind: .shortfall, from: short.week.monday, since: since, owed: short.owed, offered: short.owed - short.left) : nil
    }

    /// The school day from which ten remain until a review.
    private static func alarm(before review: Day, _ schoolDays: [Day]) -> Day? {
        let left = schoolDays.prefix { $0 <= review }
        return left.count > schoolWeeks ? left[left.count - schoolWeeks - 1] : nil
    }
}

extension DeliveryAlert {
    /// Other provision: under the threshold over the last four school weeks that are over; over fewer, at least two, where
    /// a review comes within ten school days. Sessions that nobody proved are a gap of their own and don't count here.
    public static func underThreshold(of pupil: PupilID, planned: [PlannedSession], logs: [SessionLog], schoolDays: [Day], hundredths: Int = usualThreshold, reviewOn: Day? = nil, today: Day) -> DeliveryAlert? {
        let isReviewNear = reviewOn.map { review in review >= today && schoolDays.count { $0 > today && $0 <= review } <= schoolWeeks } ?? false
        // Whoever joined lately is looked at from their own first session on.
        guard let first = planned.filter({ $0.pupils.contains(pupil) }).map(\.day).min() else { return nil }
        let weeks = SchoolWeek.last(threshold, before: today, of: schoolDays.filter { $0 >= first - (first.weekday - 1) })
        guard let from = weeks.first?.monday, let to = weeks.last?.sunday, weeks.count >= (isReviewNear ? 2 : threshold) else { return nil }
        let inside = { (day: Day) in from <= day && day <= to }
        let minutes = DeliveryMinutes(of: pupil, planned: planned.filter { inside($0.day) }, logs: logs.filter { inside($0.day) })
        let proved = minutes.planned - minutes.unproved
        guard proved > 0, minutes.offered * 100 < proved * hundredths else { return nil }
        return DeliveryAlert(kind: .underThreshold, from: from, since: to + 1, owed: proved, offered: minutes.offered)
    }

    /// Whether lines of section F that held in these weeks, the first and the last with them, tell of the same: then it is no
    /// alert of its own. A line that ended, or began, meanwhile tells of a part alone.
    func isTold(by lines: [Spell]) -> Bool { lines.contains { $0.starts < from + 7 && ($0.ends ?? .distantFuture) >= since - 7 } }
}
