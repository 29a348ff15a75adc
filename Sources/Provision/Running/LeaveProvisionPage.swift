import Access
import Basics
import Database
import Pages
import People

/// A pupil leaves a provision that goes on for the others.
let leaveProvision = ProvisionAct(
    needs: .workOnProvision,
    about: { seen, ask in try ask.member(of: seen).pupil },
    start: { _, _, ask in [("last_day", "\(ask.today)")] },
    form: { _, seen, ask, write in
        let member = try ask.member(of: seen), called = seen.pupils[member.pupil]?.called ?? ""
        return ProvisionForm(title: "\(called) leaves", button: "Save that \(called) leaves", fields: """
            <p>\(called) takes part \(member.spell.inWords). What was logged stays.</p>\(write.day("last_day", "Last day"))\
            \(write.longText("reason", "Why?", hint: "Such as: has reached what it was for.", rows: 2, aboutChild: ask.notice))
            """)
    },
    save: { writer, seen, ask, typed in
        var wrong = Problems()
        let member = try ask.member(of: seen), day = typed.read("last_day", &wrong) { try typed.day("last_day") }
        let act = LeaveProvision(lastDay: day ?? max(ask.today, member.spell.starts), reason: typed["reason"])
        let change = try together(wrong) { try act.applied(to: member, of: seen.run, lastLogged: day == nil ? nil : try writer.lastLogged(of: seen.run.id, pupil: member.pupil), today: ask.today) }
        try writer.save(change)
        return "left"
    })

extension ProvisionQuestion {
    /// Whose time in the provision the address names, where the viewer plans provision for the pupil.
    fileprivate func member(of seen: SeenProvision) throws -> ProvisionMember {
        guard let member = seen.whole.members.first(where: { $0.id == row }), seen.worked.contains(member.pupil) else { throw NotFound() }
        return member
    }
}

extension Reader {
    /// The latest day of which a session stands logged with a pupil.
    fileprivate func lastLogged(of run: ProvisionID, pupil: PupilID) throws -> Day? {
        try value("SELECT MAX(day) FROM session_pupil WHERE run_id = \(run) AND pupil_id = \(pupil) AND stands", as: Day?.self) ?? nil
    }
}
