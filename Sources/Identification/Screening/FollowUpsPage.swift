import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// What comes of the results below the cut-off at one school: for several pupils in one form.
public let followUpsPath = PagePath<RowID, SchoolID>("/screening/*/schools/*/follow-ups")

/// - Parameter starts: what may be begun from a result in other areas.
func followUpsRoutes(_ starts: [Start]) -> [Route] {
    [
        .read(followUpsPath, .changeRegister) { visit, id, school in
            try await visit.read { try FollowUpSheet(visit, $0, id, school, visit.request.query["again"], starts).page(visit, nil, Problems()) }
        },
        .send(followUpsPath, .changeRegister) { visit, id, school in
            let typed = visit.request.form
            let (saved, problems) = try await visit.write { writer in
                try FollowUpSheet(visit, writer, id, school, typed["again"], starts).save(writer, visit, typed)
            }
            if problems.isEmpty { return .goTo(followUpsPath(id, school).asking(["saved": "\(saved)"])) }
            return try await visit.read { try FollowUpSheet(visit, $0, id, school, typed["again"], starts).page(visit, typed, problems, saved: saved) }
        },
    ]
}

/// The pupils below the cut-off at one school: those about whom somebody decides, and those about whom it is decided.
private struct FollowUpSheet: Sendable {
    let screening: Screening
    let school: School
    /// Those whose form is on the page.
    let open: [(found: BelowCutOff, pupil: Pupil)]
    let decided: [(found: BelowCutOff, pupil: Pupil, followUp: FollowUp)]
    /// How many wait, on this page or not.
    let waiting: Int
    private let again: PupilID?
    private let standing: [PupilID: FollowUp]
    private let known: Set<PupilID>
    private let lead: String?
    private let starts: [Start]

    /// So many pupils stand in one form.
    private static let most = 12

    init(_ visit: Visit, _ reader: Reader, _ id: RowID, _ school: SchoolID, _ again: String, _ starts: [Start]) throws {
        screening = try reader.screening(id, for: visit.person)
        self.school = try screening.school(school)
        guard visit.viewer.sees(school) else { throw NotFound() }
        let found = try reader.belowCutOff(in: screening, at: [school], for: visit.viewer, on: visit.today)
        visit.viewer.witness.saw(found.map(\.pupil))
        let pupils = Dictionary(uniqueKeysWithValues: try reader.all(Pupil.self, "WHERE id IN \(found.map(\.pupil))").map { ($0.id, $0) })
        let standing = try reader.followUps(in: id, at: [school]), chosen = PupilID(again), whole = found.compactMap { line in pupils[line.pupil].map { (line, $0) } }
        let undecided = whole.filter { standing[$0.0.pupil] == nil || $0.0.pupil == chosen }
        (self.again, self.standing, self.starts, waiting) = (chosen, standing, starts.filter { $0.origins.contains(.result) && visit.person.may($0.needs, at: school) }, undecided.count)
        open = undecided.sorted { ($0.0.pupil == chosen ? 0 : 1) < ($1.0.pupil == chosen ? 0 : 1) }.prefix(chosen == nil ? Self.most : 1).map { ($0.0, $0.1) }
        decided = whole.compactMap { line, pupil in
            guard line.pupil != chosen, let followUp = standing[line.pupil] else { return nil }
            return (line, pupil, followUp)
        }
        known = try open.map(\.found.day).min().map { try reader.knownBefore($0, among: undecided.map(\.0.pupil)) } ?? []
        lead = try visit.safeguardingLead(reader, school, visit.today)
    }

