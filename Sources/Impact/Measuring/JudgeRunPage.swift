import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People
import Provision

let judgeRunRoutes: [Route] = [
    .read(judgeRunPath, .workOnPlans) { visit, id in
        try await visit.read { reader in
            let sheet = try JudgedRun(reader, id, visit)
            return page(visit, sheet, sheet.opening, Problems())
        }
    },
    .send(judgeRunPath, .workOnPlans) { visit, id in
        let typed = visit.request.form
        do {
            try await visit.write { try save($0, JudgedRun($0, id, visit), typed) }
            return .goTo(judgeRunPath(id).asking(["saved": "measure"]))
        } catch let problems as Problems {
            return try await visit.read { page(visit, try JudgedRun($0, id, visit), typed, problems) }
        } catch is MeasuredMeanwhile {
            return try await visit.read { reader in
                let sheet = try JudgedRun(reader, id, visit)
                var again = typed
                again.set("seen", sheet.mark)
                return page(visit, sheet, again, Problems("", "Somebody else changed this while you had it open. Nothing of yours is saved yet. Look at it again, then save if it is still right."), status: 409)
            }
        }
    },
]

/// Somebody else said by what the run is judged while the form was open.
private struct MeasuredMeanwhile: Error {}

/// A run, by what it is judged, and the scores of those of its pupils whom the viewer may test.
private struct JudgedRun: Sendable {
    let seen: SeenProvision
    let measure: RunMeasure?
    let instruments: [Instrument]
    let chosen: [ChosenResult]
    /// By pupil, the earliest first; none before a scale is chosen.
    let results: [PupilID: [TestResult]]

    init(_ reader: Reader, _ id: ProvisionID, _ visit: Visit) throws {
        seen = try reader.provision(id, for: visit.viewer, who: .workOnPlans, on: visit.today)
        guard seen.run.kind != .universal else { throw NotFound() }
        measure = try reader.all(RunMeasure.self, "WHERE run_id = \(id)").first
        instruments = try reader.instruments(for: visit.viewer, at: seen.run.school, offeredOn: visit.today).filter(\.measuresProgress)
        chosen = try reader.all(ChosenResult.self, "WHERE run_id = \(id) ORDER BY id")
        let tested = visit.viewer.doing(.enterResults), members = seen.whole.members.map(\.pupil)
        let own = tested.parts.isEmpty ? [] : try reader.column("SELECT p.id FROM pupil p WHERE p.id IN \(members) AND \(tested.seesPupil(on: visit.today))", as: PupilID.self)
        let run = seen.run
        let found = try measure.map { measure in
            try reader.results(with: measure.instrument, among: own, from: run.starts - 365, to: (run.endedOn ?? visit.today) + 365).filter { $0.scale == measure.scale }
        }
        results = Dictionary(own.map { pupil in (pupil, (found ?? []).filter { $0.pupil == pupil }) }) { $1 }
    }

    /// What one must have seen to change it.
    var mark: String { "\(measure?.id.rawValue ?? 0).\(measure?.version ?? 0).\(chosen.map { "\($0.id)-\($0.version)" }.joined(separator: "."))" }

    var instrument: Instrument? { measure.flatMap { measure in instruments.first { $0.id == measure.instrument } } }
    var scale: Scale? { measure.flatMap { instrument?.scale($0.scale) } }

    func chosen(_ moment: ChosenResult.Moment, of pupil: PupilID) -> ChosenResult? { chosen.first { $0.moment == moment && $0.pupil == pupil } }

    /// The result that lies nearest, where nobody named another.
    func nearest(of member: ProvisionMember) -> PupilChange {
        FindScores(joined: member.spell.starts, left: member.spell.ends ?? seen.run.endedOn).found(in: results[member.pupil] ?? [], of: member.pupil)
    }

    /// The pupils whom the viewer may test, each once.
    var judged: [ProvisionMember] { Dictionary(grouping: seen.whole.members.filter { results[$0.pupil] != nil }, by: \.pupil).compactMap(\.value.first) }

    /// Whether what a form names of a pupil goes together; what it doesn't carry stays as it was.
    func check(_ member: ProvisionMember, _ typed: FormValues) throws {
        let named = { (moment: ChosenResult.Moment) -> RowID? in
            let field = ChooseResult.field(moment, member.pupil)
            return typed.has(field) ? RowID(typed[field]) : chosen(moment, of: member.pupil)?.result
        }
        try JudgedPair(of: member.pupil, baseline: named(.baseline), exit: named(.exit)).check(among: results[member.pupil] ?? [], nearest: nearest(of: member))
    }

    var opening: FormValues {
        var values = FormValues([("seen", mark)])
        if let measure {
            values.set("measure", "\(measure.instrument):\(measure.scale)")
            if measure.chosenLow { values.set("chosen_low", "yes") }
        } else if let usual = instruments.first(where: { $0.id == seen.intervention.entryInstrument }), let scale = usual.scales.first {
            values.set("measure", "\(usual.id):\(scale.key)")
        }
        for one in chosen { values.set(ChooseResult.field(one.moment, one.pupil), "\(one.result)") }
        return values
    }
}

