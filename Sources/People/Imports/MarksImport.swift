import Basics
import Database

extension Writer {
    /// Takes an attendance register: who was not in on which half-day.
    func importMarks(_ path: String, _ map: ReportMap, _ schools: SchoolsOfReport) throws -> ImportReport {
        let marks = MarksImport(self, schools)
        let summary = try ReportReader.marks(path, map) { try marks.take($0) }
        try marks.finish()
        marks.report.add(summary)
        return marks.report
    }
}

/// The registers of the schools of one file, as their import needs them: some rows at a time, so that a year of a large
/// school takes no more room than a week.
final class MarksImport {
    private struct Key: Hashable { let pupil: PupilID, day: Day, half: HalfDay }
    private struct Waiting { let row: Int, name: String, pupil: PupilID, marks: [AttendanceMark] }

    private static let together = 500

    private let writer: Writer
    private let schools: SchoolsOfReport
    private var rolls: [SchoolID: MarkRoll] = [:]
    private var waiting: [SchoolID: [Waiting]] = [:]
    private var days: [SchoolID: [Day: RegisterDay]] = [:]
    private var spoken: SpokenHalves
    private var passedBy = 0
    var report = ImportReport()

    init(_ writer: Writer, _ schools: SchoolsOfReport) {
        (self.writer, self.schools) = (writer, schools)
        spoken = SpokenHalves(since: AcademicYear(containing: writer.act.today).previous.firstDay)
    }

    /// Takes one row: it waits until some are together, or is left out with the reason.
    func take(_ incoming: IncomingMarks) throws {
        guard let school = schools.school(incoming.pupil.urn, incoming.pupil.row) else { return report.merge(.refused, 1) }
        let said = incoming.codes.filter { AttendanceCode.known($0.value)?.group != .administrative }
        guard !incoming.codes.isEmpty else { return add(incoming, .unchanged) }
        let roll = try roll(of: school.id)
        let pupil = roll.numbers.pupil(upn: incoming.pupil.upn, number: incoming.pupil.admissionNumber)
        // That a school is closed, or a pupil not there yet, says nothing of itself; it may put an earlier mark right.
        if said.isEmpty, pupil == nil || incoming.day > writer.act.today || incoming.day < spoken.first { return add(incoming, .unchanged) }
        guard let pupil else { return add(incoming, .refused, "This pupil is not on the school’s roll here. Read in the pupils first, then this file again.") }
        if !said.isEmpty, let reason = refusal(of: incoming.day, pupil, roll) { return add(incoming, .refused, reason) }
        let marks = HalfDay.allCases.compactMap { half in incoming.codes[half].map { AttendanceMark(pupil: pupil, school: school.id, day: incoming.day, half: half, code: $0) } }
        for half in said.keys { days[school.id, default: [:]][incoming.day, default: RegisterDay(school: school.id, day: incoming.day)].add(half) }
        waiting[school.id, default: []].append(Waiting(row: incoming.pupil.row, name: incoming.pupil.number, pupil: pupil, marks: marks))
        if waiting[school.id]?.count ?? 0 >= Self.together { try save(school.id) }
    }

    /// Saves what still waits, and of which days a register was read.
    func finish() throws {
        for school in waiting.keys.sorted() { try save(school) }
        for (school, days) in days.sorted(by: { $0.key < $1.key }) { try save(days, of: school) }
        if passedBy > 0 { report.notes.append("\(count(passedBy, "mark")) of pupils who were in \(passedBy == 1 ? "was" : "were") read and not kept: Trellis keeps who was not in, and that the register was read.") }
    }

    private func refusal(of day: Day, _ pupil: PupilID, _ roll: MarkRoll) -> String? {
        if day > writer.act.today { return "\(day.inWords) is still to come. Check the date." }
        if day < spoken.first { return "\(day.inWords) is too long ago. Marks are taken of this academic year and the last." }
        if !roll.has(pupil, on: day) { return "This pupil was not on the school’s roll on \(day.inWords)." }
        return roll.days.contains(day) ? nil : "The school has no pupils in on \(day.inWords). Check the date, or the school’s calendar here."
    }

