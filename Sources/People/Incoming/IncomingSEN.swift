import Basics

/// One row of a pupil's provision history.
public struct IncomingProvision: Sendable, Equatable {
    /// Nil where the file gives the state on its own day, as a census or a report does.
    public var starts: Day?
    /// N, K, E, or an older letter; see `CodeList.provision`.
    public var code: String

    public init(starts: Day? = nil, code: String) {
        self.starts = starts
        self.code = code
    }
}

/// One ranked need type.
public struct IncomingNeed: Sendable, Equatable {
    /// 1 is the primary need. Nil where the file does not rank; some files start at 0.
    public var rank: Int?
    public var code: String
    public var starts: Day?
    public var ends: Day?

    public init(rank: Int? = nil, code: String, starts: Day? = nil, ends: Day? = nil) {
        self.rank = rank
        self.code = code
        self.starts = starts
        self.ends = ends
    }
}

extension IncomingPupil {
    /// The provision in force on a day: the latest start not after it, and the later row of two with the
    /// same start. A row without a date is the state on the file's own day and stands last.
    public func provision(on day: Day) -> IncomingProvision? {
        let rows = provisions ?? []
        if let undated = rows.last(where: { $0.starts == nil }) { return undated }
        return rows.enumerated()
            .filter { $0.element.starts.map { $0 <= day } ?? false }
            .max { ($0.element.starts ?? day, $0.offset) < ($1.element.starts ?? day, $1.offset) }?.element
    }
}
