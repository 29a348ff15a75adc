import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says that one has looked at what is done for a pupil, whether or not there is a plan here.
public let lookAtSupportPath = PagePath<PupilID>("/pupils/*/look")

let lookAtSupport = PupilAct(
    about: [], needs: .changeRegister,
    form: { reader, record, ask, write in
        let last = try reader.all(SupportLook.self, "WHERE pupil_id = \(ask.pupil) ORDER BY looked_on DESC, id DESC LIMIT 1").first
        let before: HTML = last.map { "<p>Looked at last on \($0.lookedOn.inWords) by \($0.lookedBy). \($0.note)</p>" } ?? "<p>Nobody has written here that they looked.</p>"
        return PupilForm(title: "Look at what is done for \(record.pupil.calledName)", button: "Looked at, nothing to change", fields: """
            \(before)<p>Look at the pupil’s page, at the work and at the figures first. Where something must change, review the plan instead: that counts, too.</p>\
            \(write.longText("because", "A note, if you like", rows: 2, aboutChild: ask.notice))
            """)
    },
    goingTo: { writer, record, ask, typed in
        let plan = try writer.all(Plan.self, "WHERE pupil_id = \(ask.pupil) AND state IN ('live', 'reviewed') AND kind IN \(try writer.supportKinds()) ORDER BY id DESC LIMIT 1").first
        let school = try writer.schoolForPlans(of: record.pupil, on: ask.today)
        let earlier = try writer.all(SupportLook.self, "WHERE pupil_id = \(ask.pupil) AND looked_on = \(ask.today) ORDER BY id DESC LIMIT 1").first
        try writer.save(try LookAtSupport(note: typed["because"]).applied(to: ask.pupil, at: school, plan: plan, earlier: earlier, by: writer.act.who, today: ask.today))
        return pupilPath(ask.pupil).asking(["saved": "look"]).at("plans")
    })
