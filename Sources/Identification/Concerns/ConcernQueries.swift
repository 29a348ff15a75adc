import Access
import AreaKit
import Basics
import Database
import Pages
import People

extension Reader {
    /// The concerns about a pupil that this viewer may read, the latest first: all for those who see the whole record, one's
    /// own for everybody else.
    func concerns(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [ConcernRecord] {
        if try powers(of: viewer, over: pupil, on: day).contains(.seeRecord) { return try allConcerns(of: pupil) }
        return try records(try all(Concern.self, "AS c WHERE pupil_id = \(pupil) AND \(viewer.raised("c")) ORDER BY raised_on DESC, id DESC"))
    }

    /// All concerns about a pupil, the latest first. Whoever asks has the whole record in sight.
    func allConcerns(of pupil: PupilID) throws -> [ConcernRecord] {
        try once(OfPupil.concerns(pupil)) { try records(try all(Concern.self, "WHERE pupil_id = \(pupil) ORDER BY raised_on DESC, id DESC")) }
    }

    /// When the family was told of SEN support, the first first. Whoever asks has the whole record in sight.
    func told(of pupil: PupilID) throws -> [FamilyTold] {
        try once(OfPupil.told(pupil)) { try all(FamilyTold.self, "WHERE pupil_id = \(pupil) ORDER BY id") }
    }

    /// - Throws: `NotFound` where there is none that the viewer may read.
    func concern(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> ConcernRecord {
        guard let record = try concerns(of: pupil, for: viewer, on: day).first(where: { $0.concern.row == row }) else { throw NotFound() }
        return record
    }

    /// Concerns with their decisions, in the order given.
    func records(_ concerns: [Concern]) throws -> [ConcernRecord] {
        if concerns.isEmpty { return [] }
        let decisions = try all(ConcernDecision.self, "WHERE concern_id IN \(concerns.map(\.id)) ORDER BY id")
        let grouped = Dictionary(grouping: decisions, by: \.concern)
        return concerns.map { ConcernRecord($0, grouped[$0.id] ?? []) }
    }

    /// What decisions about a concern in sight left to be done, those due first at the top.
    func promises(of concern: ConcernRecord) throws -> [Action] {
        let rows = concern.decisions.map(\.id)
        return try all(Action.self, "WHERE pupil_id = \(concern.concern.pupil) AND source = \(ConcernDecision.table.name) AND source_row IN \(rows) ORDER BY due, id")
    }

    /// The same, as far as this viewer may know.
    func promises(of concern: ConcernRecord, for viewer: Viewer, on day: Day) throws -> [Action] {
        let sources = Set(concern.decisions.map(\.source))
        return try actions(of: concern.concern.pupil, for: viewer, on: day).filter { $0.source.map(sources.contains) ?? false }
    }

    /// Whether somebody has written down that the family was told of SEN support.
    func isTold(_ pupil: PupilID) throws -> Bool { try value("SELECT 1 FROM family_told WHERE pupil_id = \(pupil)", as: Int.self) != nil }

    /// What holds at a school about concerns.
    func concernSettings(of school: SchoolID) throws -> ConcernSettings {
        let all = try all(ConcernSetting.self, "WHERE school_id IS NULL OR school_id = \(school)")
        return ConcernSettings(school: all.first { $0.school == school }, trust: all.first { $0.school == nil })
    }

    /// The last day by which a concern that is raised on a day is to be decided.
    func decideBy(at school: SchoolID, raisedOn day: Day) throws -> Day {
        try schoolDays(of: school, around: day).day(concernSettings(of: school).targetDays, after: day)
    }
}

/// What a pupil's page and its history both ask.
private enum OfPupil: Hashable { case concerns(PupilID), told(PupilID) }

extension Writer {
    /// Raises a concern as somebody of the pupil's school.
    func raise(_ concern: RaiseConcern, about record: PupilRecord, for viewer: Viewer) throws -> Concern {
        let school = try schoolOfRoll(record, for: viewer, on: act.today)
        let circumstances = RaiseConcern.Circumstances(
            school: school.id, raisedBy: viewer.name, account: viewer.account, staff: viewer.staff(at: school.id), today: act.today, decideBy: try decideBy(at: school.id, raisedOn: act.today))
        let others = try all(Concern.self, "WHERE pupil_id = \(record.pupil.id)")
        return try save(concern.applied(to: record.pupil, in: circumstances, beside: others))
    }

    /// Saves a decision with all that follows from it.
    /// - Parameter owner: who does what it leaves to be done.
    func save(_ change: ConcernChange, about concern: ConcernRecord, of record: PupilRecord, owner: ActionOwner) throws {
        let saved = try save(change.decision)
        try save(change.register, of: record, on: act.today)
        if let told = change.told { try save(told) }
        try keepPromises(of: concern, saved)
        guard let promise = change.promise else { return }
        let school = record.roll(on: act.today)?.enrolment.school ?? saved.school
        try save(MakeAction(what: promise.words, owner: owner, due: promise.due, source: saved.source), at: school, about: saved.pupil)
    }

    /// What earlier decisions left to be done is done once somebody decides anew.
    private func keepPromises(of concern: ConcernRecord, _ decision: ConcernDecision) throws {
        for action in try promises(of: concern).filter(\.isOpen) {
            try save(try EndAction(.done, result: "Decided: \(decision.outcome.label)").applied(to: action, by: act.who, today: act.today))
        }
    }
}

extension ConcernDecision {
    /// Where an action comes from that it leaves to be done.
    var source: ActionSource { ActionSource(table: Self.table.name, row: id.rawValue) }
}

extension Viewer {
    /// True for a concern that this person raised.
    func raised(_ concern: SQL) -> SQL {
        let byAccount: SQL = account.map { "\(concern).account_id = \($0)" } ?? "1 = 0"
        return staff.isEmpty ? byAccount : "(\(byAccount) OR \(concern).staff_id IN \(staff))"
    }

    /// Who they are on the list of staff of one school.
    fileprivate func staff(at school: SchoolID) -> StaffID? {
        parts.first { $0.staff != nil && $0.sight.schools?.contains(school) ?? false }?.staff
    }
}
