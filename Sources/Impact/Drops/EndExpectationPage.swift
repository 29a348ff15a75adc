import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let endExpectationRoutes: [Route] = [
    .read(endExpectationPath, .keepSchool) { visit, id in
        try await visit.read { try page(visit, $0, $0.keptExpectation(id, visit), FormValues([("last_day", visit.today.description)]), Problems()) }
    },
    .send(endExpectationPath, .keepSchool) { visit, id in
        let typed = visit.request.form
        return try await visit.save { writer in
            let before = try writer.keptExpectation(id, visit)
            guard let day = try typed.dayIfAny("last_day") else { throw Problems("last_day", "Give the last day on which it is expected.") }
            try writer.save(try EndExpectation(lastDay: day).applied(to: before))
            return expectationsPath().asking(["school": before.school.map { "\($0)" }, "saved": "ended"])
        } again: { problems, status in
            try await visit.read { try page(visit, $0, $0.keptExpectation(id, visit), typed, problems, status: status) }
        }
    },
]

extension Reader {
    /// What is expected, for those who keep it.
    fileprivate func keptExpectation(_ id: RowID, _ visit: Visit) throws -> ExpectedProgress {
        guard let found = try one(id, of: ExpectedProgress.self), visit.viewer.keepsExpectations(at: found.school) else { throw NotFound() }
        return found
    }
}

private func page(_ visit: Visit, _ reader: Reader, _ expected: ExpectedProgress, _ typed: FormValues, _ problems: Problems, status: Int = 422) throws -> Answer {
    let write = FormWriter(typed, problems), title = "End what is expected", test = try reader.one(expected.instrument, of: Instrument.self)
    let years = expected.years.isEmpty ? "every year" : expected.years.map(\.label).joined(separator: ", ")
    let body: HTML = """
        \(crumbs(("Data drops", dropsPath()), ("What is expected", expectationsPath())))\(write.summary)\
        \(pageTitle(title, lead: "\(test?.name ?? ""), \(years): \(expected.inWords(on: test?.scale(expected.scale))), since \(expected.starts.inWords)."))\
        \(form(endExpectationPath(expected.id), button: "End it", back: expectationsPath(), write.day("last_day", "What is the last day?", hint: "Drops up to that day still use it.")))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}
