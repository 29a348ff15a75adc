import Basics

/// Writes down one timing, or puts right the one of that day.
public struct LogProbe: Sendable {
    /// What was typed.
    public let correct, incorrect, seconds: String
    public let takenOn: Day

    public init(correct: String, incorrect: String, seconds: String = "60", takenOn: Day) {
        (self.correct, self.incorrect, self.seconds, self.takenOn) = (correct.trimmed, incorrect.trimmed, seconds.trimmed, takenOn)
    }

    /// - Throws: `Problems` at `correct`, `incorrect`, `seconds` and `taken_on`.
    public func applied(to before: Probe?, of series: ProbeSeries, today: Day) throws -> Change<Probe> {
        var problems = Problems()
        let right = problems.whole(correct, 0...500, "correct", "how many were correct"), wrong = problems.whole(incorrect, 0...500, "incorrect", "how many were incorrect")
        let time = problems.whole(seconds, 10...600, "seconds", "how many seconds you counted")
        problems.require(takenOn <= today, "taken_on", "This day is in the future. Give the day of the timing.")
        problems.require(takenOn >= series.starts, "taken_on", "This day is before the practice began, on \(series.starts.inWords).")
        if let ends = series.ends { problems.require(takenOn <= ends, "taken_on", "This practice ended on \(ends.inWords).") }
        try problems.check()
        var after = before ?? Probe(series: series.id, pupil: series.pupil, takenOn: takenOn, correct: 0, incorrect: 0)
        (after.correct, after.incorrect, after.seconds) = (right, wrong, time)
        return Change(before == nil ? "probe.logged" : "probe.corrected", from: before, to: after)
    }
}

/// Begins a daily practice with its aim.
public struct StartProbes: Sendable {
    public let skill, aimCorrect, aimIncorrect: String
    public let starts: Day, aimOn: Day

    public init(skill: String, aimCorrect: String, aimIncorrect: String, starts: Day, aimOn: Day) {
        (self.skill, self.aimCorrect, self.aimIncorrect) = (skill.trimmed, aimCorrect.trimmed, aimIncorrect.trimmed)
        (self.starts, self.aimOn) = (starts, aimOn)
    }

    /// - Throws: `Problems` at `skill`, `aim_correct`, `aim_incorrect`, `starts` and `aim_on`.
    public func applied(to pupil: PupilID, at school: SchoolID, born: Day, run: ProvisionID? = nil) throws -> Change<ProbeSeries> {
        var problems = Problems()
        problems.require(!skill.isEmpty, "skill", "Say what the pupil does, so that two people would count alike, such as “reads CVC words aloud”.")
        problems.require(skill.count <= 200, "skill", "Make this shorter: at most 200 characters.")
        let right = problems.whole(aimCorrect, 1...500, "aim_correct", "how many correct a minute you aim for"), wrong = problems.whole(aimIncorrect, 0...100, "aim_incorrect", "how many incorrect a minute are few enough")
        problems.require(starts >= born, "starts", "This day is before the pupil was born.")
        problems.require(aimOn > starts, "aim_on", "This day is not after the start. Give a later day.")
        problems.require(aimOn <= starts.adding(years: 2), "aim_on", "This day is more than two years after the start. Give an earlier day.")
        try problems.check()
        return Change("probes.started", to: ProbeSeries(pupil: pupil, school: school, run: run, skill: skill, starts: starts, aimCorrect: right, aimIncorrect: wrong, aimOn: aimOn))
    }
}

extension Problems {
    /// A whole number within a range; 0 where it is none, with a problem.
    mutating func whole(_ text: String, _ range: ClosedRange<Int>, _ field: String, _ what: String) -> Int {
        if let number = Int(text), range.contains(number) { return number }
        add(field, text.isEmpty ? "Say \(what)." : "“\(text.prefix(20))” is no whole number from \(range.lowerBound) to \(range.upperBound). Say \(what).")
        return 0
    }
}
