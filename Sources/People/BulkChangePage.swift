import Access
import AreaKit
import Basics
import Database
import Pages

/// Changes the status or adds a need for many pupils at once: choose on the register, say what, look at what
/// each would become, then save all in one act.
let bulkChangePath = PagePath< >("/register/change")
let applyBulkChangePath = PagePath< >("/register/change/save")

let bulkChangeRoutes: [Route] = [
    .read(bulkChangePath, .changeRegister) { visit in
        let chosen = pupils(visit.request.query)
        if chosen.isEmpty { return .goTo(registerPath()) }
        return try await visit.read { reader in
            let records = try reader.records(chosen, for: visit.viewer, on: visit.today), notice = try visit.childNotice(reader, records)
            return askPage(visit, records, notice, FormValues([("from", visit.today.description)]), Problems())
        }
    },
    .send(bulkChangePath, .changeRegister) { visit in try await preview(visit, visit.request.form) },
    .send(applyBulkChangePath, .changeRegister) { visit in
        let typed = visit.request.form
        do {
            let saved = try await visit.write { try apply($0, visit, typed) }
            return .goTo(registerPath().asking(["changed": "\(saved)"]))
        } catch let problems as Problems {
            return try await preview(visit, typed, problems: problems)
        } catch let overtaken as Overtaken {
            return try await preview(visit, typed, overtaken: overtaken)
        }
    },
]

private func pupils(_ typed: FormValues) -> [PupilID] {
    var seen: Set<PupilID> = []
    return typed.all("pupil").compactMap { PupilID($0) }.filter { seen.insert($0).inserted }
}

private func preview(_ visit: Visit, _ typed: FormValues, problems: Problems = Problems(), overtaken: Overtaken? = nil) async throws -> Answer {
    try await visit.read { reader in
        let records = try reader.chosenRecords(typed, visit)
        do {
            try problems.check()
            let change = try typed.bulkChange(today: visit.today)
            let outcomes = try records.map { try BulkOutcome($0, change, reader, visit.today) }
            return previewPage(visit, outcomes, typed, overtaken)
        } catch let found as Problems {
            return askPage(visit, records, try visit.childNotice(reader, records), typed, found)
        }
    }
}

/// Saves the change for every pupil of the preview, or for nobody.
private func apply(_ writer: Writer, _ visit: Visit, _ typed: FormValues) throws -> Int {
    let change = try typed.bulkChange(today: visit.today)
    let records = try writer.chosenRecords(typed, visit)
    var changed: [TrailLine] = []
    for record in records {
        do { try writer.refuseOvertaken(record.pupil, in: registerTables, seen: typed["seen.\(record.pupil.id)"]) } catch let other as Overtaken {
            changed += other.lines.prefix(1)
        }
    }
    if !changed.isEmpty { throw Overtaken(lines: changed) }
    for record in records {
        try writer.save(try change.applied(to: record.register, today: visit.today), of: record, on: visit.today)
    }
    return records.count
}

extension Reader {
    /// The records of many pupils; one that is out of sight makes the whole question unanswerable.
    fileprivate func records(_ pupils: [PupilID], for viewer: Viewer, on day: Day) throws -> [PupilRecord] {
        try pupils.prefix(500).map { try pupilRecord($0, for: viewer, on: day) }
    }

    /// The records of the pupils whom a form names.
    func chosenRecords(_ typed: FormValues, _ visit: Visit) throws -> [PupilRecord] {
        try records(pupils(typed), for: visit.viewer, on: visit.today)
    }
}

extension FormValues {
    fileprivate func bulkChange(today: Day) throws -> BulkChange {
        let change = BulkChange(provision: self["provision"], need: self["need"], from: try day("from"), reason: self["reason"])
        try change.check(today: today)
        return change
    }
}
