import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Writes down when one family was told of SEN support.
let tellFamilyPath = PagePath<PupilID>("/pupils/*/family-told")
/// The families that are not told yet, with one act for many.
public let familiesToTellPath = PagePath< >("/families-to-tell")

let tellFamily = PupilAct(
    about: ["family_told"], needs: .changeRegister,
    form: { _, record, ask, write in
        PupilForm(title: "When was \(record.pupil.calledName)’s family told?", button: "Save", fields: tellingFields(write, ask.notice))
    },
    goingTo: { writer, record, ask, typed in
        let school = try writer.schoolOfRoll(record, for: ask.viewer, on: ask.today)
        try writer.save(try typed.telling.applied(to: record.pupil, at: school.id, by: ask.viewer.name, today: ask.today))
        return pupilPath(ask.pupil).at("concerns")
    })

let familiesToTellRoutes: [Route] = [
    .read(familiesToTellPath, .changeRegister) { visit in
        try await visit.read { try familiesPage(visit, FormValues(), Problems(), $0) }
    },
    .send(familiesToTellPath, .changeRegister) { visit in
        let typed = visit.request.form
        do {
            let number = try await visit.write { try tellMany(typed, visit, $0) }
            return .goTo(familiesToTellPath().asking(["told": "\(number)"]))
        } catch let problems as Problems {
            return try await visit.read { try familiesPage(visit, typed, problems, $0) }
        }
    },
]

/// Saves it for every family that was ticked, or for none.
private func tellMany(_ typed: FormValues, _ visit: Visit, _ writer: Writer) throws -> Int {
    let chosen = Set(typed.all("pupil").compactMap { PupilID($0) })
    let untold = try writer.untold(SafetyQuestion(viewer: visit.viewer, day: visit.today)).filter { chosen.contains($0.found.pupil) }
    if untold.isEmpty { throw Problems("pupils", "Tick at least one pupil.") }
    let act = try typed.telling
    for line in untold {
        let pupil = try writer.pupil(line.found.pupil, for: visit.viewer, on: visit.today)
        try writer.save(try act.applied(to: pupil, at: line.found.school, by: visit.viewer.name, today: visit.today))
    }
    return untold.count
}

extension FormValues {
    fileprivate var telling: TellFamily {
        get throws { TellFamily(toldOn: try dayIfAny("told_on"), isUnknown: has("unknown"), note: self["note"]) }
    }
}

private func tellingFields(_ write: FormWriter, _ child: ChildNotice) -> HTML {
    """
    \(write.day("told_on", "On which day?"))\
    \(write.checkbox("unknown", Choice("yes", "Told before we used Trellis, date unknown")))\
    \(write.text("note", "How?", hint: "For example: at parents’ evening, by letter. May be left empty.", aboutChild: child))
    """
}

private func familiesPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems, _ reader: Reader) throws -> Answer {
    let untold = try reader.untold(SafetyQuestion(viewer: visit.viewer, day: visit.today)), shown = untold.prefix(250)
    visit.viewer.witness.saw(shown.map(\.found.pupil))
    let write = FormWriter(typed, problems), title = "Families to tell"
    let saved: HTML = Int(visit.request.query["told"]).map { notice("Saved for \(count($0, "family", "families")).") } ?? ""
    let list: HTML = untold.isEmpty ? "<p>Every family of a pupil with SEN support is told.</p>" : form(familiesToTellPath(), button: "Save for those that are ticked", back: concernsPath(), """
        \(toldTable(Array(shown), Set(typed.all("pupil")), write))\(tellingFields(write, ChildNotice()))
        """)
    let more: HTML = untold.count > shown.count ? "<p>These are the first \(shown.count) of \(untold.count).</p>" : ""
    let body: HTML = """
        \(crumbs(("Concerns", concernsPath())))\(saved)\(write.summary)\(pageTitle(title, lead: "A school must tell the family when it gives a pupil SEN support (Children and Families Act 2014, section 68)."))\(more)\(list)
        """
    return problems.isEmpty ? visit.page(title, at: "concerns", body) : visit.formAgain(title, at: "concerns", body)
}

private func toldTable(_ lines: [UntoldFamily], _ ticked: Set<String>, _ write: FormWriter) -> HTML {
    let rows: [HTML] = lines.map { line in
        let id = "\(line.found.pupil)", checked: HTML = ticked.contains(id) ? " checked" : ""
        return """
            <tr><td class="no-print"><label class="choice"><input type="checkbox" name="pupil" value="\(id)"\(checked)><span class="unseen">\(line.found.name)</span></label></td>\
            <th scope="row"><a class="name" href="\(pupilPath(line.found.pupil))">\(line.found.name)</a></th><td class="date" data-label="SEN support since">\(line.since.short)</td></tr>

            """
    }
    return """
        <div id="pupils" tabindex="-1">\(write.problem("pupils"))<p class="no-print" hidden><label class="choice"><input type="checkbox" data-tick-all="pupil"> <span>Tick everybody on this page</span></label></p>\
        \(table("Pupils with SEN support whose family is not told", [head("Tick"), head("Name"), head("SEN support since")], rows))</div>
        """
}
