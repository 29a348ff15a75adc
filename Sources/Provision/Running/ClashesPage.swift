import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What the times of a form meet, while they are typed: the script of the form takes its answer from this page.
let clashesRoutes: [Route] = [
    .send(provisionClashesPath, .workOnProvision) { visit in
        try await visit.read { reader in
            let typed = visit.request.form.withTimesInOrder
            let found: HTML = try ProvisionID(typed["run"]).map { try reader.changeClashes(typed, $0, visit) } ?? reader.startClashes(typed, visit)
            return visit.page("Check times", at: "provision", "\(pageTitle("Check times"))<div id=\"clashes\">\(found)</div><p class=\"actions\"><a href=\"\(startProvisionPath())\">Start a provision</a></p>")
        }
    },
]

extension Reader {
    fileprivate func changeClashes(_ typed: FormValues, _ run: ProvisionID, _ visit: Visit) throws -> HTML {
        let seen = try provision(run, for: visit.viewer, who: .workOnProvision, on: visit.today)
        return try typedClashes(typed, seen, try staffNames(at: seen.run.school, on: visit.today), for: visit.viewer, on: visit.today)
    }

    fileprivate func startClashes(_ typed: FormValues, _ visit: Visit) throws -> HTML {
        guard let school = SchoolID(typed["school"]), visit.viewer.may(.workOnProvision, at: school) else { throw NotFound() }
        return try typedClashes(typed, at: school, try staffNames(at: school, on: visit.today), for: visit.viewer, on: visit.today)
    }

    /// What the week of a form about a provision meets.
    func typedClashes(_ typed: FormValues, _ seen: SeenProvision, _ staff: StaffNames, for viewer: Viewer, on today: Day) throws -> HTML {
        let from = (try? typed.dayIfAny("from")) ?? today
        let spell = Spell(starts: max(from, seen.run.starts), ends: seen.run.spell.ends), pupils = Set(seen.whole.pupils(on: spell.starts))
        let slots = typed.week(staff).form.slots(run: seen.run.id, spell: spell, pupils: pupils)
        return clashList(try clashes(of: slots, at: seen.run.school, without: seen.run.id, from: max(spell.starts, today), staff, for: viewer, on: today), isChecked: !slots.isEmpty)
    }

    /// Of pupils that a form names those for whom the viewer plans provision: of others nothing is told, not even when they are busy.
    private func plannedFor(_ pupils: [PupilID], by viewer: Viewer, on day: Day) throws -> Set<PupilID> {
        if pupils.isEmpty { return [] }
        return Set(try column("SELECT p.id FROM pupil p WHERE p.id IN \(pupils) AND \(viewer.doing(.workOnProvision).seesPupil(on: day))"))
    }

    /// What the week of a provision that is begun meets.
    func typedClashes(_ typed: FormValues, at school: SchoolID, _ staff: StaffNames, for viewer: Viewer, on today: Day) throws -> HTML {
        let starts = (try? typed.dayIfAny("starts")) ?? today, ends = try? typed.dayIfAny("ends")
        let pupils = try plannedFor(typed.all("pupils").prefix(60).compactMap { PupilID($0) }, by: viewer, on: today)
        let slots = typed.week(staff).form.slots(spell: Spell(starts: starts, ends: ends ?? nil), pupils: pupils)
        return clashList(try clashes(of: slots, at: school, without: nil, from: max(starts, today), staff, for: viewer, on: today), isChecked: !slots.isEmpty)
    }
}
