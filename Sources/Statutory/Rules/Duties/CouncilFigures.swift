import Basics

/// How a council kept its days over the trust in one school year: numbers alone.
public struct CouncilFigures: Hashable, Sendable {
    /// Fewer cases tell of single children, and of nothing else.
    public static let leastCases = 10

    /// One duty of a council whose day is known from what it said, or we saw.
    public struct Kept: Hashable, Sendable {
        public let council: String
        /// The case, plan or review that it belongs to.
        public let matter: String
        public let due: Day
        public let done: Day?

        public init(council: String, matter: String, due: Day, done: Day?) { (self.council, self.matter, self.due, self.done) = (council, matter, due, done) }

        func daysLate(on today: Day) -> Int { max(0, (done ?? today) - due) }
    }

    public let council: String
    public let cases: Int
    /// Duties whose day has passed, or that were done.
    public let duties: Int
    public let late: Int
    /// The middle of how many days the late ones were, or are, late.
    public let middle: Int

    public var isEnough: Bool { cases >= Self.leastCases }

    /// One for each council, by its code. What is open and not yet due is left out.
    public static func all(_ kept: [Kept], on today: Day) -> [CouncilFigures] {
        Dictionary(grouping: kept.filter { $0.done != nil || $0.due < today }, by: \.council).map { council, duties in
            let late = duties.map { $0.daysLate(on: today) }.filter { $0 > 0 }.sorted()
            return CouncilFigures(council: council, cases: Set(duties.map(\.matter)).count, duties: duties.count, late: late.count, middle: late.isEmpty ? 0 : late[late.count / 2])
        }.sorted { $0.council < $1.council }
    }
}

/// That somebody agrees that the figures of one council and year may be published.
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
    public var endedOn: Day?
}

/// Agrees that figures may be published: for the trust, or as a head. It takes two people.
public struct AgreeFigures: Sendable {
    public let part: FiguresAgreement.Part
    public let account: AccountID?
    public let who: String

    public init(as part: FiguresAgreement.Part, _ account: AccountID?, _ who: String) { (self.part, self.account, self.who) = (part, account, who) }

    /// - Parameter standing: the agreements of that council and year that hold.
    /// - Throws: `Problems` where there are too few cases, or the same person agreed in the other part.
    public func applied(to figures: CouncilFigures, in year: AcademicYear, beside standing: [FiguresAgreement], today: Day) throws -> Change<FiguresAgreement>? {
        guard figures.isEnough else { throw Problems("", "There are fewer than \(CouncilFigures.leastCases) cases: these figures are not shown to anybody.") }
        if standing.contains(where: { $0.part == part }) { return nil }
        if standing.contains(where: { $0.account == account && $0.who == who }) { throw Problems("", "You agreed as \(standing[0].part.label). It takes two people.") }
        return Change("figures.agreed", to: FiguresAgreement(council: figures.council, academicYear: year.starting, part: part, account: account, who: who, agreedOn: today))
    }
}
