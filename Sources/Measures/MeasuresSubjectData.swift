import AreaKit
import Basics
import Database

/// What is kept of a pupil's results: the test by its name, the score as people read it.
let resultSource = SubjectSource(
    "Results of tests", tables: [TestResult.table.name], keep: .send,
    dispose: { try $0.disposeRows(of: $1, in: TestResult.table) },
    find: { reader, who in
        guard case .pupil(let pupil) = who else { return [] }
        let results = try reader.all(TestResult.self, "WHERE pupil_id = \(pupil) ORDER BY taken_on, id")
        return try reader.reading(of: results).map { read in
            SubjectRow(table: TestResult.table.name, row: read.result.id.rawValue, facts: [
                .init("Test", read.instrument.name), .init("Scale", read.scale.name), .init("Score", read.words), .init("What it means", read.band?.name ?? ""),
                .init("Taken on", read.result.takenOn.inWords), .init("Tested by", read.result.tester), .init("Note", read.result.note),
                .init("Withdrawn on", read.result.withdrawnOn?.inWords ?? ""), .init("Why", read.result.withdrawnBecause),
            ])
        }
    })
