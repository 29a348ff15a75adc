import Access
import Basics
import Database
import Pages
import People

/// Writes an excuse down beside a duty: only one that the paragraph of its rule lists.
let excuseDuty = DutyAct(
    path: dutyExcusePath, title: "Write down an excuse", button: "Save this excuse",
    start: { _, _ in [] },
    fields: { reader, line, visit, write, notice in
        let grounds = line.owed.duty.grounds, list = ExemptionGround.allCases.filter { grounds[$0] != nil }
        if list.isEmpty { return "<p>Nothing excuses this duty: holidays and circumstances do not count for it.</p>" }
        let standing = try reader.exemptions(of: [line.owed])[line.owed.id] ?? []
        let back: HTML = standing.isEmpty ? "" : "<p>\(count(standing.count, "excuse")) \(standing.count == 1 ? "stands" : "stand") here already. <a href=\"\(withdrawExcusePath(line.owed.row))\">Take one back</a></p>"
        let note: HTML = line.owed.note.isEmpty ? "" : "<p class=\"quiet\">\(line.owed.note)</p>"
        return """
            <p>The day does not move. The excuse stands beside it, and the duty is not counted as late.</p>\(back)\(note)\
            \(write.radios("ground", "Which excuse?", list.map { Choice($0.rawValue, "\($0.words) (\(grounds[$0] ?? ""))") }))\
            \(write.longText("evidence", "What shows it?", hint: "Such as: the council’s letter of 20 July, asking for advice.", rows: 3, aboutChild: notice))\(try reader.paperChoice(line, visit, write))
            """
    },
    save: { writer, line, visit, typed in
        guard let ground = ExemptionGround(rawValue: typed["ground"]) else { throw Problems("ground", "Choose one of these.") }
        if !line.owed.isOpen { throw Problems("", "This is not open any more, so it needs no excuse.") }
        if try writer.exemptions(of: [line.owed])[line.owed.id]?.contains(where: { $0.ground == ground }) ?? false { throw Problems("ground", "This excuse is written down already.") }
        if typed["evidence"].count > MeetDuty.longest { throw Problems("evidence", "Make this shorter: at most 2,000 letters.") }
        let exemption = try RecordExemption(ground: ground, evidence: typed["evidence"]).applied(to: line.owed.duty, today: visit.today)
        try writer.save(Change("exemption.recorded", to: DutyExemption(exemption, for: line.owed, by: visit.viewer.name, paper: try writer.chosenPaper(typed, line, visit))))
        return "excuse"
    })
