import Access
import Basics
import Database
import People

extension Reader {
    /// What happened in a matter and stands, the first first. Whoever asks has the matter in sight.
    public func events(of matter: Matter) throws -> [LegalEvent] {
        try all(LegalEvent.self, "WHERE \(matter.isIt) AND replaced_by IS NULL ORDER BY happened_on, id")
    }

    /// All duties that arose in a matter, those done and dropped, too, in the order of days. Whoever asks has the matter in sight.
    public func duties(of matter: Matter) throws -> [OwedDuty] {
        try once(matter) { try all(OwedDuty.self, "WHERE \(matter.isIt) ORDER BY due_on, rule, id") }
    }

    /// All duties about a pupil that were not dropped, in the order of days; none for those who don't see the whole record.
    public func duties(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [OwedDuty] {
        guard try powers(of: viewer, over: pupil, on: day).contains(.seeRecord) else { return [] }
        viewer.witness.saw(pupil)
        return try all(OwedDuty.self, "WHERE pupil_id = \(pupil) AND dropped_because = '' ORDER BY due_on, rule, id")
    }

    /// The excuses that stand beside these duties, the first first. Whoever asks has the duties in sight.
    public func exemptions(of duties: [OwedDuty]) throws -> [OwedDutyID: [DutyExemption]] {
        if duties.isEmpty { return [:] }
        return Dictionary(grouping: try all(DutyExemption.self, "WHERE duty_id IN \(duties.map(\.id)) AND ended_on IS NULL ORDER BY id"), by: \.duty)
    }
}

extension Matter {
    /// True for a row of this matter. What a school owes of itself and what it owes for one pupil are different matters.
    var isIt: SQL {
        let whose: SQL = kind != .school ? "1 = 1" : pupil.map { "pupil_id = \($0)" } ?? "pupil_id IS NULL"
        return "matter = \(kind) AND matter_id = \(row) AND \(whose)"
    }
}
