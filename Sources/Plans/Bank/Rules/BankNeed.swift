import Basics

/// A kind of need by which the bank is sorted, nearer to a classroom than the areas of need are.
struct BankNeed: Sendable, Hashable {
    let key: String
    let label: String
    /// The area of each scheme of needs that comes nearest, by the scheme's key; none where the scheme has none.
    let areas: [String: String]
    /// Words by which people look for it: conditions, and what it is called elsewhere.
    let also: String
}

/// Needs under one heading.
struct BankHeading: Sendable, Hashable {
    let key: String
    let label: String
    let needs: [BankNeed]
}

/// The ages for which an entry is meant.
enum BankAge: String, Sendable, CaseIterable {
    case early, primary, secondary, post16 = "post-16"

    /// - Parameter years: how old the pupil is.
    init(_ years: Int) { self = years < 5 ? .early : years < 11 ? .primary : years < 16 ? .secondary : .post16 }

    var label: String {
        switch self {
        case .early: "Early years"
        case .primary: "Primary"
        case .secondary: "Secondary"
        case .post16: "Post-16"
        }
    }

    /// The age of a year group; nil where the years are not followed.
    init?(_ year: YearGroup) {
        switch year.number {
        case nil: return nil
        case .some(...0): self = .early
        case .some(1...6): self = .primary
        case .some(7...11): self = .secondary
        default: self = .post16
        }
    }
}
