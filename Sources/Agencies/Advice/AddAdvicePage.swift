import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

/// Writes down advice that came, with its recommendations line by line.
let addAdvice = PupilAct(
    about: [], needs: .refer,
    start: { reader, record, ask in
        let referral = try RowID(ask.query["referral"]).map { try reader.referral($0, of: record.pupil.id, for: ask.viewer, on: ask.today) }
        return [("referral", referral.map { "\($0.referral.id)" } ?? ""), ("agency", referral.map { "\($0.agency.id)" } ?? ""), ("received_on", ask.today.description)]
    },
    form: { reader, record, ask, write in
        PupilForm(
            title: "Enter advice about \(record.pupil.calledName)", lead: "\(record.pupil.fullCalledName). The report itself stays in the record as a paper; here stands what it means for the school.", button: "Save the advice",
            fields: """
                \(write.hidden("referral"))\(try adviceFields(reader, record, ask, write, RowID(ask.typed["referral"])))\
                \(write.longText("recommendations", "What do they recommend?", hint: "One to a line. Each gets its own answer, owner and day.", rows: 8, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        var keep = try writer.typedAdvice(typed, record, ask, RowID(typed["referral"]))
        keep.recommendations = typed["recommendations"]
        let change = try keep.applied(about: record.pupil.id, at: school.id, by: ask.viewer.name, today: ask.today)
        let saved = try writer.save(change, keep.lines, by: ask.viewer.name)
        return advicePath(record.pupil.id, saved.row).asking(["saved": "added"])
    })

/// More recommendations of advice that is here.
let addRecommendations = PupilAct(
    about: ["recommendation"], needs: .refer,
    form: { reader, record, ask, write in
        _ = try reader.standingAdvice(ask)
        return PupilForm(title: "Add recommendations", button: "Add them",
                         fields: write.longText("recommendations", "What else do they recommend?", hint: "One to a line.", rows: 6, aboutChild: ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.standingAdvice(ask), lines = KeepAdvice(by: "", summary: "", recommendations: typed["recommendations"]).lines
        if lines.isEmpty { throw Problems("recommendations", "Write at least one, on a line of its own.") }
        try KeepAdvice.problems(of: lines, field: "recommendations").check()
        try writer.add(lines, to: held.advice, by: ask.viewer.name)
        return advicePath(record.pupil.id, held.advice.row).asking(["saved": "added"])
    })

extension Reader {
    /// The advice that the address of a form names.
    func advice(_ ask: PupilQuestion) throws -> AdviceRecord {
        guard let row = ask.row else { throw NotFound() }
        return try advice(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// The same, if it was not taken out.
    func standingAdvice(_ ask: PupilQuestion) throws -> AdviceRecord {
        let held = try advice(ask)
        guard held.advice.withdrawnOn == nil else { throw NotFound() }
        return held
    }
}
