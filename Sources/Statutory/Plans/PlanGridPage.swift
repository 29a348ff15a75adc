import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let planGridRoutes: [Route] = [
    .read(planGridPath, .changeRegister) { visit in
        try await visit.read { reader in
            let schools = try reader.schools(for: visit.viewer)
            guard let school = SchoolID(visit.request.query["school"]) ?? (schools.count == 1 ? schools[0].id : nil) else { return choosePage(visit, schools) }
            let grid = try reader.planGrid(school, part: Int(visit.request.query["part"]) ?? 1, for: visit.viewer, on: visit.today)
            return gridPage(visit, grid, grid.opening)
        }
    },
    .send(planGridPath, .changeRegister) { visit in
        let typed = visit.request.form, grid = try await visit.read { try $0.planGrid(typed, visit) }
        return try await visit.save({ writer in
            let saved = try writer.save(try writer.planGrid(typed, visit), typed, today: visit.today)
            return ehcPlansPath().asking(["school": "\(grid.school.id)", "saved": "\(saved)"])
        }, again: { problems, status in gridPage(visit, grid, grid.asking(typed), problems, status: status) })
    },
    .send(pastePlansPath, .changeRegister) { visit in
        try await visit.read { reader in
            let grid = try reader.planGrid(visit.request.form, visit), (values, problems, found) = grid.pasted(visit.request.form)
            let words: HTML = found == 0 ? "" : notice("\(count(found, "cell")) filled in below. Nothing is saved yet: look at them, then press Save the plans.")
            return gridPage(visit, grid, values, problems, status: problems.isEmpty ? 200 : 422, notice: words)
        }
    },
]

extension Reader {
    fileprivate func planGrid(_ typed: FormValues, _ visit: Visit) throws -> PlanGrid {
        try planGrid(SchoolID(typed["school"]), part: Int(typed["part"]) ?? 1, about: PlanGrid.pupils(in: typed), for: visit.viewer, on: visit.today)
    }
}

extension PlanGrid {
    /// What was typed; it has now seen what stands there, so that saving again means it.
    fileprivate func asking(_ typed: FormValues) -> FormValues {
        lines.reduce(into: typed) { $0.set(Self.seen($1.pupil), $1.plan.map { "\($0.version)" } ?? "") }
    }

    /// Whom a form is about. No form has more than a part of a list.
    fileprivate static func pupils(in typed: FormValues) -> Set<PupilID>? {
        let named = typed.pairs.compactMap { pair -> PupilID? in
            let parts = pair.name.split(separator: ".")
            return parts.count > 1 && ["v", "c"].contains(parts[0]) ? PupilID(String(parts[1])) : nil
        }
        return named.isEmpty ? nil : Set(named.prefix(mostLines * (facts.count + 1)))
    }

    fileprivate func address(_ part: Int) -> Address { planGridPath().asking(["school": "\(school.id)", "part": part > 1 ? "\(part)" : nil]) }
}

private func choosePage(_ visit: Visit, _ schools: [School]) -> Answer {
    let items: [HTML] = schools.map { "<li><a href=\"\(planGridPath().asking(["school": "\($0.id)"]))\">\($0.name)</a></li>" }
    return visit.page("Enter many plans: choose a school", at: "ehc", "\(crumbs(("EHC plans", ehcPlansPath())))\(pageTitle("Enter many plans", lead: "At which school?"))<ul class=\"plain tall\">\(items)</ul>")
}

private func gridPage(_ visit: Visit, _ grid: PlanGrid, _ typed: FormValues, _ problems: Problems = Problems(), status: Int = 200, notice: HTML = "") -> Answer {
    let write = FormWriter(typed, problems), title = "Enter the EHC plans of \(grid.school.name)", back = ehcPlansPath().asking(["school": "\(grid.school.id)"])
    let body: HTML = grid.lines.isEmpty ? "<p>Nobody on this roll has E on the register. A pupil’s status comes first: it stands on the pupil’s page.</p>" : gridForm(grid, write, typed, problems, back)
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "ehc", status: status, """
        \(crumbs(("EHC plans", back)))\(notice)\(write.summary)\(pageTitle(title, lead: "Pupils with E on the register, and those with a plan here. If anything is wrong, nothing is saved until it is mended."))\(partLinks("Parts of this list", grid.part, of: grid.parts, at: grid.address))\(body)
        """)
}

private func gridForm(_ grid: PlanGrid, _ write: FormWriter, _ typed: FormValues, _ problems: Problems, _ back: Address) -> HTML {
    let wrong = Dictionary(problems.list.map { ($0.field, $0.message) }) { first, _ in first }
    let rows: [HTML] = grid.lines.map { line in
        let cells: [HTML] = PlanGrid.facts.map { cell(line, $0, typed, wrong) }
        let said: HTML = line.isOnRegister ? "" : " <span class=\"tag tag-warn\">not E on the register</span>"
        return "<tr><th scope=\"row\">\(line.name)\(said)<input type=\"hidden\" name=\"\(PlanGrid.seen(line.pupil))\" value=\"\(typed[PlanGrid.seen(line.pupil)])\"></th>\(cells)</tr>\n"
    }
    let opened: HTML = write.problem("pasted").isEmpty ? "" : " open"
    return """
        <ul class="hint"><li><b>Days:</b> 22/11/2026.</li><li><b>LA:</b> \(grid.councils.map { "\($0.code) is \($0.name)" }.joined(separator: ", ")).</li>\
        <li><b>Top-up:</b> 5,200 a year, or 100 a week.</li></ul>\
        <form method="post" action="\(planGridPath())" data-long novalidate><input type="hidden" name="school" value="\(grid.school.id.rawValue)"><input type="hidden" name="part" value="\(grid.part)">\
        <p class="hint" role="status" data-grid-says></p><table class="stack-on-phone entry" data-grid><caption class="unseen">EHC plans</caption>\
        <thead><tr>\(head("Name"))\(PlanGrid.facts.map { head($0.heading) })</tr></thead><tbody>\(rows)</tbody></table>\
        <p class="actions"><button>Save the plans</button> <a href="\(back)">Go back without saving</a></p>\
        <details class="no-print"\(opened)><summary>Paste rows with names or UPNs…</summary>\
        \(write.longText("pasted", "Rows of your spreadsheet", hint: "Each row: the UPN or the name, then \(PlanGrid.facts.map(\.heading).joined(separator: ", ")). With a row of headings the columns may stand in any order.", aboutNobody: ()))\
        <p class="actions"><button class="second" formaction="\(pastePlansPath())">Fill in the grid</button></p></details></form>
        """
}

private func cell(_ line: PlanGrid.Line, _ fact: PlanFact, _ typed: FormValues, _ wrong: [String: String]) -> HTML {
    let field = PlanGrid.field(line.pupil, fact), problem = wrong[field]
    let words: HTML = problem.map { "<p class=\"problem\" id=\"\(field)-problem\">\($0)</p>" } ?? ""
    let invalid: HTML = problem == nil ? "" : " aria-invalid=\"true\" aria-describedby=\"\(field)-problem\""
    return """
        <td data-label="\(fact.heading)"><label class="unseen" for="\(field)">\(line.name), \(fact.heading)</label>\
        <input id="\(field)" name="\(field)" value="\(typed[field])" autocomplete="off"\(invalid)>\(words)</td>
        """
}
