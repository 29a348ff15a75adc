import Access
import AreaKit
import Basics
import Database
import Pages
import People
import Plans

/// - Parameter sections: what areas above show on the page.
func provisionRoutes(_ sections: [PageSection<ProvisionID>]) -> [Route] {
    let inOrder = sections.sorted { $0.order < $1.order }
    return [
        .read(provisionPath, .seeProvision) { visit, id in
            try await visit.read { reader in
                let seen = try reader.provision(id, for: visit.viewer, on: visit.today)
                let above = try inOrder.filter { seen.powers.contains($0.needs) }.map { try $0.render(reader, visit.viewer, id, visit.today) }
                return try ProvisionSheet(visit, reader, seen).answer(above)
            }
        },
    ]
}

/// What the cards of the page of one provision are made from.
struct ProvisionSheet {
    let visit: Visit
    let seen: SeenProvision
    let school: String
    let staff: StaffNames
    /// The class that has it as a whole.
    let className: String?
    let minutes: [PupilID: MinutesSoFar]
    /// Those whose own page the viewer may open.
    let opened: Set<PupilID>
    /// Those whose part in it the viewer may end: whom they see where they work on provision.
    let worked: Set<PupilID>
    let outcomes: [Outcome]
    let costs: [ProvisionCost]
    let clashes: [String]
    /// Whether outcomes of those in it are not linked yet.
    let hasMoreOutcomes: Bool
    /// Whether it may be a mistake of these days.
    let canBeTakenBack: Bool

    init(_ visit: Visit, _ reader: Reader, _ seen: SeenProvision) throws {
        (self.visit, self.seen) = (visit, seen)
        let run = seen.run, today = visit.today, viewer = visit.viewer, isFamily = seen.isFamily
        school = try reader.value("SELECT name FROM school WHERE id = \(run.school)") ?? ""
        staff = try reader.staffNames(at: run.school, on: today)
        className = try run.schoolClass.flatMap { try reader.value("SELECT name FROM school_class WHERE id = \($0)") }
        minutes = try reader.minutesSoFar(of: seen.whole, on: today, try reader.schoolDays(of: run, upTo: today))
        opened = Set(try reader.column("SELECT p.id FROM pupil p WHERE p.id IN \(seen.pupils.keys.sorted()) AND \(viewer.doing(.seePupils).seesPupil(on: today))", as: PupilID.self))
        worked = run.isRunning ? seen.worked : []
        outcomes = try reader.linkedOutcomes(of: seen, for: viewer, on: today)
        costs = seen.powers.contains(.seeCosts) ? try reader.all(ProvisionCost.self, "WHERE run_id = \(run.id) ORDER BY day, id").filter { $0.pupil.map { seen.pupils[$0] != nil } ?? true } : []
        let isOpen = run.isRunning && !isFamily, slots = isOpen ? seen.whole.slots(from: today) : []
        clashes = try reader.clashes(of: slots, at: run.school, without: run.id, from: today, staff, for: viewer, on: today)
        canBeTakenBack = try seen.works && reader.canBeTakenBack(run, on: today)
        hasMoreOutcomes = try seen.works && run.isRunning && !reader.outcomeTicks(of: seen.workedPupils(on: today), without: Set(seen.whole.outcomes.map(\.outcome)), for: viewer, on: today).isEmpty
    }

    var run: ProvisionRun { seen.run }
    var today: Day { visit.today }

    /// - Parameter above: what areas above show on it.
    func answer(_ above: [HTML]) -> Answer {
        let state: HTML = run.endedOn != nil ? "<span class=\"tag tag-none\">Ended</span>" : run.starts > today ? "<span class=\"tag tag-none\">To come</span>" : "<span class=\"tag tag-good\">Running</span>"
        let child = seen.pupils.values.min { $0.id < $1.id }
        let crumb: HTML = seen.isFamily ? child.map { crumbs(($0.name, pupilPath($0.id))) } ?? "" : crumbs(("Provision", mapPath()))
        return visit.page("\(seen.name), provision", at: "provision", """
            \(crumb)\(savedNotice)\(pageTitle(seen.name, lead: "\(state) \(run.kind.label) · \(school)"))\(warnings)\
            <div class="columns"><aside>\(actsCard)</aside><div>\(whatCard)\(membersCard)\(outcomesCard)\(above)\(boughtCard)\(weeksCard)</div></div>
            """)
    }

    private var savedNotice: HTML {
        let words = [
            "started": "The provision has started.", "changed": "The week is changed.", "ended": "The provision has ended.", "joined": "They take part now.", "left": "The pupil has left it. What was logged stays.",
            "linked": "The outcomes are linked.", "unlinked": "The outcome is not linked any more.", "cost": "What was bought is written down.",
        ]
        return words[visit.request.query["saved"]].map { notice("Saved. \($0)") } ?? ""
    }

    /// What somebody should look at.
    private var warnings: HTML {
        if seen.isFamily { return "" }
        let late: HTML = run.isPastItsEnd(on: today) ? notice("Its last planned day was \(run.plannedEnd?.inWords ?? ""), and nobody has ended it. End it, or start a new one.", warns: true) : ""
        let items: [HTML] = clashes.prefix(10).map { "<li><b>Clash:</b> \($0)</li>" }
        let clash: HTML = items.isEmpty ? "" : "<div class=\"notice notice-warn\" role=\"status\"><p>Somebody or some room is in two places.</p><ul>\(items)</ul></div>"
        return late + clash
    }
}

extension SeenProvision {
    /// Whether the viewer reads it as one of the family alone.
    var isFamily: Bool { powers.isDisjoint(with: [.logSessions, .workOnProvision, .seeCosts, .raiseConcern, .seeRecord, .seeSafetyNet]) }

    /// What it is called to the viewer: to a family not by the group's own name, which may hold another child's.
    var name: String { isFamily ? intervention.name : run.name }

    /// Those in sight who take part on a day.
    func presentPupils(on day: Day) -> [PupilID] { whole.members.filter { $0.spell.ends.map { $0 >= day } ?? true }.map(\.pupil).filter { pupils[$0] != nil }.unique }

    /// Of these those for whom the viewer plans provision.
    func workedPupils(on day: Day) -> [PupilID] { presentPupils(on: day).filter(worked.contains) }
}

extension Reader {
    /// The outcomes that a provision serves, of those pupils whose plans the viewer may read.
    func linkedOutcomes(of seen: SeenProvision, for viewer: Viewer, on day: Day) throws -> [Outcome] {
        let linked = seen.whole.outcomes.filter { seen.pupils[$0.pupil] != nil }
        if linked.isEmpty { return [] }
        let readable = Set(try column("SELECT p.id FROM pupil p WHERE p.id IN \(linked.map(\.pupil).unique) AND \(viewer.doing(.seePlans).seesPupil(on: day))", as: PupilID.self))
        return try all(Outcome.self, "WHERE id IN \(linked.filter { readable.contains($0.pupil) }.map(\.outcome)) ORDER BY pupil_id, position, id")
    }
}
