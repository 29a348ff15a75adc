import Basics

/// Says that a step of the council's way is done, or is not needed.
public struct TakeEarlyHelpStep: Sendable {
    public let state: EarlyHelpStep.State?
    public let day: Day?
    public let words: String
    public var paper: PaperID?

    public init(_ state: EarlyHelpStep.State?, on day: Day?, words: String = "") { (self.state, self.day, self.words) = (state, day, words.trimmed) }

    public func applied(to before: EarlyHelpStep, of episode: EarlyHelpEpisode, by who: String, today: Day) throws -> Change<EarlyHelpStep> {
        var problems = Problems()
        problems.require(episode.isOpen, "", "This is closed, so its steps stay as they were.")
        problems.require(state != nil, "state", "Choose what became of this step.")
        if let state, state != .open { problems.require(day.map { $0 <= today } ?? false, "happened_on", "Give the day, today or earlier.") }
        problems.require(state != .notNeeded || !words.isEmpty, "words", "Say why it is not needed, in a sentence.")
        problems.require(words.count <= 2000, "words", "Make this shorter: at most 2,000 letters.")
        guard problems.isEmpty, let state else { throw problems }
        var after = before
        (after.state, after.words, after.who) = (state, words, who)
        (after.happenedOn, after.paper) = state == .open ? (nil, nil) : (day, paper)
        return Change(state == .open ? "earlyHelpStep.reopened" : state == .done ? "earlyHelpStep.done" : "earlyHelpStep.notNeeded", from: before, to: after)
    }
}

/// Writes down a meeting of all who help, or puts right what is written.
public struct RecordEarlyHelpMeeting: Sendable {
    public var heldOn: Day?
    public var people = "", childView = "", familyView = "", progress = ""
    public var nextOn: Day?
    /// Whether no other follows.
    public var isLast = false

    public init() {}

    /// - Parameter before: the meeting as it was written down; nil for a new one.
    public func applied(to before: EarlyHelpMeeting?, of episode: EarlyHelpEpisode, by who: String, today: Day) throws -> Change<EarlyHelpMeeting> {
        try problems(episode, today).check()
        var after = before ?? EarlyHelpMeeting(of: episode.owner, heldOn: heldOn ?? today, people: people.trimmed, progress: progress.trimmed, recordedBy: who)
        (after.heldOn, after.people, after.progress) = (heldOn ?? today, people.trimmed, progress.trimmed)
        (after.childView, after.familyView, after.nextOn) = (childView.trimmed, familyView.trimmed, isLast ? nil : nextOn)
        return Change(before == nil ? "earlyHelpMeeting.held" : "earlyHelpMeeting.changed", from: before, to: after)
    }

    private func problems(_ episode: EarlyHelpEpisode, _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(episode.isOpen, "", "This is closed, so its meetings stay as they were.")
        problems.require(heldOn.map { $0 >= episode.startedOn && $0 <= today } ?? false, "held_on", "Give the day, from \(episode.startedOn.inWords) to today.")
        problems.require(!people.trimmed.isEmpty, "people", "Say who was there, one to a line.")
        problems.require(!progress.trimmed.isEmpty, "progress", "Say what has changed since the last time, in a sentence or more.")
        problems.require(!isLast || nextOn == nil, "next_on", "Give a day, or say that no other meeting follows: not both.")
        if !isLast {
            let earliest = heldOn ?? episode.startedOn
            problems.require(nextOn.map { $0 > earliest && $0 <= earliest.adding(years: 1) } ?? false, "next_on", "Give the day of the next meeting, within a year, or say that none follows.")
        }
        for (field, text) in [("people", people), ("child_view", childView), ("family_view", familyView), ("progress", progress)] {
            problems.require(text.count <= EarlyHelpWords.longest, field, "Make this shorter: at most 5,000 letters.")
        }
        return problems
    }
}

extension EarlyHelpEpisode {
    /// The day of the next meeting as the latest meeting set it.
    /// - Returns: nil where it stands already.
    func meetingNext(_ meetings: [EarlyHelpMeeting]) -> Change<EarlyHelpEpisode>? {
        guard let latest = meetings.max(by: { ($0.heldOn, $0.id) < ($1.heldOn, $1.id) }), latest.nextOn != reviewOn else { return nil }
        var after = self
        after.reviewOn = latest.nextOn
        return Change("earlyHelp.meetingSet", from: self, to: after)
    }
}

/// Closes an episode, with why and how it goes on; or opens it again.
public struct CloseEarlyHelp: Sendable {
    public let ending: EarlyHelpEpisode.Ending?
    public let day: Day?
    public let words: String

    public init(_ ending: EarlyHelpEpisode.Ending?, on day: Day?, words: String) { (self.ending, self.day, self.words) = (ending, day, words.trimmed) }

    public func applied(to before: EarlyHelpEpisode, by who: String, today: Day) throws -> Change<EarlyHelpEpisode> {
        var problems = Problems()
        problems.require(before.isOpen, "", "This is closed already.")
        problems.require(ending != nil, "ending", "Choose why it ends.")
        problems.require(day.map { $0 >= before.startedOn && $0 <= today } ?? false, "closed_on", "Give the day, from \(before.startedOn.inWords) to today.")
        problems.require(!words.isEmpty && words.count <= 2000, "closed_words", "Say what is better, and how it goes on, in at most 2,000 letters.")
        guard problems.isEmpty, let ending, let day else { throw problems }
        var after = before
        (after.closedOn, after.ending, after.closedWords, after.closedBy, after.reviewOn) = (day, ending, words, who, nil)
        return Change("earlyHelp.closed", from: before, to: after)
    }

    /// Opens it again where it was closed by mistake.
    public static func reopened(_ before: EarlyHelpEpisode, beside others: [EarlyHelpEpisode]) throws -> Change<EarlyHelpEpisode> {
        guard !before.isOpen else { throw Problems("", "This is open.") }
        guard !others.contains(where: \.isOpen) else { throw Problems("", "Another early help for this child is open. Close that first.") }
        var after = before
        (after.closedOn, after.ending, after.closedWords, after.closedBy) = (nil, nil, "", "")
        return Change("earlyHelp.reopened", from: before, to: after)
    }
}
