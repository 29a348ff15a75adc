import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Takes out a result that was written down by mistake.
let withdrawResultPath = PagePath<PupilID, RowID>("/pupils/*/results/*/withdraw")

let withdrawResultRoutes: [Route] = [
    .read(withdrawResultPath, .enterResults) { visit, pupil, row in
        try await visit.read { try page(visit, $0, pupil, row, FormValues(), Problems()) }
    },
    .send(withdrawResultPath, .enterResults) { visit, pupil, row in
        let typed = visit.request.form
        do {
            try await visit.write { writer in
                let (_, read) = try writer.result(row, of: pupil, visit)
                try writer.save(try WithdrawResult(reason: typed["reason"]).applied(to: read.result, today: visit.today))
            }
            return .goTo(pupilResultsPath(pupil).asking(["saved": "withdrawn"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0, pupil, row, typed, problems) }
        }
    },
]

extension Reader {
    /// A result that stands, of a pupil in sight who is not another school’s by now.
    fileprivate func result(_ row: RowID, of id: PupilID, _ visit: Visit) throws -> (Pupil, ReadResult) {
        let pupil = try pupil(id, for: visit.viewer, on: visit.today)
        guard try powers(of: visit.viewer, over: id, on: visit.today).contains(.enterResults) else { throw NotFound() }
        let found = try all(TestResult.self, "WHERE id = \(row) AND pupil_id = \(id) AND withdrawn_on IS NULL")
        guard let read = try reading(of: found).first else { throw NotFound() }
        return (pupil, read)
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ id: PupilID, _ row: RowID, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    let (pupil, read) = try reader.result(row, of: id, visit), write = FormWriter(typed, problems)
    let address = withdrawResultPath(id, row), safety = try visit.childNotice(reader, id, form: address), title = "Withdraw a result"
    let body: HTML = """
        \(crumbs((pupil.name, pupilPath(id)), ("Results", pupilResultsPath(id))))\(write.summary)\
        \(pageTitle(title, lead: "\(pupil.name): \(read.instrument.name)\(read.name), \(read.words) on \(read.result.takenOn.inWords)"))\
        \(form(address, button: "Withdraw the result", back: pupilResultsPath(id), aboutChild: safety, """
            \(write.longText("reason", "Why?", hint: "For instance, that it was another pupil’s. The trail keeps what stood here.", rows: 2, aboutChild: safety))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
}
