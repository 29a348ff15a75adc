import Access
import Basics
import Database
import Pages

/// A browser that somebody signed in with, as this visit finds it.
public struct Session: Sendable {
    /// What must still be done before anything is shown.
    public enum Step: String, Storable, CaseIterable {
        case nothing = ""
        /// The code of the second factor.
        case code
        /// A second factor must be set up first.
        case enrol
    }

    public let signIn: SignIn
    public let waitsFor: Step
    /// Who looks; nil where their access has ended.
    public let viewer: Viewer?
    let key: SessionKey

    /// Stands in every form of this session, so that another site can't send one.
    public var formKey: String { key.formKey }

    /// A key that was changed already is not changed again: it only lasts for the pages that were under way.
    func isDueForChange(at now: Instant) -> Bool {
        waitsFor == .nothing && now >= key.madeAt.adding(seconds: SessionTerms.newKeyAfter) && key.diesAt >= signIn.at.adding(seconds: SessionTerms(signIn).longest)
    }
}

/// One row of the keys.
struct SessionKey: Sendable {
    let digest: String
    let signIn: RowID
    let waitsFor: Session.Step
    let formKey: String
    /// The same as it stands in forms, made once for many pages.
    let inForms: String
    let madeAt: Instant, lastAt: Instant, diesAt: Instant

    static let selection: SQL = "SELECT digest, sign_in_id, waits_for, form_key, made_at, last_at, dies_at FROM session_key"

    init(_ row: inout Row) throws {
        (digest, signIn, waitsFor, formKey) = try (row.next(), row.next(), row.next(), row.next())
        (madeAt, lastAt, diesAt) = try (row.next(), row.next(), row.next())
        inForms = FormKeys.text(of: formKey)
    }

    func isGood(_ terms: SessionTerms, _ signIn: SignIn, at now: Instant) -> Bool {
        signIn.endedAt == nil && now < diesAt && now < lastAt.adding(seconds: terms.idle) && now < signIn.at.adding(seconds: terms.longest)
    }
}

extension Reader {
    /// The session that a key opens, if it is still good.
    func session(_ token: SecretToken, at now: Instant) throws -> Session? {
        guard let key = try first("\(SessionKey.selection) WHERE digest = \(token.digest)", SessionKey.init),
              let signIn = try one(key.signIn, of: SignIn.self), key.isGood(SessionTerms(signIn), signIn, at: now) else { return nil }
        return Session(signIn: signIn, waitsFor: key.waitsFor, viewer: try viewer(of: signIn.account, on: now.dayInEngland, at: now).map { try limited($0, by: signIn) }?.with(device: signIn.device, isOwn: !signIn.shared), key: key)
    }
}

extension Writer {
    /// Signs somebody in: a row for the trail, and the first key.
    func begin(_ signIn: SignIn, waitsFor: Session.Step, on device: SignInDevice? = nil) throws -> SecretToken {
        let stored = try save(Change("signIn.started", to: signIn))
        if let device { try note(device, of: stored) }
        if waitsFor == .enrol { try forgetSeedToEnrol(signIn.account) }
        try forgetDeadKeys()
        return try addKey(to: stored, waitsFor: waitsFor, formKey: SecretToken.fresh().text)
    }

    /// A new key for the same sign-in; the old one dies in a moment, or at once where more may now be seen.
    func changeKey(of session: Session, waitsFor: Session.Step = .nothing) throws -> SecretToken {
        let raised = session.waitsFor != waitsFor
        let dies = act.at.adding(seconds: raised ? 0 : SessionTerms.oldKeyLasts)
        try execute("UPDATE session_key SET dies_at = \(dies) WHERE digest = \(session.key.digest)")
        return try addKey(to: session.signIn, waitsFor: waitsFor, formKey: session.formKey)
    }

    private func addKey(to signIn: SignIn, waitsFor: Session.Step, formKey: String) throws -> SecretToken {
        let token = SecretToken.fresh(), dies = signIn.at.adding(seconds: SessionTerms(signIn).longest)
        try execute("""
            INSERT INTO session_key (digest, sign_in_id, waits_for, form_key, made_at, last_at, dies_at) \
            VALUES (\(token.digest), \(signIn.id), \(waitsFor), \(formKey), \(act.at), \(act.at), \(dies))
            """)
        return token
    }

    /// What opens nothing any more is not kept.
    private func forgetDeadKeys() throws {
        try execute("DELETE FROM session_key WHERE dies_at <= \(act.at)")
        try execute("DELETE FROM remembered_device WHERE expires_at <= \(act.at)")
    }

    /// Ends the sign-in whose key a browser holds: another one takes its place.
    func endSignIn(of request: PageRequest) throws {
        guard let text = Cookie.session.value(request), let former = try session(SecretToken(text: text), at: act.at) else { return }
        try end([former.signIn])
    }

    /// Ends sign-ins: this one, or all of an account but one.
    func end(_ signIns: [SignIn]) throws {
        for before in signIns where before.endedAt == nil {
            var after = before
            after.endedAt = act.at
            try save(Change("signIn.ended", from: before, to: after))
            try execute("DELETE FROM session_key WHERE sign_in_id = \(before.id)")
        }
    }

    /// Those that ran out by themselves are not ended again.
    public func signOutEverywhere(_ account: AccountID, but kept: RowID? = nil) throws {
        let open = try all(SignIn.self, "WHERE account_id = \(account) AND ended_at IS NULL AND id IN (SELECT sign_in_id FROM session_key) ORDER BY id")
        try end(open.filter { $0.id != kept })
    }
    /// Ends every shorter way in as well: no device is remembered, and PINs on tablets must be set anew.
    public func leaveEverything(_ account: AccountID, but kept: RowID? = nil) throws {
        try signOutEverywhere(account, but: kept)
        try execute("DELETE FROM remembered_device WHERE account_id = \(account)")
        for pin in try all(TabletPIN.self, "WHERE account_id = \(account) AND ended_at IS NULL ORDER BY id") { try endPIN(pin, by: .everywhere) }
    }
}