    private func save(_ school: SchoolID) throws {
        guard let rows = waiting.removeValue(forKey: school), !rows.isEmpty else { return }
        var held = try held(rows, school), fresh: [Change<AttendanceMark>] = [], later: [Change<AttendanceMark>] = []
        for row in rows {
            var outcome = ImportOutcome.unchanged, differences: [Difference] = []
            for mark in row.marks {
                let key = Key(pupil: mark.pupil, day: mark.day, half: mark.half), before = held[key]
                if mark.isAdministrative, before == nil { continue }
                let isFirst = spoken.insert(mark)
                guard let change = AttendanceMark.change(from: before, to: mark) else { passedBy += before == nil ? 1 : 0; continue }
                guard isFirst else { outcome = .conflict; continue }
                held[key] = change.after
                if before == nil { fresh.append(change) } else { later.append(change) }
                differences.append(Difference("\(mark.half.label) of \(mark.day.inWords)", before?.inWords ?? "", change.after.inWords))
                if outcome != .conflict { outcome = before == nil && outcome != .changed ? .new : .changed }
            }
            let reason = outcome == .conflict ? "This file says two things of the same pupil and half-day. The first was taken." : ""
            report.add(ImportLine(row: row.row, name: row.name, pupil: row.pupil, outcome: outcome, differences: differences, reason: reason))
        }
        _ = try writer.saveTogether(fresh)
        for change in later { try writer.save(change) }
    }

    private func held(_ rows: [Waiting], _ school: SchoolID) throws -> [Key: AttendanceMark] {
        let marks = rows.flatMap(\.marks), days = marks.map(\.day), pupils = Set(marks.map(\.pupil)).sorted()
        guard let first = days.min(), let last = days.max() else { return [:] }
        let known = try writer.all(AttendanceMark.self, "WHERE pupil_id IN \(pupils) AND school_id = \(school) AND day BETWEEN \(first) AND \(last)")
        return Dictionary(known.map { (Key(pupil: $0.pupil, day: $0.day, half: $0.half), $0) }) { $1 }
    }

    private func save(_ days: [Day: RegisterDay], of school: SchoolID) throws {
        guard let first = days.keys.min(), let last = days.keys.max() else { return }
        let known = Dictionary(try writer.all(RegisterDay.self, "WHERE school_id = \(school) AND day BETWEEN \(first) AND \(last)").map { ($0.day, $0) }) { $1 }
        var fresh: [Change<RegisterDay>] = []
        for day in days.values.sorted(by: { $0.day < $1.day }) {
            guard var after = known[day.day] else { fresh.append(Change("register.read", to: day)); continue }
            HalfDay.allCases.filter(day.has).forEach { after.add($0) }
            try writer.save(Change("register.read", from: known[day.day], to: after))
        }
        _ = try writer.saveTogether(fresh)
    }

    private func add(_ incoming: IncomingMarks, _ outcome: ImportOutcome, _ reason: String = "") {
        report.add(ImportLine(row: incoming.pupil.row, name: incoming.pupil.number, outcome: outcome, reason: reason))
    }

    private func roll(of school: SchoolID) throws -> MarkRoll {
        let roll = try rolls[school] ?? MarkRoll(writer, school)
        rolls[school] = roll
        return roll
    }
}

/// Who is when on the roll of a school, and on which days it has pupils in.
private struct MarkRoll {
    let numbers: RollNumbers
    let days: SchoolDays
    private let spells: [PupilID: [Spell]]

    init(_ writer: Writer, _ school: SchoolID) throws {
        numbers = try RollNumbers(writer, school)
        days = try writer.schoolDays(of: school, around: writer.act.today)
        let found = try writer.rows("SELECT pupil_id, starts, ends FROM enrolment WHERE school_id = \(school)") { try ($0.next(PupilID.self), Spell(starts: $0.next(), ends: $0.next())) }
        spells = Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1) }
    }

    func has(_ pupil: PupilID, on day: Day) -> Bool { spells[pupil]?.contains { $0.covers(day) } ?? false }
}

extension IncomingCounted {
    /// The number by which a row is found again in its file.
    fileprivate var number: String { upn ?? admissionNumber ?? "" }
}
