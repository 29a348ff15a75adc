import Access
import Basics
import Database
import Pages
import People

/// A specialist to whom the pupil is referred: an educational psychologist, a therapist, outreach.
let shareWithSpecialistPath = PagePath<PupilID>("/pupils/*/share/specialist")

let shareWithSpecialist = ShareForm(
    path: shareWithSpecialistPath,
    title: { "Refer \($0.calledName) to a specialist" },
    lead: "They sign in with a password and a code, and see only the pupils who are referred to them.",
    button: "Give this specialist access",
    start: { _, today in [("starts", "\(today)"), ("ends", "\(today.adding(months: 6))")] },
    fields: { reader, pupil, write, visit in
        let notice = try visit.childNotice(reader, pupil.id, form: shareWithSpecialistPath(pupil.id))
        return write.text("name", "Their name") + write.text("email", "Their mail address at work", type: "email")
            + write.longText("reason", "Why do they need to see this pupil?", rows: 3, aboutChild: notice) + write.day("starts", "First day") + write.day("ends", "Last day", hint: "At most a year.")
    },
    save: { writer, pupil, typed, visit in
        var problems = Problems()
        let starts = Day(typed["starts"].trimmed), ends = Day(typed["ends"].trimmed)
        problems.require(starts != nil, "starts", "Give the first day.")
        problems.require(ends != nil, "ends", "Give the last day.")
        problems.require(typed["reason"].nonEmpty != nil, "reason", "Say why they need to see this pupil.")
        problems.require(typed["name"].nonEmpty != nil, "name", "Type the specialist’s name.")
        problems.require(AddAccount.isAddress(typed["email"]), "email", "Type their mail address, such as a.khan@example.org.")
        try problems.check()
        let account = try writer.accountToShare(typed["name"], typed["email"])
        try writer.play(.specialist, account, until: nil, visit)
        try writer.put(PutOnCaseload(pupil: pupil.id, reason: typed["reason"], starts: starts ?? visit.today, ends: ends ?? visit.today), on: account.id)
        return account
    })

extension Writer {
    /// Gives a role that sees only what is on a list, unless they have it.
    func play(_ role: Role, _ account: Account, until ends: Day?, _ visit: Visit) throws {
        let held = try appointments(of: account.id).contains { $0.role == role.rawValue && $0.spell.covers(act.today) && ($0.spell.ends.map { last in ends.map { last >= $0 } ?? false } ?? true) }
        if held { return }
        try save(GiveRole(role: role.rawValue, starts: act.today, ends: ends).applied(to: account, held: [], by: RoleGiver(visit.viewer)))
    }
}
