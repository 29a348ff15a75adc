import Basics

/// What a school says of itself on a day: counts, no names.
public struct CohortFacts: Hashable, Sendable {
    /// How many pupils have a main need.
    public struct NeedCount: Hashable, Sendable {
        public let need: String
        public let count: Int

        public init(_ need: String, _ count: Int) { (self.need, self.count) = (need, count) }
    }

    /// Nil where nobody said how many the school has room for.
    public var capacity: Int?
    public var roll = 0
    public var plans = 0
    public var support = 0
    /// Those of the year group that the child would join.
    public var inYear = 0
    public var plansInYear = 0
    public var supportInYear = 0
    /// Who is in a SEN unit or resourced provision.
    public var inBases = 0
    /// The places there; nil where nobody said how many.
    public var basePlaces: Int?
    /// The main need of those with a plan or SEN support, the most frequent first.
    public var needs: [NeedCount] = []

    public init() {}

    /// What may not be known, each by the name of its field.
    static let places: [(field: String, label: String, hint: String, count: any WritableKeyPath<CohortFacts, Int?> & Sendable)] = [
        ("capacity", "Capacity", "How many pupils the school has room for. Leave it empty where it is not known.", \.capacity),
        ("base_places", "Places in the SEN unit or resourced provision", "Leave it empty where there is none, or it is not known.", \.basePlaces),
    ]

    /// Each count by the name of its field.
    static let counts: [(field: String, label: String, count: any WritableKeyPath<CohortFacts, Int> & Sendable)] = [
        ("roll", "On roll", \.roll), ("plans", "With an EHC plan", \.plans), ("support", "With SEN support", \.support), ("in_year", "In the year group", \.inYear),
        ("plans_in_year", "In the year group with an EHC plan", \.plansInYear), ("support_in_year", "In the year group with SEN support", \.supportInYear), ("in_bases", "In the SEN unit or resourced provision", \.inBases),
    ]
}

/// The figures of one reply: as the record gave them on the day the reply went, or put right by hand before.
public struct ConsultationFigures: Hashable, Sendable {
    public var id: RowID = .new
    public var version = 1
    public var consultation: ConsultationID
    public var school: SchoolID
    public var reckonedOn: Day
    public var facts: CohortFacts
    /// Who put them right; empty where they are the record's.
    public var changedBy = ""
    public var why = ""

    public init(of held: Consultation, _ facts: CohortFacts, on day: Day) { (consultation, school, self.facts, reckonedOn) = (held.id, held.school, facts, day) }

    public var areByHand: Bool { !changedBy.isEmpty }

    /// The same without the words, in which somebody might have named a child.
    var withoutWords: ConsultationFigures {
        var after = self
        (after.changedBy, after.why) = ("", "")
        return after
    }

    /// The same with the record's figures of a day.
    func reckoned(_ facts: CohortFacts, on day: Day) -> ConsultationFigures {
        var after = self
        (after.facts, after.reckonedOn, after.changedBy, after.why) = (facts, day, "", "")
        return after
    }
}
