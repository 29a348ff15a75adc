import Basics

/// Whether a family on SEN support was offered a meeting for each term: three a year (SEND Code of Practice, 6.65).
///
/// The last three terms that have ended are looked at, of these the ones in which the pupil was on SEN support here
/// from the first day on. A meeting offered later mends the gap.
public struct FamilyMeetingShare: Sendable, Equatable {
    /// How many meetings should have been offered.
    public let due: Int
    /// How many were.
    public let offered: Int
    /// The first day on which one was missing; nil where none is.
    public let shortSince: Day?

    /// - Parameters:
    ///   - terms: the school's terms, in their order.
    ///   - start: the first day on SEN support at this school.
    ///   - days: when meetings were offered, in their order.
    public init(terms: [Spell], from start: Day, offered days: [Day], on today: Day) {
        let ended = terms.filter { ($0.ends ?? .distantFuture) < today }.suffix(3), whole = ended.filter { $0.starts >= start }
        let counted = days.filter { day in whole.first.map { $0.starts <= day } ?? false && day <= today }
        due = whole.count
        offered = counted.count
        shortSince = counted.count < whole.count ? whole[whole.startIndex + counted.count].ends.map { $0 + 1 } : nil
    }

    /// How many meetings were offered from each term's first day to the day before the next.
    public static func byTerm(_ terms: [Spell], offered days: [Day]) -> [Int] {
        terms.enumerated().map { place, term in
            let next = place + 1 < terms.count ? terms[place + 1].starts : .distantFuture
            return days.count { $0 >= term.starts && $0 < next }
        }
    }
}
