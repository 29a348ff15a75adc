import Access
import AreaKit
import Basics
import Database

extension FindingAnswer: Recorded {
    public static let table = Table("finding_answer", "rule", "school_id", "pupil_id", "answer", "until", "reason", "answered_by", "answered_on", "withdrawn_on")

    public var cells: [SQLValue] {
        Database.cells(key.rule, key.school, key.pupil, kind, until, reason, answeredBy, answeredOn, withdrawnOn)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), key: FindingKey(rule: row.next(), school: row.next(), pupil: row.next()),
            kind: row.next(), until: row.next(), reason: row.next(), answeredBy: row.next(), answeredOn: row.next(), withdrawnOn: row.next())
    }

    public var recordOf: PupilID? { key.pupil }
    public var recordAt: SchoolID? { key.school }
}

extension FindingAnswer.Kind: Storable {}

extension Reader {
    /// The answers that stand at the schools in sight, by what they are about.
    func standingAnswers(for viewer: Viewer, school: SchoolID? = nil) throws -> [FindingKey: FindingAnswer] {
        let one: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
        let answers = try all(FindingAnswer.self, "WHERE withdrawn_on IS NULL AND \(one) AND \(viewer.sees(school: "school_id")) ORDER BY id")
        return Dictionary(answers.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
    }
}
