import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Answers what a SENCO asks about a pupil; the SENCO may enter what a colleague said.
let answerReturnPath = PagePath<PupilID, RowID>("/pupils/*/returns/*")

let answerReturn = PupilAct(
    about: [], needs: .raiseConcern,
    start: { reader, _, ask in
        let (_, held) = try asked(reader, ask)
        return held.marks.enumerated().map { (name: "mark-\($0)", text: $1.rawValue) } + [("words", held.words)]
    },
    form: { reader, record, ask, write in
        let (question, held) = try asked(reader, ask), marks = ColleagueReturn.Mark.allCases.map { Choice($0.rawValue, $0.label) }
        let own = ask.viewer.staff.contains(held.staff), name = record.pupil.calledName
        return PupilForm(
            title: own ? "How is \(name) in your lessons?" : "What \(held.staffName) says about \(name)",
            lead: "\(record.pupil.fullCalledName)\(held.teaches.isEmpty ? "" : ", \(held.teaches)"). \(question.askedBy) asks, by \(question.answerBy.inWords). A few minutes are enough.",
            button: "Send to the SENCO",
            fields: """
                \(question.lines.enumerated().map { write.radios("mark-\($0)", $1, marks) })\
                \(write.longText("words", "Anything else?", hint: "What works well belongs here, too.", rows: 3, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let (question, held) = try asked(writer, ask)
        let act = AnswerReturn(marks: question.lines.indices.map { typed["mark-\($0)"] }, words: typed["words"])
        try writer.save(try act.applied(to: held, of: question, by: ask.viewer.name, today: ask.today))
        let decides = try writer.powers(of: ask.viewer, over: ask.pupil, on: ask.today).contains(.seeRecord)
        return decides ? concernPath(ask.pupil, RowID(question.concern.rawValue)).asking(["saved": "answered"]).at("colleagues") : concernsPath().asking(["saved": "answered"])
    })

/// The return that the address names.
private func asked(_ reader: Reader, _ ask: PupilQuestion) throws -> (ColleagueQuestion, ColleagueReturn) {
    guard let row = ask.row else { throw NotFound() }
    return try reader.colleagueReturn(row, of: ask.pupil, for: ask.viewer, on: ask.today)
}
