import Access
import Basics
import Database
import Pages
import People

extension Reader {
    /// The tablet that this browser is, where a school has enrolled it and not ended it.
    func tablet(_ request: PageRequest, at now: Instant) throws -> SchoolTablet? {
        guard let text = Cookie.tablet.value(request) else { return nil }
        let tablet = try all(SchoolTablet.self, "WHERE id IN (SELECT tablet_id FROM tablet_key WHERE digest = \(SecretToken(text: text).digest))").first
        return tablet.flatMap { $0.isRunning(at: now) ? $0 : nil }
    }

    /// The tablets of the viewer's schools that run, by name.
    func tablets(for viewer: Viewer, at now: Instant) throws -> [SchoolTablet] {
        try all(SchoolTablet.self, "WHERE \(viewer.sees(school: "school_id")) AND ended_at IS NULL AND expires_at > \(now) ORDER BY name, id")
    }

    func tablet(_ id: RowID, for viewer: Viewer, at now: Instant) throws -> SchoolTablet {
        guard let tablet = try one(id, of: SchoolTablet.self), viewer.sees(tablet.school), tablet.isRunning(at: now) else { throw NotFound() }
        return tablet
    }

    /// Those who have a PIN on a tablet and may still sign in, by name.
    func pins(on tablet: RowID, day: Day) throws -> [(pin: TabletPIN, name: String)] {
        let pins = try all(TabletPIN.self, "WHERE tablet_id = \(tablet) AND ended_at IS NULL ORDER BY id")
        let names = Dictionary(try all(Account.self, "WHERE id IN \(pins.map(\.account))").filter { $0.isOpen(on: day) }.map { ($0.id, $0.name) }) { $1 }
        return pins.compactMap { pin in names[pin.account].map { (pin, $0) } }.sorted { $0.name < $1.name }
    }

    /// How many adults have a PIN on each tablet.
    func pinCounts() throws -> [RowID: Int] {
        Dictionary(try rows("SELECT tablet_id, COUNT(*) FROM tablet_pin WHERE ended_at IS NULL GROUP BY tablet_id") { try ($0.next(RowID.self), $0.next(Int.self)) }) { $1 }
    }

    func schoolAccess(of school: SchoolID) throws -> SchoolAccess? { try all(SchoolAccess.self, "WHERE school_id = \(school)").first }

    /// The schools whose staff may use their own phones.
    func schoolsWithOwnPhones() throws -> Set<SchoolID> { Set(try column("SELECT school_id FROM school_access WHERE own_phones")) }
}

extension Writer {
    /// Enrols the device at hand: its name must tell it from the school's others.
    func enrolTablet(named name: String, at school: SchoolID, for viewer: Viewer) throws -> SecretToken {
        guard viewer.sees(school), try one(school, of: School.self) != nil else { throw Problems("school", "Choose the school to which this device belongs.") }
        let name = name.trimmed, others = try tablets(for: viewer, at: act.at).filter { $0.school == school }
        var problems = Problems()
        problems.require(!name.isEmpty && name.count <= 60, "name", "Give the tablet a name, such as Oak room.")
        problems.require(!others.contains { $0.name.folded == name.folded }, "name", "Another tablet of this school has this name. Choose another.")
        try problems.check()
        let tablet = try save(Change("tablet.enrolled", to: SchoolTablet(school: school, name: name, at: act.at)))
        let token = SecretToken.fresh()
        try execute("INSERT INTO tablet_key (digest, tablet_id) VALUES (\(token.digest), \(tablet.id))")
        return token
    }

    /// A tablet that is lost: its key opens nothing any more, and whoever is signed in on it is signed out.
    func endTablet(_ before: SchoolTablet) throws {
        var after = before
        after.endedAt = act.at
        try save(Change("tablet.ended", from: before, to: after))
        try execute("DELETE FROM tablet_key WHERE tablet_id = \(before.id)")
        for pin in try all(TabletPIN.self, "WHERE tablet_id = \(before.id) AND ended_at IS NULL") { try endPIN(pin, by: .school) }
        try end(all(SignIn.self, "WHERE ended_at IS NULL AND id IN (SELECT sign_in_id FROM sign_in_device WHERE tablet_id = \(before.id))"))
    }

    func endPIN(_ pin: TabletPIN, by ending: TabletPIN.Ending) throws {
        if pin.endedAt != nil { return }
        try save(Change("tabletPIN.ended", from: pin, to: pin.ended(by: ending, at: act.at)))
        try execute("DELETE FROM tablet_pin_secret WHERE pin_id = \(pin.id)")
    }

    func setPIN(_ hash: PasswordHash, of account: AccountID, on tablet: SchoolTablet) throws {
        for before in try all(TabletPIN.self, "WHERE tablet_id = \(tablet.id) AND account_id = \(account) AND ended_at IS NULL") { try endPIN(before, by: .fresh) }
        let pin = try save(Change("tabletPIN.set", to: TabletPIN(tablet: tablet.id, account: account, at: act.at)))
        try execute("INSERT INTO tablet_pin_secret (pin_id, kept, failures) VALUES (\(pin.id), \(hash), 0)")
    }

    /// Counts a try before it is made, so that many at once are many.
    /// - Returns: false where there have been too many.
    func countTry(at pin: TabletPIN) throws -> Bool {
        try execute("UPDATE tablet_pin_secret SET failures = failures + 1 WHERE pin_id = \(pin.id) AND failures < \(TabletPIN.mostTries)") == 1
    }

    /// A wrong try: the fifth in a row takes the PIN off.
    func noteWrongTry(at pin: TabletPIN) throws -> Bool {
        let failures = try value("SELECT failures FROM tablet_pin_secret WHERE pin_id = \(pin.id)", as: Int.self) ?? TabletPIN.mostTries
        guard failures >= TabletPIN.mostTries, let now = try one(pin.id, of: TabletPIN.self) else { return false }
        try endPIN(now, by: .tries)
        return true
    }

    func allowOwnPhones(_ allowed: Bool, at school: SchoolID) throws {
        let before = try schoolAccess(of: school)
        var after = before ?? SchoolAccess(school: school)
        after.ownPhones = allowed
        try save(Change(allowed ? "school.own_phones_allowed" : "school.own_phones_forbidden", from: before, to: after))
    }
}
