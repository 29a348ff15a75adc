import Access
import Basics
import Database
import Stage
import Testing
@testable import People

@Suite("The export of all records")
struct PeopleExportTests {
    @Test("Every table is written, and a sealed pupil's former names, UPNs and contacts are not", arguments: StageEngine.here)
    func sealed(engine: StageEngine) async throws {
        let stage = try await Stage(engine, areas: [PeopleArea()])
        try await stage.act { writer in
            for (name, sealed) in [("Open", false), ("Sealed", true)] {
                var pupil = Pupil(id: .new, surname: "Example", forename: name, birth: Stage.november.adding(years: -8))
                pupil.sealed = sealed
                pupil = try writer.save(Change("pupil.added", to: pupil))
                try writer.save(Change("name.noted", to: FormerName(id: .new, pupil: pupil.id, surname: "Before", forename: name)))
                try writer.save(Change("upn.noted", to: FormerUPN(id: .new, pupil: pupil.id, upn: "Z\(pupil.id)")))
                try writer.save(Change("contact.added", to: Contact(id: .new, pupil: pupil.id, position: 1, surname: "Carer")))
            }
        }
        let rows = try await stage.read { reader in
            var rows: [String: [[String]]] = [:]
            for table in PeopleExport.tables { try table.each(reader) { rows[table.name, default: []].append($0) } }
            return rows
        }
        #expect(rows["pupil"]?.count == 2)
        #expect(rows["former_name"]?.map { $0[4] } == ["Open"])
        #expect(rows["former_upn"]?.count == 1)
        #expect(rows["contact"]?.count == 1)
        #expect(PeopleExport.tables.map(\.columns.count).allSatisfy { $0 > 3 })
        #expect(rows["pupil"]?.first?.last == "0", "yes and no are 1 and 0 on both engines")
    }
}
