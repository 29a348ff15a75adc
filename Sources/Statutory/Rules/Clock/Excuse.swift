/// Why a time limit need not be kept. None of them moves the date: each is recorded beside it with its evidence.
public enum ExemptionGround: String, Sendable, CaseIterable {
    case school = "EX-SCH", earlyYears = "EX-EY", personal = "EX-PERS", absence = "EX-ABS", appointment = "EX-APPT"

    public var words: String {
        switch self {
        case .school: "A head was asked for advice while, or just before, the school was closed for four weeks or more"
        case .earlyYears: "An early years provider was asked for advice while, or just before, it was closed for four weeks or more"
        case .personal: "Exceptional personal circumstances of the child, a parent or the young person"
        case .absence: "The child, parent or young person was away from the area for four weeks or more"
        case .appointment: "The child did not come to an appointment for an examination or test"
        }
    }
}

/// A paragraph of the regulations that lists excuses.
public enum Excuse: Hashable, Sendable {
    /// The four of regulations 5(4), 10(4) and 27(3), under the letters (a) to (d).
    case timeLimit(String)
    /// The same four by regulation 13(3), which names no letters of its own.
    case paragraph(String)
    /// The one of regulation 8(2), for whoever was asked for advice.
    case advice(String)

    public var grounds: [ExemptionGround: String] {
        switch self {
        case .timeLimit(let paragraph):
            [.school: "reg \(paragraph)(a)", .earlyYears: "reg \(paragraph)(b)", .personal: "reg \(paragraph)(c)", .absence: "reg \(paragraph)(d)"]
        case .paragraph(let paragraph): Dictionary(uniqueKeysWithValues: [ExemptionGround.school, .earlyYears, .personal, .absence].map { ($0, "reg \(paragraph)") })
        case .advice(let paragraph): [.appointment: "reg \(paragraph)"]
        }
    }
}
