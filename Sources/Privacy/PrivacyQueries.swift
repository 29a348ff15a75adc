import Access
import Basics
import Database
import Pages
import People

// What the data protection officer looks up. Each lookup takes the viewer; the names it shows are witnessed.

extension Reader {
    /// One of our own rows, for those who answer for data. What is about a pupil is there only while the pupil is in sight.
    func row<Subject: Recorded>(_ id: ID<Subject.Identity>, of subject: Subject.Type = Subject.self, for viewer: Viewer) throws -> Subject {
        guard viewer.may(.protectData), let row = try one(id, of: subject) else { throw NotFound() }
        if let pupil = row.recordOf { viewer.witness.saw(pupil) }
        return row
    }

    /// All of our own rows of one kind that the rest of the statement leaves.
    func rows<Subject: Recorded>(_ subject: Subject.Type, for viewer: Viewer, _ rest: SQL) throws -> [Subject] {
        guard viewer.may(.protectData) else { throw NotFound() }
        let rows = try all(subject, rest)
        viewer.witness.saw(rows.compactMap(\.recordOf))
        return rows
    }

    /// Names of pupils by their numbers, to be shown to those who answer for data.
    func names(of pupils: [PupilID], for viewer: Viewer) throws -> [PupilID: String] {
        guard viewer.may(.protectData) || viewer.may(.seeTrail) else { throw NotFound() }
        viewer.witness.saw(pupils)
        return Dictionary(try all(Pupil.self, "WHERE id IN \(pupils.unique)").map { ($0.id, $0.name) }) { $1 }
    }

    /// The pupil with this UPN.
    func pupilOnFile(upn: String, for viewer: Viewer, on day: Day) throws -> Pupil? {
        let number = upn.uppercased().filter { !$0.isWhitespace }
        guard let id = try value("SELECT id FROM pupil WHERE upn = \(number)", as: PupilID.self) else { return nil }
        return try? pupilOnFile(id, for: viewer, on: day)
    }

    func pauses(of request: RowID) throws -> [RequestPause] { try all(RequestPause.self, "WHERE request_id = \(request) ORDER BY starts, id") }

    func marks(of request: RowID) throws -> [String: ItemMark] {
        Dictionary(try all(ItemMark.self, "WHERE request_id = \(request)").map { ($0.item, $0) }) { $1 }
    }

    func hold(on pupil: PupilID) throws -> LegalHold? { try all(LegalHold.self, "WHERE pupil_id = \(pupil) AND ends IS NULL").first }

    /// How long each kind of record is kept here: the default, or what the trust decided.
    func retention() throws -> [(rule: RetentionRule, choice: RetentionChoice?)] {
        let choices = Dictionary(try all(RetentionChoice.self, "ORDER BY id").map { ($0.record, $0) }) { $1 }
        return RetentionRule.defaults.map { rule in
            guard let choice = choices[rule.record] else { return (rule, nil) }
            return (RetentionRule(record: rule.record, clock: rule.clock, years: choice.years, source: rule.source, mark: rule.mark), choice)
        }
    }

    func retention(of record: RecordClass) throws -> RetentionRule? { try retention().first { $0.rule.record == record }?.rule }
}

extension Visit {
    /// The pupil whose UPN was typed.
    func pupil(typed field: String = "upn", _ reader: Reader) throws -> Pupil {
        guard let pupil = try reader.pupilOnFile(upn: request.form[field], for: viewer, on: today) else {
            throw Problems(field, "No pupil here has this UPN. It is one letter and twelve more signs, such as A999100121005.")
        }
        return pupil
    }
}
