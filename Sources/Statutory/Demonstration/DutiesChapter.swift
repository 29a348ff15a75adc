import Access
import AreaKit
import Basics
import Database
import People

/// What the schools owe themselves, and the healthcare plan and the move of a pupil.
let dutiesChapter = DemonstrationChapter(planted: dutiesLeftUndone) { store, today in
    let schools = try await store.read { try $0.schools(for: .operator) }
    try await store.write(Act(who: "Trellis", at: Instant(today - 21, hour: 6), way: .demonstration)) { try $0.raiseDuties() }
    try await recordsSent(store, today)
    for (place, school) in schools.enumerated() { try await tell(school, place, store, today) }
}

/// What is late at one of the schools in turn.
private enum LeftUndone: Int, CaseIterable {
    case report, accessibility, healthcare, council

    static func at(_ place: Int, of schools: Int) -> [LeftUndone] { allCases.filter { $0.rawValue % schools == place } }
}

private let moveWords = "The family moved in from another council’s area; the plan came with them."

private func tell(_ school: School, _ place: Int, _ store: Store, _ today: Day) async throws {
    let number = try await store.read { try $0.schools(for: .operator).count }, undone = LeftUndone.at(place, of: number), senco = try await store.read { try $0.staffName(withRole: "SENCO", at: school.id) ?? "The SENCO" }
    func act(_ day: Day) -> Act { Act(who: "\(senco) (SENCO)", at: Instant(day, hour: 15), way: .demonstration) }
    let matter = Matter.school(school.id)
    let appointed = today - 500 - place % 5 * 40, began = today - 240
    try await store.write(act(appointed)) { try $0.save(RecordOwnDay(.sencoAppointed, on: appointed), of: matter) }
    try await store.write(act(began)) { try $0.meet(["SD-3c"], of: matter, on: began, words: "The course began at the university.") }
    let plan = undone.contains(.accessibility) ? today.adding(years: -3) - 40 : today - 420 - place % 7 * 30
    try await store.write(act(plan)) { try $0.save(RecordOwnDay(.accessibilityPlan, on: plan, words: "Agreed by the governors."), of: matter) }
    let reports = undone.contains(.report) ? [today - 430] : [today - 430, today - 70 - place % 4 * 7]
    for report in reports { try await store.write(act(report)) { try $0.save(RecordOwnDay(.informationReport, on: report, words: "On the school’s website."), of: matter) } }
    let pupils = try await store.read { try candidates("K", at: school.id, $0, today) }
    for (order, pupil) in pupils.prefix(2).enumerated() {
        let own = Matter.school(school.id, pupil: pupil), reviewed = order == 0 && undone.contains(.healthcare) ? today - 385 : today - 200 - order * 30
        try await store.write(act(reviewed)) { try $0.save(RecordOwnDay(.healthcarePlan, on: reviewed, words: "Written with the school nurse and the family."), of: own) }
    }
    guard undone.contains(.council), let moved = try await store.read({ try candidates("E", at: school.id, $0, today).last }) else { return }
    let own = Matter(.school, row: RowID(school.id.rawValue), pupil: moved, school: school.id, council: school.laCode), day = today - 75
    try await store.write(act(day + 3)) { writer in
        try writer.record(.authorityTransfer, on: day, EventDetails(days: [.transferred: day]), of: own, stated: .council, words: moveWords)
        try writer.meet(["TR-1"], of: own, on: day, words: "Letter of the old council.")
    }
}

/// The records of those who left went on in time.
private func recordsSent(_ store: Store, _ today: Day) async throws {
    try await store.write(Act(who: "Trellis", at: Instant(today, hour: 6), way: .demonstration)) { writer in
        try writer.raiseDuties()
        for owed in try writer.all(OwedDuty.self, "WHERE rule = 'SD-17' AND done_on IS NULL ORDER BY id") {
            try writer.meet([owed.rule], of: owed.matter, on: min(today, owed.dueOn), words: "The transfer file and the SEN record went by the secure way.")
        }
    }
}

/// Pupils with this status who have long been here and nowhere else, in an order of their own.
private func candidates(_ provision: String, at school: SchoolID, _ reader: Reader, _ today: Day) throws -> [PupilID] {
    try reader.column("""
        SELECT p.id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell ps ON ps.pupil_id = p.id AND ps.provision = \(provision) AND ps.ends IS NULL \
        WHERE e.school_id = \(school) AND e.ends IS NULL AND e.kind = 'C' AND p.upn IS NOT NULL AND e.starts < \(today - 420) \
        AND NOT EXISTS (SELECT 1 FROM enrolment o WHERE o.pupil_id = p.id AND o.id <> e.id) ORDER BY p.id % 37, p.id LIMIT 3
        """)
}

/// What the story leaves undone: two papers of schools, a healthcare plan that nobody looked at for a year, and a council that did not write.
@Sendable private func dutiesLeftUndone(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    let schools = try reader.schools(for: .operator)
    let ofSchools = schools.enumerated().flatMap { place, school in
        LeftUndone.at(place, of: schools.count).filter { [.report, .accessibility].contains($0) }.map { _ in PlantedGap(rule: "duty-late-school", urn: school.urn, upn: "") }
    }
    let ofPupils = try reader.rows("""
        SELECT v.event, s.urn, p.upn FROM statutory_event v JOIN school s ON s.id = v.school_id JOIN pupil p ON p.id = v.pupil_id \
        WHERE v.matter = 'school' AND (v.words = \(moveWords) OR (v.event = 'healthcare-plan' AND v.happened_on = \(today - 385)))
        """) { row in
        let event: StatutoryEvent = try row.next()
        return try PlantedGap(rule: event == .healthcarePlan ? "duty-late-school" : "duty-late-la", urn: row.next(), upn: row.next(String?.self) ?? "")
    }
    return ofSchools + ofPupils
}
