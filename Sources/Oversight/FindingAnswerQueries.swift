import Access
import AreaKit
import Basics
import Database

extension FindingAnswer: Recorded {
    public static let table = Table("finding_answer", "rule", "school_id", "pupil_id", "answer", "until", "reason", "answered_by", "answered_on", "withdrawn_on", "subject")

    public var cells: [SQLValue] {
        Database.cells(key.rule, key.school, key.pupil, kind, until, reason, answeredBy, answeredOn, withdrawnOn, key.subject)
    }

    public init(_ row: inout Row) throws {
        let (id, version, rule): (RowID, Int, String) = try (row.next(), row.next(), row.next()), (school, pupil): (SchoolID, PupilID?) = try (row.next(), row.next())
        let (kind, until, reason): (Kind, Day?, String) = try (row.next(), row.next(), row.next())
        let (who, day, withdrawnOn): (String, Day, Day?) = try (row.next(), row.next(), row.next())
        try self.init(id: id, version: version, key: FindingKey(rule: rule, school: school, pupil: pupil, subject: row.next()), kind: kind, until: until, reason: reason, answeredBy: who, answeredOn: day, withdrawnOn: withdrawnOn)
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
