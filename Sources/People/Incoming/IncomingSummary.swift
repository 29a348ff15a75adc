/// Something in a file that a person should know of, by row.
public struct IncomingProblem: Sendable, Equatable {
    /// What became of the thing that is wrong.
    public enum Effect: String, Sendable {
        /// The whole row was left out.
        case rowRefused
        /// One value was left out; the rest of the row stands.
        case valueLeftOut
        /// Nothing was left out: please check.
        case warning
    }

    /// The row of the spreadsheet or the line of the XML file; nil for the file as a whole.
    public let row: Int?
    /// The field's name in a map (`birth_date`), or empty.
    public let field: String
    /// What is wrong and how to mend it.
    public let message: String
    public let effect: Effect

    public init(row: Int?, field: String, message: String, effect: Effect = .valueLeftOut) {
        self.row = row
        self.field = field
        self.message = message
        self.effect = effect
    }
}

/// A part of a pupil's record that Trellis does not read, as it came.
public struct IncomingUnread: Sendable, Equatable {
    /// `BasicDetails/Favourite`: the names of the elements down to it.
    public let path: String
    /// The element as XML, at most 4,000 characters.
    public let raw: String

    public init(path: String, raw: String) {
        self.path = path
        self.raw = raw
    }
}

/// What was read from a file, in numbers and words.
public struct IncomingSummary: Sendable, Equatable {
    /// How many records were handed over.
    public var read = 0
    /// How many rows were left out, each with a problem that says why.
    public var refused = 0
    /// In the order of the file; at most `problemLimit`, so that a broken file does not fill memory.
    public private(set) var problems: [IncomingProblem] = []
    /// How many more problems there are than `problems` holds.
    public private(set) var problemsNotListed = 0
    /// Remarks on the file as a whole.
    public var notes: [String] = []
    /// Names of elements that Trellis does not read, and how often each came.
    public var unread: [String: Int] = [:]

    public static let problemLimit = 5_000

    public init() {}

    public mutating func add(_ problem: IncomingProblem) {
        if problem.effect == .rowRefused { refused += 1 }
        if problems.count < Self.problemLimit { problems.append(problem) } else { problemsNotListed += 1 }
    }

    mutating func count(_ pupil: IncomingPupil) {
        read += 1
        pupil.problems.forEach { add($0) }
        for part in pupil.unread { unread[part.path, default: 0] += 1 }
    }
}
