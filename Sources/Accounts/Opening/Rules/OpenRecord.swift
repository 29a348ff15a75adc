import Basics

/// Opens a pupil's whole record for a time. The reason goes into the trail with every sight of it.
struct OpenRecord: Sendable {
    let kind: OpenedRecord.Kind
    /// A code of `reasons`.
    let choice: String
    let words: String

    init(_ kind: OpenedRecord.Kind, choice: String, words: String) {
        (self.kind, self.choice, self.words) = (kind, choice, words.trimmed)
    }

    /// - Throws: `Problems` where no reason is given.
    func check() throws {
        var problems = Problems()
        problems.require(label != nil, "choice", "Choose why you need to see this record.")
        problems.require(words.count >= 10, "words", "Say in a sentence why you need it now. The school and the data protection officer can read it.")
        problems.require(words.count <= 500, "words", "This is longer than 500 characters. Say it more shortly.")
        try problems.check()
    }

    func applied(by account: AccountID, to pupil: PupilID, at now: Instant) throws -> Change<OpenedRecord> {
        try check()
        let reason = "\(kind == .emergency ? "Emergency. " : "")\(label ?? ""): \(words)"
        return Change("record.opened", to: OpenedRecord(
            account: account, pupil: pupil, kind: kind, reason: reason, startsAt: now, endsAt: now.adding(seconds: Self.seconds(kind))), because: reason)
    }

    /// One working day with a reason, an hour in an emergency.
    static func seconds(_ kind: OpenedRecord.Kind) -> Int { kind == .emergency ? 3600 : 8 * 3600 }

    /// What may be chosen.
    static func reasons(_ kind: OpenedRecord.Kind) -> [(code: String, label: String)] {
        switch kind {
        case .reason: [
            ("meeting", "I prepare or attend a meeting about this pupil"), ("advice", "The school asked me for advice"),
            ("family", "The family or the council asked a question, or complains"), ("quality", "I check the quality of our support"), ("other", "Another reason"),
        ]
        case .emergency: [
            ("danger", "The child or somebody else is in danger now"), ("health", "The child needs medical help now"),
            ("here", "The child is with me, and nobody who knows them can be reached"), ("other", "Another emergency"),
        ]
        }
    }

    private var label: String? { Self.reasons(kind).first { $0.code == choice }?.label }
}

/// Ends an opened record before its time is over.
struct EndOpenedRecord: Sendable {
    func applied(to before: OpenedRecord, at now: Instant) throws -> Change<OpenedRecord> {
        if before.endsAt <= now { throw Problems("", "The time of this record is over already.") }
        var after = before
        after.endsAt = now
        return Change("record.closed", from: before, to: after)
    }
}

/// Somebody who answers for the school has looked at an emergency access.
struct SeeAlert: Sendable {
    let who: String
    let account: AccountID?

    func applied(to before: OpenedRecord, at now: Instant) throws -> Change<OpenedRecord> {
        if before.account == account { throw Problems("", "This is your own emergency access. Somebody else must look at it.") }
        var after = before
        if before.seenAt == nil { (after.seenBy, after.seenAt) = (who, now) }
        return Change("record.opening_seen", from: before, to: after)
    }
}
