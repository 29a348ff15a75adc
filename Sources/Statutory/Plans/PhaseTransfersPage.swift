import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Who with a plan changes phase at the end of this school year or the next, by the ages of their own school.
let phaseTransferRoutes: [Route] = [
    .read(phaseTransfersPath, .seeRecord) { visit in
        try await visit.read { try page(visit, $0, SchoolID(visit.request.query["school"])) }
    },
    .send(phaseTransfersPath, .changeRegister) { visit in
        let ticked = visit.request.form.all("pupils").compactMap { PupilID($0) }, school = SchoolID(visit.request.form["school"])
        return .goTo(try await visit.write { writer in
            let moves = try writer.phaseMoves(at: school, for: visit.viewer, on: visit.today).filter { ticked.contains($0.plan.pupil) && !$0.isClocked }
            for move in moves { try writer.record(.phaseTransfer, on: move.move.day, move.move.details, of: move.plan.matter, stated: .ours) }
            return phaseTransfersPath().asking(["school": school.map { "\($0)" }, "saved": "\(moves.count)"])
        })
    },
]

/// A pupil with a plan who changes phase.
struct PlannedMove: Sendable {
    let plan: EHCPlan
    let name: String
    let school: String
    let year: YearGroup
    let move: PhaseMove
    /// Whether the clock runs for it.
    let isClocked: Bool
}

extension Reader {
    /// Those who move at the end of this school year or the next, the soonest first.
    func phaseMoves(at school: SchoolID?, for viewer: Viewer, on day: Day) throws -> [PlannedMove] {
        let sight = viewer.inStaffParts.doing(.seeRecord), year = AcademicYear(containing: day), at: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let found = try rows("""
            SELECT k.id, \(calledName), s.name, s.phase, s.kind, s.high_age, y.year FROM ehc_plan k JOIN pupil p ON p.id = k.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = p.id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            JOIN pupil_year y ON y.pupil_id = p.id AND y.school_id = s.id AND y.academic_year = \(year.starting) \
            WHERE k.ended_on IS NULL AND \(at) AND \(sight.seesEnrolment(on: day)) ORDER BY p.sort_name, p.id
            """) { row in
            (plan: try row.next(RowID.self), name: try row.next(String.self), school: try row.next(String.self),
             structure: PhaseMove.Structure(phase: try row.next(), isSpecial: try row.next(School.Kind.self) != .mainstream, highAge: try row.next()), year: try row.next(YearGroup.self))
        }
        let moving = found.compactMap { line in PhaseMove(from: line.structure, yearGroup: line.year.number, now: year).map { (line, $0) } }
        let plans = Dictionary(try all(EHCPlan.self, "WHERE id IN \(moving.map(\.0.plan))").map { ($0.id, $0) }) { $1 }
        let clocked = Set(try column("SELECT matter_id FROM statutory_event WHERE matter = 'plan' AND event = 'phase-transfer' AND replaced_by IS NULL AND happened_on >= \(day) AND matter_id IN \(moving.map(\.0.plan))", as: RowID.self))
        let moves = moving.compactMap { line, move in plans[line.plan].map { PlannedMove(plan: $0, name: line.name, school: line.school, year: line.year, move: move, isClocked: clocked.contains(line.plan)) } }
        viewer.witness.saw(moves.map(\.plan.pupil))
        return moves.sorted { $0.move.day < $1.move.day }
    }
}

