import Basics

/// One outcome or strategy of the bank, for anybody to take into a plan and make their own.
@dynamicMemberLookup
struct BankEntry: Sendable, Hashable {
    typealias Kind = BankText.Kind

    /// Whose it is.
    enum Source: Sendable, Hashable {
        case trellis, trust
        case school(SchoolID)
        case person
    }

    /// Stable: plans and counts of use name it. Those that people added are `own-12`.
    let key: String
    let need: BankNeed
    let ages: [BankAge]
    var text: BankText
    var source = Source.trellis
    /// How often it was taken into a plan, over all schools.
    var uses = 0

    subscript<Part>(dynamicMember part: KeyPath<BankText, Part>) -> Part { text[keyPath: part] }

    func due(from day: Day) -> Day? { text.due(from: day) }

    /// The same with the pupil's name in it.
    func named(_ name: String) -> BankEntry {
        var entry = self
        entry.text = text.named(name)
        return entry
    }
}
