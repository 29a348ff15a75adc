/// What a rule decided: a subject before and after, and the name of what happened.
/// A change is the only thing that can be saved.
public struct Change<Subject: Equatable & Sendable>: Sendable {
    /// Nil when the subject is new.
    public let before: Subject?
    public let after: Subject
    /// `subject.pastVerb`, for instance `provision.started`.
    public let event: String
    /// Why, in the words of the person who did it.
    public let reason: String?

    public init(_ event: String, from before: Subject? = nil, to after: Subject, because reason: String? = nil) {
        self.before = before
        self.after = after
        self.event = event
        self.reason = reason
    }

    /// A change that changes nothing is not written.
    public var isEmpty: Bool { before == after }
}
