import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

/// Who has no result yet at one school, and why: for several pupils at once.
let untestedPath = PagePath<RowID, SchoolID>("/screening/*/schools/*/untested")

let untestedRoutes: [Route] = [
    .read(untestedPath, .enterResults) { visit, id, school in
        try await visit.read { try page(visit, $0, id, school, FormValues(), Problems()) }
    },
    .send(untestedPath, .enterResults) { visit, id, school in
        let typed = visit.request.form
        do {
            let number = try await visit.write { try save(visit, $0, id, school, typed) }
            return .goTo(untestedPath(id, school).asking(["saved": "\(number)"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0, id, school, typed, problems) }
        }
    },
]

/// Saves it for every pupil that was ticked, or for none.
private func save(_ visit: Visit, _ writer: Writer, _ id: RowID, _ school: SchoolID, _ typed: FormValues) throws -> Int {
    let screening = try writer.screening(id, for: visit.person), chosen = Set(typed.all("pupil").compactMap { PupilID($0) })
    let pupils = try writer.screenedPupils(of: screening, at: try screening.school(school).id, for: visit.viewer, on: visit.today).filter { $0.coverage != .tested && chosen.contains($0.pupil) }
    if pupils.isEmpty { throw Problems("pupils", "Tick at least one child.") }
    try writer.save(SetScreeningStatus(typed["status"], note: typed["note"]), of: pupils.map(\.pupil), in: screening.campaign, at: school, by: visit.viewer.name)
    return pupils.count
}

extension Writer {
    /// Says of some pupils why they have no result. Whoever asks has them in sight.
    func save(_ act: SetScreeningStatus, of pupils: [PupilID], in campaign: ScreeningCampaign, at school: SchoolID, by who: String) throws {
        let standing = Dictionary(try all(ScreeningStatus.self, "WHERE campaign_id = \(campaign.id) AND school_id = \(school) AND pupil_id IN \(pupils)").map { ($0.pupil, $0) }) { $1 }
        for pupil in pupils { try save(try act.applied(to: standing[pupil], of: pupil, in: campaign, at: school, by: who, today: self.act.today)) }
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ id: RowID, _ school: SchoolID, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let screening = try reader.screening(id, for: visit.person), place = try screening.school(school)
    let all = try reader.screenedPupils(of: screening, at: school, for: visit.viewer, on: visit.today)
    if all.isEmpty { throw NotFound() }
    let untested = all.filter { $0.coverage != .tested }.sorted { $0.coverage.isOpen && !$1.coverage.isOpen }, shown = untested.prefix(100)
    let write = FormWriter(typed, problems), title = "Who is not tested, and why", back = screening.schools.count > 1 ? schoolScreeningPath(id, school) : screeningPath(id)
    let saved: HTML = Int(visit.request.query["saved"]).map { notice("Saved for \(count($0, "child", "children")).") } ?? ""
    let more: HTML = untested.count > shown.count ? "<p>These are the first \(shown.count) of \(untested.count).</p>" : ""
    let list = try untested.isEmpty ? nil : sheet(reader, screening, place, Array(shown), typed, write, back, ChildNotice(lead: visit.safeguardingLead(reader, school, visit.today)))
    let body: HTML = """
        \(crumbs(("Screening", screeningsPath()), (screening.campaign.name, back)))\(saved)\(write.summary)\(pageTitle(title, lead: "\(place.name) · \(screening.instrument.name)"))\
        \(more)\(list ?? "<p>Every child is tested.</p><p class=\"actions\">\(linkButton("Go back to the campaign", back))</p>")
        """
    return problems.isEmpty ? visit.page(title, at: "screening", body) : visit.formAgain(title, at: "screening", body)
}

private func sheet(_ reader: Reader, _ screening: Screening, _ school: School, _ pupils: [ScreenedPupil], _ typed: FormValues, _ write: FormWriter, _ back: Address, _ child: ChildNotice) throws -> HTML {
    let ids = pupils.map(\.pupil), ticked = Set(typed.all("pupil")), classes = try reader.classNames(pupils.compactMap(\.schoolClass).unique)
    let names = Dictionary(uniqueKeysWithValues: try reader.all(Pupil.self, "WHERE id IN \(ids)").map { ($0.id, $0.name) })
    let notes = Dictionary(try reader.all(ScreeningStatus.self, "WHERE campaign_id = \(screening.id) AND school_id = \(school.id) AND pupil_id IN \(ids)").map { ($0.pupil, $0) }) { $1 }
    let rows: [HTML] = pupils.map { pupil in
        let name = names[pupil.pupil] ?? "", id = "\(pupil.pupil)", checked: HTML = ticked.contains(id) ? " checked" : "", note = notes[pupil.pupil]
        let said: HTML = note.map { $0.note.isEmpty ? "" : "<br><span class=\"quiet\">\($0.note)</span>" } ?? ""
        return """
            <tr><td class="no-print"><label class="choice"><input type="checkbox" name="pupil" value="\(id)"\(checked)><span class="unseen">\(name)</span></label></td>\
            <th scope="row"><a class="name" href="\(pupilPath(pupil.pupil))">\(name)</a></th><td data-label="Class">\(pupil.schoolClass.flatMap { classes[$0] } ?? "")</td>\
            <td data-label="Where it stands">\(pupil.coverage.label)\(said)</td></tr>

            """
    }
    return form(untestedPath(screening.id, school.id), button: "Save for those that are ticked", back: back, """
        <div id="pupils" tabindex="-1">\(write.problem("pupils"))<p class="no-print" hidden><label class="choice"><input type="checkbox" data-tick-all="pupil"> <span>Tick everybody on this page</span></label></p>\
        \(table("Children without a result", [head("Tick"), head("Name"), head("Class"), head("Where it stands")], rows))</div>\
        \(write.radios("status", "Why are they not tested?", Coverage.set.map { Choice($0.rawValue, $0.label, hint: hint($0)) }))\
        \(write.text("note", "A few words", hint: "May be left empty. The family may read them.", aboutChild: child))
        """)
}

private func hint(_ coverage: Coverage) -> String? {
    switch coverage {
    case .absent: "To be tested when they are back."
    case .notYet: "Takes back what was said before."
    case .moved: "Left, or is taught elsewhere."
    default: nil
    }
}
