import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Provision

/// Adds lines to section F, one of the plan's paragraphs to a line; what each comes to is said afterwards.
let addLines = PupilAct(
    about: ["ehc_line"], needs: .changeRegister,
    form: { reader, record, ask, write in
        let found = try reader.newestVersion(ask)
        return PupilForm(
            title: "Add lines of section F", lead: "\(record.pupil.fullCalledName), \(found.whole.version.name).", button: "Add these lines",
            fields: write.longText("words", "What does section F say?", hint: "In the plan’s own words, one provision to a line. Then say of each how often, how long and by whom.", rows: 8, aboutChild: ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        let whole = try writer.newestVersion(ask).whole, lines = typed["words"].split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty }
        try writer.add(lines, to: whole)
        return planVersionPath(ask.pupil, whole.version.id).asking(["saved": "lines"])
    })

/// Says what a line comes to, or puts its words right.
let changeLine = PupilAct(
    about: ["ehc_line"], needs: .changeRegister,
    start: { reader, _, ask in try reader.openLine(ask).line.typed },
    form: { reader, record, ask, write in
        let line = try reader.openLine(ask).line
        return PupilForm(
            title: "Say what this line of section F comes to", lead: "\(record.pupil.fullCalledName). Leave empty what the plan does not say: it is shown as a question for the council.", button: "Save this line",
            fields: """
                \(write.longText("words", "The line, in the words of the plan", rows: 4, aboutChild: ask.notice))\(vagueList(VagueWording.phrases(in: line.words)))\
                \(write.text("who", "Who gives it?", hint: "A role, such as a teaching assistant."))\(write.text("overseer", "Who plans or checks it?", hint: "Such as a speech and language therapist."))\
                \(write.text("times", "How many times?", type: "number"))\(write.select("per", "In what time?", SectionFLine.Per.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.text("minutes", "How many minutes each time?", type: "number"))\(write.text("group_size", "How many pupils together?", hint: "1 is alone with an adult.", type: "number"))\
                \(write.day("until_on", "Until when, if the plan says so"))\(write.checkbox("adulthood", Choice("yes", "It helps to prepare for adulthood")))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let found = try writer.openLine(ask)
        try writer.save(typed.sectionFLine.applied(to: found.line, in: found.whole.version, beside: found.whole.lines))
        return planVersionPath(ask.pupil, found.whole.version.id).asking(["saved": "line"]).at("f")
    })

/// Takes a line out that was copied wrongly.
let removeLine = PupilAct(
    about: ["ehc_line"], needs: .changeRegister,
    form: { reader, record, ask, write in
        let line = try reader.openLine(ask).line
        return PupilForm(title: "Take this line out of section F", button: "Take it out", fields: "<p>“\(line.words)”</p><p>Do so where it was copied wrongly. Where the council took it out of the plan, add the new version instead.</p>")
    },
    goingTo: { writer, record, ask, _ in
        let found = try writer.openLine(ask)
        if found.line.owedLine != nil, found.held.inForce?.id == found.whole.version.id { try writer.endOwedLines(of: found.held.plan, keeping: Set(found.whole.lines.filter { $0.id != found.line.id }.compactMap(\.owedLine)), on: ask.today) }
        try writer.withdraw(found.line, event: "ehcLine.removed", because: nil)
        return planVersionPath(ask.pupil, found.whole.version.id).asking(["saved": "removed"]).at("f")
    })

/// Joins a line to provision, so that what it owes and what is given are counted.
let countLine = PupilAct(
    about: ["ehc_line", "owed_line"], needs: .workOnProvision,
    start: { reader, _, ask in
        let found = try reader.countedLine(ask), owed = try found.line.owedLine.flatMap { id in try reader.owedLines(of: ask.pupil).first { $0.id == id } }
        let from = owed?.spell.starts ?? found.whole.version.datedOn, to = owed.map(\.spell.ends) ?? found.line.until
        return [("minutes", (owed?.minutes ?? found.line.owed?.minutes).map { "\($0)" } ?? ""), ("per", (owed?.per ?? found.line.owed?.per ?? .week).rawValue), ("from", "\(from)"), ("to", to.map { "\($0)" } ?? "")]
            + (owed?.runs ?? []).map { ("runs", "\($0)") }
    },
    form: { reader, record, ask, write in
        let line = try reader.countedLine(ask).line, runs = try reader.provisionsTaken(by: ask.pupil).map { Choice("\($0.run.id)", $0.run.name, hint: $0.run.isRunning ? nil : "ended") }
        let met: HTML = runs.isEmpty ? "<p>\(record.pupil.calledName) takes part in no provision yet. You can save what is owed now, and come back when it has started.</p>" : write.checkboxes("runs", "Which provision meets it?", runs)
        return PupilForm(
            title: "Count the minutes of this line", button: "Count them",
            fields: """
                <p>“\(line.words)”</p>\(line.inWords.isEmpty ? "" : "<p class=\"quiet\">\(line.inWords)</p>")\(write.text("minutes", "How many minutes are owed?", hint: "All times together, of one week or the time you choose below.", type: "number"))\
                \(write.select("per", "For how long are they?", OwedLine.Per.allCases.map { Choice($0.rawValue, $0.label) }))\(write.day("from", "Owed from"))\(write.day("to", "Until, if it has an end"))\(met)
                """)
    },
    goingTo: { writer, record, ask, typed in
        let found = try writer.countedLine(ask), line = found.line, all = try writer.owedLines(of: ask.pupil), before = line.owedLine.flatMap { id in all.first { $0.id == id } }
        let keep = KeepOwedLine(words: String(line.words.prefix(1000)), minutes: Int(typed["minutes"].trimmed), per: OwedLine.Per(rawValue: typed["per"]), isSectionF: true, isAlone: line.groupSize == 1,
                                from: try typed.dayIfAny("from"), to: try typed.dayIfAny("to"), runs: typed.all("runs").compactMap { ProvisionID($0) }.unique)
        // A plan that is here is one, whatever the register says.
        let owed = try writer.save(keep.applied(to: before, of: ask.pupil, hasPlan: true, provisions: writer.provisionsTaken(by: ask.pupil), beside: all))
        var after = line
        after.owedLine = owed.id
        try writer.save(Change("ehcLine.counted", from: line, to: after))
        return planVersionPath(ask.pupil, found.whole.version.id).asking(["saved": "counted"]).at("f")
    })

extension Reader {
    /// A line of the newest version.
    fileprivate func openLine(_ ask: PupilQuestion) throws -> (line: SectionFLine, held: HeldPlan, whole: WholeVersion) {
        let found = try sectionFLine(ask)
        guard found.held.versions.first?.id == found.whole.version.id, found.held.plan.end == nil else { throw NotFound() }
        return found
    }

    /// A line of the version in force: only what it says is owed, whatever is proposed beside it.
    fileprivate func countedLine(_ ask: PupilQuestion) throws -> (line: SectionFLine, held: HeldPlan, whole: WholeVersion) {
        let found = try sectionFLine(ask)
        guard found.held.inForce?.id == found.whole.version.id, found.held.plan.end == nil else { throw NotFound() }
        return found
    }

    /// What is owed to a pupil. Whoever asks has the record in sight.
    func owedLines(of pupil: PupilID) throws -> [OwedLine] { try owedLines("WHERE pupil_id = \(pupil) ORDER BY id") }

    /// All that a pupil takes or took part in. Whoever asks has the record in sight.
    func provisionsTaken(by pupil: PupilID) throws -> [WholeProvision] {
        try whole(all(ProvisionRun.self, "WHERE id IN (SELECT run_id FROM provision_member WHERE pupil_id = \(pupil)) ORDER BY ended_on IS NOT NULL, name, id"))
    }
}

extension Writer {
    private static var mostLines: Int { 150 }

    /// Adds lines by their words.
    func add(_ lines: [String], to whole: WholeVersion) throws {
        if lines.isEmpty { throw Problems("words", "Write at least one, on a line of its own.") }
        if lines.count > 60 { throw Problems("words", "These are more than 60 lines. Put each provision on one line.") }
        if lines.count + whole.lines.count > Self.mostLines { throw Problems("words", "A version takes \(Self.mostLines) lines, and \(whole.lines.count) are here. Put each provision on one line.") }
        var known = whole.lines
        for words in lines { known.append(try save(KeepSectionFLine(words).applied(to: nil, in: whole.version, beside: known))) }
        if whole.lines.isEmpty { try settleOwedLines(of: whole.version, on: whole.version.datedOn - 1) }
    }
}

extension FormValues {
    fileprivate var sectionFLine: KeepSectionFLine {
        var keep = KeepSectionFLine(self["words"])
        (keep.who, keep.overseer, keep.times, keep.per) = (self["who"], self["overseer"], self["times"], self["per"])
        (keep.minutes, keep.groupSize, keep.until, keep.helpsAdulthood) = (self["minutes"], self["group_size"], self["until_on"], has("adulthood"))
        return keep
    }
}

extension SectionFLine {
    /// The line as its form shows it at first.
    fileprivate var typed: [(name: String, text: String)] {
        let text = { (number: Int?) in number.map { "\($0)" } ?? "" }
        var typed: [(name: String, text: String)] = [("words", words), ("who", who), ("overseer", overseer), ("times", text(times)), ("per", per.rawValue)]
        typed += [("minutes", text(minutes)), ("group_size", text(groupSize)), ("until_on", until?.description ?? "")]
        return helpsAdulthood ? typed + [("adulthood", "yes")] : typed
    }
}

/// What is vague about a line, each with its reason.
func vagueList(_ found: [VagueWording]) -> HTML {
    if found.isEmpty { return "" }
    let items: [HTML] = found.map { $0.phrase.isEmpty ? "<li>\($0.reason)</li>" : "<li>“\($0.phrase)”: \($0.reason)</li>" }
    return "<details class=\"vague\"><summary><span class=\"tag tag-warn\">\(count(found.count, "thing")) left open</span></summary><ul>\(items)</ul></details>"
}
