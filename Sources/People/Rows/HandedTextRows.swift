// How words handed to the safeguarding lead stand in their table.
import Basics
import Database

extension HandedText: Recorded {
    public static let table = Table("handed_text", "pupil_id", "school_id", "form", "words", "written_by", "handed_at", "read_by", "read_at")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, form, words, writtenBy, handedAt, readBy, readAt)
    }

    public init(_ row: inout Row) throws {
        try self.init(id: row.next(), version: row.next(), pupil: row.next(), school: row.next(), form: row.next(), words: row.next(),
            writtenBy: row.next(), handedAt: row.next(), readBy: row.next(), readAt: row.next())
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }
}