    /// Saves every pupil whose form is right; one that is wrong keeps nobody else's from being saved.
    func save(_ writer: Writer, _ visit: Visit, _ typed: FormValues) throws -> (saved: Int, problems: Problems) {
        var saved = 0, problems = Problems()
        for (found, pupil) in open where typed["outcome.\(pupil.id)"].nonEmpty != nil {
            do {
                try writer.decide(try typed.followUp(pupil.id), about: found, of: pupil, in: screening, before: standing[pupil.id], for: visit.viewer)
                saved += 1
            } catch let wrong as Problems {
                for problem in wrong.list { problems.add("\(problem.field.nonEmpty ?? "outcome").\(pupil.id)", problem.message) }
            }
        }
        if saved == 0, problems.isEmpty { problems.add("", "Choose for at least one pupil what comes of it.") }
        return (saved, problems)
    }

    func page(_ visit: Visit, _ typed: FormValues?, _ problems: Problems, saved: Int = 0) -> Answer {
        let write = FormWriter(typed ?? opening, problems), title = "Below the cut-off", back = screening.schools.count > 1 ? schoolScreeningPath(screening.id, school.id) : screeningPath(screening.id)
        let number = saved > 0 ? saved : Int(visit.request.query["saved"]) ?? 0
        let words: HTML = number == 0 ? "" : notice("Saved for \(count(number, "pupil")).\(problems.isEmpty ? "" : " The rest needs mending.")")
        let body: HTML = """
            \(crumbs(("Screening", screeningsPath()), (screening.campaign.name, back)))\(words)\(write.summary)\
            \(pageTitle(title, lead: "\(screening.instrument.name) · \(school.name) · \(waiting == 0 ? "nobody waits for a decision" : "\(count(waiting, "pupil")) to decide about")"))\
            \(forms(write, back))\(decidedCard)
            """
        return problems.isEmpty ? visit.page(title, at: "screening", body) : visit.formAgain(title, at: "screening", body)
    }

    private func forms(_ write: FormWriter, _ back: Address) -> HTML {
        if open.isEmpty { return decided.isEmpty ? "<p>No result is below the cut-off.</p>" : "<p>All is decided.</p>" }
        let fields: [HTML] = open.map { questions($0.found, $0.pupil, write) }
        let more: HTML = waiting > open.count && again == nil ? "<p>These are the first \(open.count) of \(waiting). The next follow when you have saved.</p>" : ""
        let anew: HTML = again == nil ? "" : FormWriter(FormValues([("again", again.map { "\($0)" } ?? "")])).hidden("again")
        return """
            \(more)<p class="hint">\(ChildNotice(lead: lead).words)</p><p class="hint">Leave out whom you decide about later. The families may read what you write.</p>\
            \(form(followUpsPath(screening.id, school.id), button: "Save what is decided", back: back, "\(anew)\(fields)"))
            """
    }

    private func questions(_ found: BelowCutOff, _ pupil: Pupil, _ write: FormWriter) -> HTML {
        let id = pupil.id, named = "who.\(id)", results: [HTML] = found.results.map { "\($0.instrument.scales.count < 2 ? "" : "\($0.scale.name): ")<b>\($0.words)</b> \(bandTag($0.band)) " }
        return """
            <div class="card follow-up" role="group" aria-labelledby="\(named)"><h2 id="\(named)"><a class="name" href="\(pupilPath(id))">\(pupil.name)</a></h2><p>\(results)<span class="quiet">on \(found.day.short)</span></p>\(home(pupil, write))\
            <div class="grid">\(write.select("outcome.\(id)", "What comes of it?", [Choice("", "Decide later")] + FollowUp.Outcome.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.text("words.\(id)", "In a few words", hint: "Which help, to whom, or why."))\
            \(write.day("begins.\(id)", "From which day?", hint: "Of extra help or a referral."))</div><div class="grid">\
            \(write.select("known_school.\(id)", "Did the school know before?", FollowUp.Known.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.select("known_family.\(id)", "Did the family know before?", [Choice("", "Choose")] + FollowUp.Known.allCases.map { Choice($0.rawValue, $0.label) }))</div></div>
            """
    }