private func save(_ writer: Writer, _ sheet: JudgedRun, _ typed: FormValues) throws {
    if typed.has("seen"), typed["seen"] != sheet.mark { throw MeasuredMeanwhile() }
    let parts = typed["measure"].split(separator: ":", maxSplits: 1).map(String.init)
    let instrument = parts.first.flatMap { InstrumentID($0) }.flatMap { id in sheet.instruments.first { $0.id == id } }
    let change = try JudgeRun(instrument.map { ($0, parts.count > 1 ? parts[1] : "") }, chosenLow: typed.has("chosen_low")).applied(to: sheet.measure, of: sheet.seen.run.id)
    let isOther = sheet.measure.map { $0.instrument != change.after.instrument || $0.scale != change.after.scale } ?? true
    try writer.save(change)
    // What was named on another scale is none of this one's.
    if isOther { return try sheet.chosen.forEach { try writer.withdraw($0, event: "run.resultLeft", because: nil) } }
    for pupil in sheet.results.keys.sorted() {
        for moment in ChosenResult.Moment.allCases { try choose(writer, sheet, moment, pupil, typed) }
    }
    var problems = Problems()
    for member in sheet.judged { _ = try problems.gather { try sheet.check(member, typed) } }
    try problems.check()
}

private func choose(_ writer: Writer, _ sheet: JudgedRun, _ moment: ChosenResult.Moment, _ pupil: PupilID, _ typed: FormValues) throws {
    let field = ChooseResult.field(moment, pupil), before = sheet.chosen(moment, of: pupil)
    guard typed.has(field) else { return }
    let act = ChooseResult(moment, of: pupil, RowID(typed[field]))
    if let change = try act.applied(to: before, of: sheet.seen.run.id, among: sheet.results[pupil] ?? []) { try writer.save(change) }
    else if let before { try writer.withdraw(before, event: "run.resultLeft", because: nil) }
}

private func page(_ visit: Visit, _ sheet: JudgedRun, _ typed: FormValues, _ problems: Problems, status: Int = 422) -> Answer {
    let run = sheet.seen.run, title = "Judge \(run.name) by a test", write = FormWriter(typed, problems)
    visit.viewer.witness.saw(Array(sheet.results.keys))
    let choices = [Choice("", "Not chosen")] + sheet.instruments.flatMap { instrument in
        instrument.scales.map { Choice("\(instrument.id):\($0.key)", instrument.scales.count > 1 ? "\(instrument.name): \($0.name)" : instrument.name) }
    }
    let saved: HTML = visit.request.query["saved"] == "measure" ? notice("Saved.") : ""
    let body: HTML = """
        \(crumbs((run.name, provisionPath(run.id))))\(saved)\(write.summary)\
        \(pageTitle(title, lead: "The scores before and after are those that the school has entered anyway. Nothing is typed twice."))\
        \(form(judgeRunPath(run.id), button: "Save", back: provisionPath(run.id), """
            \(write.hidden("seen"))\(write.select("measure", "By which test?", choices, hint: "Tests that look at one moment only are not among them."))\
            \(write.checkbox("chosen_low", Choice("yes", "The pupils were chosen for low scores on such a test", hint: "Then some would score higher the second time by chance alone. The page of impact says so.")))\
            \(pupilFields(sheet, write))
            """))
        """
    if problems.isEmpty { return visit.page(title, at: "provision", body) }
    return visit.page("Problem: \(title)", at: "provision", status: status, body)
}

/// Which results are before and after, pupil by pupil.
private func pupilFields(_ sheet: JudgedRun, _ write: FormWriter) -> HTML {
    guard let scale = sheet.scale else { return "<p>Save the test first. Then the scores of each pupil stand here.</p>" }
    let once = sheet.judged.sorted { (name($0, sheet), $0.pupil) < (name($1, sheet), $1.pupil) }
    let lines: [HTML] = once.map { member in
        let found = sheet.nearest(of: member), results = sheet.results[member.pupil] ?? []
        let choices = { (nearest: TestResult?) in
            [Choice("", nearest.map { "The nearest: \(words($0, scale))" } ?? "None near enough")] + results.map { Choice("\($0.id)", words($0, scale)) }
        }
        return """
            <fieldset><legend>\(name(member, sheet))</legend><div class="grid">\(write.select(ChooseResult.field(.baseline, member.pupil), "Before", choices(found.baseline)))\
            \(write.select(ChooseResult.field(.exit, member.pupil), "After", choices(found.exit)))</div></fieldset>
            """
    }
    return "\(lines)"
}

private func name(_ member: ProvisionMember, _ sheet: JudgedRun) -> String { sheet.seen.pupils[member.pupil]?.name ?? "" }
private func words(_ result: TestResult, _ scale: Scale) -> String { "\(scale.words(of: result.score)) on \(result.takenOn.short)" }
