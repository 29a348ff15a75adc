import Access
import Basics
import Database
import Pages
import People

let startPractice = PupilAct(
    about: [], needs: .enterResults,
    start: { _, _, ask in [("starts", ask.today.description), ("aim_on", (ask.today + 42).description)] },
    form: { _, record, ask, write in
        PupilForm(title: "Begin a daily practice", lead: "\(record.pupil.fullCalledName). One skill, counted for a minute every day.", button: "Begin", fields: """
            \(write.text("skill", "What does \(record.pupil.calledName) practise?", hint: "So that two people would count alike, such as: reads CVC words aloud.", aboutChild: ask.notice))\
            <div class="grid">\(write.text("aim_correct", "Correct a minute, to aim for"))\(write.text("aim_incorrect", "Incorrect a minute, at most"))\
            \(write.day("starts", "From which day?"))\(write.day("aim_on", "By when?"))</div>
            """)
    },
    goingTo: { writer, record, ask, typed in
        guard let school = record.roll(on: ask.today)?.enrolment.school else { throw Problems("", "\(record.pupil.calledName) is on no roll today, so nothing can be begun here.") }
        var problems = Problems()
        let starts = try problems.gather { try typed.day("starts") } ?? ask.today, aimOn = try problems.gather { try typed.day("aim_on") } ?? ask.today + 42
        let act = StartProbes(skill: typed["skill"], aimCorrect: typed["aim_correct"], aimIncorrect: typed["aim_incorrect"], starts: starts, aimOn: aimOn)
        let change = try problems.gather { try act.applied(to: record.pupil.id, at: school, born: record.pupil.birth) }
        try problems.check()
        guard let change else { throw problems }
        return practicePath(record.pupil.id, try writer.save(change).id).asking(["saved": "practice"])
    })

let logProbe = PupilAct(
    about: [], needs: .enterResults,
    start: { _, _, ask in [("taken_on", ask.today.description), ("seconds", "60")] },
    form: { reader, record, ask, write in
        let series = try reader.practice(ask.row, of: ask.pupil)
        return PupilForm(title: "Write down a timing", lead: "\(record.pupil.fullCalledName): \(series.skill)", button: "Save the timing", fields: """
            <div class="grid">\(write.text("correct", "How many correct?"))\(write.text("incorrect", "How many incorrect?"))\(write.text("seconds", "In how many seconds?"))\
            \(write.day("taken_on", "On which day?", hint: "A second timing of a day takes the place of the first."))</div>
            """)
    },
    goingTo: { writer, _, ask, typed in
        let series = try writer.practice(ask.row, of: ask.pupil)
        try writer.log(LogProbe(correct: typed["correct"], incorrect: typed["incorrect"], seconds: typed["seconds"], takenOn: typed.day("taken_on")), of: series, today: ask.today)
        return practicePath(ask.pupil, series.id).asking(["saved": "timing"])
    })

extension Writer {
    /// Saves a timing, for a page as for a program.
    @discardableResult
    func log(_ act: LogProbe, of series: ProbeSeries, today: Day) throws -> Probe {
        let before = try all(Probe.self, "WHERE series_id = \(series.id) AND taken_on = \(act.takenOn)").first
        return try save(try act.applied(to: before, of: series, today: today))
    }
}

let markPhase = PupilAct(
    about: [], needs: .enterResults,
    start: { _, _, ask in [("starts", ask.today.description)] },
    form: { reader, record, ask, write in
        let series = try reader.practice(ask.row, of: ask.pupil)
        return PupilForm(title: "Mark a change in the practice", lead: "\(record.pupil.fullCalledName): \(series.skill)", button: "Mark the change", fields: """
            \(write.text("words", "What is done otherwise?", hint: "Such as: two timings a day.", aboutChild: ask.notice))\(write.day("starts", "From which day?"))
            """)
    },
    goingTo: { writer, _, ask, typed in
        let series = try writer.practice(ask.row, of: ask.pupil), beside = try writer.probeChart(series).changes
        try writer.save(try MarkPhase(words: typed["words"], starts: typed.day("starts")).applied(to: series, beside: beside, today: ask.today))
        return practicePath(ask.pupil, series.id).asking(["saved": "phase"])
    })

let endPractice = PupilAct(
    about: [], needs: .enterResults,
    start: { _, _, ask in [("last_day", ask.today.description)] },
    form: { reader, record, ask, write in
        let series = try reader.practice(ask.row, of: ask.pupil)
        return PupilForm(title: "End the practice", lead: "\(record.pupil.fullCalledName): \(series.skill)", button: "End it", fields: write.day("last_day", "What was the last day?"))
    },
    goingTo: { writer, _, ask, typed in
        let series = try writer.practice(ask.row, of: ask.pupil), last = try writer.probeChart(series).probes.last?.takenOn
        try writer.save(try EndProbes(lastDay: typed.day("last_day")).applied(to: series, lastTiming: last, today: ask.today))
        return practicePath(ask.pupil, series.id).asking(["saved": "ended"])
    })
