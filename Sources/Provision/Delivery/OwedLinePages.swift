import Access
import AreaKit
import Basics
import Database
import Pages
import People

// Writes down what a pupil is owed, changes it, and says until when.

private let owedTables = [OwedLine.table.name, OwedLineRun.table.name]

let addOwedLine = PupilAct(
    about: owedTables, needs: .workOnProvision,
    start: { _, _, ask in [(name: "from", text: "\(ask.today)"), ("per", "week")] },
    form: { reader, record, ask, write in
        PupilForm(title: "Add what \(record.pupil.calledName) is owed", button: "Add this line", fields: owedFields(try reader.provisions(of: ask.pupil), ask, write))
    },
    goingTo: { writer, record, ask, typed in
        try writer.save(try typed.owedLine().applied(of: ask.pupil, hasPlan: record.hasPlan(on: ask.today), provisions: writer.provisions(of: ask.pupil), beside: writer.owedLines("WHERE pupil_id = \(ask.pupil) ORDER BY id")))
        return pupilProvisionPath(ask.pupil).asking(["saved": "line"])
    })

let changeOwedLine = PupilAct(
    about: owedTables, needs: .workOnProvision,
    start: { reader, _, ask in try reader.owedLine(ask).typed },
    form: { reader, record, ask, write in
        _ = try reader.owedLine(ask)
        return PupilForm(title: "Change what \(record.pupil.calledName) is owed", button: "Save this line", fields: owedFields(try reader.provisions(of: ask.pupil), ask, write))
    },
    goingTo: { writer, record, ask, typed in
        let before = try writer.owedLine(ask)
        // A line that was of section F stays what it was, though the plan has ceased since.
        let hasPlan = record.hasPlan(on: ask.today) || before.isSectionF
        try writer.save(try typed.owedLine().applied(to: before, of: ask.pupil, hasPlan: hasPlan, provisions: writer.provisions(of: ask.pupil), beside: writer.owedLines("WHERE pupil_id = \(ask.pupil) ORDER BY id")))
        return pupilProvisionPath(ask.pupil).asking(["saved": "line"])
    })

let endOwedLine = PupilAct(
    about: owedTables, needs: .workOnProvision,
    start: { _, _, ask in [(name: "to", text: "\(ask.today)")] },
    form: { reader, record, ask, write in
        let line = try reader.owedLine(ask)
        return PupilForm(title: "Say until when this is owed", button: "Save the last day", fields: "<p>“\(line.words)”, \(line.minutes) minutes \(line.per.label), \(line.spell.inWords)</p>\(write.day("to", "Last day on which it is owed"))")
    },
    goingTo: { writer, _, ask, typed in
        try writer.save(try EndOwedLine(to: try typed.dayIfAny("to")).applied(to: writer.owedLine(ask)))
        return pupilProvisionPath(ask.pupil).asking(["saved": "line"])
    })

private func owedFields(_ provisions: [WholeProvision], _ ask: PupilQuestion, _ write: FormWriter) -> HTML {
    let runs = provisions.map { Choice("\($0.run.id)", $0.run.name, hint: $0.run.isRunning ? nil : "ended") }
    let met: HTML = runs.isEmpty ? "<p>No provision of this pupil could meet it yet. Start one, then come back.</p>" : write.checkboxes("runs", "Which provision meets it?", runs)
    return """
        \(write.longText("words", "The line, in the words of the plan", rows: 3, aboutChild: ask.notice))\(write.text("minutes", "How many minutes?", type: "number"))\
        \(write.select("per", "For how long are they?", OwedLine.Per.allCases.map { Choice($0.rawValue, $0.label) }))\
        <fieldset class="field" id="section_f" tabindex="-1"><legend>What kind of line is it?</legend>\(write.problem("section_f"))\(write.checkbox("section_f", Choice("yes", "It stands in section F of the EHC plan")))\
        \(write.checkbox("alone", Choice("yes", "With an adult alone, and not in a group")))</fieldset>\
        \(write.day("from", "Owed from"))\(write.day("to", "Until, if it has an end"))\(met)
        """
}

extension PupilRecord {
    fileprivate func hasPlan(on day: Day) -> Bool { register.provision(on: day)?.provision == "E" }
}

extension Reader {
    /// All that a pupil takes or took part in. Whoever calls this has the pupil in sight.
    fileprivate func provisions(of pupil: PupilID) throws -> [WholeProvision] {
        try whole(all(ProvisionRun.self, "WHERE id IN (SELECT run_id FROM provision_member WHERE pupil_id = \(pupil)) ORDER BY ended_on IS NOT NULL, name, id"))
    }

    fileprivate func owedLine(_ ask: PupilQuestion) throws -> OwedLine { try ask.chosen(owedLines("WHERE pupil_id = \(ask.pupil)")) }
}

extension FormValues {
    fileprivate func owedLine() throws -> KeepOwedLine {
        KeepOwedLine(words: self["words"], minutes: Int(self["minutes"].trimmed), per: OwedLine.Per(rawValue: self["per"]), isSectionF: has("section_f"), isAlone: has("alone"),
                     from: try dayIfAny("from"), to: try dayIfAny("to"), runs: all("runs").compactMap { ProvisionID($0) }.unique)
    }
}

extension OwedLine {
    /// The line as its form shows it at first.
    fileprivate var typed: [(name: String, text: String)] {
        [("words", words), ("minutes", "\(minutes)"), ("per", per.rawValue), ("from", "\(spell.starts)"), ("to", spell.ends.map { "\($0)" } ?? "")]
            + (isSectionF ? [("section_f", "yes")] : []) + (isAlone ? [("alone", "yes")] : []) + runs.map { ("runs", "\($0)") }
    }
}
