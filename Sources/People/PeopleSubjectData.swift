import AreaKit
import Basics
import Database
import Papers

// What People keeps about a person, kind by kind: for copies that people ask for, and for disposal. The pupil comes
// first, and so is disposed of last.

/// - Parameter papers: where papers lie.
func peopleSubjectSources(_ papers: PaperStore?) -> [SubjectSource] { registerSources + [paperSource(papers)] }

private let registerSources: [SubjectSource] = [
    pupilSource,
    .ofPupil("Former numbers", FormerUPN.self, keep: .identity, words: peopleFact),
    .ofPupil("Former names", FormerName.self, keep: .identity, words: peopleFact),
    .ofPupil("Rolls", Enrolment.self, keep: .identity, words: peopleFact),
    .ofPupil("Years", PupilYear.self, keep: .identity, words: peopleFact),
    .ofPupil("SEN status", ProvisionSpell.self, keep: .send, words: peopleFact),
    .ofPupil("Needs", PupilNeed.self, keep: .send, words: peopleFact),
    .ofPupil("Diagnoses", Diagnosis.self, keep: .send, words: peopleFact),
    .ofPupil("Places in units", BaseSpell.self, keep: .send, words: peopleFact),
    .ofPupil("Arrangements", Arrangement.self, keep: .send, words: peopleFact),
    .ofPupil("Watch list", WatchSpell.self, keep: .send, words: peopleFact),
    .ofPupil("Changes for the school’s own system", MISTask.self, keep: .send, words: peopleFact),
    .ofPupil("Circumstances", ContextFlag.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Family and others to reach", Contact.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Classes and groups", ClassMember.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Attendance by year", YearlyAttendance.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Absence by term", TermlyAbsence.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Attendance in reports", AttendanceTotal.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Attendance by half-days", AttendanceMark.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Suspensions", Suspension.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Behaviour", BehaviourTotal.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Results", StageResult.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("Earlier schools", SchoolHistory.self, keep: .pupilFile, words: peopleFact),
    .ofPupil("What to do in an emergency", EmergencyLine.self, keep: .send),
    .ofPupil("Notes", Note.self, keep: .send, words: peopleFact),
    .ofPupil("To do", Action.self, keep: .send, words: peopleFact),
    .ofPupil("Handed to the safeguarding lead", HandedText.self, keep: .pupilFile),
    .ofPupil("Restriction of use", Restriction.self, keep: .request),
    caseloadSource, changesSource, staffSource, staffActionsSource, contactSource,
]

private let pupilSource = SubjectSource(
    "Who the pupil is", tables: [Pupil.table.name, "pupil_word", "hidden_entry"], keep: .identity,
    dispose: { writer, pupil in
        try writer.execute("DELETE FROM pupil_word WHERE pupil_id = \(pupil)")
        // Not before: what it hides in the trail is blanked by the same disposal.
        try writer.execute("DELETE FROM hidden_entry WHERE pupil_id = \(pupil)")
        return try writer.execute("DELETE FROM pupil WHERE id = \(pupil)")
    },
    find: { reader, who in
        guard case .pupil(let id) = who, let pupil = try reader.one(id, of: Pupil.self) else { return [] }
        return [try subjectRow(pupil, reader, peopleFact)]
    })

/// On whose list the pupil was: a specialist's, a cover teacher's, a council's.
private let caseloadSource = SubjectSource(
    "On whose list", tables: ["caseload_member"], keep: .send,
    dispose: { try $0.execute("DELETE FROM caseload_member WHERE pupil_id = \($1)") },
    find: { reader, who in
        guard case .pupil(let pupil) = who else { return [] }
        return try reader.rows("SELECT id, reason, starts, ends FROM caseload_member WHERE pupil_id = \(pupil) ORDER BY id") { row in
            try SubjectRow(table: "caseload_member", row: row.next(), facts: [
                .init("Why", row.next()), .init("From", row.next(Day.self).inWords), .init("To", row.next(Day?.self)?.inWords ?? "")])
        }
    })

/// What was changed in the record, as far as the trail still keeps it and a seal allows.
private let changesSource = SubjectSource("What was changed, when and by whom", tables: ["trail"], keep: .send) { reader, who in
    guard case .pupil(let id) = who, let pupil = try reader.one(id, of: Pupil.self) else { return [] }
    return try reader.trail(of: pupil, limit: 100_000).map { line in
        let differences = line.differences
        return SubjectRow(table: "trail", row: line.entry, facts: [
            .init("When", line.at.inWords), .init("Who", line.who), .init("What", line.title),
            .init("Before", differences.filter { !$0.before.isEmpty }.map { "\($0.label): \($0.before)" }.joined(separator: "; ")),
            .init("After", differences.filter { !$0.after.isEmpty }.map { "\($0.label): \($0.after)" }.joined(separator: "; ")),
            .init("Why", line.reason ?? "")])
    }
}

/// The papers: what they are called, not what is in them. The files are handed over beside the copy.
private func paperSource(_ store: PaperStore?) -> SubjectSource {
    SubjectSource(
        "Papers", tables: [Paper.table.name], keep: .send,
        dispose: { try $0.disposeRows(of: $1, in: Paper.table) },
        files: SubjectFiles(names: { try $0.papers(of: $1).map(\.storedAs) }, shred: { store?.discard($0) }),
        find: { reader, who in
            guard case .pupil(let pupil) = who else { return [] }
            return try reader.papers(of: pupil).map { paper in
                SubjectRow(table: Paper.table.name, row: paper.id.rawValue, facts: [
                    .init("Title", paper.title), .init("What it is", paper.topic.label), .init("File", paper.fileName), .init("Added", paper.addedAt.dayInEngland.inWords),
                    .init("Withdrawn", paper.withdrawnAt?.dayInEngland.inWords ?? ""), .init("Why", paper.withdrawnBecause)])
            }
        })
}

private let staffSource = SubjectSource("In a school’s list of staff", tables: ["staff"], keep: .account) { reader, who in
    guard case .adult(let email) = who else { return [] }
    return try reader.all(StaffMember.self, "WHERE lower(email) = \(email) ORDER BY id").map { try subjectRow($0, reader, peopleFact) }
}

/// What somebody of the staff has or had to do. Of a pupil nothing is told here.
private let staffActionsSource = SubjectSource("To do, by somebody of the staff", tables: [], keep: .account) { reader, who in
    guard case .adult(let email) = who else { return [] }
    return try reader.rows("""
        SELECT a.id, a.due, a.ended_on FROM action a JOIN staff s ON s.id = a.owner_staff_id WHERE lower(s.email) = \(email) ORDER BY a.id
        """) { row in
        try SubjectRow(table: "action", row: row.next(), facts: [.init("Due", row.next(Day.self).inWords), .init("Ended", row.next(Day?.self)?.inWords ?? "")])
    }
}

/// An adult in whose address a child's record names them. Whose contact they are is the child's own data.
private let contactSource = SubjectSource("As somebody to reach about a pupil", tables: ["contact"], keep: .pupilFile) { reader, who in
    guard case .adult(let email) = who else { return [] }
    return try reader.all(Contact.self, "WHERE lower(email) = \(email) ORDER BY id").map { try subjectRow($0, reader, peopleFact) }
}

/// A column in the words of the register; a school by its name, a class by its own.
private let peopleFact: FactWords = { reader, table, column, value in
    switch (column, value) {
    case ("school_id", .integer(let id)): return SubjectRow.Fact("School", try reader.value("SELECT name FROM school WHERE id = \(id)") ?? "")
    case ("class_id", .integer(let id)): return SubjectRow.Fact("Class", try reader.value("SELECT name FROM school_class WHERE id = \(id)") ?? "")
    case ("sort_name", _): return nil
    default: break
    }
    guard let plain = try plainFact(reader, table, column, value) else { return nil }
    if case .text(let code) = value, !code.isEmpty, let label = try reader.codeLabel(code, in: column) { return SubjectRow.Fact(TrailLine.label(of: column) ?? plain.label, "\(label) (\(code))") }
    guard case .text(let text) = value else { return SubjectRow.Fact(TrailLine.label(of: column) ?? plain.label, plain.text) }
    return SubjectRow.Fact(TrailLine.label(of: column) ?? plain.label, text.isEmpty ? "" : TrailLine.words(column, text, in: table))
}

extension Reader {
    /// What a code of a person's details means, where we know: in a copy it stands beside the code.
    fileprivate func codeLabel(_ code: String, in column: String) throws -> String? {
        switch column {
        case "ethnicity": CodeList.ethnicities[code]?.label
        case "first_language", "home_language": CodeList.languages[code]?.label
        case "home_la", "la_code": try value("SELECT la_name FROM school WHERE la_code = \(code) AND la_name <> '' ORDER BY id", as: String.self)
        default: nil
        }
    }
}
