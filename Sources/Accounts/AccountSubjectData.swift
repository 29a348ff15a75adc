import AreaKit
import Basics
import Database
import People

// What is kept about people who sign in, and about those whose family they are.

let accountSubjectSources: [SubjectSource] = [accountSource, appointmentSource, tieSource, openedSource, signInSource]

private let accountSource = SubjectSource("Account", tables: ["account"], keep: .account) { reader, who in
    try reader.account(of: who).map { [try subjectRow($0, reader)] } ?? []
}

private let appointmentSource = SubjectSource("Roles", tables: ["appointment"], keep: .account) { reader, who in
    guard let account = try reader.account(of: who) else { return [] }
    return try reader.appointments(of: account.id).map { try subjectRow($0, reader) }
}

private let signInSource = SubjectSource("Times signed in", tables: ["sign_in"], keep: .account) { reader, who in
    guard let account = try reader.account(of: who) else { return [] }
    return try reader.all(SignIn.self, "WHERE account_id = \(account.id) ORDER BY id").map { try subjectRow($0, reader) }
}

/// Who is family of a pupil. The pupil's own account goes with the pupil, since it bears their name.
private let tieSource = SubjectSource(
    "Family who may sign in", tables: ["family_tie"], keep: .identity,
    dispose: { writer, pupil in
        let own = try writer.column("SELECT account_id FROM family_tie WHERE pupil_id = \(pupil) AND kind = 'self'", as: AccountID.self)
        let ties = try writer.disposeRows(of: pupil, in: FamilyTie.table)
        for account in own { try writer.dispose(of: account) }
        return ties + own.count
    },
    find: { reader, who in
        guard case .pupil(let pupil) = who else { return [] }
        return try reader.all(FamilyTie.self, "WHERE pupil_id = \(pupil) ORDER BY id").map { try subjectRow($0, reader) }
    })

/// Records opened with a reason: the pupil's, since they tell who looked and why.
private let openedSource = SubjectSource(
    "Opened with a reason", tables: ["opened_record"], keep: .send,
    dispose: { try $0.disposeRows(of: $1, in: OpenedRecord.table) },
    find: { reader, who in
        guard case .pupil(let pupil) = who else { return [] }
        return try reader.all(OpenedRecord.self, "WHERE pupil_id = \(pupil) ORDER BY id").map { try subjectRow($0, reader) }
    })

extension Reader {
    fileprivate func account(of who: DataSubject) throws -> Account? {
        guard case .adult(let email) = who else { return nil }
        return try account(email: email)
    }
}

extension Writer {
    /// Takes an account out for good, with all that hangs on it, and blanks what the trail kept of it.
    fileprivate func dispose(of account: AccountID) throws {
        let hanging: [(String, [Int])] = try [
            ("appointment", column("SELECT id FROM appointment WHERE account_id = \(account)")),
            ("family_tie", column("SELECT id FROM family_tie WHERE account_id = \(account)")),
            ("invitation", column("SELECT id FROM invitation WHERE account_id = \(account)")),
            ("sign_in", column("SELECT id FROM sign_in WHERE account_id = \(account)")),
        ]
        for (table, rows) in hanging { for row in rows { try blankTrail(of: row, in: table) } }
        try blankTrail(of: account.rawValue, in: "account")
        try execute("DELETE FROM caseload_member WHERE account_id = \(account)")
        try execute("DELETE FROM opened_record WHERE account_id = \(account)")
        try execute("DELETE FROM account WHERE id = \(account)")
    }
}
