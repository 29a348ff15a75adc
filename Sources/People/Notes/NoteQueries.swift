import Access
import Basics
import Database
import Pages

extension Reader {
    /// The notes about a pupil that this viewer may read, the latest first: all for those who see the whole record,
    /// and for everybody else of the staff their own. The pupil must be in sight.
    public func notes(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [Note] {
        let powers = try powers(of: viewer, over: pupil, on: day)
        guard powers.contains(.seeRecord) || powers.contains(.raiseConcern) else { return [] }
        let whose: SQL = powers.contains(.seeRecord) ? "1 = 1" : viewer.asked(by: "written_by_account")
        return try all(Note.self, "WHERE pupil_id = \(pupil) AND withdrawn_on IS NULL AND \(whose) ORDER BY happened_on DESC, id DESC")
    }

    /// A note that this viewer may put right: their own, or any for those who decide about the record.
    /// - Throws: `NotFound` for every other.
    func noteToCorrect(_ id: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> Note {
        guard let note = try notes(of: pupil, for: viewer, on: day).first(where: { $0.id == id }) else { throw NotFound() }
        if note.isOwn(of: viewer) { return note }
        guard try powers(of: viewer, over: pupil, on: day).contains(.changeRegister) else { throw NotFound() }
        return note
    }

    /// When families were offered a meeting, pupil by pupil: the days, the first first.
    /// - Parameters:
    ///   - school: only what this school's staff wrote down; nil for all schools.
    ///   - whose: true for a `pupil_id` that is asked about.
    public func familyMeetings(at school: SchoolID? = nil, among whose: SQL = "1 = 1", from first: Day, to last: Day) throws -> [PupilID: [Day]] {
        let place: SQL = school.map { "school_id = \($0)" } ?? "1 = 1"
        let rows = try rows("""
            SELECT pupil_id, happened_on FROM note WHERE \(place) AND \(whose) AND happened_on BETWEEN \(first) AND \(last) \
            AND way = 'meeting' AND party = 'family' AND withdrawn_on IS NULL ORDER BY happened_on, id
            """) { try ($0.next(PupilID.self), $0.next(Day.self)) }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }
}

extension Note {
    func isOwn(of viewer: Viewer) -> Bool { viewer.account != nil && writtenByAccount == viewer.account }
}

extension Writer {
    /// Saves a note, and what was promised as something to be done.
    @discardableResult
    func save(_ change: Change<Note>, promising promise: MakeAction?) throws -> Note {
        let note = try save(change)
        if let promise {
            let source = ActionSource(table: Note.table.name, row: note.id.rawValue)
            try save(MakeAction(what: promise.what, owner: promise.owner, due: promise.due, source: source), at: note.school, about: note.pupil)
        }
        return note
    }
}