extension Reader {
    /// Pupils with a plan of whom nobody knows when they are in their last year: no year group this year, or one that is no number.
    func plansWithoutYear(at school: SchoolID?, for viewer: Viewer, on day: Day) throws -> [(pupil: PupilID, name: String)] {
        let sight = viewer.inStaffParts.doing(.seeRecord), year = AcademicYear(containing: day), at: SQL = school.map { "e.school_id = \($0)" } ?? "1 = 1"
        let found = try rows("""
            SELECT p.id, \(calledName), y.year FROM ehc_plan k JOIN pupil p ON p.id = k.pupil_id \
            JOIN enrolment e ON e.id = (SELECT x.id FROM enrolment x WHERE x.pupil_id = p.id AND x.starts <= \(day) AND (x.ends IS NULL OR x.ends >= \(day)) \
            AND x.kind <> 'G' ORDER BY CASE x.kind WHEN 'S' THEN 1 ELSE 0 END, x.id LIMIT 1) JOIN school s ON s.id = e.school_id \
            LEFT JOIN pupil_year y ON y.pupil_id = p.id AND y.school_id = s.id AND y.academic_year = \(year.starting) \
            WHERE k.ended_on IS NULL AND \(at) AND \(sight.seesEnrolment(on: day)) ORDER BY p.sort_name, p.id
            """) { (pupil: try $0.next(PupilID.self), name: try $0.next(String.self), year: try $0.next(String?.self)) }
        let unknown = found.filter { $0.year.flatMap { YearGroup(rawValue: $0).number } == nil }
        viewer.witness.saw(unknown.map(\.pupil))
        return unknown.map { ($0.pupil, $0.name) }
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ school: SchoolID?) throws -> Answer {
    let viewer = visit.viewer, schools = try reader.schools(for: viewer)
    if let school, !schools.contains(where: { $0.id == school }) { throw NotFound() }
    let moves = try reader.phaseMoves(at: school, for: viewer, on: visit.today), writes = visit.person.may(.changeRegister), open = moves.contains { !$0.isClocked }
    let unyeared = try reader.plansWithoutYear(at: school, for: viewer, on: visit.today)
    let unknown = schools.filter { ($0.id == school || school == nil) && $0.highAge == nil }.map(\.name).joined(separator: ", ")
    let saved = Int(visit.request.query["saved"]).map { notice("The clock runs for \(count($0, "more plan")) now.") } ?? ""
    let list = movesTable(moves, showSchool: schools.count > 1 && school == nil, ticks: writes && open, visit.today)
    let body: HTML = moves.isEmpty ? "<p>Nobody with a plan here changes phase at the end of this school year or the next.</p>" : writes && open ? """
        <form method="post" action="\(phaseTransfersPath())"><input type="hidden" name="school" value="\(school.map { "\($0)" } ?? "")">\(list)\
        <p class="actions"><button>Start the clock for those ticked</button></p></form>
        """ : list
    return visit.page("Who changes phase", at: "ehc", """
        \(crumbs(("EHC plans", ehcPlansPath())))\(saved)\
        \(pageTitle("Who changes phase", lead: "Pupils with a plan who are in the last year of their school this year or next. The council must review the plan and name the next place before these days (SEND Regulations 2014, reg 18).", actions: [printButton("Print this list")]))\
        <p>Common practice: hold the review in the summer term of the year before, or early in the autumn. Pupils who stay in an all-through or special school do not stand here.</p>\
        \(unknown.isEmpty ? "" : notice("Up to which age these schools have pupils is not known, so nobody of theirs stands here: \(unknown). Read in the list of schools (GIAS).", warns: true))\(unyeared.isEmpty ? "" : notice("Of these pupils with a plan no year group is known that can be followed, so look for yourself whether they move: \(unyeared.map { line -> HTML in "<a href=\"\(ehcPlanPath(line.pupil))\">\(line.name)</a>" }.joined(", ")).", warns: true))\(body)
        """)
}

private func movesTable(_ moves: [PlannedMove], showSchool: Bool, ticks: Bool, _ today: Day) -> HTML {
    let school: HTML = showSchool ? head("School") : "", tick: HTML = ticks ? head("Start the clock") : ""
    return table("Who changes phase", [head("Pupil"), school, head("Year"), head("Moves"), head("The council names the place by"), head("The clock"), tick], moves.map { line in
        let place: HTML = showSchool ? "<td data-label=\"School\">\(line.school)</td>" : "", duty = line.move.duties.first, check: HTML = line.move.check.isEmpty ? "" : "<p class=\"quiet\"><b>Please check:</b> \(line.move.check)</p>"
        let box: HTML = !ticks ? "" : line.isClocked ? "<td></td>" : "<td data-label=\"Start the clock\"><label class=\"choice\"><input type=\"checkbox\" name=\"pupils\" value=\"\(line.plan.pupil.rawValue)\"\(line.move.check.isEmpty ? " checked" : "")> <span>Start<span class=\"unseen\"> for \(line.name)</span></span></label></td>"
        let late: HTML = duty.map { $0.due < today } ?? false ? " <span class=\"tag tag-warn\">Past</span>" : ""
        return """
            <tr><th scope="row"><a class="name" href="\(ehcPlanPath(line.plan.pupil))">\(line.name)</a></th>\(place)<td data-label="Year">\(line.year.label)</td>\
            <td data-label="Moves">\(line.move.day.inWords), \(line.move.label)\(check)</td><td class="date" data-label="By">\(duty.map { "\($0.due.short) (\($0.id))" } ?? "")\(late)</td>\
            <td data-label="The clock">\(line.isClocked ? "<span class=\"tag tag-good\">Runs</span>" : "<span class=\"tag tag-none\">Not started</span>")</td>\(box)</tr>

            """
    })
}
