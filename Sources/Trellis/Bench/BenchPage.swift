import AreaKit
import Basics
import Database
import Identification
import Measures
import Oversight
import Pages
import People
import Plans

/// A page that the bench asks for as the SENCO of the largest school, in a trust with two years of history: one value for
/// each row of the table.
struct BenchPage: Sendable {
    let what: String
    /// Nil where the store holds nothing of the kind.
    let address: @Sendable (Reader, BenchScene) throws -> Address?

    init(_ what: String, _ address: @escaping @Sendable (Reader, BenchScene) throws -> Address?) {
        (self.what, self.address) = (what, address)
    }

    /// Nobody waits longer than this for one of them.
    static let aim = "< 30 ms"

    static let all = [
        BenchPage("pupil page with two years of history") { _, scene in pupilPath(scene.oldHand) },
        BenchPage("plan page") { reader, scene in try reader.value("SELECT MAX(id) FROM plan WHERE pupil_id = \(scene.oldHand)", as: PlanID?.self).flatMap { $0 }.map { planPath($0) } },
        BenchPage("plans of a school") { _, scene in plansPath().asking(["school": "\(scene.school)"]) },
        BenchPage("results of a class, as a grid") { try $0.fullestGrid(at: $1.school) },
        BenchPage("concerns of a school") { _, scene in concernsPath().asking(["school": "\(scene.school)"]) },
        BenchPage("safety net of a school") { _, _ in gapsPath() },
        BenchPage("Today") { _, _ in PagePath< >("/")() },
    ]
}

/// Where the pages are asked for.
struct BenchScene: Sendable {
    let school: SchoolID
    /// The pupil of the school with the most plans behind them.
    let oldHand: PupilID
}

extension Reader {
    func benchScene(at school: SchoolID) throws -> BenchScene {
        let pupil = try value("""
            SELECT n.pupil_id FROM plan n JOIN enrolment e ON e.pupil_id = n.pupil_id AND e.school_id = n.school_id AND e.ends IS NULL \
            WHERE n.school_id = \(school) GROUP BY n.pupil_id ORDER BY COUNT(*) DESC, n.pupil_id LIMIT 1
            """, as: PupilID.self)
        return BenchScene(school: school, oldHand: pupil ?? PupilID(1))
    }

    /// What two years left behind, in words.
    func historyInWords() throws -> String {
        let counts = try first("""
            SELECT (SELECT COUNT(*) FROM plan), (SELECT COUNT(*) FROM plan_review), (SELECT COUNT(*) FROM test_result), (SELECT COUNT(*) FROM concern), (SELECT COUNT(*) FROM note)
            """) { try ($0.next(Int.self), $0.next(Int.self), $0.next(Int.self), $0.next(Int.self), $0.next(Int.self)) } ?? (0, 0, 0, 0, 0)
        return "\(counts.0), \(counts.1), \(counts.2), \(counts.3), \(counts.4)"
    }

    /// The class and the test with the most results.
    fileprivate func fullestGrid(at school: SchoolID) throws -> Address? {
        try first("""
            SELECT m.class_id, t.instrument_id FROM test_result t JOIN class_member m ON m.pupil_id = t.pupil_id AND m.ends IS NULL JOIN school_class c ON c.id = m.class_id AND c.school_id = t.school_id \
            WHERE t.school_id = \(school) GROUP BY m.class_id, t.instrument_id ORDER BY COUNT(*) DESC, m.class_id LIMIT 1
            """) { try classResultsPath($0.next(), $0.next()) }
    }
}
