import Access
import Basics
import Database
import Measures
import Pages
import People

/// A grid of pupils and the facts of their plans: typed by the keys, pasted from a spreadsheet, shown again with what is wrong.
struct PlanGrid: Sendable {
    struct Line: Sendable {
        let pupil: PupilID
        let name: String
        let upn: String?
        let names: [String]
        let born: Day
        let isOnRegister: Bool
        let plan: EHCPlan?
    }

    let school: School
    let councils: [(code: String, name: String)]
    let lines: [Line]
    /// Which part of a long list this is, and of how many.
    let part: Int, parts: Int
    /// How many pupils a form was about who are no longer on this roll or in sight.
    var gone = 0

    /// The columns; what else there is to say of a plan stands on its own page.
    static let facts: [PlanFact] = [.finalOn, .metOn, .decidedOn, .council, .officer, .band, .topUp]
    static let mostLines = 20

    static func field(_ pupil: PupilID, _ fact: PlanFact) -> String { "c.\(pupil).\(fact.rawValue)" }
    /// The version of the plan that the grid showed; empty where there was none.
    static func seen(_ pupil: PupilID) -> String { "v.\(pupil)" }

    /// With what the grid opens: what is known, and the school's council where nothing is.
    var opening: FormValues {
        var values = FormValues()
        for line in lines {
            values.add(Self.seen(line.pupil), line.plan.map { "\($0.version)" } ?? "")
            for fact in Self.facts { values.add(Self.field(line.pupil, fact), line.plan?.typed(fact) ?? "") }
        }
        return values
    }

    /// What was typed about a pupil; nil where nothing of it is new.
    func keep(_ line: Line, _ typed: FormValues) -> KeepPlan? {
        var facts: [PlanFact: String] = [:]
        for fact in Self.facts where typed.has(Self.field(line.pupil, fact)) { facts[fact] = typed[Self.field(line.pupil, fact)].trimmed }
        if facts.allSatisfy({ line.plan?.typed($0.key) ?? "" == $0.value }) { return nil }
        // What a spreadsheet does not say of a new plan: the council of the school keeps it.
        if line.plan == nil, facts[.council, default: ""].isEmpty { facts[.council] = school.laCode }
        return KeepPlan(facts)
    }
}

extension Reader {
    /// The pupils of a school with E on the register or with a plan, in parts that stay small enough to work in.
    /// - Parameter typed: whom a form that came back is about: these and no others, wherever they now stand in the list.
    func planGrid(_ id: SchoolID?, part: Int, about typed: Set<PupilID>? = nil, for viewer: Viewer, on day: Day) throws -> PlanGrid {
        guard let id, let school = try school(id, for: viewer) else { throw NotFound() }
        var filter = RegisterFilter(school: id, day: day)
        filter.status = .everybody
        let roll = try roll(filter, for: viewer)
        let plans = Dictionary(try all(EHCPlan.self, "WHERE ended_on IS NULL AND pupil_id IN (SELECT x.pupil_id FROM enrolment x WHERE x.school_id = \(id))").map { ($0.pupil, $0) }) { $1 }
        let wanted = roll.filter { $0.provision == "E" || plans[$0.pupil] != nil }
        let parts = max(1, (wanted.count + PlanGrid.mostLines - 1) / PlanGrid.mostLines), part = min(max(1, part), parts)
        let shown = typed.map { typed in roll.filter { typed.contains($0.pupil) } } ?? Array(wanted.dropFirst((part - 1) * PlanGrid.mostLines).prefix(PlanGrid.mostLines))
        viewer.witness.saw(shown.map(\.pupil))
        return PlanGrid(school: school, councils: try knownCouncils(), lines: shown.map { PlanGrid.Line($0, plans[$0.pupil]) }, part: part, parts: parts, gone: max(0, (typed?.count ?? 0) - shown.count))
    }

    /// The pupils on a school's roll. Whom a page then shows, it tells the witness itself.
    private func roll(_ filter: RegisterFilter, for viewer: Viewer) throws -> [RegisterLine] {
        let quiet = Viewer(name: viewer.name, account: viewer.account, parts: viewer.doing(.seeRecord).parts, family: viewer.family)
        return try register(filter, for: quiet)
    }
}

extension PlanGrid.Line {
    fileprivate init(_ line: RegisterLine, _ plan: EHCPlan?) {
        let called = [line.preferredForename.nonEmpty ?? line.forename, line.preferredSurname.nonEmpty ?? line.surname].joined(separator: " ").trimmed
        self.init(pupil: line.pupil, name: called, upn: line.upn, names: ["\(line.forename) \(line.surname)", called], born: line.birth, isOnRegister: line.provision == "E", plan: plan)
    }
}

extension Writer {
    /// Saves a whole grid, or nothing of it where anything is wrong.
    /// - Returns: how many plans were new or changed.
    /// - Throws: `Problems`, each by the field of its cell.
    func save(_ grid: PlanGrid, _ typed: FormValues, today: Day) throws -> Int {
        var problems = Problems(), changes: [Change<EHCPlan>] = []
        problems.require(grid.gone == 0, "", "\(count(grid.gone, "pupil")) of whom you typed \(grid.gone == 1 ? "is" : "are") no longer on this roll. What you typed of the others stands below, and nothing is saved yet: save again.")
        for line in grid.lines {
            guard let keep = grid.keep(line, typed) else { continue }
            do {
                let setting = KeepPlan.Setting(school: grid.school.id, councils: grid.councils, born: line.born, today: today)
                let change = try keep.applied(to: line.plan, of: line.pupil, in: setting)
                if change.isEmpty { continue }
                if typed[PlanGrid.seen(line.pupil)] == line.plan.map({ "\($0.version)" }) ?? "" { changes.append(change) } else {
                    problems.add(PlanGrid.field(line.pupil, .finalOn), "Somebody else changed this plan meanwhile: \(line.plan?.inShort ?? "it is gone"). Save again if yours is right.")
                }
            } catch let wrong as Problems {
                for problem in wrong.list { problems.add(PlanFact(rawValue: problem.field).map { PlanGrid.field(line.pupil, $0) } ?? "", problem.message) }
            }
        }
        try problems.check()
        for change in changes { try save(change) }
        return changes.count
    }
}

extension EHCPlan {
    /// `final plan 3 Feb 2025, top-up £5,200.00 a year`: for a message.
    var inShort: String { [finalOn.map { "final plan \($0.short)" }, metOn.map { "last meeting \($0.short)" }, topUp.map { "top-up \($0.words)" }].compactMap(\.self).joined(separator: ", ") }
}

extension PlanGrid {
    /// The texts of the grid with what was pasted, what could not be placed, and how many cells were filled.
    func pasted(_ typed: FormValues) -> (FormValues, Problems, Int) {
        let cells = PastedScores(typed["pasted"], people: lines.map { PastedScores.Person(upn: $0.upn, names: $0.names) }, scales: Self.facts.map(\.heading))
        var values = typed
        if cells.problems.isEmpty { values.set("pasted", "") }
        for cell in cells.found { values.set(Self.field(lines[cell.person].pupil, Self.facts[cell.scale]), cell.text) }
        return (values, cells.problems, cells.found.count)
    }
}
