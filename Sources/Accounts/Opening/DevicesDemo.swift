import Access
import Basics
import Database
import People

/// A tablet in a school, an emergency access of last week that was looked at, a specialist with a list, a council's link.
@Sendable func tellDevicesChapter(_ store: Store, _ today: Day) async throws {
    let found = try await store.read { try $0.demonstrationCast(today) }
    guard let cast = found else { return }
    let number = try PasswordHash.made(of: ShareWithCouncil.freshNumber())
    try await store.write(cast.act(at: Instant(today - 20, hour: 8, minute: 40))) { writer in
        _ = try writer.enrolTablet(named: "Oak room", at: cast.school, for: cast.senco)
    }
    try await store.write(cast.act(at: Instant(today - 12, hour: 15))) { writer in try writer.tellSharing(cast, number) }
    try await store.write(Act(who: cast.visitor.signature, account: cast.visitor.account, at: Instant(today - 7, hour: 11, minute: 5), way: .demonstration)) { writer in
        guard let account = cast.visitor.account else { return }
        let opening = OpenRecord(.emergency, choice: "here", words: "Came off a school trip to our site, upset, and the school’s line was busy")
        try writer.save(opening.applied(by: account, to: cast.pupil, at: writer.act.at))
    }
    try await store.write(cast.act(at: Instant(today - 7, hour: 12, minute: 20))) { writer in
        for before in try writer.alerts(for: cast.senco, on: writer.act.today, unseen: true) {
            try writer.save(SeeAlert(who: cast.senco.signature, account: cast.senco.account).applied(to: before, at: writer.act.at))
        }
    }
}

/// The SENCO of the first school, the SENCO of another, and a pupil of the first who has a plan.
private struct DemonstrationCast: Sendable {
    let senco: Viewer
    let visitor: Viewer
    let school: SchoolID
    let pupil: PupilID

    func act(at moment: Instant) -> Act { Act(who: senco.signature, account: senco.account, at: moment, way: .demonstration) }
}

extension Reader {
    fileprivate func demonstrationCast(_ today: Day) throws -> DemonstrationCast? {
        let sencos = try all(Appointment.self, "WHERE role = 'senco' ORDER BY id")
        guard let first = sencos.first, let school = first.school, let second = sencos.first(where: { $0.school != school }),
              let senco = try viewer(of: first.account, on: today, at: Instant(today)), let visitor = try viewer(of: second.account, on: today, at: Instant(today)),
              let pupil = try value("""
                  SELECT p.id FROM pupil p JOIN enrolment e ON e.pupil_id = p.id AND e.ends IS NULL AND e.school_id = \(school) \
                  JOIN provision_spell s ON s.pupil_id = p.id AND s.ends IS NULL AND s.provision = 'E' WHERE NOT p.sealed \
                  AND p.id NOT IN (SELECT pupil_id FROM family_tie) ORDER BY p.id LIMIT 1
                  """, as: PupilID.self) else { return nil }
        return DemonstrationCast(senco: senco, visitor: visitor, school: school, pupil: pupil)
    }
}

extension Writer {
    fileprivate func tellSharing(_ cast: DemonstrationCast, _ number: PasswordHash) throws {
        let therapist = try accountToShare("Una Shaw", "una.shaw@example.org"), officer = try accountToShare("Ian Ford", "ian.ford@example.org")
        try giveList(.specialist, to: therapist, until: nil, cast)
        try put(PutOnCaseload(pupil: cast.pupil, reason: "Speech and language assessment", starts: act.today, ends: act.today + 180), on: therapist.id)
        let until = act.today + 28
        try giveList(.councilOfficer, to: officer, until: until, cast)
        try put(PutOnCaseload(pupil: cast.pupil, reason: "Annual review of the plan", starts: act.today, ends: until, longest: ShareWithCouncil.longest), on: officer.id)
        _ = try makeLink(CouncilLink(account: officer.id, council: "Larkshire", reason: "Annual review of the plan", madeAt: act.at, until: until), number: number)
    }

    private func giveList(_ role: Role, to account: Account, until ends: Day?, _ cast: DemonstrationCast) throws {
        try give(GiveRole(role: role.rawValue, starts: act.today, ends: ends), to: account, by: RoleGiver(cast.senco))
    }
}
