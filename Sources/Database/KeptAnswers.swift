import Synchronization

/// Answers that only what is in the trail can change, kept for as long as the trail ends where it ended. The end's
/// digest is salted, so that two stores never share one.
public final class KeptAnswers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private struct Kept {
        var trail: [UInt8] = []
        var answers: [Question: Answer] = [:]
    }

    private let most: Int
    private let kept = Mutex(Kept())

    /// - Parameter most: how many answers are kept.
    public init(most: Int) { self.most = most }

    public func answer(to question: Question, _ reader: Reader, _ lookUp: () throws -> Answer) throws -> Answer {
        guard let end = try reader.trailDigest() else { return try lookUp() }
        if let known = kept.withLock({ $0.trail == end.bytes ? $0.answers[question] : nil }) { return known }
        let answer = try lookUp()
        kept.withLock { kept in
            if kept.trail != end.bytes || kept.answers.count >= most { kept = Kept(trail: end.bytes) }
            kept.answers[question] = answer
        }
        return answer
    }
}

extension Reader {
    /// The digest of the last entry of the trail; nil within an act, whose own entries are not written yet.
    public func trailDigest() throws -> Bytes? {
        self is Writer ? nil : try value("SELECT digest FROM trail_head WHERE id = 1", as: Bytes?.self).flatMap { $0 }
    }
}
