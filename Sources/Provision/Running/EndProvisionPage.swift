import Access
import Basics
import Database
import Pages
import People

/// Ends a provision with a day and a reason.
let endProvision = ProvisionAct(
    needs: .workOnProvision,
    start: { _, seen, ask in [("last_day", "\(min(ask.today, max(seen.run.starts, seen.run.plannedEnd ?? ask.today)))")] },
    form: { _, seen, ask, write in
        let open = seen.whole.members.count { $0.spell.ends == nil }
        let who: HTML = open == 0 ? "" : "<p>\(count(open, "pupil")) \(open == 1 ? "takes" : "take") part until that day. What was logged stays.</p>"
        return ProvisionForm(title: "End this provision", button: "End the provision", fields: """
            \(who)\(write.day("last_day", "On which day did it run last?"))\
            \(write.longText("reason", "Why does it end?", hint: "Such as: the programme is finished.", rows: 2, aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        var wrong = Problems()
        let day = typed.read("last_day", &wrong) { try typed.day("last_day") }
        let act = EndProvision(lastDay: day ?? ask.today, reason: typed["reason"])
        try writer.save(try together(wrong) { try act.applied(to: seen.whole, lastLogged: day == nil ? nil : try writer.lastStanding(of: seen.run.id), today: ask.today) }, of: seen.run)
        return "ended"
    })
