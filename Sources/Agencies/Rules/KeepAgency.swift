import Basics

/// Writes down an agency and how to refer to it, or puts right what is written.
public struct KeepAgency: Sendable {
    public var name: String
    public var kind: String
    public var laCode = ""
    public var healthBody: HealthBodyID?
    public var how = "", form = "", threshold = "", website = "", email = "", phone = "", note = ""
    public var usualDays = ""
    public var checkedOn: Day?

    public init(name: String, kind: String) { (self.name, self.kind) = (name.trimmed, kind) }

    /// - Parameters:
    ///   - before: what it was; nil for a new one.
    ///   - others: the agencies that are there.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: Agency?, at school: SchoolID?, beside others: [Agency], today: Day) throws -> Change<Agency> {
        var problems = Problems()
        let days = Int(usualDays.trimmed)
        problems.require(!name.isEmpty && name.count <= 120, "name", "Give its name, in at most 120 letters.")
        problems.require(AgencyKind(rawValue: kind) != nil, "kind", "Choose what kind of service it is.")
        problems.require(laCode.isEmpty || laCode.count == 3 && laCode.allSatisfy(\.isNumber), "la_code", "Give the three figures of the council, or leave it empty.")
        problems.require(usualDays.trimmed.isEmpty || days.map((1...400).contains) ?? false, "usual_days", "Give a number of days from 1 to 400, or leave it empty.")
        problems.require(email.trimmed.isEmpty || email.contains("@"), "email", "This is no mail address. Write it as team@example.org, or leave it empty.")
        problems.require(website.trimmed.isEmpty || website.trimmed.hasPrefix("https://"), "website", "Write the whole address, beginning with https://, or leave it empty.")
        problems.require([how, form, threshold, note].allSatisfy { $0.count <= 3000 }, "how", "Make this shorter: at most 3,000 letters in each box.")
        problems.require(checkedOn.map { $0 <= today } ?? true, "checked_on", "This day is still to come.")
        let twin = others.contains { $0.id != before?.id && $0.school == school && $0.name.folded == name.folded && $0.laCode == laCode && $0.isOpen(on: today) }
        problems.require(!twin, "name", "An agency of this name is here already.")
        guard problems.isEmpty, let kind = AgencyKind(rawValue: kind) else { throw problems }
        var after = before ?? Agency(name: name, kind: kind)
        (after.school, after.name, after.kind, after.laCode, after.healthBody) = (school, name, kind, laCode, healthBody)
        (after.how, after.form, after.threshold) = (how.trimmed, form.trimmed, threshold.trimmed)
        (after.website, after.email, after.phone, after.note) = (website.trimmed, email.trimmed, phone.trimmed, note.trimmed)
        (after.usualDays, after.checkedOn) = (days, checkedOn)
        return Change(before == nil ? "agency.added" : "agency.changed", from: before, to: after)
    }
}

/// Says that nobody refers to an agency any more.
public struct CloseAgency: Sendable {
    let lastDay: Day?
    let reason: String

    public init(lastDay: Day?, reason: String) { (self.lastDay, self.reason) = (lastDay, reason.trimmed) }

    public func applied(to before: Agency) throws -> Change<Agency> {
        var after = before
        (after.ends, after.endedBecause) = (try checked(isOver: before.ends != nil), reason)
        return Change("agency.closed", from: before, to: after, because: reason)
    }

    public func applied(to before: HealthBody) throws -> Change<HealthBody> {
        var after = before
        (after.ends, after.endedBecause) = (try checked(isOver: before.ends != nil), reason)
        return Change("healthBody.closed", from: before, to: after, because: reason)
    }

    func checked(isOver: Bool) throws -> Day? {
        var problems = Problems()
        problems.require(!isOver, "", "This is closed already.")
        problems.require(lastDay != nil, "last_day", "Give its last day, such as 31/12/2026.")
        problems.require(!reason.isEmpty && reason.count <= 500, "reason", "Say why, in a few words, and where one refers now.")
        try problems.check()
        return lastDay
    }
}

/// Writes down a health body, or puts it right.
public struct KeepHealthBody: Sendable {
    public var name: String
    public var kind: String
    public var area = "", contact = "", note = ""

    public init(name: String, kind: String) { (self.name, self.kind) = (name.trimmed, kind) }

    public func applied(to before: HealthBody?, beside others: [HealthBody]) throws -> Change<HealthBody> {
        var problems = Problems()
        problems.require(!name.isEmpty && name.count <= 120, "name", "Give its name, in at most 120 letters.")
        problems.require(HealthBody.Kind(rawValue: kind) != nil, "kind", "Choose what it is.")
        problems.require([area, contact, note].allSatisfy { $0.count <= 1000 }, "note", "Make this shorter: at most 1,000 letters in each box.")
        problems.require(!others.contains { $0.id != before?.id && $0.ends == nil && $0.name.folded == name.folded }, "name", "A health body of this name is here already.")
        guard problems.isEmpty, let kind = HealthBody.Kind(rawValue: kind) else { throw problems }
        var after = before ?? HealthBody(name: name, kind: kind)
        (after.name, after.kind, after.area, after.contact, after.note) = (name, kind, area.trimmed, contact.trimmed, note.trimmed)
        return Change(before == nil ? "healthBody.added" : "healthBody.changed", from: before, to: after)
    }
}

/// Writes down somebody who works for an agency, or puts it right; with their last day, once they have gone.
public struct KeepAgencyPerson: Sendable {
    public var name: String
    public var role = "", email = "", phone = "", note = ""
    public var ends: Day?

    public init(name: String) { self.name = name.trimmed }

    public func applied(to before: AgencyPerson?, of agency: AgencyID) throws -> Change<AgencyPerson> {
        var problems = Problems()
        problems.require(!name.isEmpty && name.count <= 120, "name", "Give the name, in at most 120 letters.")
        problems.require(email.trimmed.isEmpty || email.contains("@"), "email", "This is no mail address. Write it as name@example.org, or leave it empty.")
        problems.require([role, phone, note].allSatisfy { $0.count <= 500 }, "note", "Make this shorter: at most 500 letters in each box.")
        try problems.check()
        var after = before ?? AgencyPerson(agency: agency, name: name)
        (after.name, after.role, after.email, after.phone) = (name, role.trimmed, email.trimmed.lowercased(), phone.trimmed)
        (after.note, after.ends) = (note.trimmed, ends)
        return Change(before == nil ? "agencyPerson.added" : "agencyPerson.changed", from: before, to: after)
    }
}
