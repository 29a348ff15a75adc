import Basics

/// Writes down a person or an authority to reach about a pupil, or changes what is written.
public struct KeepContact: Sendable {
    /// What the form holds; id, pupil, version and last day are the record's own.
    public let wanted: Contact
    public let reason: String

    public init(_ wanted: Contact, reason: String = "") {
        self.wanted = wanted
        self.reason = reason.trimmed
    }

    /// - Parameter before: the contact as it stands; nil for a new one.
    public func applied(to pupil: Pupil, contacts: [Contact], before: Contact? = nil) throws -> Change<Contact> {
        try problems(before).check()
        var after = wanted
        after.id = before?.id ?? .new
        after.version = before?.version ?? 1
        after.pupil = pupil.id
        after.ends = before?.ends
        after.position = min(max(wanted.position, 1), 99)
        return Change(before == nil ? "contact.added" : "contact.changed", from: before, to: after, because: reason.nonEmpty)
    }

    private func problems(_ before: Contact?) -> Problems {
        var problems = Problems()
        let person = wanted.surname.nonEmpty ?? wanted.forename.nonEmpty
        problems.require(person != nil || wanted.organisation.nonEmpty != nil, "surname", "Give a name, or the name of the authority.")
        problems.require(person == nil || wanted.organisation.nonEmpty == nil, "organisation", "Give a person or an authority, not both. Add two contacts if there are two.")
        problems.require(!wanted.relationship.isEmpty, "relationship", "Choose who this is to the pupil.")
        problems.require(before?.ends == nil, "", "This contact has ended already. Go back and look again.")
        let opens = before.map { !$0.courtOrder.isEmpty && wanted.courtOrder.isEmpty || $0.addressConfidential && !wanted.addressConfidential } ?? false
        problems.require(!opens || !reason.isEmpty, "reason", "You are lifting a restriction. Say who decided that, in a few words.")
        return problems
    }
}

/// Ends a contact that must no longer be used; what was known stays in the record.
public struct EndContact: Sendable {
    public let lastDay: Day
    public let reason: String

    public init(lastDay: Day, reason: String) {
        self.lastDay = lastDay
        self.reason = reason.trimmed
    }

    public func applied(to before: Contact, today: Day) throws -> Change<Contact> {
        var problems = Problems()
        problems.require(before.ends == nil, "", "This contact has ended already. Go back and look again.")
        problems.require(lastDay <= today, "last_day", "This day is in the future. Give the day on which it ended.")
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        try problems.check()
        var after = before
        after.ends = lastDay
        return Change("contact.ended", from: before, to: after, because: reason)
    }
}
