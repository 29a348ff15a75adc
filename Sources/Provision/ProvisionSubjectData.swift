import AreaKit
import Basics
import Database

// What provision holds about a pupil: for copies that people ask for, for disposal, and for words that belong to the
// safeguarding lead.

let provisionSubjectSources: [SubjectSource] = [
    membersSource,
    .ofPupil("Outcomes that provision serves", ProvisionOutcome.self, keep: .send),
    sessionsSource,
    .ofPupil("What is owed by a plan", OwedLine.self, keep: .send, words: provisionFact),
    .ofPupil("Provision that meets what is owed", OwedLineRun.self, keep: .send),
    .ofPupil("Funding", FundingLine.self, keep: .send, words: provisionFact),
    .ofPupil("Bought for provision", ProvisionCost.self, keep: .send, words: provisionFact),
    .ofPupil("Why costs were over or under", VarianceJustification.self, keep: .send, words: provisionFact),
]

/// A pupil's part in provision. Where nobody else was in it, the reason of its end goes with it.
private let membersSource = SubjectSource("Provision taken part in", tables: [ProvisionMember.table.name], keep: .send, dispose: { writer, pupil in
    let alone = try writer.rowsAlone(of: pupil, in: "provision_member", by: "run_id")
    try writer.execute("UPDATE provision_run SET because = 'Removed' WHERE id IN \(alone) AND because <> ''")
    try writer.blankTrail(ofRows: alone, in: ProvisionRun.table.name)
    return try writer.disposeRows(of: pupil, in: ProvisionMember.table)
}) { reader, who in
    guard case .pupil(let pupil) = who else { return [] }
    return try reader.all(ProvisionMember.self, "WHERE pupil_id = \(pupil) ORDER BY id").map { try subjectRow($0, reader, provisionFact) }
}

extension Reader {
    /// The rows of what several have together in which a pupil is the only one left.
    fileprivate func rowsAlone(of pupil: PupilID, in table: SQL, by column: SQL) throws -> [Int] {
        try self.column("SELECT DISTINCT m.\(column) FROM \(table) m WHERE m.pupil_id = \(pupil) AND NOT EXISTS (SELECT 1 FROM \(table) o WHERE o.\(column) = m.\(column) AND o.pupil_id <> \(pupil))", as: Int.self)
    }
}

/// A pupil's sessions. With them goes the pupil's number from the rows of the sessions, which stay for the others, and the
/// note of those at which nobody else was planned.
private let sessionsSource = SubjectSource("Sessions", tables: [KeptSessionPupil.table.name], keep: .send, dispose: { writer, pupil in
    let alone = try writer.rowsAlone(of: pupil, in: "session_pupil", by: "session_id")
    for from in stride(from: 0, to: alone.count, by: 500) {
        let some = Array(alone[from..<min(from + 500, alone.count)])
        try writer.execute("UPDATE session SET note = '' WHERE id IN \(some) AND note <> ''")
        try writer.blankTrail(ofRows: some, in: SessionLog.table.name)
    }
    let sessions: SQL = "SELECT session_id FROM session_pupil WHERE pupil_id = \(pupil)", number = ",\(pupil),"
    try writer.execute("""
        UPDATE session SET members = TRIM(REPLACE(',' || members || ',', \(number), ','), ','), there = TRIM(REPLACE(',' || there || ',', \(number), ','), ',') WHERE id IN (\(sessions))
        """)
    return try writer.disposeRows(of: pupil, in: KeptSessionPupil.table)
}) { reader, who in
    guard case .pupil(let pupil) = who else { return [] }
    return try reader.all(KeptSessionPupil.self, "WHERE pupil_id = \(pupil) ORDER BY day, id").map { try subjectRow($0, reader, provisionFact) }
}

private let provisionFact: FactWords = { reader, table, column, value in
    guard case .text(let text) = value else { return try moneyFact(column, value) ?? plainFact(reader, table, column, value) }
    switch column {
    case "away": return SubjectRow.Fact("Not there", SessionPupil.Away(rawValue: text)?.label ?? text)
    case "per": return SubjectRow.Fact("Per", OwedLine.Per(rawValue: text)?.label ?? text)
    case "stream": return SubjectRow.Fact("Stream", FundingStream.named(text)?.label ?? text)
    case "kind": return SubjectRow.Fact("Kind", ProvisionCost.Kind(rawValue: text)?.label ?? text)
    case "reason": return SubjectRow.Fact("Reason", VarianceReason(rawValue: text)?.label ?? text)
    default: return try plainFact(reader, table, column, value)
    }
}

private func moneyFact(_ column: String, _ value: SQLValue) throws -> SubjectRow.Fact? {
    guard ["annual", "amount", "over_by"].contains(column), case .integer(let pence) = value else { return nil }
    return SubjectRow.Fact(column == "annual" ? "A year" : column == "amount" ? "Amount" : "Over by", Pence(pence).description)
}

let provisionFreeTexts: [FreeTexts] = [
    FreeTexts((column: "because", text: \ProvisionMember.because)),
    FreeTexts((column: "words", text: \OwedLine.words)),
    FreeTexts((column: "words", text: \ProvisionCost.words)),
    FreeTexts((column: "words", text: \VarianceJustification.words)),
    // What several have together bears no pupil's number: it is found by who is in it.
    FreeTexts(rows: { "id IN (SELECT run_id FROM provision_member WHERE pupil_id = \($0))" }, (column: "because", text: \ProvisionRun.because)),
    FreeTexts(rows: { "id IN (SELECT session_id FROM session_pupil WHERE pupil_id = \($0))" }, (column: "note", text: \SessionLog.note)),
]
