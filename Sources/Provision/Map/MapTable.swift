import Access
import Basics
import Database
import Files
import People

/// The provision of a school year as a table: one row for each pupil and provision. What it costs is empty for those who do
/// not see costs.
public struct MapTable: RecordTable {
    /// The columns, in their order for good.
    public static let columns = [
        "urn", "upn", "pupil", "class", "kind", "intervention", "provision", "name", "starts", "ends", "joined", "left", "week", "roles",
        "planned_minutes", "offered_minutes", "attended_minutes", "proof", "outcomes", "next_review",
        "cost_to_date", "cost_whole_run", "effect",
    ]

    private let school: SchoolID?
    private let day: Day
    /// What came of each, from the area that judges it.
    private let effects: ProvisionEffects

    public init(school: SchoolID?, day: Day) { self.init(school: school, day: day) { _, _, _, _ in [:] } }

    public init(school: SchoolID?, day: Day, effects: @escaping ProvisionEffects) { (self.school, self.day, self.effects) = (school, day, effects) }

    public func table(for viewer: Viewer, _ reader: Reader) throws -> (table: TextTable, records: Int) {
        // School by school: a query takes no list of any length.
        let lines = try reader.schools(for: viewer).filter { school == nil || $0.id == school }.flatMap { try self.lines(of: $0, for: viewer, reader) }
        return (TextTable("Provision map", columns: Self.columns, lines: lines), lines.count)
    }

    private func lines(of school: School, for viewer: Viewer, _ reader: Reader) throws -> [[String]] {
        var ask = MapQuestion(school: school.id, day: day)
        ask.period = .year
        let sheet = try reader.provisionMap(ask, of: [school.id], for: viewer), pupils = sheet.runs.flatMap { $0.named.map(\.id) }.unique
        viewer.witness.saw(pupils)
        let upns = try reader.uniqueNumbers(of: pupils), reviews = try reader.nextReviews(of: pupils, for: viewer, on: day)
        let outcomes = viewer.may(.seePlans) ? try reader.wordsOfOutcomes(sheet.runs.flatMap { $0.whole.outcomes.map(\.outcome) }) : [:]
        let costs = try reader.mapCosts(sheet, ask, for: viewer), effects = try effects(reader, viewer, sheet.runs.map(\.run.id), day)
        return sheet.runs.flatMap { run in
            run.named.map { pupil in
                let cost = costs?.cost(of: [pupil.id], in: run), effect = effects[run.run.id]?.words ?? ""
                return [school.urn, upns[pupil.id] ?? "", pupil.name, pupil.className] + run.cells(of: pupil.id, on: day)
                    + [run.words(of: pupil.id, outcomes), reviews[pupil.id]?.description ?? "", cost?.toDate.plain ?? "", cost?.whole.plain ?? "", effect]
            }
        }
    }
}

extension MapRun {
    fileprivate func cells(of pupil: PupilID, on day: Day) -> [String] {
        let times = whole.members.filter { $0.pupil == pupil }, minutes = places(of: pupil).minutes, week = whole.pattern(on: day) ?? whole.patterns.last
        let left = times.contains { $0.spell.ends == nil } ? nil : times.compactMap(\.spell.ends).max()
        return [run.kind.rawValue, intervention.name, "\(run.id)", run.name, "\(run.starts)", (run.endedOn ?? run.plannedEnd)?.description ?? ""]
            + [times.map(\.spell.starts).min()?.description ?? "", left?.description ?? "", whole.mapWeek(on: day), (week?.times.flatMap(\.adults).map(\.role).unique ?? []).joined(separator: " ")]
            + ["\(minutes.planned)", "\(minutes.offered)", "\(minutes.received)", week?.proof.rawValue ?? ""]
    }

    fileprivate func words(of pupil: PupilID, _ outcomes: [OutcomeID: String]) -> String {
        whole.outcomes.filter { $0.pupil == pupil }.compactMap { outcomes[$0.outcome] }.joined(separator: "\n")
    }
}

extension Reader {
    fileprivate func uniqueNumbers(of pupils: [PupilID]) throws -> [PupilID: String] {
        pupils.isEmpty ? [:] : Dictionary(try rows("SELECT id, upn FROM pupil WHERE id IN \(pupils)") { try ($0.next(PupilID.self), $0.next(String?.self) ?? "") }) { $1 }
    }

    fileprivate func wordsOfOutcomes(_ ids: [OutcomeID]) throws -> [OutcomeID: String] {
        ids.isEmpty ? [:] : Dictionary(try rows("SELECT id, words FROM outcome WHERE id IN \(ids.unique)") { try ($0.next(OutcomeID.self), $0.next(String.self)) }) { $1 }
    }
}
