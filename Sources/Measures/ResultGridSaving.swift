import Access
import Basics
import Database
import Pages
import People

/// What became of a grid: how many scores were saved, and what is wrong where.
public struct GridOutcome: Sendable {
    public var saved = 0
    /// Each by the field of its cell.
    public var problems = Problems()
    /// The pupils and scales that were saved.
    public var results: [TestResult] = []

    public init(problems: Problems = Problems()) { self.problems = problems }
}

extension Writer {
    /// Saves every cell of a grid that is right. A cell that is wrong is refused at its field, and keeps nobody else's
    /// from being saved. A cell that somebody else changed since the grid was made is asked about again.
    public func save(_ grid: ResultGrid, _ typed: FormValues, today: Day) throws -> GridOutcome {
        var outcome = GridOutcome()
        let pupils = Dictionary(uniqueKeysWithValues: try all(Pupil.self, "WHERE id IN \(grid.lines.map(\.pupil))").map { ($0.id, $0) })
        for place in grid.places where typed.has(place.field) {
            guard let pupil = pupils[place.pupil], let scale = grid.scale(place) else { continue }
            do {
                let act = SaveResult(scale, typed[place.field], takenOn: grid.takenOn, tester: typed["tester"], note: typed["note"])
                guard try grid.isToSave(place, typed) else { continue }
                let change = try act.applied(to: grid.standing[place], of: pupil, with: grid.instrument, at: grid.school, today: today)
                outcome.results.append(try save(change))
                outcome.saved += 1
            } catch let problems as Problems {
                for problem in problems.list { outcome.problems.add(problem.field == "score" ? place.field : problem.field, problem.message) }
            }
        }
        outcome.problems = outcome.problems.eachOnce
        return outcome
    }
}

extension ResultGrid {
    /// Whether a cell holds something new.
    /// - Throws: `Problems` where it was emptied, or where somebody else was here first.
    func isToSave(_ place: Place, _ typed: FormValues) throws -> Bool {
        let now = text(place), mine = typed[place.field].trimmed, opened = typed[place.was]
        if mine == now { return false }
        if now != opened {
            // Whoever did not touch the cell leaves it to the other.
            if mine == opened { return false }
            throw Problems("score", "Somebody else wrote \(now.isEmpty ? "nothing" : now) here meanwhile. Save again if yours is right.")
        }
        if mine.isEmpty { throw Problems("score", "\(now) is written down here. To take it out, withdraw it on the pupil’s page of results.") }
        return true
    }
}

extension Problems {
    /// The same beside another field of the page.
    func renaming(_ field: String, to other: String) -> Problems {
        list.reduce(into: Problems()) { $0.add($1.field == field ? other : $1.field, $1.message) }
    }

    /// What is wrong with the whole grid is said once, not for each cell.
    fileprivate var eachOnce: Problems {
        var seen: Set<Problem> = [], result = Problems()
        for problem in list where seen.insert(problem).inserted { result.add(problem.field, problem.message) }
        return result
    }
}