    /// For a pupil with English as an additional language, how the home language is comes first.
    private func home(_ pupil: Pupil, _ write: FormWriter) -> HTML {
        if pupil.eal != true { return "" }
        return """
            <p><span class="tag tag-none">English as an additional language</span> Ask the family first how the home language is.</p>\
            <div class="grid">\(write.select("home.\(pupil.id)", "How is the home language?", FollowUp.HomeLanguage.allCases.map { Choice($0.rawValue, $0.label) }))\
            \(write.text("home_words.\(pupil.id)", "How do you know?", hint: "For example: the mother says, on Monday."))</div>
            """
    }

    /// What stands in the forms at first: whether the school knew, as the record says it.
    private var opening: FormValues {
        var values = FormValues()
        for (_, pupil) in open {
            let id = pupil.id, before = standing[id]
            values.set("known_school.\(id)", before?.knownToSchool.rawValue ?? (known.contains(id) ? "yes" : "no"))
            guard let before else { continue }
            for (name, text) in [("outcome", before.outcome.rawValue), ("words", before.words), ("begins", before.begins?.description ?? ""), ("known_family", before.knownToFamily.rawValue),
                                 ("home", before.homeLanguage.rawValue), ("home_words", before.homeWords)] { values.set("\(name).\(id)", text) }
        }
        return values
    }

    private var decidedCard: HTML {
        if decided.isEmpty { return "" }
        return card("Decided", id: "decided", table("Decided", [head("Pupil"), head("Result"), head("What came of it"), head("By"), head("Do")], decided.map { row($0.found, $0.pupil, $0.followUp) }))
    }

    private func row(_ found: BelowCutOff, _ pupil: Pupil, _ followUp: FollowUp) -> HTML {
        let concern: HTML = followUp.concern.map { "<br><a href=\"\(concernPath(pupil.id, RowID($0.rawValue)))\">See the concern</a>" } ?? ""
        let result = found.results[0].result.id
        let begin: [HTML] = starts.map { "<a href=\"\($0.address(pupil.id, .result, result))\">\($0.words)<span class=\"unseen\"> for \(pupil.name)</span></a> " }
        return """
            <tr><th scope="row"><a class="name" href="\(pupilPath(pupil.id))">\(pupil.name)</a></th><td data-label="Result">\(found.words)</td><td>\(followUp.inWords)\(concern)</td>\
            <td data-label="By">\(followUp.decidedBy), \(followUp.decidedOn.short)</td><td class="no-print">\(begin)<a href="\(followUpsPath(screening.id, school.id).asking(["again": "\(pupil.id)"]))">Decide anew<span class="unseen"> about \(pupil.name)</span></a></td></tr>

            """
    }
}

extension FormValues {
    /// What was typed about one pupil.
    fileprivate func followUp(_ id: PupilID) throws -> DecideFollowUp {
        let begins = try FormValues([("begins", self["begins.\(id)"])]).dayIfAny("begins")
        return DecideFollowUp(self["outcome.\(id)"], words: self["words.\(id)"], begins: begins, homeLanguage: self["home.\(id)"], homeWords: self["home_words.\(id)"],
                              knownToSchool: self["known_school.\(id)"], knownToFamily: self["known_family.\(id)"])
    }
}

extension Writer {
    /// Saves what comes of a result, with the concern that it opens.
    @discardableResult
    func decide(_ act: DecideFollowUp, about found: BelowCutOff, of pupil: Pupil, in screening: Screening, before: FollowUp?, for viewer: Viewer) throws -> FollowUp {
        let result = try act.applied(to: before, of: pupil, in: screening.campaign, at: found.school, found: found.sentence, area: screening.instrument.domain.area, by: viewer.name, today: self.act.today)
        guard let concern = result.concern else { return try save(result.change) }
        let record = try pupilRecord(pupil.id, for: viewer, on: self.act.today)
        var after = result.change.after
        after.concern = try raise(concern, about: record, for: viewer).id
        return try save(Change(result.change.event, from: result.change.before, to: after))
    }
}
