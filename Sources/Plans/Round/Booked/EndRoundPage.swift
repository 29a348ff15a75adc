import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says how long a round took, and what was left out for it.
let endRoundRoutes: [Route] = [
    .read(endRoundPath, .changeRegister) { visit, id in
        let round = try await visit.read { try $0.bookedRound(id, for: visit.viewer) }
        return page(visit, round, FormValues([("on", min(round.heldOn, visit.today).description), ("minutes", "\(round.minutesPlanned)"), ("made_room", round.madeRoom)]))
    },
    .send(endRoundPath, .changeRegister) { visit, id in
        let typed = visit.request.form, round = try await visit.read { try $0.bookedRound(id, for: visit.viewer) }
        do {
            let act = EndRound(on: try typed.day("on"), minutes: Int(typed["minutes"].trimmed), madeRoom: typed["made_room"])
            try await visit.write { writer in
                _ = try writer.save(try act.applied(to: try writer.bookedRound(id, for: visit.viewer), today: visit.today))
            }
            return .goTo(bookedRoundsPath().asking(["saved": "done"]))
        } catch let problems as Problems {
            return page(visit, round, typed, problems)
        }
    },
]

private func page(_ visit: Visit, _ round: BookedRound, _ typed: FormValues, _ problems: Problems = Problems()) -> Answer {
    let write = FormWriter(typed, problems), title = "Say how long a round took"
    let body: HTML = """
        \(crumbs(("Plans", plansPath()), ("Booked rounds", bookedRoundsPath())))\(write.summary)\
        \(pageTitle(title, lead: "\(round.kind.label), \(round.slot). \(count(round.minutesPlanned, "minute")) were planned."))\
        \(form(endRoundPath(round.id), button: "Save", back: bookedRoundsPath(), """
            \(write.day("on", "On which day was it done?"))\(write.text("minutes", "How many minutes did it take?", type: "number"))\
            \(write.longText("made_room", "What was left out to make room for it?", hint: "Leave it empty if nothing was.", rows: 2, aboutNobody: ()))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "plans", body) : visit.formAgain(title, at: "plans", body)
}
