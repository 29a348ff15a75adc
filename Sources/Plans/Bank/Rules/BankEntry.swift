import Basics

/// One outcome or strategy of the bank, for anybody to take into a plan and make their own.
struct BankEntry: Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case outcome, strategy

        var label: String { self == .outcome ? "Outcome" : "Strategy" }
    }

    /// Whose it is.
    enum Source: Sendable, Hashable {
        case trellis, trust
        case school(SchoolID)
        case person
    }

    /// Stable: plans and counts of use name it. Those that people added are `own-12`.
    let key: String
    let kind: Kind
    let need: BankNeed
    let ages: [BankAge]
    /// The outcome in a sentence, with `[Name]` for the pupil; or what to do, in a line.
    let words: String
    /// How a strategy is done.
    var detail = ""
    /// What the pupil does already, on which it builds.
    var buildsOn = ""
    var measure = ""
    /// With gaps to be filled in: `__` and `[date]`.
    var baseline = ""
    var target = ""
    /// How long it usually takes.
    var weeks: Int?
    /// The part of adult life that it serves, by its key; empty for none.
    var adultLife = ""
    var source = Source.trellis
    /// How often it was taken into a plan, over all schools.
    var uses = 0

    /// The day by which it is reached, where it is begun on a day.
    func due(from day: Day) -> Day? { weeks.map { day + $0 * 7 } }

    /// The same with the pupil's name in it.
    func named(_ name: String) -> BankEntry {
        var entry = BankEntry(key: key, kind: kind, need: need, ages: ages, words: words.replacing("[Name]", with: name))
        (entry.detail, entry.buildsOn, entry.adultLife) = (detail.replacing("[Name]", with: name), buildsOn, adultLife)
        (entry.measure, entry.baseline, entry.target) = (measure.replacing("[Name]", with: name), baseline, target)
        (entry.weeks, entry.source, entry.uses) = (weeks, source, uses)
        return entry
    }

    /// As one line of a plan's strategies.
    var line: String { detail.isEmpty ? words : "\(words): \(detail)" }
}
