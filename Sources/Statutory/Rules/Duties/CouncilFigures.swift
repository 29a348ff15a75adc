import Basics

/// How a council kept its days over the trust in one school year: numbers alone.
public struct CouncilFigures: Hashable, Sendable {
    /// Fewer cases, or cases of fewer children, tell of single children, and of nothing else.
    public static let leastCases = 10

    /// One duty of a council whose day is known from what it said, or we saw.
    public struct Kept: Hashable, Sendable {
        public let council: String
        /// The case, plan or review that it belongs to.
        public let matter: String
        /// Nil of a child who is not on roll: the case then stands for the child.
        public let pupil: PupilID?
        public let due: Day
        public let done: Day?

        public init(council: String, matter: String, pupil: PupilID?, due: Day, done: Day?) { (self.council, self.matter, self.pupil, self.due, self.done) = (council, matter, pupil, due, done) }

        var child: String { pupil.map { "pupil \($0)" } ?? matter }

        func daysLate(on today: Day) -> Int { max(0, (done ?? today) - due) }
    }

    public let council: String
    public let cases: Int
    public let children: Int
    /// Duties whose day has passed, or that were done.
    public let duties: Int
    public let late: Int
    /// The middle of how many days the late ones were, or are, late.
    public let middle: Int

    public var isEnough: Bool { min(cases, children) >= Self.leastCases }

    /// The same as a form carries them, so that nobody agrees to others than they saw.
    public var mark: String { "\(cases)-\(children)-\(duties)-\(late)-\(middle)" }

    /// One for each council, by its code. What is open and not yet due is left out.
    public static func all(_ kept: [Kept], on today: Day) -> [CouncilFigures] {
        Dictionary(grouping: kept.filter { $0.done != nil || $0.due < today }, by: \.council).map { council, duties in
            let late = duties.map { $0.daysLate(on: today) }.filter { $0 > 0 }.sorted()
            return CouncilFigures(council: council, cases: Set(duties.map(\.matter)).count, children: Set(duties.map(\.child)).count, duties: duties.count, late: late.count, middle: late.isEmpty ? 0 : late[late.count / 2])
        }.sorted { $0.council < $1.council }
    }
}

/// That somebody agrees that these figures of one council and year may be published, and no others.
public struct FiguresAgreement: Hashable, Sendable {
    public enum Part: String, Sendable, CaseIterable {
        case trustLead = "trust-lead", head

        public var label: String { self == .trustLead ? "trust SEND lead" : "head" }
    }

    public var id: RowID = .new
    public var version = 1
    public var council: String
    public var academicYear: Int
    public var part: Part
    public var account: AccountID?
    public var who: String
    public var agreedOn: Day
    /// What was agreed to, as it stood on the day of the first agreement.
    public var figures: CouncilFigures
    public var figuresOn: Day
    public var endedOn: Day?

    /// Whether it is this person's own.
    public func isOf(_ account: AccountID?, _ who: String) -> Bool { account == nil && self.account == nil ? self.who == who : self.account == account }
}

/// Agrees that figures may be published: for the trust, or as a head. It takes two people.
public struct AgreeFigures: Sendable {
    public let part: FiguresAgreement.Part
    public let account: AccountID?
    public let who: String
    /// The figures that the person saw; empty where that is not known.
    public let seen: String

    public init(as part: FiguresAgreement.Part, _ account: AccountID?, _ who: String, seen: String = "") { (self.part, self.account, self.who, self.seen) = (part, account, who, seen) }

    /// The second person agrees to what the first agreed to, whatever came since.
    /// - Parameter standing: the agreements of that council and year that hold.
    /// - Throws: `Problems` where there are too few cases, the same person agreed in the other part, or saw other figures.
    public func applied(to figures: CouncilFigures, in year: AcademicYear, beside standing: [FiguresAgreement], today: Day) throws -> Change<FiguresAgreement>? {
        let first = standing.first, agreed = first?.figures ?? figures
        guard agreed.isEnough else { throw Problems("", "There are fewer than \(CouncilFigures.leastCases) cases or children: these figures are not shown to anybody.") }
        if standing.contains(where: { $0.part == part }) { return nil }
        guard seen.isEmpty || seen == agreed.mark else { throw Problems("", "These figures have changed since you opened the page. Look at them again.") }
        if standing.contains(where: { $0.isOf(account, who) }) { throw Problems("", "You agreed as \(standing[0].part.label). It takes two people.") }
        return Change("figures.agreed", to: FiguresAgreement(council: figures.council, academicYear: year.starting, part: part, account: account, who: who, agreedOn: today, figures: agreed, figuresOn: first?.figuresOn ?? today))
    }
}
