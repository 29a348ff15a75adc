import Basics

/// How far a data drop has come, and who does what next.
public enum DropStep: Sendable, Hashable {
    /// So many pupils are below, and nothing is said of them.
    case explain(Int)
    case nameReviewers
    /// Nobody in it has a score and something to hold it against.
    case enterScores
    case send
    /// These have not signed.
    case sign([String])
    /// These asked something.
    case answer([String])
    case done

    /// - Parameter unexplained: nil where nobody counted.
    public init(_ drop: DataDrop, _ reviewers: [DropReviewer], unexplained: Int, judged: Int) {
        let waiting = reviewers.filter(\.isWaiting), unsigned = reviewers.filter { $0.signedOn == nil }
        switch drop.state {
        case .signed: self = .done
        case .explained: self = unsigned.isEmpty || !waiting.isEmpty ? .answer(waiting.map(\.name)) : .sign(unsigned.map(\.name))
        case .open where judged == 0: self = .enterScores
        case .open where unexplained > 0: self = .explain(unexplained)
        case .open: self = reviewers.count < DropReviewer.Seat.allCases.count ? .nameReviewers : .send
        }
    }

    /// What happens next, with who does it.
    public var inWords: String {
        switch self {
        case .explain(let number): "The SENCO says why \(count(number, "pupil")) \(number == 1 ? "is" : "are") below, and what is done."
        case .nameReviewers: "The SENCO names the three people who look it through."
        case .enterScores: "Nobody has a score for this half-term with something to hold it against. Enter the results, or say what is expected."
        case .send: "Everybody below is explained. The SENCO sends it to the three who sign."
        case .sign(let names): "\(names.joined(separator: " and ")) \(names.count == 1 ? "looks it through and signs" : "look it through and sign")."
        case .answer(let names): "The SENCO answers what \(names.joined(separator: " and ")) asked."
        case .done: "Nothing: it is signed off."
        }
    }
}

extension DataDrop {
    /// `Open`, `Explained`, `Signed by 2 of 3`, `Closed`.
    public func stateInWords(signed: Int) -> String {
        switch state {
        case .open: "Open"
        case .explained: signed == 0 ? "Explained" : "Signed by \(signed) of \(DropReviewer.Seat.allCases.count)"
        case .signed: "Closed"
        }
    }

    /// School days after its half-term in which all three sign: two school weeks.
    public static let schoolDaysToSign = 10
}
