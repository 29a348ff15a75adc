import Basics

/// A pupil's part of the SEN register: what rules look at and change.
public struct RegisterRecord: Sendable {
    public let pupil: Pupil
    /// In order of their first days.
    public let provisions: [ProvisionSpell]
    public let needs: [PupilNeed]
    public let watches: [WatchSpell]

    public init(pupil: Pupil, provisions: [ProvisionSpell], needs: [PupilNeed], watches: [WatchSpell] = []) {
        self.pupil = pupil
        self.provisions = provisions.sorted { $0.spell.starts < $1.spell.starts }
        self.needs = needs
        self.watches = watches
    }

    /// The status in force on a day; nil where none is recorded.
    public func provision(on day: Day) -> ProvisionSpell? { provisions.last { $0.spell.covers(day) } }

    /// The needs open on a day, main need first.
    public func openNeeds(on day: Day) -> [PupilNeed] {
        needs.filter { $0.spell.covers(day) }.sorted { ($0.rank ?? 99, $0.id) < ($1.rank ?? 99, $1.id) }
    }

    public func watch(on day: Day) -> WatchSpell? { watches.last { $0.spell.covers(day) } }
}

/// What a decision changes in the register; saved as a whole or not at all.
public struct RegisterChange: Sendable {
    public var provisions: [Change<ProvisionSpell>] = []
    public var needs: [Change<PupilNeed>] = []
    public var watches: [Change<WatchSpell>] = []

    public init() {}

    public var isEmpty: Bool { provisions.allSatisfy(\.isEmpty) && needs.allSatisfy(\.isEmpty) && watches.allSatisfy(\.isEmpty) }
}
