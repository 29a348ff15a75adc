import Basics
import Statistics

/// What a pupil practises and is timed on every day: one skill, counted in correct and incorrect a minute (precision
/// teaching).
public struct ProbeSeries: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var pupil: PupilID
    /// The school that began it.
    public var school: SchoolID
    /// The run it belongs to, where it is part of an intervention.
    public var run: ProvisionID?
    /// What is done, so that two people count alike: `reads CVC words aloud`.
    public var skill: String
    public var starts: Day
    /// Correct and incorrect a minute, and by when.
    public var aimCorrect: Int, aimIncorrect: Int
    public var aimOn: Day
    public var ends: Day?

    public init(id: RowID = .new, version: Int = 1, pupil: PupilID, school: SchoolID, run: ProvisionID? = nil, skill: String, starts: Day, aimCorrect: Int, aimIncorrect: Int, aimOn: Day, ends: Day? = nil) {
        (self.id, self.version, self.pupil, self.school, self.run, self.skill) = (id, version, pupil, school, run, skill)
        (self.starts, self.aimCorrect, self.aimIncorrect, self.aimOn, self.ends) = (starts, aimCorrect, aimIncorrect, aimOn, ends)
    }
}

/// One timing.
public struct Probe: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var series: RowID
    public var pupil: PupilID
    public var takenOn: Day
    public var correct: Int, incorrect: Int
    /// How long was counted; usually 60.
    public var seconds: Int

    public init(id: RowID = .new, version: Int = 1, series: RowID, pupil: PupilID, takenOn: Day, correct: Int, incorrect: Int, seconds: Int = 60) {
        (self.id, self.version, self.series, self.pupil, self.takenOn) = (id, version, series, pupil, takenOn)
        (self.correct, self.incorrect, self.seconds) = (correct, incorrect, seconds)
    }

    private var minutes: Double { Double(seconds) / 60 }
    public var correctAMinute: Double { Double(correct) / minutes }
    public var incorrectAMinute: Double { Double(incorrect) / minutes }

    var correctTiming: Celeration.Timing { .init(day: takenOn.number, count: correct, minutes: minutes) }
    var incorrectTiming: Celeration.Timing { .init(day: takenOn.number, count: incorrect, minutes: minutes) }

    /// `24 correct and 3 incorrect a minute`.
    public var inWords: String { "\(ImpactWords.plain(correctAMinute)) correct and \(ImpactWords.plain(incorrectAMinute)) incorrect a minute" }
}

/// From a day on something was done otherwise: a line on the chart.
public struct PhaseChange: Hashable, Sendable {
    public var id: RowID
    public var version = 1
    public var series: RowID
    public var pupil: PupilID
    public var starts: Day
    public var words: String

    public init(id: RowID = .new, version: Int = 1, series: RowID, pupil: PupilID, starts: Day, words: String) {
        (self.id, self.version, self.series, self.pupil, self.starts, self.words) = (id, version, series, pupil, starts, words)
    }
}
