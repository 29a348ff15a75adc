import Basics
import Database

extension Writer {
    /// Takes sessions attended and missed.
    func importAttendance(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        try importCounts(schools) { counts in
            try ReportReader.attendance(path, map) { incoming in
                try counts.take(incoming.pupil, from: incoming.starts, to: incoming.ends, AttendanceTotal.self, event: "attendance.counted") { pupil, school, held in
                    AttendanceTotal(id: held?.id ?? .new, version: held?.version ?? 1, pupil: pupil, school: school, starts: incoming.starts, ends: incoming.ends, possible: incoming.possible,
                                    attended: incoming.attended, authorised: incoming.authorised, unauthorised: incoming.unauthorised, late: incoming.late)
                }
            }
        }
    }

    /// Takes suspensions and permanent exclusions.
    func importSuspensions(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        try importCounts(schools) { counts in
            try ReportReader.suspensions(path, map) { incoming in
                try counts.take(incoming.pupil, from: incoming.starts, to: incoming.starts, kind: incoming.kind.rawValue, Suspension.self, event: "suspension.noted") { pupil, school, held in
                    Suspension(id: held?.id ?? .new, version: held?.version ?? 1, pupil: pupil, school: school, kind: incoming.kind, starts: incoming.starts,
                               ends: incoming.ends ?? held?.ends, sessions: incoming.sessions ?? held?.sessions, reason: incoming.reason.nonEmpty ?? held?.reason ?? "")
                }
            }
        }
    }

    /// Takes how often something was noted of behaviour.
    func importBehaviour(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        try importCounts(schools) { counts in
            try ReportReader.behaviour(path, map) { incoming in
                try counts.take(incoming.pupil, from: incoming.starts, to: incoming.ends, kind: incoming.kind, BehaviourTotal.self, event: "behaviour.counted") { pupil, school, held in
                    BehaviourTotal(id: held?.id ?? .new, version: held?.version ?? 1, pupil: pupil, school: school, kind: incoming.kind, starts: incoming.starts, ends: incoming.ends, number: incoming.number)
                }
            }
        }
    }

    private func importCounts(_ schools: SchoolsOfReport, _ read: (CountsTable) throws -> IncomingSummary) throws -> ImportReport {
        let counts = CountsTable(self, schools)
        let summary = try read(counts)
        counts.report.add(summary)
        return counts.report
    }
}

/// Something counted of a pupil, told apart by the day it begins with and by its kind.
protocol Counted: Recorded where Identity == Mark.Row {
    var pupil: PupilID { get }
    var starts: Day { get }
    /// The last day that is counted.
    var lastDay: Day { get }
    var kindOfCount: String { get }
    var inWords: String { get }
}

extension AttendanceTotal: Counted {
    var lastDay: Day { ends }
    var kindOfCount: String { "" }
    var inWords: String { "\(attended) of \(possible) sessions up to \(ends.inWords)" }
}

extension Suspension: Counted {
    var lastDay: Day { starts }
    var kindOfCount: String { kind.rawValue }
    var inWords: String { [kind.label, sessions.map { count($0, "session") }, reason.nonEmpty].compactMap { $0 }.joined(separator: ", ") }
}

extension BehaviourTotal: Counted {
    var lastDay: Day { ends }
    var kindOfCount: String { kind }
    var inWords: String { "\(kind): \(number) up to \(ends.inWords)" }
}

/// What is counted at the schools of one report, as its import needs it.
final class CountsTable {
    private struct Key: Hashable { let pupil: PupilID, starts: Day, kind: String }

    private let writer: Writer
    private let schools: SchoolsOfReport
    private var rolls: [SchoolID: RollNumbers] = [:]
    private var held: [SchoolID: [Key: any Counted]] = [:]
    private var seen: Set<Key> = []
    var report = ImportReport()

    init(_ writer: Writer, _ schools: SchoolsOfReport) { (self.writer, self.schools) = (writer, schools) }

    /// Takes one row: new, changed, the same, or left out with the reason.
    func take<Subject: Counted>(
        _ who: IncomingCounted, from starts: Day, to ends: Day, kind: String = "", _ subject: Subject.Type, event: String, _ make: (PupilID, SchoolID, Subject?) -> Subject
    ) throws {
        guard let school = schools.school(who.urn, who.row) else { return report.merge(.refused, 1) }
        guard let pupil = try roll(of: school.id).pupil(upn: who.upn, number: who.admissionNumber) else {
            return refuse(who, .refused, "This pupil is not on the school’s roll here. Read in the pupils first, then this file again.")
        }
        guard ends <= writer.act.today else { return refuse(who, .refused, "\(ends.inWords) is still to come. Check the days.") }
        let key = Key(pupil: pupil, starts: starts, kind: kind), before = try held(at: school.id, subject)[key] as? Subject
        guard seen.insert(key).inserted else { return refuse(who, .conflict, "This file counts the same pupil and days twice. The first row was taken, this one was left out.") }
        let after = make(pupil, school.id, before)
        if let before, before.lastDay > after.lastDay {
            return refuse(who, .conflict, "The record counts from the same day up to \(before.lastDay.inWords) already. This row ends earlier and was left out.")
        }
        held[school.id]?[key] = try writer.save(Change(event, from: before, to: after))
        let differences = before == after ? [] : [Difference("From \(starts.inWords)", before?.inWords ?? "", after.inWords)]
        report.add(ImportLine(row: who.row, name: who.upn ?? who.admissionNumber ?? "", pupil: pupil, outcome: before == nil ? .new : before == after ? .unchanged : .changed, differences: differences))
    }

    private func refuse(_ who: IncomingCounted, _ outcome: ImportOutcome, _ reason: String) {
        report.add(ImportLine(row: who.row, name: who.upn ?? who.admissionNumber ?? "", outcome: outcome, reason: reason))
    }

    private func roll(of school: SchoolID) throws -> RollNumbers {
        let roll = try rolls[school] ?? RollNumbers(writer, school)
        rolls[school] = roll
        return roll
    }

    private func held<Subject: Counted>(at school: SchoolID, _ subject: Subject.Type) throws -> [Key: any Counted] {
        if let known = held[school] { return known }
        let rows = try writer.all(subject, "WHERE school_id = \(school)")
        let found: [Key: any Counted] = Dictionary(rows.map { (Key(pupil: $0.pupil, starts: $0.starts, kind: $0.kindOfCount), $0 as any Counted) }) { $1 }
        held[school] = found
        return found
    }
}
