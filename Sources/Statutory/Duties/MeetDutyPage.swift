import Access
import Basics
import Database
import Pages
import People

/// Says when a duty was done, and puts that right.
let meetDuty = DutyAct(
    path: dutyDonePath, title: "Say when it was done", button: "Save this day",
    start: { line, today in
        [("done_on", (line.owed.doneOn ?? today).description), ("stated", (line.owed.doneStated ?? line.owed.usualSource).rawValue), ("words", line.owed.doneWords), ("paper", line.owed.donePaper.map { "\($0)" } ?? "")]
    },
    fields: { reader, line, visit, write, notice in
        let hint = line.owed.doneOn == nil ? nil : "Leave it empty if it was not done after all."
        let label = "What shows it?", example = "Such as: letter of the council, email of the head."
        return """
            \(write.day("done_on", "On which day was it done?", hint: hint))\(write.select("stated", "How do you know the day?", DateSource.allCases.map { Choice($0.rawValue, $0.label) }))\(try reader.paperChoice(line, visit, write, standing: line.owed.donePaper))\
            \(line.owed.matter.pupil == nil ? write.longText("words", label, hint: example, rows: 3, aboutNobody: ()) : write.longText("words", label, hint: example, rows: 3, aboutChild: notice))
            """
    },
    save: { writer, line, visit, typed in
        let meet = MeetDuty(on: try typed.dayIfAny("done_on"), stated: DateSource(rawValue: typed["stated"]), words: typed["words"], paper: try writer.chosenPaper(typed, line, visit))
        let event = try writer.one(line.owed.event, of: LegalEvent.self)?.happenedOn
        try writer.save(meet.applied(to: line.owed, since: event, today: visit.today))
        return "done"
    })
