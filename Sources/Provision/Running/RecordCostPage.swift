import Access
import Basics
import Database
import Pages
import People

/// Notes that something was bought for a provision.
let recordCost = ProvisionAct(
    needs: .keepCosts,
    start: { _, seen, ask in [("day", "\(min(ask.today, seen.run.endedOn ?? ask.today))")] },
    form: { _, seen, ask, write in
        let pupils = seen.whole.members.compactMap { seen.pupils[$0.pupil] }.unique.map { Choice("\($0.id)", "For \($0.name) alone") }
        return ProvisionForm(title: "Write down what was bought", button: "Save the cost", fields: """
            \(SendKey.field(ask.typed["once"]))<div class="grid">\(write.select("kind", "What is it?", [Choice("", "Choose")] + ProvisionCost.Kind.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.text("amount", "How much, in pounds?", hint: "Such as 12.50."))\(write.day("day", "Bought on"))\
            \(write.select("pupil", "For whom?", [Choice("", "Shared by all who take part")] + pupils))</div>\
            \(write.text("words", "In a few words (may stay empty)", hint: "Such as: word cards.", aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        var wrong = Problems()
        let day = typed.read("day", &wrong) { try typed.day("day") }, amount = typed.read("amount", &wrong) { try typed.poundsTyped("amount") }
        let pupil = PupilID(typed["pupil"])
        if let pupil, seen.pupils[pupil] == nil { throw Problems("pupil", "This pupil does not take part. Choose one of the list.") }
        let act = RecordCost(kind: ProvisionCost.Kind(rawValue: typed["kind"]), day: day, amount: amount, pupil: pupil, words: typed["words"], sendKey: typed["once"].nonEmpty)
        if let twin = try writer.cost(sentUnder: act.sendKey, of: seen.run.id) {
            if act.isNoted(as: twin) { return "cost" }
            throw FormOvertaken("This form was sent before and noted \(twin.amount) for \(twin.kind.label.lowercased()). If something else was bought, press “Save the cost” once more.")
        }
        var change = ProvisionChange()
        change.costs = [try together(wrong) { try act.applied(to: seen.whole, today: ask.today) }]
        try writer.save(change, of: seen.run)
        return "cost"
    })

extension Reader {
    /// What was noted for a provision under a key.
    fileprivate func cost(sentUnder key: String?, of run: ProvisionID) throws -> ProvisionCost? {
        try key.flatMap { try all(ProvisionCost.self, "WHERE send_key = \($0) AND run_id = \(run)").first }
    }
}
