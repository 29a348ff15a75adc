import Basics
import People

/// Writes down what a pupil scored, or puts right what was written down for the same scale and day.
public struct SaveResult: Sendable {
    public let scale: Scale
    /// What was typed.
    public let text: String
    public let takenOn: Day
    public let tester: String
    public let note: String

    public init(_ scale: Scale, _ text: String, takenOn: Day, tester: String = "", note: String = "") {
        (self.scale, self.text, self.takenOn) = (scale, text.trimmed, takenOn)
        (self.tester, self.note) = (tester.trimmed, note.trimmed)
    }

    /// - Parameter before: the score that stands for this scale and day.
    /// - Throws: `Problems` at `score`, `taken_on`, `tester` and `note`.
    public func applied(to before: TestResult?, of pupil: Pupil, with instrument: Instrument, at school: SchoolID, today: Day) throws -> Change<TestResult> {
        var problems = Problems(), score: Score?
        do throws(UnreadableScore) { score = try scale.score(of: text) } catch { problems.add("score", error.message) }
        problems.addWrongDay(takenOn, pupil, today)
        problems.require(tester.count <= 100, "tester", "This name is longer than 100 letters. Write only the name.")
        problems.require(note.count <= 1000, "note", "This is longer than 1,000 letters. Keep what matters for the score.")
        try problems.check()
        var after = before ?? TestResult(id: .new, pupil: pupil.id, school: school, instrument: instrument.id, scale: scale.key, takenOn: takenOn, score: score ?? Score(0))
        after.score = score ?? after.score
        after.tester = tester.isEmpty ? after.tester : tester
        after.note = note.isEmpty ? after.note : note
        return Change(before == nil ? "result.saved" : "result.corrected", from: before, to: after)
    }
}

/// Takes a score out that was written down by mistake. What stood there stays in the trail.
public struct WithdrawResult: Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason.trimmed }

    public func applied(to before: TestResult, today: Day) throws -> Change<TestResult> {
        var problems = Problems()
        problems.require(!reason.isEmpty, "reason", "Say why, in a few words. It is kept with the record.")
        problems.require(reason.count <= 1000, "reason", "This is longer than 1,000 letters. A sentence is enough.")
        problems.require(before.withdrawnOn == nil, "", "This result is withdrawn already.")
        try problems.check()
        var after = before
        after.withdrawnOn = today
        after.withdrawnBecause = reason
        return Change("result.withdrawn", from: before, to: after, because: reason)
    }
}

extension Problems {
    /// A test is taken between birth and today.
    mutating func addWrongDay(_ day: Day, _ pupil: Pupil, _ today: Day) {
        require(day <= today, "taken_on", "This day is in the future. Give the day of the test.")
        require(day >= pupil.birth, "taken_on", "This day is before \(pupil.calledName) was born. Give the day of the test.")
    }
}
