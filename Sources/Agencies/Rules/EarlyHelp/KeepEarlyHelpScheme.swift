import Basics

/// Writes down how a council runs early help, or puts it right.
public struct KeepEarlyHelpScheme: Sendable {
    public var laCode: String
    public var name: String
    public var assessment = "", meeting = "", steps = "", form = "", threshold = "", website = "", email = "", phone = "", note = "", reviewDays = ""
    public var checkedOn: Day?

    public init(of laCode: String, name: String) { (self.laCode, self.name) = (laCode.trimmed, name.trimmed) }

    /// More than this many steps is no overview any more.
    public static let mostSteps = 20

    /// - Parameter others: the schemes that are there.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(to before: EarlyHelpScheme?, beside others: [EarlyHelpScheme], today: Day) throws -> Change<EarlyHelpScheme> {
        var problems = Problems(), found: [EarlyHelpScheme.Step] = []
        do { found = try EarlyHelpScheme.Step.steps(of: steps) } catch let wrong as Problems { problems.add(all: wrong) }
        let days = Int(reviewDays.trimmed)
        problems.require(laCode.count == 3 && laCode.allSatisfy { $0.isASCII && $0.isNumber }, "la_code", "Give the three figures of the council.")
        problems.require(!name.isEmpty && name.count <= 80, "name", "Say what the council calls it, in at most 80 letters, such as: Family Help.")
        problems.require(assessment.count <= 80 && meeting.count <= 80, "assessment", "Make these names shorter: at most 80 letters each.")
        if problems.message(for: "steps") == nil { problems.require((1...Self.mostSteps).contains(found.count), "steps", "Write the council’s steps, one to a line, at most \(Self.mostSteps).") }
        problems.require(reviewDays.trimmed.isEmpty || days.map((1...400).contains) ?? false, "review_days", "Give a number of days from 1 to 400, or leave it empty.")
        problems.require(email.trimmed.isEmpty || email.contains("@"), "email", "This is no mail address. Write it as team@example.org, or leave it empty.")
        problems.require(website.trimmed.isEmpty || website.trimmed.hasPrefix("https://"), "website", "Write the whole address, beginning with https://, or leave it empty.")
        problems.require([form, threshold, note].allSatisfy { $0.count <= 3000 }, "threshold", "Make this shorter: at most 3,000 letters in each box.")
        problems.require(checkedOn.map { $0 <= today } ?? true, "checked_on", "This day is still to come.")
        let twin = others.contains { $0.id != before?.id && $0.laCode == laCode && $0.name.folded == name.folded && $0.isOpen(on: today) }
        problems.require(!twin, "name", "This council has a scheme of this name already.")
        try problems.check()
        var after = before ?? EarlyHelpScheme(laCode: laCode, name: name, steps: found)
        (after.laCode, after.name, after.assessment, after.meeting, after.steps) = (laCode, name, assessment.trimmed, meeting.trimmed, found)
        (after.form, after.threshold, after.website, after.email, after.phone) = (form.trimmed, threshold.trimmed, website.trimmed, email.trimmed, phone.trimmed)
        (after.note, after.reviewDays, after.checkedOn) = (note.trimmed, days, checkedOn)
        return Change(before == nil ? "earlyHelpScheme.added" : "earlyHelpScheme.changed", from: before, to: after)
    }
}

extension CloseAgency {
    /// Says that a council no longer runs early help by this scheme. Episodes that run go on by the steps they began with.
    public func applied(to before: EarlyHelpScheme) throws -> Change<EarlyHelpScheme> {
        var after = before
        (after.ends, after.endedBecause) = (try checked(isOver: before.ends != nil), reason)
        return Change("earlyHelpScheme.closed", from: before, to: after, because: reason)
    }
}
