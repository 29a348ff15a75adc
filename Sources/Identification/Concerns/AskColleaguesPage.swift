import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Asks a pupil's other teachers for a short return about a concern.
let askColleaguesPath = PagePath<PupilID, RowID>("/pupils/*/concerns/*/ask")

let askColleagues = PupilAct(
    about: ["colleague_question"], needs: .changeRegister,
    start: { reader, record, ask in
        let school = try reader.schoolOfRoll(record, for: ask.viewer, on: ask.today).id
        let everybody = try reader.colleagues(of: record.pupil.id, on: ask.today).map { (name: "staff", text: "\($0.staff)") }
        let day = try reader.schoolDays(of: school, around: ask.today).day(5, after: ask.today)
        return everybody + [("answer_by", day.description), ("checklist", try reader.concernSettings(of: school).checklist)]
    },
    form: { reader, record, ask, write in
        let concern = try asked(reader, ask)
        let colleagues = try reader.colleagues(of: record.pupil.id, on: ask.today)
        let choices = colleagues.map { Choice("\($0.staff)", $0.name, hint: $0.teaches) }
        let people: HTML = choices.isEmpty ? notice("No teacher stands beside \(record.pupil.calledName)’s classes. Read in the classes or the timetable first.", warns: true)
            : write.checkboxes("staff", "Whom do you ask?", choices)
        return PupilForm(
            title: "Ask colleagues about \(record.pupil.calledName)", lead: "They do not see what the concern says, only these questions.", button: "Ask them",
            fields: """
                \(people)\(write.day("answer_by", "Answer by"))\
                \(write.longText("checklist", "What do you ask about?", hint: "One line each. Change, add or take away what you like.", rows: 11, aboutChild: ask.notice))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let concern = try asked(writer, ask)
        _ = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        let act = AskColleagues(typed.all("staff").compactMap { StaffID($0) }, answerBy: try typed.dayIfAny("answer_by"), checklist: typed["checklist"])
        try writer.ask(try act.applied(to: concern, among: writer.colleagues(of: record.pupil.id, on: ask.today), by: ask.viewer.name, today: ask.today))
        return concernPath(record.pupil.id, concern.concern.row).asking(["saved": "asked"]).at("colleagues")
    })

/// The concern that the address names.
private func asked(_ reader: Reader, _ ask: PupilQuestion) throws -> ConcernRecord {
    guard let row = ask.row else { throw NotFound() }
    return try reader.concern(row, of: ask.pupil, for: ask.viewer, on: ask.today)
}

/// What colleagues answered, side by side, and who has not.
func roundCards(_ sheet: ConcernSheet) -> [HTML] {
    sheet.rounds.enumerated().map { place, round in
        let answered = round.returns.filter { $0.answeredOn != nil }, waiting = round.returns.filter { $0.answeredOn == nil }
        return card("What colleagues say", id: place == 0 ? "colleagues" : "", """
            <p>Asked by \(round.question.askedBy) on \(round.question.askedOn.inWords). Answers by \(round.question.answerBy.inWords).</p>\
            \(answered.isEmpty ? "<p>Nobody has answered yet.</p>" : answerTable(round.question, answered))\(waiting.isEmpty ? "" : waitingList(waiting, sheet))
            """)
    }
}

private func answerTable(_ question: ColleagueQuestion, _ returns: [ColleagueReturn]) -> HTML {
    let heads: [HTML] = [head("Asked about")] + returns.map { "<th scope=\"col\">\($0.staffName)<br><span class=\"quiet\">\($0.teaches)</span></th>" }
    let rows: [HTML] = question.lines.enumerated().map { place, line in
        let cells: [HTML] = returns.map { held in "<td data-label=\"\(held.staffName)\">\(mark(place < held.marks.count ? held.marks[place] : .unknown))</td>" }
        return "<tr><th scope=\"row\">\(line)</th>\(cells)</tr>"
    }
    let words: [HTML] = returns.map { "<td data-label=\"\($0.staffName)\">\($0.words)</td>" }
    let last: HTML = returns.allSatisfy { $0.words.isEmpty } ? "" : "<tr><th scope=\"row\">In their words</th>\(words)</tr>"
    return table("Answers of colleagues, side by side", heads, rows + [last])
}

private func mark(_ mark: ColleagueReturn.Mark) -> HTML {
    mark == .hard ? "<span class=\"tag tag-warn\">\(mark.label)</span>" : "\(mark.label)"
}

private func waitingList(_ waiting: [ColleagueReturn], _ sheet: ConcernSheet) -> HTML {
    let items: [HTML] = waiting.map { held in
        let link: HTML = sheet.decides ? " Or send them this link: <a href=\"\(returnPath(held.id))\">\(returnPath(held.id).text)</a>" : ""
        let before: HTML = held.remindedOn.map { " <span class=\"quiet\">Reminded on \($0.inWords).\(link)</span>" } ?? ""
        guard sheet.decides else { return "<li>\(held.staffName)\(before)</li>" }
        return """
            <li><form method="post" action="\(remindPath(held.pupil, held.id))"><p class="actions">\(held.staffName)\(before) <button class="second">Remind \(held.staffName)</button> \
            <a href="\(answerReturnPath(held.pupil, held.id))">Enter what they told you</a></p></form></li>
            """
    }
    return "<h3>Not answered yet</h3><ul class=\"plain\">\(items)</ul>"
}
