import Basics
import Database

/// A line without the provisions that meet it, which have rows of their own.
extension OwedLine: Recorded {
    public static let table = Table("owed_line", "pupil_id", "words", "minutes", "per", "is_section_f", "is_alone", "starts", "ends")

    public var cells: [SQLValue] { Database.cells(pupil, words, minutes, per, isSectionF, isAlone, spell.starts, spell.ends) }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        let (pupil, words, minutes, per): (PupilID, String, Int, Per) = try (row.next(), row.next(), row.next(), row.next())
        let (isSectionF, isAlone): (Bool, Bool) = try (row.next(), row.next())
        try self.init(id: id, pupil: pupil, words: words, minutes: minutes, per: per, isSectionF: isSectionF, spell: Spell(starts: row.next(), ends: row.next()), runs: [])
        (self.version, self.isAlone) = (version, isAlone)
    }

    public var recordOf: PupilID? { pupil }
}

extension OwedLine.Per: Storable {}

/// That a provision meets a line.
struct OwedLineRun: Recorded {
    typealias Identity = Mark.Row

    var id = RowID.new
    var version = 1
    var line: RowID
    var pupil: PupilID
    var run: ProvisionID

    init(line: RowID, pupil: PupilID, run: ProvisionID) { (self.line, self.pupil, self.run) = (line, pupil, run) }

    static let table = Table("owed_line_run", "line_id", "pupil_id", "run_id")

    var cells: [SQLValue] { Database.cells(line, pupil, run) }

    init(_ row: inout Row) throws { (id, version, line, pupil, run) = try (row.next(), row.next(), row.next(), row.next(), row.next()) }

    var recordOf: PupilID? { pupil }
}
