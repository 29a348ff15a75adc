import Access
import Basics
import Database
import Pages
import People

/// Takes an excuse back: the duty counts again from then on.
let withdrawExcuse = DutyAct(
    path: withdrawExcusePath, title: "Take an excuse back", button: "Take this excuse back",
    start: { _, _ in [] },
    fields: { reader, line, visit, write, notice in
        let excuses = try reader.exemptions(of: [line.owed])[line.owed.id] ?? []
        if excuses.isEmpty { return "<p>No excuse stands beside this duty.</p>" }
        return """
            <p>To put an excuse right, take it back and write it down anew. The trail keeps both.</p>\
            \(write.radios("excuse", "Which excuse?", excuses.map { Choice("\($0.id)", "\($0.ground.words) (\($0.citation)): \($0.evidence). \($0.recordedBy), \($0.recordedOn.inWords)") }))\
            \(write.longText("reason", "Why is it taken back?", rows: 2, aboutChild: notice))
            """
    },
    save: { writer, line, visit, typed in
        let excuses = try writer.exemptions(of: [line.owed])[line.owed.id] ?? []
        guard let excuse = excuses.first(where: { "\($0.id)" == typed["excuse"] }) else { throw Problems("excuse", excuses.isEmpty ? "No excuse stands any more." : "Choose one of these.") }
        try writer.save(WithdrawExcuse(because: typed["reason"]).applied(to: excuse, today: visit.today))
        return "taken-back"
    })
