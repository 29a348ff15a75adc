import Basics
import Database

/// Everything the record holds of one pupil that a file may speak of.
struct KnownPupil: Sendable {
    var pupil: Pupil
    var enrolments: [Enrolment] = []
    var years: [PupilYear] = []
    var provisions: [ProvisionSpell] = []
    var needs: [PupilNeed] = []
    var contacts: [Contact] = []
    var flags: [ContextFlag] = []
    var bases: [BaseSpell] = []
    var members: [ClassMember] = []
    var attendance: [YearlyAttendance] = []
    var absences: [TermlyAbsence] = []
    var results: [StageResult] = []
    var histories: [SchoolHistory] = []
    var formerUPNs: [FormerUPN] = []
    var formerNames: [FormerName] = []
    /// Decided here and not yet seen in a file.
    var tasks: [MISTask] = []

    init(_ pupil: Pupil) { self.pupil = pupil }
}

extension Reader {
    /// The records of many pupils with one query for each table, never one for each pupil.
    func knownPupils(_ ids: [PupilID]) throws -> [PupilID: KnownPupil] {
        var known = Dictionary(uniqueKeysWithValues: try all(Pupil.self, "WHERE id IN \(ids)").map { ($0.id, KnownPupil($0)) })
        if known.isEmpty { return known }
        func fill<Part: Recorded>(_ part: WritableKeyPath<KnownPupil, [Part]>, _ rest: SQL = "") throws {
            for row in try all(Part.self, "WHERE pupil_id IN \(ids) \(rest)") {
                if let pupil = row.recordOf { known[pupil]?[keyPath: part].append(row) }
            }
        }
        try fill(\.enrolments, "ORDER BY starts")
        try fill(\.years)
        try fill(\.provisions, "ORDER BY starts")
        try fill(\.needs, "ORDER BY rank, id")
        try fill(\.contacts, "ORDER BY position, id")
        try fill(\.flags, "ORDER BY starts")
        try fill(\.bases, "ORDER BY starts")
        try fill(\.members, "ORDER BY starts")
        try fill(\.attendance)
        try fill(\.absences)
        try fill(\.results)
        try fill(\.histories)
        try fill(\.formerUPNs)
        try fill(\.formerNames)
        try fill(\.tasks, "AND confirmed_on IS NULL")
        return known
    }
}
