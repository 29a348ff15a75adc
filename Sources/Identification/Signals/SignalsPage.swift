import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Pupils of whom a school's own data suggest that somebody looks.
let signalsPath = PagePath< >("/concerns/signals")
/// Sets one suggestion aside, with a reason.
let setAsidePath = PagePath<PupilID>("/pupils/*/signals/set-aside")

let signalsRoutes: [Route] = [
    .read(signalsPath, .changeRegister) { visit in
        try await visit.read { try signalsPage(visit, $0) }
    },
]

private func signalsPage(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let signals = try reader.signals(for: visit.viewer, on: visit.today), shown = signals.prefix(150)
    let rows: [HTML] = shown.map { signal in
        let pupil = signal.pupil, figure = signal.rule
        return """
            <tr><th scope="row"><a class="name" href="\(pupilPath(pupil.id))">\(pupil.name)</a></th><td data-label="Figure and rule">\(signal.words)</td>\
            <td class="no-print"><a href="\(raiseConcernPath(pupil.id).asking(["signal": figure]))">Raise a concern<span class="unseen"> about \(pupil.name): \(signal.words)</span></a> \
            <a href="\(setAsidePath(pupil.id).asking(["figure": figure]))">Set aside<span class="unseen"> for \(pupil.name): \(signal.words)</span></a></td></tr>

            """
    }
    let list: HTML = rows.isEmpty ? "<p>No rule finds anybody today.</p>" : table("Pupils whom a rule suggests", [head("Pupil"), head("Figure and rule"), head("What you can do")], rows)
    let more: HTML = signals.count > shown.count ? "<p>These are the first \(shown.count) of \(signals.count).</p>" : ""
    let rules: [HTML] = visit.viewer.doing(.keepSchool).may(.keepSchool) && visit.viewer.doing(.keepSchool).schools == nil ? [linkButton("Change the rules", signalRulesPath(), aside: true)] : []
    return visit.page("Suggestions from data", at: "concerns", """
        \(crumbs(("Concerns", concernsPath())))\(visit.request.query["saved"].isEmpty ? "" : notice("Set aside."))\
        \(pageTitle("Suggestions from data", lead: "A rule found a figure. It says nothing about why: look, then decide. Pupils on the register and those with an open concern are left out.", actions: rules))\
        <p id="found" role="status">\(count(signals.count, "suggestion")).</p>\(more)\(list)
        """)
}

let setAside = PupilAct(
    about: ["signal_answer"], needs: .changeRegister,
    start: { _, _, ask in [("figure", ask.query["figure"])] },
    form: { _, record, ask, write in
        PupilForm(
            title: "Set a suggestion about \(record.pupil.calledName) aside", button: "Set it aside",
            fields: write.hidden("figure") + write.longText("reason", "What did you find?", hint: "A sentence or two. The rule stays silent about this pupil for as long as it looks back.", aboutChild: ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        try writer.save(try SignalAnswer.setAside(typed["figure"], of: record.pupil.id, because: typed["reason"], by: ask.viewer.name, among: writer.signalRules().keys, today: ask.today))
        return signalsPath().asking(["saved": "yes"])
    })
